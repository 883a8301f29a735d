//! `Option<CurrentUser<U>>`.

use actix_web::http::Method;
use portcullis::{Cause, Outcome};

use crate::served::ask;
use crate::users::Does;

async fn post(does: Does, caller: Option<&str>) -> (String, Vec<Outcome>) {
    let told = ask(does, Method::POST, "/option", caller).await;
    assert_eq!(told.status, 200, "{does:?} {caller:?}");
    (told.body, told.outcomes)
}

#[actix_web::test]
async fn on_an_anonymous_verb_it_is_the_user_or_nobody() {
    let known = Outcome::Entered { known: true };
    assert_eq!(post(Does::Find, Some("eve")).await, ("eve".to_owned(), vec![known]));
    let nobody = ("nobody".to_owned(), vec![Outcome::Entered { known: false }]);
    assert_eq!(post(Does::Find, None).await, nobody);
    for (does, cause) in [
        (Does::FindNobody, Cause::Rejected),
        (Does::FindDisabled, Cause::Rejected),
        (Does::Fail, Cause::Unavailable),
        (Does::Panic, Cause::Failed),
        (Does::PanicAtOnce, Cause::Failed),
    ] {
        let expected = ("nobody".to_owned(), vec![known, Outcome::Disregarded(cause)]);
        assert_eq!(post(does, Some("eve")).await, expected, "{does:?}");
    }
}

#[actix_web::test]
async fn on_other_verbs_it_is_the_user_and_nobody_else() {
    let told = ask(Does::Find, Method::GET, "/option", Some("eve")).await;
    assert_eq!((told.status, &*told.body), (200, "eve"));
    assert_eq!(ask(Does::Find, Method::GET, "/option", None).await.status, 401);
    assert_eq!(ask(Does::FindDisabled, Method::GET, "/option", Some("eve")).await.status, 401);
}
