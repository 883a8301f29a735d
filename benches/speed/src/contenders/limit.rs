//! How far safe code on public crates goes for this one job: the key is made once, the claims
//! are read in one pass, straight to bits, and nothing is owned. It is no library: it knows the
//! names of the job only, and is as lenient as `serde_json`.

mod read;

use std::cell::RefCell;
use std::collections::HashMap;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, get};
use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::Routes;
use crate::job::{Denied, HELLO, Job, SECRET};
use read::{Bits, Verified};

pub(super) fn cold(_: Job) -> Routes {
    routes(false)
}

pub(super) fn warm(_: Job) -> Routes {
    routes(true)
}

fn routes(remembers: bool) -> Routes {
    Arc::new(move |config| {
        let key = hmac::Key::new(hmac::HMAC_SHA256, SECRET);
        let known = remembers.then(RefCell::default);
        config.app_data(Verifier { key, known, text: RefCell::default() }).service(restricted);
    })
}

#[get("/job")]
async fn restricted(_: Granted) -> &'static str {
    HELLO
}

/// One for each worker.
struct Verifier {
    key: hmac::Key,
    /// Verified tokens, where they are remembered.
    known: Option<RefCell<HashMap<Box<[u8]>, Verified>>>,
    /// The claims that are being read.
    text: RefCell<Vec<u8>>,
}

/// Verified tokens that are remembered at most.
const MOST: usize = 10_000;

impl Verifier {
    fn bits(&self, token: &[u8]) -> Option<Bits> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
        let known = self.known.as_ref();
        let hit = known.and_then(|known| known.borrow().get(token).copied());
        let verified = match hit {
            Some(verified) => verified,
            None => self.verify(token)?,
        };
        if let (None, Some(known)) = (hit, known) {
            let mut known = known.borrow_mut();
            if known.len() < MOST {
                known.insert(token.into(), verified);
            }
        }
        (now < verified.expires).then_some(verified.bits)
    }

    fn verify(&self, token: &[u8]) -> Option<Verified> {
        let (message, signature) = token.split_at_checked(token.len().checked_sub(44)?)?;
        let payload = message.strip_prefix(HEADER)?;
        let mut tag = [0; 33];
        let length = URL_SAFE_NO_PAD.decode_slice(signature.strip_prefix(b".")?, &mut tag).ok()?;
        hmac::verify(&self.key, message, tag.get(..length)?).ok()?;
        let mut text = self.text.borrow_mut();
        text.clear();
        URL_SAFE_NO_PAD.decode_vec(payload, &mut text).ok()?;
        read::claims(&text)
    }
}

/// The only header that the issuer writes, in base64url, with its dot.
const HEADER: &[u8] = b"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.";

struct Granted;

impl FromRequest for Granted {
    type Error = Denied;
    type Future = Ready<Result<Self, Denied>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match bits(request) {
            Some(bits) if bits.may_enter() => Ok(Self),
            Some(_) => Err(Denied::Forbidden),
            None => Err(Denied::Unauthorized),
        })
    }
}

fn bits(request: &HttpRequest) -> Option<Bits> {
    let field = request.headers().get(AUTHORIZATION)?.as_bytes();
    let (scheme, token) = field.split_at_checked(BEARER.len())?;
    let verifier = request.app_data::<Verifier>().filter(|_| scheme.eq_ignore_ascii_case(BEARER));
    verifier?.bits(token)
}

const BEARER: &[u8] = b"bearer ";
