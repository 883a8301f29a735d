//! What a provider may answer.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::rt::time::sleep;
use actix_web::web::{Bytes, Data};
use futures_util::stream;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

use crate::Desk;

/// What a provider is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/.well-known/openid-configuration`
    Metadata,
    /// The JWK Set.
    Keys,
}

/// What it answers.
#[derive(Clone, Debug, Default)]
pub enum Behaviour {
    /// The truth.
    #[default]
    Honest,
    /// This document instead.
    Document(Value),
    /// This text, of this content type.
    Text(&'static str, &'static str),
    /// This status, with the truth.
    Status(u16),
    /// The truth, at another address.
    Redirect,
    /// Nothing, with the connection open.
    Stall,
    /// As many mebibytes of a JWK Set.
    Flood(u64),
}

const MEBIBYTE: u64 = 1024 * 1024;

pub(crate) async fn answer(page: Page, desk: &Data<Desk>) -> HttpResponse {
    let behaviour = desk.ask(page);
    let truth = truth(page, desk);
    match behaviour {
        Behaviour::Honest => HttpResponse::Ok().json(truth),
        Behaviour::Document(document) => HttpResponse::Ok().json(document),
        Behaviour::Text(text, kind) => HttpResponse::Ok().content_type(kind).body(text),
        Behaviour::Status(status) => {
            HttpResponse::build(StatusCode::from_u16(status).unwrap()).json(truth)
        }
        Behaviour::Redirect => {
            HttpResponse::Found().insert_header((LOCATION, elsewhere(page))).finish()
        }
        Behaviour::Stall => {
            sleep(Duration::from_secs(3600)).await;
            HttpResponse::NoContent().finish()
        }
        Behaviour::Flood(mebibytes) => flood(desk.clone(), mebibytes),
    }
}

/// The truth at the address that a redirect leads to.
pub(crate) async fn answer_elsewhere(page: Page, desk: Data<Desk>) -> HttpResponse {
    HttpResponse::Ok().json(truth(page, &desk))
}

pub(crate) fn truth(page: Page, desk: &Desk) -> Value {
    match page {
        Page::Metadata => {
            let issuer = &desk.issuer;
            json!({ "issuer": issuer, "jwks_uri": format!("{issuer}/keys"),
                "id_token_signing_alg_values_supported": ["RS256", "ES256"] })
        }
        Page::Keys => desk.key_set(),
    }
}

fn elsewhere(page: Page) -> &'static str {
    match page {
        Page::Metadata => "/elsewhere/metadata",
        Page::Keys => "/elsewhere/keys",
    }
}

/// A set whose text does not end for a long time; each piece is made when it can be sent.
fn flood(desk: Data<Desk>, mebibytes: u64) -> HttpResponse {
    let blanks = Bytes::from(vec![b' '; 16 * 1024]);
    let whole = mebibytes * MEBIBYTE;
    let pieces = stream::unfold(0, move |sent| {
        let (desk, blanks) = (desk.clone(), blanks.clone());
        async move {
            let length = blanks.len() as u64;
            desk.sent.fetch_add(length, Ordering::SeqCst);
            (sent < whole).then_some((Ok::<_, actix_web::Error>(blanks), sent + length))
        }
    });
    HttpResponse::Ok().content_type("application/json").streaming(Box::pin(pieces))
}
