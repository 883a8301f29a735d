//! Conditions as they are weighed: what they mean, and the user's tokens of every part.

use std::ops::Range;

use proc_macro2::TokenStream;
use syn::Ident;

use crate::model::{Atom, Name};

/// Everything that is weighed together.
#[derive(Default)]
pub(in crate::check) struct Written {
    /// They hold wherever anything is judged.
    pub(in crate::check) clauses: Vec<Clause>,
    pub(in crate::check) on: Vec<On>,
    /// Is there a judged verb that no [`On`] speaks of?
    pub(in crate::check) elsewhere: bool,
    /// `None`: which schemes may come is not written here.
    pub(in crate::check) schemes: Option<Schemes>,
    /// May anybody come by an anonymous verb? There a scheme is of use by which nobody enters
    /// elsewhere: it tells who is calling.
    pub(in crate::check) open: bool,
}

/// Further clauses for one verb.
pub(in crate::check) struct On {
    pub(in crate::check) verb: Ident,
    pub(in crate::check) clauses: Vec<Clause>,
}

/// One condition of several that must all hold.
pub(in crate::check) struct Clause {
    /// What it is called in messages: `roles`, `require`.
    pub(in crate::check) word: Ident,
    /// All of it.
    pub(in crate::check) at: TokenStream,
    pub(in crate::check) part: Part,
    /// Are its parts entries of a list? Else they are conditions.
    pub(in crate::check) is_list: bool,
}

pub(in crate::check) struct Schemes {
    pub(in crate::check) word: Ident,
    pub(in crate::check) names: Vec<Name>,
}

/// A condition, or a part of one.
pub(in crate::check) struct Part {
    /// The user's tokens.
    pub(in crate::check) at: TokenStream,
    pub(in crate::check) kind: Kind,
    /// Where it stands among all parts, each before those inside it; given by
    /// [`Written::numbered`].
    pub(super) ids: Range<usize>,
}

pub(in crate::check) enum Kind {
    Is(Atom),
    /// INVARIANT: at least one.
    Any(Vec<Part>),
    /// INVARIANT: at least one.
    All(Vec<Part>),
    Not(Box<Part>),
}

impl Part {
    pub(in crate::check) fn new(at: TokenStream, kind: Kind) -> Self {
        Self { at, kind, ids: 0..0 }
    }

    pub(super) fn id(&self) -> usize {
        self.ids.start
    }

    /// The parts directly inside.
    pub(super) fn inside(&self) -> &[Part] {
        match &self.kind {
            Kind::Is(_) => &[],
            Kind::Any(parts) | Kind::All(parts) => parts,
            Kind::Not(part) => std::slice::from_ref(part),
        }
    }

    pub(super) fn is_all(&self) -> bool {
        matches!(self.kind, Kind::All(_))
    }

    /// Itself and all that is inside.
    pub(super) fn each<'a>(&'a self, visit: &mut impl FnMut(&'a Part)) {
        visit(self);
        for part in self.inside() {
            part.each(visit);
        }
    }

    fn number(&mut self, next: &mut usize) {
        let first = *next;
        *next += 1;
        match &mut self.kind {
            Kind::Is(_) => {}
            Kind::Any(parts) | Kind::All(parts) => {
                parts.iter_mut().for_each(|part| part.number(next));
            }
            Kind::Not(part) => part.number(next),
        }
        self.ids = first..*next;
    }
}

impl Written {
    /// To be called before anything is weighed.
    pub(in crate::check) fn numbered(mut self) -> Self {
        let mut next = 0;
        let on = self.on.iter_mut().flat_map(|on| &mut on.clauses);
        for clause in self.clauses.iter_mut().chain(on) {
            clause.part.number(&mut next);
        }
        self
    }

    /// The clauses of every place.
    pub(super) fn all(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().chain(self.on.iter().flat_map(|on| &on.clauses))
    }
}
