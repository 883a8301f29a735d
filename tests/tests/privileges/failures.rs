//! A source that cannot be asked: neither a yes nor a no.

use std::time::Duration;

use crate::scripted::{Does, Moved, Scripted};
use crate::served::{get, portcullis, status};

#[actix_web::test]
async fn failures_are_part_of_authentication() {
    for (does, expected) in [(Does::Fail, 503), (Does::Panic, 500), (Does::PanicAtOnce, 500)] {
        let portcullis = portcullis(Scripted::does(does), &Moved::new());
        // Before the static policy: with the role, without it, and where none is asked for.
        for (path, caller) in [("/edit", "eve; role=Editor"), ("/edit", "eve"), ("/clean", "eve")] {
            let told = get(&portcullis, path, Some(caller)).await;
            assert_eq!(told.status, expected, "{does:?} {path} {caller}");
            let retry = told.headers.contains(r#""retry-after""#);
            assert_eq!(retry, expected == 503, "{}", told.headers);
            assert!(!told.body.contains("database"), "{}", told.body);
        }
        let told = get(&portcullis, "/open", Some("eve; role=Editor")).await;
        assert_eq!((told.status, &*told.body), (200, "nobody"), "{does:?}");
    }
}

#[actix_web::test]
async fn an_answer_outlives_its_source_for_the_stated_time_only() {
    let (source, clock) = (Scripted::does(Does::Role("Editor")), Moved::new());
    let portcullis = portcullis(source.clone(), &clock);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    source.now(Does::Fail);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    assert_eq!(status(&portcullis, "/edit", "ada").await, 503);
    clock.forward(Duration::from_secs(5));
    assert_eq!(status(&portcullis, "/edit", "eve").await, 503);
}

#[actix_web::test]
async fn failures_are_not_remembered() {
    let source = Scripted::default();
    let portcullis = portcullis(source.clone(), &Moved::new());
    for does in [Does::Fail, Does::Panic, Does::PanicAtOnce] {
        source.now(does);
        assert_ne!(status(&portcullis, "/edit", "eve").await, 200, "{does:?}");
    }
    source.now(Does::Role("Editor"));
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    assert_eq!(source.asked().len(), 4);
}
