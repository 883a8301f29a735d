//! What an attribute and its handler mean. Whatever makes no sense has no shape here, so that
//! `expand` has nothing to judge.

mod across;
mod broken;
mod items;
mod name;
mod non_empty;

use syn::ext::IdentExt;
use syn::{Attribute, Expr, ExprPath, Ident, LitStr, Path, Signature, Type, Visibility};

pub(crate) use self::across::{Across, Written};
pub(crate) use self::broken::{Broken, Named, Remains};
pub(crate) use self::items::{BrokenItems, Constant, Definition, Group, Policies};
pub(crate) use self::name::{Atom, Literal, Name};
pub(crate) use self::non_empty::NonEmpty;
use crate::words::{Notice, Verb};

pub(crate) struct Endpoint {
    /// The crate `portcullis`, as the user's crate calls it.
    pub(crate) runtime: Path,
    pub(crate) handler: Handler,
    pub(crate) policy: Policy,
}

/// All that the attribute says.
pub(crate) struct Policy {
    pub(crate) group: Option<ExprPath>,
    /// In the order written: the expansion is part of the build's fingerprint.
    pub(crate) routes: NonEmpty<Route>,
    pub(crate) access: Access,
    pub(crate) across: Across,
    /// Empty for the default scheme.
    pub(crate) schemes: Vec<Name>,
    pub(crate) manual: bool,
    pub(crate) accept: Vec<Notice>,
    pub(crate) about: About,
    pub(crate) wrap: Option<Expr>,
    pub(crate) warning: Option<Warning>,
}

pub(crate) struct Route {
    pub(crate) verb: Verb,
    pub(crate) path: LitStr,
}

pub(crate) enum Access {
    /// Everyone, on every verb. INVARIANT: then nothing is demanded.
    Anonymous,
    Guarded(Guarded),
}

/// Any authenticated caller may enter, unless rules say more.
pub(crate) struct Guarded {
    /// The verbs on which everyone may enter, and nothing is judged.
    pub(crate) anonymous: Vec<Verb>,
    /// All of them must hold.
    pub(crate) rules: Vec<Rule>,
    pub(crate) on: Vec<(Verb, NonEmpty<Rule>)>,
    pub(crate) checks: Vec<Check>,
}

/// A function that says whether a caller may touch what is asked for.
pub(crate) struct Check {
    /// The only verb on which it is asked.
    pub(crate) verb: Option<Verb>,
    pub(crate) of: ExprPath,
}

pub(crate) enum Rule {
    Is(Atom),
    Any(NonEmpty<Rule>),
    All(NonEmpty<Rule>),
    Not(Box<Rule>),
}

impl Rule {
    /// All that it asks for.
    pub(crate) fn atoms(&self) -> Vec<&Atom> {
        match self {
            Self::Is(atom) => vec![atom],
            Self::Any(rules) | Self::All(rules) => rules.iter().flat_map(Self::atoms).collect(),
            Self::Not(rule) => rule.atoms(),
        }
    }
}

#[derive(Default)]
pub(crate) struct About {
    pub(crate) name: Option<LitStr>,
    pub(crate) summary: Option<LitStr>,
    pub(crate) description: Option<LitStr>,
    pub(crate) tags: Vec<LitStr>,
}

/// Told by rustc at the user's word, without refusing the endpoint.
pub(crate) struct Warning {
    pub(crate) at: Ident,
    pub(crate) note: String,
}

/// A function that actix can call.
pub(crate) struct Handler {
    pub(crate) docs: Vec<Attribute>,
    /// Every generated item is there exactly when the handler is.
    pub(crate) cfgs: Vec<Attribute>,
    /// All but the docs.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) signature: Signature,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) body: proc_macro2::Group,
}

pub(crate) struct Argument {
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) of: Type,
}

impl Handler {
    pub(crate) fn name(&self) -> &Ident {
        &self.signature.ident
    }

    /// The name as reports show it.
    pub(crate) fn text(&self) -> LitStr {
        LitStr::new(&self.name().unraw().to_string(), self.name().span())
    }
}

impl Policy {
    /// May everyone come, by every verb?
    pub(crate) fn is_open(&self) -> bool {
        match &self.access {
            Access::Anonymous => true,
            Access::Guarded(guarded) => {
                self.verbs().iter().all(|verb| guarded.anonymous.contains(verb))
            }
        }
    }

    /// Each verb once, in the order of the routes.
    pub(crate) fn verbs(&self) -> Vec<Verb> {
        let mut verbs = Vec::new();
        for route in self.routes.iter() {
            if !verbs.contains(&route.verb) {
                verbs.push(route.verb);
            }
        }
        verbs
    }
}
