//! Endpoints with different lists of schemes.

use portcullis::{Principal, endpoint};

const TOKEN: &str = "jwt";

fn shown(caller: Option<&Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| format!("{} by {}", caller.id(), caller.scheme()))
}

#[endpoint(get = "/token-first", post = "/token-first", schemes(TOKEN, "cookie"))]
async fn token_first(caller: Principal) -> String {
    shown(Some(&caller))
}

#[endpoint(get = "/cookie-first", post = "/cookie-first", schemes("cookie", TOKEN))]
async fn cookie_first(caller: Principal) -> String {
    shown(Some(&caller))
}

/// Everyone may look; nobody has the role.
#[endpoint(
    get = "/open/token-first",
    post = "/open/token-first",
    schemes(TOKEN, "cookie"),
    roles("Owner"),
    anonymous(GET)
)]
async fn open_token_first(caller: Option<Principal>) -> String {
    shown(caller.as_ref())
}

#[endpoint(
    get = "/open/cookie-first",
    post = "/open/cookie-first",
    schemes("cookie", TOKEN),
    roles("Owner"),
    anonymous(GET)
)]
async fn open_cookie_first(caller: Option<Principal>) -> String {
    shown(caller.as_ref())
}

#[endpoint(get = "/default")]
async fn default(caller: Principal) -> String {
    shown(Some(&caller))
}

#[endpoint(get = "/token", schemes(TOKEN))]
async fn token(caller: Principal) -> String {
    shown(Some(&caller))
}

#[endpoint(get = "/cookie", schemes("cookie"))]
async fn cookie(caller: Principal) -> String {
    shown(Some(&caller))
}

/// A rule about the scheme narrows the list.
#[endpoint(get = "/only-by-token", schemes("cookie", TOKEN), require(scheme(TOKEN) || role("Admin")))]
async fn only_by_token(caller: Principal) -> String {
    shown(Some(&caller))
}
