//! The decision as one would say it aloud, endpoint by endpoint. It shares nothing with what it
//! judges: no type, no function, no constant.

mod claims;
mod hierarchy;
mod lists;
mod policies;
mod require;
mod schemes;
mod verbs;

/// Somebody who wants to enter, or nobody: who came by no scheme, has nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Caller {
    pub(crate) came_by: Option<&'static str>,
    pub(crate) roles: Vec<&'static str>,
    pub(crate) permissions: Vec<&'static str>,
    pub(crate) scopes: Vec<&'static str>,
    pub(crate) claims: Vec<(&'static str, Json)>,
}

/// What a claim says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Boolean(bool),
    Integer(i64),
    Fraction(f64),
    Text(&'static str),
    Array(Vec<Json>),
    /// An object of one member.
    Object(&'static str, Box<Json>),
}

/// What an endpoint says of whom it lets in.
pub(crate) struct Policy {
    /// The handler.
    pub(crate) name: &'static str,
    pub(crate) allows: fn(verb: &str, who: &Caller) -> bool,
    /// The schemes by which one can be known there.
    schemes: &'static [&'static str],
}

pub(crate) fn policies() -> impl Iterator<Item = &'static Policy> {
    let kinds = [
        lists::POLICIES,
        claims::POLICIES,
        hierarchy::POLICIES,
        require::POLICIES,
        policies::POLICIES,
        schemes::POLICIES,
        verbs::POLICIES,
    ];
    kinds.into_iter().flatten()
}

impl Policy {
    /// What is answered: come in, who are you, or not you.
    pub(crate) fn status(&self, verb: &str, who: &Caller) -> u16 {
        let recognized = self.schemes.iter().any(|scheme| who.by(scheme));
        match (self.allows)(verb, who) {
            true => 200,
            false if recognized => 403,
            false => 401,
        }
    }
}

/// Known by the scheme of endpoints that speak of none.
fn known(who: &Caller) -> bool {
    who.by("token")
}

/// A `HEAD` is a `GET` to whoever does not tell them apart.
fn reads(verb: &str) -> bool {
    verb == "GET" || verb == "HEAD"
}

impl Caller {
    fn by(&self, scheme: &str) -> bool {
        self.came_by == Some(scheme)
    }

    fn role(&self, name: &str) -> bool {
        self.roles.contains(&name)
    }

    fn permission(&self, name: &str) -> bool {
        self.permissions.contains(&name)
    }

    fn scope(&self, name: &str) -> bool {
        self.scopes.contains(&name)
    }

    /// The claim is there, and says something.
    fn claim(&self, name: &str) -> bool {
        match self.said(name) {
            None | Some(Json::Null | Json::Text("")) => false,
            Some(Json::Array(items)) => !items.is_empty(),
            Some(_) => true,
        }
    }

    /// The claim says this, alone or among others.
    fn claim_is(&self, name: &str, value: impl Into<Json>) -> bool {
        let value = value.into();
        match self.said(name) {
            None => false,
            Some(Json::Array(items)) => items.contains(&value),
            Some(single) => *single == value,
        }
    }

    fn said(&self, name: &str) -> Option<&Json> {
        self.claims.iter().find(|(own, _)| *own == name).map(|(_, said)| said)
    }
}

impl From<&'static str> for Json {
    fn from(text: &'static str) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<bool> for Json {
    fn from(boolean: bool) -> Self {
        Self::Boolean(boolean)
    }
}

/// The functions of these names as the policies of the endpoints of these names; behind a name
/// the schemes by which one can be known there, if not by the default one.
macro_rules! spoken {
    ($($name:ident),* $(,)?) => {
        $crate::oracle::spoken![$($name: ["token"]),*]
    };
    ($($name:ident: [$($scheme:literal),*]),* $(,)?) => {
        &[$($crate::oracle::Policy {
            name: stringify!($name),
            allows: $name,
            schemes: &[$($scheme),*],
        }),*]
    };
}
use spoken;
