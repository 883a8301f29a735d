//! Users as arguments of functions in `authorize`.

use actix_web::http::Method;
use portcullis::{Authorized, Cause, CurrentUser, Denied, Error, Outcome, Principal, endpoint};

use crate::served::{ask, get};
use crate::users::{Does, Profile, User};

async fn is_named(user: CurrentUser<User>, caller: Principal) -> Result<(), Denied> {
    if user.name == caller.id() { Ok(()) } else { Err(Denied::Forbidden) }
}

/// Lets in whoever has no user: or so it thinks.
async fn tolerates(
    user: Option<CurrentUser<User>>,
    _: Result<CurrentUser<User>, Error>,
) -> Result<(), Denied> {
    drop(user);
    Ok(())
}

async fn hides(user: Option<CurrentUser<User>>) -> Result<(), Denied> {
    user.map(drop).ok_or(Denied::NotFound)
}

async fn next(profile: CurrentUser<Profile>) -> Result<String, Denied> {
    Ok(profile.0.0.clone())
}

#[endpoint(get = "/named", post = "/named", anonymous(POST), authorize(is_named))]
async fn named(user: Option<CurrentUser<User>>) -> String {
    user.map_or("nobody".to_owned(), |user| user.name.clone())
}

#[endpoint(get = "/tolerated", authorize(tolerates, next))]
async fn tolerated(profile: Authorized<String>) -> String {
    profile.to_string()
}

#[endpoint(get = "/hidden", authorize(hides))]
async fn hidden() -> &'static str {
    "in"
}

const FAILURES: [(Does, u16, Cause); 5] = [
    (Does::FindNobody, 401, Cause::Rejected),
    (Does::FindDisabled, 401, Cause::Rejected),
    (Does::Fail, 503, Cause::Unavailable),
    (Does::Panic, 500, Cause::Failed),
    (Does::PanicAtOnce, 500, Cause::Failed),
];

#[actix_web::test]
async fn a_check_and_the_handler_share_a_user() {
    let told = get(Does::Find, "/named", "eve").await;
    assert_eq!((told.status, &*told.body), (200, "eve"));
    assert_eq!(told.asked, ["eve of urn:portcullis:scheme:spelled"]);
    assert_eq!(get(Does::Find, "/tolerated", "eve").await.body, "eve's profile");
    // Nothing is asked on an anonymous verb, but by the handler.
    let told = ask(Does::FindDisabled, Method::POST, "/named", Some("eve")).await;
    assert_eq!((told.status, &*told.body, told.asked.len()), (200, "nobody", 1));
}

#[actix_web::test]
async fn who_has_no_user_goes_no_further_whatever_the_check_says() {
    for path in ["/named", "/tolerated", "/hidden"] {
        for (does, status, cause) in FAILURES {
            let told = get(does, path, "eve").await;
            assert_eq!(told.status, status, "{path} {does:?}");
            // One refusal, and no entry before it.
            assert_eq!(told.outcomes, [Outcome::Denied(cause)], "{path} {does:?}");
            assert_eq!(told.asked.len(), 1, "{path} {does:?}: {:?}", told.asked);
            let challenged =
                told.headers.contains("Spelled realm") && told.headers.contains("invalid_token");
            assert_eq!(challenged, status == 401, "{path} {does:?}: {}", told.headers);
        }
    }
}
