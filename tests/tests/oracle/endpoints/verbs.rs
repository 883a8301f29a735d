//! Everyone on these verbs, further requirements on those, and `HEAD`.

use portcullis::endpoint;

#[endpoint(get = "/open", anonymous)]
async fn open() -> &'static str {
    "in"
}

#[endpoint(verbs(GET, POST, DELETE), routes("/open_here", "/open_there/{id}"), anonymous)]
async fn open_on_every_verb() -> &'static str {
    "in"
}

#[endpoint(
    post = "/open_on_one_verb",
    put = "/open_on_one_verb",
    roles("Admin", "Manager"),
    permissions_all("A", "B"),
    anonymous(POST)
)]
async fn open_on_one_verb() -> &'static str {
    "in"
}

#[endpoint(
    verbs(GET, POST, PUT, PATCH),
    routes("/open_on_several_verbs"),
    roles("Editor"),
    anonymous(GET, PATCH)
)]
async fn open_on_several_verbs() -> &'static str {
    "in"
}

#[endpoint(verbs(OPTIONS, PUT), routes("/open_or_known"), anonymous(OPTIONS))]
async fn open_or_known() -> &'static str {
    "in"
}

#[endpoint(
    post = "/open_on_its_only_verb",
    roles("Admin"),
    permissions_all("A"),
    anonymous(POST),
    accept(dormant)
)]
async fn open_on_its_only_verb() -> &'static str {
    "in"
}

#[endpoint(
    get = "/on_one_verb",
    put = "/on_one_verb",
    put = "/on_one_verb/{id}",
    roles("Admin", "Editor"),
    on(PUT, permissions("A"))
)]
async fn on_one_verb() -> &'static str {
    "in"
}

#[endpoint(
    verbs(GET, PUT, DELETE),
    routes("/on_several_verbs"),
    scopes("read"),
    on(PUT, permissions_all("A", "B")),
    on(DELETE, roles("Admin"), claims("dept", "level" = 7))
)]
async fn on_several_verbs() -> &'static str {
    "in"
}

#[endpoint(
    verbs(GET, POST, DELETE),
    routes("/on_beside_open_verbs"),
    roles("Manager"),
    anonymous(POST),
    on(DELETE, require(role("Admin") || !claim("dept")))
)]
async fn on_beside_open_verbs() -> &'static str {
    "in"
}

#[endpoint(post = "/on_alone", patch = "/on_alone", on(POST, policies("Managers")))]
async fn on_alone() -> &'static str {
    "in"
}

#[endpoint(
    verbs(GET, POST, PUT, PATCH, DELETE, OPTIONS),
    routes("/every_verb_its_own"),
    on(GET, scopes("read")),
    on(POST, permissions("A")),
    on(PUT, permissions("B")),
    on(PATCH, permissions("C")),
    on(DELETE, roles("Admin")),
    on(OPTIONS, claims("dept"))
)]
async fn every_verb_its_own() -> &'static str {
    "in"
}

#[endpoint(
    get = "/head_follows_get",
    post = "/head_follows_get",
    roles("Editor"),
    on(GET, roles_all("Manager"))
)]
async fn head_follows_get() -> &'static str {
    "in"
}

#[endpoint(
    get = "/head_follows_open_get",
    put = "/head_follows_open_get",
    roles("Manager"),
    anonymous(GET)
)]
async fn head_follows_open_get() -> &'static str {
    "in"
}

#[endpoint(
    get = "/head_is_stricter",
    head = "/head_is_stricter",
    roles("Editor"),
    on(HEAD, permissions("B"))
)]
async fn head_is_stricter() -> &'static str {
    "in"
}

#[endpoint(
    get = "/head_is_closed",
    head = "/head_is_closed",
    anonymous(GET),
    on(HEAD, scopes("write"))
)]
async fn head_is_closed() -> &'static str {
    "in"
}

#[endpoint(get = "/head_is_open", head = "/head_is_open", roles("Manager"), anonymous(HEAD))]
async fn head_is_open() -> &'static str {
    "in"
}

#[endpoint(get = "/shared", scopes("read"))]
async fn shared_for_reading() -> &'static str {
    "in"
}

#[endpoint(put = "/shared", scopes("write"))]
async fn shared_for_writing() -> &'static str {
    "in"
}

#[endpoint(head = "/shared", roles("Manager"))]
async fn shared_for_a_look() -> &'static str {
    "in"
}
