//! How much is remembered.

use portcullis::PrivilegeCache;

use crate::scripted::{Does, Moved, Scripted};
use crate::served::{portcullis, status};

#[actix_web::test]
async fn the_oldest_user_is_forgotten_first() {
    let source = Scripted::does(Does::Role("Editor"));
    let portcullis = portcullis(PrivilegeCache::new(source.clone()).capacity(2), &Moved::new());
    let mut asked = Vec::new();
    for user in ["a", "b", "a", "b", "c", "b", "c", "a", "c", "b"] {
        assert_eq!(status(&portcullis, "/edit", user).await, 200);
        asked.extend(source.asked().iter().map(|user| user.id().to_owned()));
    }
    assert_eq!(asked, ["a", "b", "c", "a", "b"]);
}

/// A million bearers of tokens cannot fill the memory.
#[actix_web::test]
async fn many_users_take_no_more_than_the_stated_room() {
    let source = Scripted::default();
    let portcullis = portcullis(PrivilegeCache::new(source.clone()).capacity(10), &Moved::new());
    for user in 0..1000 {
        status(&portcullis, "/clean", &format!("user-{user}")).await;
    }
    assert_eq!(source.asked().len(), 1000);
    for user in 0..1000 {
        status(&portcullis, "/clean", &format!("user-{user}")).await;
    }
    // Not one of the last ten is left when its turn comes again.
    assert_eq!(source.asked().len(), 1000);
}
