//! What keeps a server with an authority from starting.

use std::time::Duration;

use portcullis::{Algorithm, Authority, JwtBearer, Key, Portcullis, Trusted};

const PROVIDER: &str = "https://login.example";
const SECRET: &[u8] = b"forty bytes that only the servers know!!";

#[track_caller]
fn refused(scheme: JwtBearer, why: &str) {
    let told = Portcullis::builder().scheme("jwt", scheme).build().unwrap_err().to_string();
    assert!(told.contains(why), "{why} is not in: {told}");
}

#[track_caller]
fn odd(authority: Authority, why: &str) {
    refused(JwtBearer::authority(authority).audience("api"), why);
}

#[test]
fn it_starts_without_a_network_or_a_runtime() {
    let scheme = JwtBearer::authority(PROVIDER).audience("api");
    assert!(Portcullis::builder().scheme("jwt", scheme).build().is_ok());
}

#[test]
fn who_this_server_is_must_be_told() {
    refused(JwtBearer::authority(PROVIDER), "say who this server is with `.audience(\"…\")`");
    let any = JwtBearer::authority(PROVIDER).dangerous().accept_any_audience();
    assert!(Portcullis::builder().scheme("jwt", any).build().is_ok());
}

#[test]
fn addresses_that_are_not_asked() {
    for (issuer, why) in [
        ("http://login.example", "is not `https`"),
        ("login.example", "is no URL"),
        ("", "is no URL"),
        ("https://", "is no URL"),
        ("file:///etc/passwd", "is not `https`"),
        ("https://ada:word@login.example", "has a user or a password in it"),
        ("https://login.example?tenant=1", "has a query"),
        ("https://login.example/?", "has a query"),
        ("https://login.example#one", "has a fragment"),
        (" https://login.example", "has blanks around it"),
    ] {
        odd(Authority::new(issuer), why);
    }
}

#[test]
fn certificates_that_are_none() {
    odd(Authority::new(PROVIDER).root_certificate(""), "there is no certificate in the PEM");
    let odd_pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    odd(Authority::new(PROVIDER).root_certificate(odd_pem), "cannot be asked over TLS");
}

#[test]
fn limits_that_are_none() {
    let provider = || Authority::new(PROVIDER);
    let interval = "`.refresh_every` is not between 1 minute and 1 day";
    odd(provider().refresh_every(Duration::from_secs(59)), interval);
    odd(provider().refresh_every(Duration::from_secs(86_401)), interval);
    let limit = "`.time_limit` is not between 0 and 20 seconds";
    odd(provider().time_limit(Duration::ZERO), limit);
    odd(provider().time_limit(Duration::from_secs(21)), limit);
}

#[test]
fn shared_secrets_of_a_provider() {
    let why = "HS256 takes a shared secret, and a provider publishes none";
    odd(Authority::new(PROVIDER).algorithms([Algorithm::Rs256, Algorithm::Hs256]), why);
    odd(Authority::new(PROVIDER).algorithms([]), "`.algorithms` names none");
}

#[test]
fn keys_beside_an_authority() {
    let scheme = || JwtBearer::authority(PROVIDER).audience("api");
    refused(scheme().key(Key::secret(Algorithm::Hs256, SECRET)), "leave `.key` out");
    refused(scheme().key_id("a"), "`.key_id` names no key");
    refused(scheme().issuer(PROVIDER), "`.issuer` is given more than once");
    let trusted = Trusted::authority(PROVIDER).audience("api");
    let own = || JwtBearer::hs256(SECRET).issuer("own").audience("api");
    refused(own().trust(trusted.key(Key::secret(Algorithm::Hs256, SECRET))), "leave `.key` out");
}

#[test]
fn issuers_that_are_not_told_apart() {
    let own = || JwtBearer::hs256(SECRET).issuer("own").audience("api");
    let trusted = |issuer: &str| {
        Trusted::issuer(issuer).audience("api").key(Key::secret(Algorithm::Hs256, [7; 32]))
    };
    let scheme = own().trust(trusted("other"));
    assert!(Portcullis::builder().scheme("jwt", scheme).build().is_ok());
    refused(own().trust(trusted("own")), "the issuer `own`: it is trusted twice");
    refused(own().trust(trusted("b")).trust(trusted("b")), "the issuer `b`: it is trusted twice");
    refused(own().trust(trusted("")), "empty or has blanks around it");
    refused(own().trust(trusted("urn:portcullis:scheme:jwt")), "begins with");
}

#[test]
fn issuers_of_which_something_is_missing() {
    let own = || JwtBearer::hs256(SECRET).issuer("own").audience("api");
    let secret = || Key::secret(Algorithm::Hs256, [7; 32]);
    refused(own().trust(Trusted::issuer("b").audience("api")), "the issuer `b`: it has no key");
    let why = "the issuer `b`: it stands beside other issuers; say who this server is";
    refused(own().trust(Trusted::issuer("b").key(secret())), why);
    let other = || Trusted::issuer("b").audience("api").key(secret());
    let why = "it stands beside other issuers; say whose tokens are accepted";
    refused(JwtBearer::hs256(SECRET).audience("api").trust(other()), why);
    refused(JwtBearer::hs256(SECRET).issuer("own").trust(other()), "say who this server is");
    let weak = Trusted::issuer("b").audience("api").key(Key::secret(Algorithm::Hs256, "short"));
    refused(own().trust(weak), "the issuer `b`: the HS256 key has only 5 bytes");
    let any = Trusted::issuer("b").key(secret()).dangerous().accept_any_audience();
    assert!(Portcullis::builder().scheme("jwt", own().trust(any)).build().is_ok());
}

#[test]
fn nothing_of_it_is_asked_by_debug() {
    let told = format!("{:?}", JwtBearer::authority(PROVIDER).audience("api"));
    assert!(told.contains(PROVIDER), "{told}");
}
