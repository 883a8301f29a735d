//! A server behind four schemes, and beside each what it was told, for the definition.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::http::header::{AUTHORIZATION, HeaderValue};
use actix_web::test::TestRequest;
use portcullis::{Algorithm, Clock, JwtBearer, Key as Known, Portcullis};
use serde_json::json;

use crate::definition::claims::{Facts, Names};
use crate::definition::keys::{self, Key, SECRETS};
use crate::definition::token::{NOW, Told};
use crate::server::{Answer, Server};

const ISSUER: &str = "https://issuer.example";

const USUAL: Names = Names {
    subject: "sub",
    roles: &["role", "roles"],
    permissions: &["permissions"],
    scopes: &["scope", "scp"],
};

/// The schemes by the path that asks each.
pub(crate) static SCHEMES: [(&str, Told); 4] = [
    (
        "/plain",
        Told {
            keys: &[(None, Key::Hs256(0))],
            issuer: None,
            audiences: &[],
            any_audience: false,
            leeway: 30.0,
            max_age: None,
            most_bytes: 8192,
            names: USUAL,
        },
    ),
    (
        "/strict",
        Told {
            keys: &[
                (Some("new"), Key::Hs256(0)),
                (Some("old"), Key::Hs256(1)),
                (Some("c"), Key::Hs512(2)),
            ],
            issuer: Some(ISSUER),
            audiences: &["api", "web"],
            any_audience: false,
            leeway: 0.0,
            max_age: Some(3600.0),
            most_bytes: 400,
            names: USUAL,
        },
    ),
    (
        "/edge",
        Told {
            keys: &[(Some("ed"), Key::Ed25519)],
            issuer: Some(ISSUER),
            audiences: &[],
            any_audience: true,
            leeway: 30.0,
            max_age: None,
            most_bytes: 8192,
            names: USUAL,
        },
    ),
    (
        "/renamed",
        Told {
            keys: &[(None, Key::Hs512(2))],
            issuer: None,
            audiences: &["api"],
            any_audience: false,
            leeway: 300.0,
            max_age: None,
            most_bytes: 65536,
            names: Names {
                subject: "UserID",
                roles: &["groups"],
                permissions: &["permissions", "can"],
                scopes: &["scope"],
            },
        },
    ),
];

/// A server behind these schemes, which says of a refusal only what it must.
pub(crate) fn server() -> &'static Server {
    thread_local! {
        static SERVER: &'static Server = Server::kept(&portcullis());
    }
    SERVER.with(|server| *server)
}

fn portcullis() -> Portcullis {
    let strict = JwtBearer::hs256(SECRETS[0])
        .key_id("new")
        .key(Known::secret(Algorithm::Hs256, SECRETS[1]).id("old"))
        .key(Known::secret(Algorithm::Hs512, SECRETS[2]).id("c"))
        .issuer(ISSUER)
        .audience("api")
        .audience("web")
        .leeway(Duration::ZERO)
        .max_age(Duration::from_secs(3600))
        .max_token_bytes(400);
    let public = json!({"kty": "OKP", "crv": "Ed25519", "x": keys::public(), "kid": "ed"});
    let edge = JwtBearer::new(Known::jwk(public.to_string()))
        .issuer(ISSUER)
        .dangerous()
        .accept_any_audience();
    let renamed = JwtBearer::new(Known::secret(Algorithm::Hs512, SECRETS[2]))
        .audience("api")
        .leeway(Duration::from_secs(300))
        .max_token_bytes(65536)
        .subject_claim("UserID")
        .role_claims(["groups"])
        .permission_claims(["permissions", "can"])
        .scope_claims(["scope"]);
    Portcullis::builder()
        .module("portcullis_fuzzing::endpoints::tokens")
        .clock(Still)
        .scheme("plain", JwtBearer::hs256(SECRETS[0]))
        .scheme("strict", strict)
        .scheme("edge", edge)
        .scheme("renamed", renamed)
        .build()
        .expect("a sound set-up")
}

/// Time stands still.
#[derive(Debug)]
struct Still;

impl Clock for Still {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(NOW)
    }
}

/// Asks at a path with these fields.
pub(crate) fn ask(path: &str, fields: &[HeaderValue]) -> Answer {
    let request = TestRequest::get().uri(path);
    let with = |request: TestRequest, field: &HeaderValue| {
        request.append_header((AUTHORIZATION, field.clone()))
    };
    server().answer(fields.iter().fold(request, with))
}

/// The caller entered, and is who the token says.
#[track_caller]
pub(crate) fn is_let_in(answer: &Answer, path: &str, facts: &Facts) {
    assert_eq!((answer.status, answer.body.as_str()), (200, spelled(path, facts).as_str()));
}

/// What the handlers say of a caller.
fn spelled(path: &str, facts: &Facts) -> String {
    let scheme = path.strip_prefix('/').unwrap_or(path);
    let vouching = format!("urn:portcullis:scheme:{scheme}");
    json!({
        "id": facts.subject,
        "issuer": facts.issuer.as_deref().unwrap_or(&vouching),
        "roles": facts.roles,
        "permissions": facts.permissions,
        "scopes": facts.scopes,
    })
    .to_string()
}

/// The challenge of `/demanding` to a caller who does not meet its demands.
pub(crate) fn unmet(who: &Facts) -> Option<&'static str> {
    let role = who.has_role("Admin") || who.has_role("Editor");
    let permissions = who.has_permission("A") && who.has_permission("B");
    let suspended = who.has_claim("suspended");
    let last = who.has_scope("read") && !suspended || who.claim_is("dept", "eng");
    match (role && permissions, last) {
        (true, true) => None,
        // Nothing but a scope is missing.
        (true, false) if !suspended => {
            Some(r#"Bearer realm="api", error="insufficient_scope", scope="read""#)
        }
        _ => Some(r#"Bearer realm="api", error="insufficient_scope""#),
    }
}
