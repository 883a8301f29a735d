//! Two issuers that keep their logins in one store.

use actix_test::start;
use actix_web::App;
use portcullis::{JwtBearer, MemoryStore, Portcullis, RefreshTokens};

use crate::service::Service;
use crate::site::{KEY, PATH, Reply};

fn of(issuer: &str, store: &MemoryStore) -> Portcullis {
    Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256(KEY).issuer(issuer))
        .refresh_tokens(RefreshTokens::new(store.clone(), Service::default()))
        .build()
        .unwrap()
}

async fn renewed(at: &Portcullis, token: &str) -> u16 {
    let at = at.clone();
    let server = start(move || App::new().configure(at.mount()));
    let form = [("refresh_token", token)];
    Reply::of(server.post(PATH).send_form(&form).await.unwrap()).await.status
}

#[actix_web::test]
async fn a_login_at_one_issuer_is_none_at_another() {
    let store = MemoryStore::new();
    let [one, other] = ["https://one.example", "https://other.example"].map(|it| of(it, &store));
    let pair = one.logins().issue("ada", |user| user).await.unwrap();
    let token = pair.refresh_token();
    assert_eq!(renewed(&other, token).await, 400);
    assert_eq!(other.logins().look_up(token).await.unwrap(), None);
    assert!(!other.logins().end_token(token).await.unwrap());
    assert!(one.logins().look_up(token).await.unwrap().is_some());
    assert_eq!(renewed(&one, token).await, 200);
}
