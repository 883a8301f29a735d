//! A provider that sends a hundred mebibytes: no more of them are read than a key set may have.
//! By itself, since it looks at the memory of the whole process.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

use actix_web::App;
use actix_web::http::header::AUTHORIZATION;
use actix_web::test::{TestRequest, call_service, init_service};
use portcullis::{Authority, JwtBearer, Portcullis, Principal, endpoint};
use portcullis_identity_provider::{Behaviour, IdentityProvider, Page};
use serde_json::json;

const MEBIBYTE: u64 = 1024 * 1024;

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    caller.id().to_owned()
}

#[actix_web::test]
async fn a_hundred_mebibytes_are_not_read() {
    for page in [Page::Metadata, Page::Keys] {
        let provider = IdentityProvider::start();
        provider.behave(page, Behaviour::Flood(100));
        let authority = Authority::new(provider.issuer());
        let authority = authority.root_certificate(provider.root_certificate());
        let scheme = JwtBearer::authority(authority).audience("api");
        let portcullis = Portcullis::builder().scheme("jwt", scheme).build().unwrap();
        let app = init_service(App::new().configure(portcullis.mount())).await;
        let token = provider.token(json!({ "sub": "ada", "aud": "api", "exp": 4_000_000_000_u32 }));
        let before = most_memory();
        let request = TestRequest::get().uri("/me");
        let request = request.insert_header((AUTHORIZATION, format!("Bearer {token}")));
        assert_eq!(call_service(&app, request.to_request()).await.status(), 503);
        let more = most_memory() - before;
        // Provider and sockets are in it, too.
        assert!(more < 16 * MEBIBYTE, "{more} bytes more");
        let sent = provider.sent();
        assert!(sent < 16 * MEBIBYTE, "{sent} bytes were taken off the provider");
    }
}

/// The most that this process has ever had resident, in bytes.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}
