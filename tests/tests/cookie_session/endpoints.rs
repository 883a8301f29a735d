//! What browsers call.

use std::time::{Duration, UNIX_EPOCH};

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, Responder, web};
use portcullis::{Denied, Error, Principal, Sessions, endpoint};
use portcullis_tests::Spelled;

/// Signs in whoever `x-who` spells out; `x-issuer` and `x-expires` say more.
#[endpoint(post = "/sign-in", get = "/sign-in", anonymous)]
async fn sign_in(request: HttpRequest, sessions: Sessions) -> Result<&'static str, Error> {
    let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap());
    let mut who = Spelled::caller(header("x-who").unwrap_or("ada"));
    if let Some(issuer) = header("x-issuer") {
        who = who.issuer(issuer);
    }
    if let Some(seconds) = header("x-expires") {
        who = who.expires(UNIX_EPOCH + Duration::from_secs(seconds.parse().unwrap()));
    }
    let sessions = match header("x-scheme") {
        Some(name) => sessions.scheme(name),
        None => sessions,
    };
    sessions.sign_in(who).await?;
    Ok("welcome")
}

/// With a claim of this many bytes.
#[endpoint(post = "/sign-in/{bytes}", anonymous)]
async fn sign_in_large(bytes: web::Path<usize>, sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_in(Principal::new("ada").claim("c", "x".repeat(*bytes))).await?;
    Ok("welcome")
}

#[endpoint(post = "/sign-out", get = "/sign-out", anonymous)]
async fn sign_out(sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_out().await?;
    Ok("good-bye")
}

#[endpoint(post = "/twice", anonymous)]
async fn twice(sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_in(Principal::new("first")).await?;
    sessions.sign_in(Principal::new("second")).await?;
    Ok("welcome")
}

#[endpoint(post = "/in-and-out", anonymous)]
async fn in_and_out(sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_in(Principal::new("ada")).await?;
    sessions.sign_out().await?;
    Ok("good-bye")
}

#[endpoint(post = "/out-and-in", anonymous)]
async fn out_and_in(sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_out().await?;
    sessions.sign_in(Principal::new("ada")).await?;
    Ok("welcome")
}

/// Signs in, and fails.
#[endpoint(post = "/sign-in-and-fail", anonymous)]
async fn sign_in_and_fail(sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_in(Principal::new("ada")).await?;
    Err(Error::invalid_credentials("after all"))
}

/// Changes the roles of whoever calls.
#[endpoint(post = "/promote")]
async fn promote(caller: Principal, sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_in(caller.role("Promoted")).await?;
    Ok("promoted")
}

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    let list = |names: &mut dyn Iterator<Item = &str>| names.collect::<Vec<_>>().join(",");
    format!(
        "{} by {}; roles {}; permissions {}; scopes {}; dept {:?}; scheme {}",
        caller.id(),
        caller.issued_by(),
        list(&mut caller.roles()),
        list(&mut caller.permissions()),
        list(&mut caller.scopes()),
        caller.claim_as::<String>("dept"),
        caller.scheme(),
    )
}

/// The session's own claims, and until when it is good.
#[endpoint(get = "/session")]
async fn session(caller: Principal) -> String {
    let until = caller.expires_at().unwrap().duration_since(UNIX_EPOCH).unwrap();
    format!(
        "{}/{}/{}",
        caller.claim_as::<String>("sid").unwrap(),
        caller.claim_as::<u64>("iat").unwrap(),
        until.as_secs()
    )
}

#[endpoint(get = "/checked", post = "/checked", authorize(never))]
async fn checked() -> &'static str {
    "in"
}

async fn never() -> Result<(), Denied> {
    Err(Denied::Forbidden)
}

#[endpoint(get = "/admin", roles("Admin"))]
async fn admin() -> &'static str {
    "in"
}

#[endpoint(post = "/change")]
async fn change(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(get = "/open", anonymous)]
async fn open(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
}

/// Says itself how it may be cached.
#[endpoint(get = "/logo")]
async fn logo() -> impl Responder {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, max-age=60")).body("logo")
}

#[endpoint(get = "/other", schemes("other"))]
async fn other(caller: Principal) -> String {
    format!("{} by {}", caller.id(), caller.issued_by())
}

/// From a session of one scheme to one of another, with one more role.
#[endpoint(post = "/exchange", schemes("other"))]
async fn exchange(caller: Principal, sessions: Sessions) -> Result<&'static str, Error> {
    sessions.scheme("cookie").sign_in(caller.role("Exchanged")).await?;
    Ok("exchanged")
}
