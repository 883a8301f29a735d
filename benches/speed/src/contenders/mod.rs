//! Who is compared: each a function that builds the same server.

mod axum_bare;
mod bare;
mod fastapi;
mod grants;
mod hand_written;
mod jwt_auth_middleware;
mod jwt_authorizer;
mod limit;
mod portcullis;

use std::process::Command;
use std::sync::Arc;

use actix_web::web::ServiceConfig;

use crate::job::{Case, Job, Keys};

pub(crate) struct Contender {
    /// On the command line.
    pub(crate) id: &'static str,
    /// In the tables.
    pub(crate) title: &'static str,
    pub(crate) build: Build,
    pub(crate) field: Field,
    pub(crate) algorithms: &'static [Keys],
    /// Whether it asks who is calling.
    pub(crate) guards: bool,
}

impl Contender {
    /// Whether it belongs in a table of this case. The floor always does: it is the unit.
    pub(crate) fn takes_part(&self, case: Case) -> bool {
        self.guards || case == Case::Allow || self.id == BARE.id
    }
}

/// The server, by what it is written in.
pub(crate) enum Build {
    Actix(fn(Job) -> Routes),
    Axum(fn(Job) -> axum::Router),
    /// A program of its own, for the loopback run only.
    Program(fn(usize) -> Result<Command, String>),
}

/// What an actix `App` is configured with, in each worker.
pub(crate) type Routes = Arc<dyn Fn(&mut ServiceConfig) + Send + Sync>;

/// Where the token stands in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// `Authorization: Bearer …`
    Bearer,
    /// A header of this name.
    Named(&'static str),
}

impl Field {
    /// Name and value of the header that carries a token.
    pub(crate) fn carry(self, token: &str) -> (&'static str, String) {
        match self {
            Self::Bearer => ("authorization", format!("Bearer {token}")),
            Self::Named(name) => (name, token.to_owned()),
        }
    }
}

pub(crate) const BARE: Contender = Contender {
    id: "bare",
    title: "bare actix, no guard",
    build: Build::Actix(bare::routes),
    field: Field::Bearer,
    algorithms: &Keys::ALL,
    guards: false,
};

pub(crate) const AXUM_BARE: Contender = Contender {
    id: "axum-bare",
    title: "bare axum, no guard",
    build: Build::Axum(axum_bare::router),
    field: Field::Bearer,
    algorithms: &Keys::ALL,
    guards: false,
};

pub(crate) const HAND_WRITTEN: Contender = Contender {
    id: "hand-written",
    title: "extractor by hand, jsonwebtoken 11",
    build: Build::Actix(hand_written::routes),
    field: Field::Bearer,
    algorithms: &Keys::ALL,
    guards: true,
};

pub(crate) const GRANTS: Contender = Contender {
    id: "grants",
    title: "actix-web-httpauth, jsonwebtoken, actix-web-grants",
    build: Build::Actix(grants::routes),
    field: Field::Bearer,
    algorithms: &Keys::ALL,
    guards: true,
};

pub(crate) const JWT_AUTH_MIDDLEWARE: Contender = Contender {
    id: "jwt-auth-middleware",
    title: "actix-jwt-auth-middleware 0.5",
    build: Build::Actix(jwt_auth_middleware::routes),
    field: Field::Named(jwt_auth_middleware::HEADER),
    algorithms: &[Keys::Hs256],
    guards: true,
};

pub(crate) const JWT_AUTHORIZER: Contender = Contender {
    id: "jwt-authorizer",
    title: "axum, jwt-authorizer 0.15",
    build: Build::Axum(jwt_authorizer::router),
    field: Field::Bearer,
    algorithms: &Keys::ALL,
    guards: true,
};

pub(crate) const LIMIT: Contender = Contender {
    id: "limit",
    title: "hand-tuned limit",
    build: Build::Actix(limit::cold),
    field: Field::Bearer,
    algorithms: &[Keys::Hs256],
    guards: true,
};

pub(crate) const LIMIT_WARM: Contender = Contender {
    id: "limit-warm",
    title: "hand-tuned limit, tokens cached",
    build: Build::Actix(limit::warm),
    field: Field::Bearer,
    algorithms: &[Keys::Hs256],
    guards: true,
};

pub(crate) const PORTCULLIS: Contender = Contender {
    id: "portcullis",
    title: "**Portcullis, cold**",
    build: Build::Actix(portcullis::cold),
    field: Field::Bearer,
    algorithms: &Keys::ALL,
    guards: true,
};

pub(crate) const PORTCULLIS_WARM: Contender = Contender {
    id: "portcullis-warm",
    title: "**Portcullis, warm**",
    build: Build::Actix(portcullis::warm),
    field: Field::Bearer,
    algorithms: &Keys::ALL,
    guards: true,
};

pub(crate) const FASTAPI: Contender = Contender {
    id: "fastapi",
    title: "FastAPI, PyJWT, uvicorn",
    build: Build::Program(fastapi::program),
    field: Field::Bearer,
    algorithms: &[Keys::Hs256],
    guards: true,
};

/// Whoever runs in this process.
pub(crate) const IN_PROCESS: &[&Contender] = &[
    &BARE,
    &AXUM_BARE,
    &HAND_WRITTEN,
    &GRANTS,
    &JWT_AUTH_MIDDLEWARE,
    &JWT_AUTHORIZER,
    &LIMIT,
    &LIMIT_WARM,
    &PORTCULLIS,
    &PORTCULLIS_WARM,
];
