//! What the findings mean, said by trying every caller. Shares nothing with what it judges but
//! the text of the conditions.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};

use crate::check::weigh::part::{Clause, Kind, On, Part, Schemes, Written};
use crate::model::{Atom, Literal, Name};
use crate::words::Fact;

/// What may be asked of a caller.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ask {
    Role(&'static str),
    Claim(&'static str),
    ClaimIs(&'static str, &'static str),
    Scheme(&'static str),
}

#[derive(Clone)]
pub(super) enum Formula {
    Is(Ask),
    Not(Box<Formula>),
    Any(Vec<Formula>),
    All(Vec<Formula>),
}

#[derive(Clone, Default)]
pub(super) struct Policy {
    pub(super) clauses: Vec<Formula>,
    pub(super) on: Vec<Vec<Formula>>,
    pub(super) elsewhere: bool,
    pub(super) schemes: Option<Vec<&'static str>>,
}

/// One who comes.
pub(super) struct Caller {
    has: Vec<Ask>,
    /// `None`: by a scheme that nothing is said of.
    scheme: Option<&'static str>,
}

/// A part, found by its place among all: each before those inside it, clause by clause.
pub(super) struct Place<'a> {
    pub(super) formula: &'a Formula,
    /// Of the part around it, if that joins several.
    pub(super) parent: Option<usize>,
    pub(super) last: usize,
    /// A clause of its own.
    pub(super) whole: bool,
    pub(super) in_all: bool,
}

impl Formula {
    fn holds(&self, who: &Caller, dropped: &BTreeSet<usize>, next: &mut usize) -> bool {
        *next += 1;
        let joined = |parts: &[Self], all: bool, next: &mut usize| {
            let mut holds = all;
            for part in parts {
                let left_out = dropped.contains(next);
                let one = part.holds(who, dropped, next);
                if !left_out {
                    holds = if all { holds && one } else { holds || one };
                }
            }
            holds
        };
        match self {
            Self::Is(Ask::Scheme(name)) => who.scheme == Some(name),
            Self::Is(ask) => who.has.contains(ask),
            Self::Not(part) => !part.holds(who, dropped, next),
            Self::Any(parts) => joined(parts, false, next),
            Self::All(parts) => joined(parts, true, next),
        }
    }

    /// By itself.
    pub(super) fn is_met_by(&self, who: &Caller) -> bool {
        self.holds(who, &BTreeSet::new(), &mut 0)
    }

    fn asks(&self, found: &mut Vec<Ask>) {
        match self {
            Self::Is(ask) if !found.contains(ask) => found.push(*ask),
            Self::Is(_) => {}
            Self::Not(part) => part.asks(found),
            Self::Any(parts) | Self::All(parts) => parts.iter().for_each(|part| part.asks(found)),
        }
    }

    fn places<'a>(&'a self, parent: Option<usize>, in_all: bool, places: &mut Vec<Place<'a>>) {
        let id = places.len();
        places.push(Place { formula: self, parent, last: id, whole: parent.is_none(), in_all });
        match self {
            Self::Is(_) => {}
            Self::Not(part) => {
                part.places(None, false, places);
                // It stands there alone, and is no clause either.
                places[id + 1].whole = false;
            }
            Self::Any(parts) => parts.iter().for_each(|part| part.places(Some(id), false, places)),
            Self::All(parts) => parts.iter().for_each(|part| part.places(Some(id), true, places)),
        }
        places[id].last = places.len() - 1;
    }

    fn part(&self) -> Part {
        let kind = match self {
            Self::Is(ask) => Kind::Is(ask.atom()),
            Self::Not(part) => Kind::Not(Box::new(part.part())),
            Self::Any(parts) => Kind::Any(parts.iter().map(Self::part).collect()),
            Self::All(parts) => Kind::All(parts.iter().map(Self::part).collect()),
        };
        Part::new(TokenStream::new(), kind)
    }
}

impl Ask {
    fn atom(self) -> Atom {
        match self {
            Self::Role(role) => Atom::Has(Fact::Role, name(role)),
            Self::Claim(claim) => Atom::Has(Fact::Claim, name(claim)),
            Self::ClaimIs(claim, value) => {
                let value = syn::LitStr::new(value, Span::call_site());
                Atom::ClaimIs(name(claim), Literal::Text(value))
            }
            Self::Scheme(scheme) => Atom::Has(Fact::Scheme, name(scheme)),
        }
    }
}

fn name(text: &str) -> Name {
    Name::Text(syn::LitStr::new(text, Span::call_site()))
}

impl Policy {
    pub(super) fn written(&self) -> Written {
        let word = |text| Ident::new(text, Span::call_site());
        let clause = |formula: &Formula| Clause {
            word: word("require"),
            at: TokenStream::new(),
            part: formula.part(),
            is_list: false,
        };
        let clauses = |of: &[Formula]| of.iter().map(clause).collect();
        let on = |of: &Vec<Formula>| On { verb: word("PUT"), clauses: clauses(of) };
        let schemes = |names: &Vec<&str>| Schemes {
            word: word("schemes"),
            names: names.iter().copied().map(name).collect(),
        };
        Written {
            clauses: clauses(&self.clauses),
            on: self.on.iter().map(on).collect(),
            elsewhere: self.elsewhere,
            schemes: self.schemes.as_ref().map(schemes),
            open: false,
        }
        .numbered()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Formula> {
        self.clauses.iter().chain(self.on.iter().flatten())
    }

    pub(super) fn places(&self) -> Vec<Place<'_>> {
        let mut places = Vec::new();
        self.all().for_each(|formula| formula.places(None, false, &mut places));
        places
    }

    /// Everyone who can be, as far as the conditions tell them apart. With `schemes` left aside,
    /// also those who come by no listed one.
    pub(super) fn callers(&self, listed: bool) -> Vec<Caller> {
        let mut asks = Vec::new();
        self.all().for_each(|formula| formula.asks(&mut asks));
        let schemes: Vec<_> = match &self.schemes {
            Some(schemes) => schemes.iter().copied().map(Some).collect(),
            None => asked_schemes(&asks),
        };
        let schemes = if listed { schemes } else { [schemes, vec![None]].concat() };
        asks.retain(|ask| !matches!(ask, Ask::Scheme(_)));
        let mut callers = Vec::new();
        for bits in 0_u32..1 << asks.len() {
            let held = asks.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            let has: Vec<_> = held.map(|(_, ask)| *ask).collect();
            let lacks = |ask: &Ask| asks.contains(ask) && !has.contains(ask);
            // A claim that says something is there; one that says "" may well not be.
            let odd = |ask: &Ask| matches!(ask, Ask::ClaimIs(name, value) if !value.is_empty() && lacks(&Ask::Claim(name)));
            if !has.iter().any(odd) {
                callers.extend(
                    schemes.iter().map(|scheme| Caller { has: has.clone(), scheme: *scheme }),
                );
            }
        }
        callers
    }

    /// Does one enter? By the clauses of all verbs alone, and then by every verb of its own.
    pub(super) fn enters(&self, who: &Caller, dropped: &BTreeSet<usize>) -> Vec<bool> {
        let mut next = 0;
        let mut met = |clauses: &[Formula]| {
            let mut met = true;
            for clause in clauses {
                let left_out = dropped.contains(&next);
                met = (clause.holds(who, dropped, &mut next) || left_out) && met;
            }
            met
        };
        let everywhere = met(&self.clauses);
        let on = self.on.iter().map(|clauses| met(clauses) && everywhere);
        [everywhere].into_iter().chain(on.collect::<Vec<_>>()).collect()
    }
}

fn asked_schemes(asks: &[Ask]) -> Vec<Option<&'static str>> {
    let asked = asks.iter().filter_map(|ask| match ask {
        Ask::Scheme(name) => Some(Some(*name)),
        _ => None,
    });
    asked.chain([None]).collect()
}

impl Caller {
    pub(super) fn scheme(&self) -> Option<&'static str> {
        self.scheme
    }
}
