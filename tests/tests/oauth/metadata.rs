//! RFC 8414: what clients read of the server.

use portcullis::{Algorithm, AuthorizationServer, JwtBearer, Key};
use serde_json::json;

use crate::ailing::Ailing;
use crate::server::{ISSUER, Server, builder};

const PATH: &str = "/.well-known/oauth-authorization-server";

fn server() -> AuthorizationServer {
    AuthorizationServer::new(ISSUER)
}

#[actix_web::test]
async fn all_there_is() {
    let server = server()
        .revocation_endpoint("/oauth/revoke")
        .introspection_endpoint("/oauth/introspect")
        .scopes(["orders:read", "orders:list"])
        .member("service_documentation", "https://issuer.example/help");
    let server = Server::with(|builder| builder.authorization_server(server)).await;
    let answer = server.send("GET", PATH, &[], "").await;
    let told = (answer.status, &*answer.kind, &*answer.cache);
    assert_eq!(told, (200, "application/json", "public, max-age=300"));
    let expected = json!({
        "issuer": ISSUER,
        "token_endpoint": "https://issuer.example/api/refresh-token",
        "token_endpoint_auth_methods_supported": ["none"],
        "grant_types_supported": ["refresh_token"],
        "response_types_supported": [],
        "revocation_endpoint": "https://issuer.example/oauth/revoke",
        "revocation_endpoint_auth_methods_supported": ["client_secret_basic"],
        "introspection_endpoint": "https://issuer.example/oauth/introspect",
        "introspection_endpoint_auth_methods_supported": ["client_secret_basic", "Bearer"],
        "scopes_supported": ["orders:read", "orders:list"],
        "service_documentation": "https://issuer.example/help",
    });
    assert_eq!(answer.json(), expected);
    assert_eq!(server.send("POST", PATH, &[], "").await.status, 405);
}

#[actix_web::test]
async fn no_more_than_there_is() {
    let server = server().revocation_endpoint("/oauth/give-up");
    let server = Server::with(|builder| builder.authorization_server(server)).await;
    let expected = json!({
        "issuer": ISSUER,
        "token_endpoint": "https://issuer.example/api/refresh-token",
        "token_endpoint_auth_methods_supported": ["none"],
        "grant_types_supported": ["refresh_token"],
        "response_types_supported": [],
        "revocation_endpoint": "https://issuer.example/oauth/give-up",
        "revocation_endpoint_auth_methods_supported": ["none"],
    });
    assert_eq!(server.send("GET", PATH, &[], "").await.json(), expected);
}

/// RFC 8414 §3.1
#[actix_web::test]
async fn an_issuer_with_a_path_is_served_behind_it() {
    let issuer = "https://issuer.example:8443/tenants/north";
    let server = Server::with(|_| {
        let key = include_str!("../../keys/p256.pem");
        let jwt = JwtBearer::new(Key::pem(Algorithm::Es256, key)).issuer(issuer).audience("api");
        let tokens =
            portcullis::RefreshTokens::new(Ailing::default(), crate::server::Same).path("/token");
        portcullis::Portcullis::builder()
            .module("oauth::endpoints::issuing")
            .scheme("jwt", jwt)
            .refresh_tokens(tokens)
            .key_set_endpoint()
            .authorization_server(
                AuthorizationServer::new(issuer).served_at("https://issuer.example:8443/north/"),
            )
    })
    .await;
    assert_eq!(server.send("GET", PATH, &[], "").await.status, 404);
    let told = server.send("GET", &format!("{PATH}/tenants/north"), &[], "").await.json();
    assert_eq!(told["issuer"], issuer);
    assert_eq!(told["token_endpoint"], "https://issuer.example:8443/north/token");
    assert_eq!(told["jwks_uri"], "https://issuer.example:8443/north/.well-known/jwks.json");
}

#[track_caller]
fn refused(server: AuthorizationServer, why: &str) {
    let problems = builder(Ailing::default()).authorization_server(server).build().unwrap_err();
    let told = problems.to_string();
    let about_it = |problem: &&portcullis::Problem| {
        problem.message().starts_with("the authorization server: ")
    };
    assert!(problems.iter().any(|problem| about_it(&problem)), "{told}");
    assert!(told.contains(why), "{why} is not in: {told}");
    assert!(told.contains("metadata.rs:"), "{told}");
}

#[test]
fn issuers_that_are_none() {
    let http = "http://localhost:8080";
    for (issuer, why) in [
        ("", "is no `https://` URL of a host"),
        ("issuer.example", "is no `https://` URL of a host"),
        ("http://issuer.example", "is not `https`"),
        (http, "`.allow_http_on_localhost()`"),
        ("https://issuer.example?a=b", "has a query or a fragment"),
        ("https://issuer.example#a", "has a query or a fragment"),
        ("https://issuer.example/{tenant}", "has a path that is not plain"),
        ("https://issuer.example/", "its issuer is `https://issuer.example/`"),
        ("https://other.example", "that of the access tokens `https://issuer.example`"),
    ] {
        refused(AuthorizationServer::new(issuer), why);
    }
    let http = AuthorizationServer::new("http://issuer.example").allow_http_on_localhost();
    refused(http, "is not `https`");
    refused(server().served_at("http://issuer.example"), "`.served_at`");
}

#[test]
fn endpoints_that_nobody_serves() {
    let odd = server().revocation_endpoint("/oauth/revok");
    refused(odd, "did you mean `/oauth/revoke`?");
    let odd = server().introspection_endpoint("/oauth/introspekt");
    refused(odd, "did you mean `/oauth/introspect`?");
    // It is there, for `GET` alone.
    refused(server().introspection_endpoint("/me"), "no `POST` route is at `/me`");
}

#[test]
fn members_that_cannot_be_told() {
    refused(server().member("issuer", "https://other.example"), "`issuer` is there already");
    refused(server().scopes(["a"]).scopes(["b"]), "`scopes_supported` is there already");
}

#[test]
fn what_is_missing_besides() {
    let jwt = || JwtBearer::hs256(crate::server::SECRET);
    let bare = || portcullis::Portcullis::builder().module("oauth::endpoints::issuing");
    let tokens = || portcullis::RefreshTokens::new(Ailing::default(), crate::server::Same);
    let told = |builder: portcullis::Builder| {
        builder.authorization_server(server()).build().unwrap_err().to_string()
    };
    let nothing = told(bare().scheme("jwt", jwt().issuer(ISSUER).audience("api")));
    assert!(nothing.contains("add `.refresh_tokens(…)`"), "{nothing}");
    let nameless = told(bare().scheme("jwt", jwt()).refresh_tokens(tokens()));
    assert!(nameless.contains("names no issuer; add `.issuer("), "{nameless}");
    let twice = told(builder(Ailing::default()).authorization_server(server()));
    assert!(twice.contains("is said twice"), "{twice}");
}
