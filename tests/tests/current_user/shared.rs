//! One request, one question.

use crate::served::get;
use crate::users::Does;

#[actix_web::test]
async fn a_user_is_loaded_once_for_all_who_take_it() {
    let told = get(Does::Find, "/twice", "eve").await;
    assert_eq!((told.status, &*told.body), (200, "eve eve eve's profile"));
    assert_eq!(told.asked, ["eve of urn:portcullis:scheme:spelled", "the profile of eve"]);
}

#[actix_web::test]
async fn a_failure_is_shared_too() {
    for does in [Does::Fail, Does::Panic, Does::FindNobody] {
        let told = get(does, "/twice", "eve").await;
        let users = told.asked.iter().filter(|asked| asked.starts_with("eve of"));
        assert_eq!(users.count(), 1, "{does:?} {:?}", told.asked);
    }
}
