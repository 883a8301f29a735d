//! What callers with a key may do.

use actix_web::http::Method;
use portcullis::{MemoryStore, NewApiKey};

use crate::server::Server;

#[actix_web::test]
async fn a_key_may_do_what_it_was_issued_with_and_no_more() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let plain = NewApiKey::of("ada");
    let admin = NewApiKey::of("ada").role("Admin").permission("docs:write");
    let docs = NewApiKey::of("ada").scope("docs:read");
    for (new, expected) in
        [(plain, [200, 403, 403]), (admin, [200, 200, 403]), (docs, [200, 403, 200])]
    {
        let key = server.keys.issue(new.clone()).await.unwrap();
        let mut found = [0; 3];
        for (place, path) in ["/me", "/admin", "/docs"].into_iter().enumerate() {
            let headers = [("x-api-key", key.expose().as_bytes())];
            found[place] = server.get(path, &headers).await.status;
        }
        assert_eq!(found, expected, "{new:?}");
    }
}

#[actix_web::test]
async fn no_browser_sends_a_key_by_itself_so_any_page_may_post_with_one() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let issued = server.issue().await;
    let key = ("x-api-key", issued.expose().as_bytes());
    let elsewhere = ("sec-fetch-site", b"cross-site".as_slice());
    assert_eq!(server.send(Method::POST, "/keys", &[key, elsewhere]).await.status, 200);
}

#[actix_web::test]
async fn everyone_revokes_their_own_alone() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let ada = server.issue().await;
    let bob = server.keys.issue(NewApiKey::of("bob")).await.unwrap();
    let as_bob = [("x-api-key", bob.expose().as_bytes())];
    let path = format!("/keys/{}", ada.id());
    assert_eq!(server.send(Method::DELETE, &path, &as_bob).await.body, "false");
    assert_eq!(server.me(ada.expose()).await.status, 200);
    let second = server.send(Method::POST, "/keys", &as_bob).await.body;
    assert_eq!(server.me(&second).await.status, 200);
    let path = format!("/keys/{}", bob.id());
    assert_eq!(server.send(Method::DELETE, &path, &as_bob).await.body, "true");
    assert_eq!(server.send(Method::DELETE, &path, &as_bob).await.status, 401);
    assert_eq!(server.me(&second).await.status, 200, "the other key of the same owner");
}
