//! A cookie has room for 4096 bytes.

use crate::site::{Site, post};

#[actix_web::test]
async fn the_longest_cookie_is_set_and_the_next_is_an_error() {
    let site = Site::sealed();
    let mut longest = 0;
    let mut refused = false;
    for bytes in 2700..3100 {
        let reply = site.send(post(&format!("/sign-in/{bytes}"))).await;
        match reply.status {
            200 => {
                assert!(!refused, "{bytes}: a longer one than one that was refused");
                longest = longest.max(reply.cookies[0].len());
                let (pair, _) = reply.cookies[0].split_once(';').unwrap();
                assert_eq!(site.get("/me", pair).await.status, 200);
            }
            status => {
                assert_eq!((status, reply.cookies.len()), (500, 0));
                refused = true;
            }
        }
    }
    assert!(refused);
    // Three bytes of text are four of base64url.
    assert!((4093..=4096).contains(&longest), "{longest}");
}

#[actix_web::test]
async fn a_store_has_room_for_more() {
    let reply = Site::stored().send(post("/sign-in/100000")).await;
    assert_eq!(reply.status, 200);
    assert!(reply.cookies[0].len() < 200);
}
