//! Servers with a cookie and a token scheme, and what can be sent to them.

use std::time::Duration;

use actix_web::http::header::{AUTHORIZATION, COOKIE, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, HttpRequest};
use portcullis::{
    Answer, Challenge, CookieSession, Error, Found, JwtBearer, Portcullis, Principal, Scheme,
    SessionKey, SessionStore, Sessions, SqliteStore, endpoint,
};
use tempfile::TempDir;

const KEY: [u8; 32] = *b"0123456789abcdef0123456789ABCDEF";

#[endpoint(post = "/sign-in", anonymous)]
async fn sign_in(sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_in(Principal::new("carla")).await?;
    Ok("welcome")
}

/// Credentials of one kind, as they may arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sent {
    Nothing,
    Good,
    Bad,
    /// Whoever knows whether they hold cannot be asked.
    Unavailable,
}

pub(super) const ALL: [Sent; 4] = [Sent::Nothing, Sent::Good, Sent::Bad, Sent::Unavailable];

/// Tokens that are looked up in a store: a scheme of the application.
#[derive(Debug)]
struct StoredTokens(SqliteStore);

impl Scheme for StoredTokens {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        if !request.headers().contains_key(AUTHORIZATION) {
            return Answer::Ready(Found::Nothing);
        }
        Answer::later(async {
            match self.0.find(&SessionKey::new([0; 32]), 0).await {
                Ok(_) => Found::rejected("nobody has such a token"),
                Err(error) => Found::Unavailable(error),
            }
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::bearer()
    }

    fn ambient(&self) -> bool {
        false
    }
}

/// A server, and good credentials for it.
pub(super) struct Site {
    portcullis: Portcullis,
    cookie: String,
    token: String,
    _folder: TempDir,
}

/// Which scheme is registered first, and so the default one.
#[derive(Clone, Copy)]
pub(super) enum Default {
    Jwt,
    Cookie,
}

impl Site {
    /// With stores that cannot be asked where such credentials are to be sent.
    pub(super) async fn for_these(cookie: Sent, token: Sent, default: Default) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.sqlite");
        let store = SqliteStore::open(&file).await.unwrap();
        let closed = SqliteStore::open(&file).await.unwrap();
        closed.close().await;
        let sessions = CookieSession::stored(store.clone());
        let jwt = JwtBearer::hs256(KEY).issuer("tests").audience("api");
        let builder = match default {
            Default::Jwt => Portcullis::builder().scheme("jwt", jwt).scheme("cookie", sessions),
            Default::Cookie => Portcullis::builder().scheme("cookie", sessions).scheme("jwt", jwt),
        };
        let portcullis = builder.build().unwrap();
        let good = portcullis.tokens().scheme("jwt").subject("tom");
        let token_text = good.expires_in(Duration::from_secs(60)).sign().unwrap();
        let cookie_text = signed_in(&portcullis).await;
        if cookie == Sent::Unavailable {
            store.close().await;
        }
        let portcullis = if token == Sent::Unavailable {
            let builder = Portcullis::builder();
            let (tokens, sessions) = (StoredTokens(closed), CookieSession::stored(store));
            let builder = match default {
                Default::Jwt => builder.scheme("jwt", tokens).scheme("cookie", sessions),
                Default::Cookie => builder.scheme("cookie", sessions).scheme("jwt", tokens),
            };
            builder.build().unwrap()
        } else {
            portcullis
        };
        Self { portcullis, cookie: cookie_text, token: token_text, _folder: folder }
    }

    /// A request with credentials of both kinds.
    pub(super) fn request(&self, cookie: Sent, token: Sent) -> TestRequest {
        let request = TestRequest::default().insert_header(("sec-fetch-site", "same-origin"));
        let request = match cookie {
            Sent::Nothing => request,
            Sent::Good | Sent::Unavailable => request.insert_header((COOKIE, self.cookie.clone())),
            Sent::Bad => request.insert_header((COOKIE, changed(&self.cookie))),
        };
        match token {
            Sent::Nothing => request,
            Sent::Good | Sent::Unavailable => {
                request.insert_header((AUTHORIZATION, format!("Bearer {}", self.token)))
            }
            Sent::Bad => {
                request.insert_header((AUTHORIZATION, format!("Bearer {}", changed(&self.token))))
            }
        }
    }

    pub(super) async fn send(&self, request: TestRequest) -> Reply {
        let app = init_service(App::new().configure(self.portcullis.mount())).await;
        let response = call_service(&app, request.to_request()).await;
        let headers = response.headers();
        let challenges = headers.get_all(WWW_AUTHENTICATE);
        Reply {
            status: response.status().as_u16(),
            challenges: challenges.map(|one| one.to_str().unwrap().to_owned()).collect(),
            retry: headers.contains_key(RETRY_AFTER),
            body: String::from_utf8_lossy(&read_body(response).await).into_owned(),
        }
    }
}

/// An answer, as far as schemes go.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    /// One for each `WWW-Authenticate`.
    pub(super) challenges: Vec<String>,
    /// Whether there is a `Retry-After`.
    pub(super) retry: bool,
    pub(super) body: String,
}

/// The `Cookie` header of a browser in which carla has signed in.
async fn signed_in(portcullis: &Portcullis) -> String {
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = TestRequest::post().uri("/sign-in");
    let request = request.insert_header(("sec-fetch-site", "same-origin"));
    let response = call_service(&app, request.to_request()).await;
    let cookie = response.headers().get("set-cookie").unwrap().to_str().unwrap();
    cookie.split_once(';').unwrap().0.to_owned()
}

/// Another value that looks like a good one: a character of its end is changed.
fn changed(text: &str) -> String {
    let at = text.len() - 10;
    let other = if &text[at..=at] == "A" { "B" } else { "A" };
    format!("{}{other}{}", &text[..at], &text[at + 1..])
}
