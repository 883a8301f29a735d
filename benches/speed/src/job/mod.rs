//! The one job that every contender does: a GET by a caller with a token, and what is demanded.

mod answer;
mod case;
mod claims;
mod keys;
mod token;

pub(crate) use answer::{Answer, Denied, HELLO};
pub(crate) use case::Case;
pub(crate) use claims::Claims;
pub(crate) use keys::{Keys, SECRET};
pub(crate) use token::{AUDIENCE, ISSUER, Tokens};

/// The path of the job. Where there are many endpoints, see [`Job::path`].
pub(crate) const PATH: &str = "/job";

/// What differs between the tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Job {
    pub(crate) keys: Keys,
    /// In the token.
    pub(crate) permissions: usize,
    /// In the server; the request is for the last. With one, it has no parameter.
    pub(crate) endpoints: Endpoints,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Endpoints {
    /// One, without a parameter.
    One,
    /// This many, with a parameter each.
    Many(usize),
}

impl Job {
    /// The job of the anchor: HS256, eight permissions, one endpoint.
    pub(crate) const PLAIN: Self =
        Self { keys: Keys::Hs256, permissions: 8, endpoints: Endpoints::One };

    pub(crate) fn tokens(self) -> Tokens {
        Tokens::new(self.keys, self.permissions)
    }

    /// Of the request.
    pub(crate) fn path(self) -> String {
        match self.endpoints {
            Endpoints::One => PATH.to_owned(),
            Endpoints::Many(many) => many::PATHS[many - 1].replace("{id}", "7"),
        }
    }
}
