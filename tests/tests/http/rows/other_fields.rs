//! Fields by which proxies speak to each other: they change nothing.

use super::Row;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Another path
    ("X-Original-URL to an open path", b"GET /any HTTP/1.1\r\nHost: a\r\nX-Original-URL: /open\r\n\r\n", "401"),
    ("X-Original-URL to a guarded path", b"GET /open HTTP/1.1\r\nHost: a\r\nX-Original-URL: /admin\r\n\r\n", "200 open nobody"),
    ("X-Original-URL to nowhere", b"GET /any HTTP/1.1\r\nHost: a\r\nX-Original-URL: /nowhere\r\nAuthorization: Bearer <eve>\r\n\r\n", "200 any eve"),
    ("X-Original-URL from nowhere", b"GET / HTTP/1.1\r\nHost: a\r\nX-Original-URL: /open\r\n\r\n", "404"),
    ("X-Rewrite-URL to an open path", b"GET /admin HTTP/1.1\r\nHost: a\r\nX-Rewrite-URL: /open\r\n\r\n", "401"),
    ("X-Rewrite-URL to a guarded path", b"GET /open HTTP/1.1\r\nHost: a\r\nX-Rewrite-URL: /admin\r\n\r\n", "200 open nobody"),
    ("X-Rewrite-URL by eve", b"GET /admin HTTP/1.1\r\nHost: a\r\nX-Rewrite-URL: /any\r\nAuthorization: Bearer <eve>\r\n\r\n", "403 insufficient_scope"),
    ("X-Forwarded-Prefix", b"GET /admin HTTP/1.1\r\nHost: a\r\nX-Forwarded-Prefix: /open\r\n\r\n", "401"),
    ("X-Forwarded-Prefix that is the path", b"GET /admin/open HTTP/1.1\r\nHost: a\r\nX-Forwarded-Prefix: /admin\r\n\r\n", "404"),
    ("X-Forwarded-Path", b"GET /admin HTTP/1.1\r\nHost: a\r\nX-Forwarded-Path: /open\r\nX-Forwarded-Uri: /open\r\n\r\n", "401"),
    ("X-Forwarded-Method", b"PUT /both HTTP/1.1\r\nHost: a\r\nX-Forwarded-Method: POST\r\n\r\n", "401"),
    // Another host or address
    ("X-Forwarded-Host", b"GET /any HTTP/1.1\r\nHost: a\r\nX-Forwarded-Host: localhost\r\n\r\n", "401"),
    ("X-Forwarded-For", b"GET /any HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 127.0.0.1, ::1\r\n\r\n", "401"),
    ("X-Forwarded-Proto", b"GET /any HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: 443\r\n\r\n", "401"),
    ("X-Forwarded-Proto with a token", b"GET /any HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: http\r\nAuthorization: Bearer <eve>\r\n\r\n", "200 any eve"),
    ("Forwarded", b"GET /admin HTTP/1.1\r\nHost: a\r\nForwarded: for=127.0.0.1;by=127.0.0.1;host=localhost;proto=https\r\n\r\n", "401"),
    ("Forwarded by eve", b"GET /admin HTTP/1.1\r\nHost: a\r\nForwarded: for=127.0.0.1;host=localhost\r\nAuthorization: Bearer <eve>\r\n\r\n", "403 insufficient_scope"),
    ("X-Real-IP", b"GET /admin HTTP/1.1\r\nHost: a\r\nX-Real-IP: 127.0.0.1\r\nX-Client-IP: 127.0.0.1\r\nTrue-Client-IP: ::1\r\n\r\n", "401"),
    ("Host: localhost", b"GET /any HTTP/1.1\r\nHost: localhost\r\n\r\n", "401"),
    ("Host with a path", b"GET /any HTTP/1.1\r\nHost: a/open\r\n\r\n", "401"),
    ("Host with a user", b"GET /any HTTP/1.1\r\nHost: admin@a\r\n\r\n", "401"),
    ("Host empty", b"GET /any HTTP/1.1\r\nHost:\r\n\r\n", "401"),
    ("Host that is not ASCII", b"GET /any HTTP/1.1\r\nHost: \xff\r\nAuthorization: Bearer <eve>\r\n\r\n", "200 any eve"),
    ("Host of another than the target", b"GET http://b/admin HTTP/1.1\r\nHost: open\r\nAuthorization: Bearer <eve>\r\n\r\n", "403 insufficient_scope"),
    ("no Host", b"GET /any HTTP/1.1\r\nAuthorization: Bearer <eve>\r\n\r\n", "400; closed"),
    ("two of Host", b"GET /any HTTP/1.1\r\nHost: a\r\nHost: b\r\nAuthorization: Bearer <eve>\r\n\r\n", "400; closed"),
    // Another caller
    ("Remote-User", b"GET /admin HTTP/1.1\r\nHost: a\r\nRemote-User: admin\r\nX-Remote-User: admin\r\nX-Forwarded-User: admin\r\n\r\n", "401"),
    ("X-Forwarded-Authorization", b"GET /admin HTTP/1.1\r\nHost: a\r\nX-Forwarded-Authorization: Bearer <admin>\r\nX-Forwarded-Access-Token: <admin>\r\n\r\n", "401"),
    ("a field for a claim", b"GET /admin HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\nRole: Admin\r\nX-Roles: Admin\r\nX-User-Role: Admin\r\n\r\n", "403 insufficient_scope"),
    ("a claim in the query", b"GET /admin?role=Admin&roles[]=Admin HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n\r\n", "403 insufficient_scope"),
];
