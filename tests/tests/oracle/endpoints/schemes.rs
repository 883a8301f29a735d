//! By which scheme somebody came.

use portcullis::endpoint;

#[endpoint(get = "/by_badge", schemes("badge"))]
async fn by_badge() -> &'static str {
    "in"
}

#[endpoint(
    get = "/editors_by_badge",
    post = "/editors_by_badge",
    schemes("badge"),
    roles("Editor"),
    anonymous(POST)
)]
async fn editors_by_badge() -> &'static str {
    "in"
}

#[endpoint(get = "/by_either", schemes("badge", "token"))]
async fn by_either() -> &'static str {
    "in"
}

#[endpoint(
    get = "/by_badge_or_as_admin",
    schemes("token", "badge"),
    require(scheme("badge") || role("Admin"))
)]
async fn by_badge_or_as_admin() -> &'static str {
    "in"
}

#[endpoint(
    get = "/more_by_token",
    put = "/more_by_token",
    schemes("badge", "token"),
    scopes("read"),
    on(PUT, require(!scheme("badge") && permission("A")))
)]
async fn more_by_token() -> &'static str {
    "in"
}

#[endpoint(
    get = "/admins_alone_by_token",
    schemes("ticket", "token", "badge"),
    require(!scheme("token") && (claim("dept") || scheme("ticket")) || role("Admin"))
)]
async fn admins_alone_by_token() -> &'static str {
    "in"
}
