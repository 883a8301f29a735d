//! What servers answer to the tokens of the catalogue.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::header::{AUTHORIZATION, HeaderValue, WWW_AUTHENTICATE};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Clock, JwtBearer, Portcullis, TokenCache};
use serde_json::Value;

use crate::catalogue::{Expected, MALFORMED, Row, Setting};
use crate::draft::{AUDIENCE, ISSUER, NOW};
use crate::signer::Signer;

#[derive(Debug)]
struct Standing;

impl Clock for Standing {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(NOW)
    }
}

/// What a server remembers of tokens when it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Memory {
    /// Nothing, ever.
    Off,
    /// What it has been asked so far.
    On,
    /// Every honest token of the catalogue, and what it has been asked so far, twice over.
    Full,
}

/// The rows that are not answered as they say.
pub(crate) async fn wrong(rows: &[Row], memory: Memory) -> Vec<String> {
    let mut servers = BTreeMap::<_, Vec<_>>::new();
    for row in rows {
        servers.entry((row.setting, row.signer.name)).or_default().push(row);
    }
    let mut wrong = Vec::new();
    for ((setting, _), rows) in servers {
        let scheme = scheme(setting, rows[0].signer);
        let server = portcullis(match memory {
            Memory::Off => scheme.token_cache(TokenCache::off()),
            Memory::On | Memory::Full => scheme,
        });
        let honest = rows.iter().filter(|row| row.expected == Expected::Entry);
        let asked = match memory {
            Memory::Off | Memory::On => rows.clone(),
            Memory::Full => honest.chain(&rows).chain(&rows).copied().collect(),
        };
        let app = init_service(App::new().configure(server.mount())).await;
        for row in asked {
            let field = HeaderValue::from_str(&format!("Bearer {}", row.token)).unwrap();
            let request = TestRequest::get().uri("/me").insert_header((AUTHORIZATION, field));
            let response = call_service(&app, request.to_request()).await;
            let status = response.status().as_u16();
            let challenge = response.headers().get(WWW_AUTHENTICATE).cloned();
            let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
            let challenge = challenge.as_ref().and_then(|value| value.to_str().ok());
            if !is_as_expected(row.expected, status, challenge, &body) {
                wrong.push(format!("{}: {status} {body}, not {:?}", row.name, row.expected));
            }
        }
    }
    wrong
}

fn is_as_expected(expected: Expected, status: u16, challenge: Option<&str>, body: &str) -> bool {
    let Expected::Refusal(why) = expected else {
        return (status, challenge, body) == (200, None, "alice");
    };
    let (refusal, error) = match why {
        MALFORMED => (400, r#"Bearer realm="api", error="invalid_request""#),
        _ => (401, r#"Bearer realm="api", error="invalid_token""#),
    };
    let problem = serde_json::from_str::<Value>(body).unwrap_or_default();
    let told = problem.get("detail").and_then(Value::as_str);
    status == refusal && challenge == Some(error) && told == Some(why)
}

fn portcullis(scheme: JwtBearer) -> Portcullis {
    let builder = Portcullis::builder().scheme("jwt", scheme).clock(Standing);
    builder.explain_denials(true).build().unwrap()
}

fn scheme(setting: Setting, signer: &Signer) -> JwtBearer {
    let usual = |key| JwtBearer::new(key).issuer(ISSUER).audience(AUDIENCE);
    match setting {
        Setting::Usual => usual(signer.key()),
        Setting::TwoKeys => usual(signer.key().id("2026")).key(signer.other_key().id("2025")),
        Setting::OneHour => usual(signer.key()).max_age(Duration::from_secs(3600)),
        Setting::Secluded => JwtBearer::new(signer.key()),
    }
}
