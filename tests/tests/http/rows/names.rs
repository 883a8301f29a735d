//! Names that look like others: every one of them is another.

use serde_json::from_str;

use crate::server::token_that_says;

#[rustfmt::skip]
const ROWS: &[(&str, &str, &str)] = &[
    // The path, what the token says, the answer
    ("/admin", r#"{"role": "Admin"}"#, "200 admin x"),
    ("/admin", r#"{"roles": ["Admin"]}"#, "200 admin x"),
    ("/admin", r#"{"roles": ["admin", "Admin"]}"#, "200 admin x"),
    ("/admin", r#"{"role": "\u0041dmin"}"#, "200 admin x"),
    ("/admin", r#"{"role": "admin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "ADMIN"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "aDMIN"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admin "}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": " Admin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admin\t"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admin\n"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admin\u0000"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admin\u0000eve"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admin\u00a0"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admin\u200b"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "\ufeffAdmin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Ad\u00admin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "\u0410dmin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "\uff21dmin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "\ud835\udc00dmin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "A\u030admin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "\u00c5dmin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Adm\u0131n"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Adm%69n"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "\\u0041dmin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "\"Admin\""}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Administrator"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admi"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": ""}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "*"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "Admin,eve"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "eve Admin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": "[\"Admin\"]"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"roles": []}"#, "403 insufficient_scope"),
    ("/admin", r#"{"Role": "Admin", "ROLES": ["Admin"]}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role ": "Admin", "r\u043ele": "Admin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"permissions": "Admin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"scope": "Admin"}"#, "403 insufficient_scope"),
    ("/admin", r#"{"sub": "Admin", "Admin": true}"#, "403 insufficient_scope"),
    ("/admin", r#"{"claims": {"role": "Admin"}}"#, "403 insufficient_scope"),
    ("/admin", r#"{"role": true}"#, "401 invalid_token"),
    ("/admin", r#"{"role": [["Admin"]]}"#, "401 invalid_token"),
    ("/docs/7", r#"{"scope": "read"}"#, "200 docs x 7"),
    ("/docs/7", r#"{"scope": "write read"}"#, "200 docs x 7"),
    ("/docs/7", r#"{"scp": ["write", "read"]}"#, "200 docs x 7"),
    ("/docs/7", r#"{"scope": "write\tread"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "write\u00a0read"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "write\nread"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "write\u2003read"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "write,read"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "write+read"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "write%20read"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "write read\u0000"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "\tread"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "READ"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scope": "read:all"}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"scp": ["write read"]}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"Scope": "read", "scopes": ["read"]}"#, "403 insufficient_scope, scope=read"),
    ("/docs/7", r#"{"roles": ["read"]}"#, "403 insufficient_scope, scope=read"),
];

/// The rows with a token for each.
pub(super) fn rows() -> impl Iterator<Item = (String, Vec<u8>, String)> {
    ROWS.iter().map(|(path, says, answer)| {
        let token = token_that_says(from_str(says).unwrap());
        let sent =
            format!("GET {path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n\r\n");
        ((*says).to_owned(), sent.into_bytes(), (*answer).to_owned())
    })
}
