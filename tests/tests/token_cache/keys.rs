//! Nobody enters with what another scheme, or another instance, remembers.

use portcullis::{JwtBearer, Portcullis};
use serde_json::json;

use crate::server::{Hands, NOW, SECRET, ask, portcullis, serve, status, token};

#[actix_web::test]
async fn schemes_remember_each_for_itself() {
    let server = serve(&portcullis(JwtBearer::hs256(SECRET), &Hands::at(NOW))).await;
    let token = token(json!({}));
    for _ in 0..3 {
        assert_eq!(ask(&server, "/me", &token).await.status, 200);
        assert_eq!(ask(&server, "/other", &token).await.status, 401);
    }
}

#[actix_web::test]
async fn instances_remember_each_for_itself() {
    let clock = Hands::at(NOW);
    let one = serve(&portcullis(JwtBearer::hs256(SECRET), &clock)).await;
    let strict = JwtBearer::hs256(SECRET).issuer("https://issuer.example");
    let other = serve(&portcullis(strict, &clock)).await;
    let token = token(json!({}));
    for _ in 0..3 {
        assert_eq!((status(&one, &token).await, status(&other, &token).await), (200, 401));
    }
}

/// The configuration is copied into two instances; what they remember is not.
#[actix_web::test]
async fn a_copied_scheme_has_a_memory_of_its_own() {
    let clock = Hands::at(NOW);
    let scheme = JwtBearer::hs256(SECRET);
    let one = portcullis(scheme.clone(), &clock);
    let other = Portcullis::builder()
        .scheme("renamed", scheme)
        .scheme("other", JwtBearer::hs256(b"another key, of forty bytes, for others!"));
    let other = other.clock(clock.clone()).build().unwrap();
    let (one, other) = (serve(&one).await, serve(&other).await);
    let token = token(json!({ "roles": ["Admin"] }));
    for _ in 0..3 {
        let (here, there) = (ask(&one, "/me", &token).await, ask(&other, "/me", &token).await);
        assert_eq!(here.body, "alice of urn:portcullis:scheme:jwt by jwt as Admin");
        assert_eq!(there.body, "alice of urn:portcullis:scheme:renamed by renamed as Admin");
        assert_eq!(ask(&other, "/admin", &token).await.status, 200);
    }
}
