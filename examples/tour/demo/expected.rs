//! What each visitor should get. Written by hand: nothing in it is derived from a policy.

/// A request, and the status that each of [`VISITORS`] should get for it.
pub(super) struct Row {
    pub(super) verb: &'static str,
    pub(super) path: &'static str,
    pub(super) note: &'static str,
    pub(super) body: &'static str,
    pub(super) statuses: [u16; VISITORS.len()],
}

/// `forged` has the admin's claims under the employee's signature; `browser` is the employee with
/// a cookie instead of a token, and `lured` the same on a page of another site.
pub(super) const VISITORS: [&str; 8] =
    ["nobody", "forged", "admin", "manager", "employee", "double", "browser", "lured"];

const NONE: &str = "";
const NOTHING: &str = "{}";
const FORGED: &str =
    r#"{"refresh_token":"AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;
const SESSIONS: &str = "/api/admin/users/user-009/sessions";
const SESSION: &str = "/api/admin/users/user-009/sessions/AAAAAAAAAAAAAAAAAAAAAA";
const CHANGE: &str = r#"{"name":"gate"}"#;
const BROKEN: &str = r#"{"name":"#;
const RIGHT: &str = r#"{"username":"admin","password":"tour-only-admin"}"#;
const WRONG: &str = r#"{"username":"admin","password":"tour-only-manager"}"#;
const UNKNOWN: &str = r#"{"username":"stranger","password":"tour-only-admin"}"#;

#[rustfmt::skip]
pub(super) const EXPECTED: &[Row] = &[
    //                                                              nobody forged admin manager employee double browser lured
    row("POST",   "/api/restricted",       "",              CHANGE,  [401, 401, 200, 200, 403, 403, 401, 401]),
    row("PUT",    "/api/users/update",     "",              CHANGE,  [401, 401, 403, 200, 403, 403, 401, 401]),
    row("POST",   "/api/suggestions",      "",              CHANGE,  [200, 200, 200, 200, 200, 200, 200, 200]),
    row("PUT",    "/api/suggestions",      "",              CHANGE,  [401, 401, 200, 403, 403, 403, 401, 401]),
    row("PATCH",  "/api/suggestions",      "",              CHANGE,  [401, 401, 200, 200, 200, 403, 401, 401]),
    row("GET",    "/api/inventory",        "",              NONE,    [401, 401, 403, 200, 200, 403, 401, 401]),
    row("HEAD",   "/api/inventory",        "as GET",        NONE,    [401, 401, 403, 200, 200, 403, 401, 401]),
    row("POST",   "/api/inventory",        "",              CHANGE,  [401, 401, 403, 403, 200, 403, 401, 401]),
    row("GET",    "/api/reports",          "",              NONE,    [401, 401, 200, 200, 403, 403, 401, 401]),
    row("HEAD",   "/api/reports",          "as GET",        NONE,    [401, 401, 200, 200, 403, 403, 401, 401]),
    row("GET",    "/api/profile",          "",              NONE,    [401, 401, 200, 200, 200, 403, 401, 401]),
    row("HEAD",   "/api/profile",          "as GET",        NONE,    [401, 401, 200, 200, 200, 403, 401, 401]),
    row("GET",    "/api/gates/north",      "",              NONE,    [401, 401, 403, 200, 200, 403, 401, 401]),
    row("HEAD",   "/api/gates/north",      "as GET",        NONE,    [401, 401, 403, 200, 200, 403, 401, 401]),
    row("POST",   "/api/gates/north/open", "",              NONE,    [401, 401, 403, 200, 200, 403, 401, 401]),
    row("POST",   "/api/gates/north/shut", "",              NONE,    [401, 401, 403, 403, 200, 403, 401, 401]),

    // The rows with a cookie in them.
    row("GET",    "/api/notes",            "",              NONE,    [401, 401, 200, 200, 200, 403, 200, 200]),
    row("HEAD",   "/api/notes",            "as GET",        NONE,    [401, 401, 200, 200, 200, 403, 200, 200]),
    row("POST",   "/api/notes",            "",              NONE,    [401, 401, 200, 200, 200, 403, 200, 403]),

    row("POST",   "/api/login",            "",              RIGHT,   [200, 200, 200, 200, 200, 200, 200, 200]),
    row("POST",   "/api/login",            "wrong password", WRONG,  [401, 401, 401, 401, 401, 401, 401, 401]),
    row("POST",   "/api/login",            "unknown user",  UNKNOWN, [401, 401, 401, 401, 401, 401, 401, 401]),

    row("POST",   "/api/refresh-token",    "no token",      NOTHING, [400, 400, 400, 400, 400, 400, 400, 400]),
    row("POST",   "/api/refresh-token",    "forged",        FORGED,  [400, 400, 400, 400, 400, 400, 400, 400]),

    // Of a user who is not there, so that no visitor is thrown out: `ending` does that.
    row("GET",    SESSIONS,                "",              NONE,    [401, 401, 200, 403, 403, 403, 401, 401]),
    row("HEAD",   SESSIONS,                "as GET",        NONE,    [401, 401, 200, 403, 403, 403, 401, 401]),
    row("DELETE", SESSIONS,                "",              NONE,    [401, 401, 200, 403, 403, 403, 401, 401]),
    row("DELETE", SESSION,                 "no such login", NONE,    [401, 401, 404, 403, 403, 403, 401, 401]),

    row("POST",   "/api/sign-in",          "wrong password", WRONG,  [401, 401, 401, 401, 401, 401, 401, 401]),

    row("POST",   "/api/restricted",       "broken JSON",   BROKEN,  [401, 401, 400, 400, 403, 403, 401, 401]),
    row("PUT",    "/api/users/update",     "broken JSON",   BROKEN,  [401, 401, 403, 400, 403, 403, 401, 401]),
    row("POST",   "/api/suggestions",      "broken JSON",   BROKEN,  [400, 400, 400, 400, 400, 400, 400, 400]),
    row("DELETE", "/api/restricted",       "no such verb",  NONE,    [405, 405, 405, 405, 405, 405, 405, 405]),
    row("GET",    "/api/login",            "no such verb",  NONE,    [405, 405, 405, 405, 405, 405, 405, 405]),
    // Ends the session; a page of another site cannot.
    row("POST",   "/api/sign-out",         "",              NONE,    [403, 403, 403, 403, 403, 403, 200, 403]),
    row("GET",    "/api/notes",            "signed out",    NONE,    [401, 401, 200, 200, 200, 403, 401, 401]),
    row("GET",    "/api/nowhere",          "no such path",  NONE,    [404, 404, 404, 404, 404, 404, 404, 404]),
];

const fn row(
    verb: &'static str,
    path: &'static str,
    note: &'static str,
    body: &'static str,
    statuses: [u16; VISITORS.len()],
) -> Row {
    Row { verb, path, note, body, statuses }
}
