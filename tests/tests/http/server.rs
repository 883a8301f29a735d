//! The server that every row is sent to, and the tokens that rows name.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use jsonwebtoken::{EncodingKey, Header};
use portcullis::{JwtBearer, Portcullis};
use serde_json::{Value, json};

const SECRET: &[u8] = b"forty bytes that only the servers know!!";
const FORGERS: &[u8] = b"forty bytes that a forger has made up...";
const ISSUER: &str = "https://issuer.example";
const AUDIENCE: &str = "api";

/// A real server of one worker, and whoever calls it.
pub(crate) struct Server {
    pub(crate) running: actix_test::TestServer,
    /// What stands for a token in a request, and the token; for fields, too.
    names: Vec<(&'static [u8], String)>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let jwt = JwtBearer::hs256(SECRET).issuer(ISSUER).audience(AUDIENCE);
        let portcullis = Portcullis::builder().scheme("jwt", jwt).build().unwrap();
        let new = |subject| portcullis.tokens().subject(subject).expires_in(HOUR);
        let names = vec![
            (&b"<admin>"[..], new("admin").roles(["Admin"]).scopes(["read"]).sign().unwrap()),
            (b"<eve>", new("eve").sign().unwrap()),
            (b"<reader>", new("reader").scopes(["read"]).sign().unwrap()),
            (b"<forged>", signed(FORGERS, json!({"role": "Admin"}))),
            (b"<8192 bytes>", of_length(8192)),
            (b"<8193 bytes>", of_length(8193)),
            (b"<100 fields>", "X: y\r\n".repeat(100)),
        ];
        let running = actix_test::start_with(actix_test::config().h1(), move || {
            App::new().configure(portcullis.mount())
        });
        Self { running, names }
    }

    /// A request with the tokens that it names, and with the length of its body.
    pub(crate) fn fill_in(&self, request: &[u8]) -> Vec<u8> {
        let mut filled = request.to_vec();
        for (name, value) in &self.names {
            filled = replace(&filled, name, value);
        }
        let end = filled.windows(4).position(|four| four == b"\r\n\r\n");
        let length = end.map_or(0, |end| filled.len() - end - 4);
        replace(&filled, b"<length>", &length.to_string())
    }
}

const HOUR: Duration = Duration::from_secs(3600);

/// A token of the server's issuer that says this besides.
pub(crate) fn token_that_says(claims: Value) -> String {
    signed(SECRET, claims)
}

fn signed(key: &[u8], claims: Value) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let mut all =
        json!({"sub": "x", "iss": ISSUER, "aud": AUDIENCE, "exp": (now + HOUR).as_secs()});
    all.as_object_mut().unwrap().extend(claims.as_object().unwrap().clone());
    jsonwebtoken::encode(&Header::default(), &all, &EncodingKey::from_secret(key)).unwrap()
}

/// A sound token of this many bytes.
fn of_length(bytes: usize) -> String {
    let token = |padding| token_that_says(json!({"padding": "x".repeat(padding)}));
    // Base64 makes four bytes of three.
    let least = (bytes - token(0).len()) / 4 * 3 - 3;
    (least..)
        .map(token)
        .find(|token| token.len() >= bytes)
        .filter(|token| token.len() == bytes)
        .unwrap()
}

fn replace(text: &[u8], name: &[u8], value: &str) -> Vec<u8> {
    let mut replaced = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.windows(name.len()).position(|part| part == name) {
        replaced.extend_from_slice(&rest[..at]);
        replaced.extend_from_slice(value.as_bytes());
        rest = &rest[at + name.len()..];
    }
    replaced.extend_from_slice(rest);
    replaced
}
