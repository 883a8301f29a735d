//! What is asked first, and what is not asked at all.

use actix_http::Payload;
use actix_web::test::TestRequest;

use super::documents::Documents;
use super::{app, ask, builder, send};

#[actix_web::test]
async fn checks_are_asked_in_order_and_the_first_no_ends_it() {
    let documents = Documents::default();
    let app = app(builder(), documents.clone()).await;
    let asked = |path, caller| {
        let (app, documents) = (&app, &documents);
        async move {
            documents.asked.borrow_mut().clear();
            let status = ask(app, "POST", path, caller).await.status.as_u16();
            (status, documents.asked())
        }
    };
    let draft = "draft POST /drafts/{id}";
    let (all, first) = ([draft, "find 1", "handler"], [draft]);
    assert_eq!(asked("/drafts/1?draft=false", "ada").await, (200, all.map(Into::into).to_vec()));
    assert_eq!(asked("/drafts/1?draft=true", "ada").await, (403, first.map(Into::into).to_vec()));
    let two = [draft, "find 2"].map(Into::into).to_vec();
    assert_eq!(asked("/drafts/2?draft=true", "ada; role=Editor").await, (403, two));
    // Who is not let in by the policy touches nothing.
    assert_eq!(asked("/drafts/1?draft=false", "").await, (401, Vec::new()));
    assert_eq!(asked("/drafts/1?draft=false", "forged").await, (401, Vec::new()));
}

#[actix_web::test]
async fn nothing_is_asked_on_an_anonymous_verb() {
    let documents = Documents::default();
    let app = app(builder(), documents.clone()).await;
    for caller in ["", "ada", "forged", "unavailable"] {
        documents.asked.borrow_mut().clear();
        // Without `?draft=`, which the check could not do without.
        let answered = ask(&app, "GET", "/drafts/2", caller).await;
        assert_eq!((answered.status.as_u16(), documents.asked()), (200, vec!["handler".into()]));
    }
}

#[actix_web::test]
async fn nothing_of_the_body_is_read_for_who_is_kept_out() {
    let app = app(builder(), Documents::default()).await;
    for (caller, path, expected, read) in [
        ("bob", "/drafts/1?draft=false", 403, false),
        ("ada", "/drafts/1?draft=true", 403, false),
        ("ada", "/drafts/9?draft=false", 404, false),
        ("ada", "/drafts/1?draft=false", 200, true),
    ] {
        let polled = std::rc::Rc::new(std::cell::Cell::new(false));
        let told = std::rc::Rc::clone(&polled);
        let body = futures_util::stream::poll_fn(move |_| {
            told.set(true);
            std::task::Poll::Ready(None)
        });
        let request = TestRequest::post().uri(path).insert_header(("x-caller", caller));
        let body = Payload::from(Box::pin(body) as actix_http::BoxedPayloadStream);
        let (request, _) = request.to_request().replace_payload(body);
        assert_eq!(send(&app, request).await.status, expected, "{caller} {path}");
        assert_eq!(polled.get(), read, "{caller} {path}");
    }
}

#[actix_web::test]
async fn a_check_without_its_arguments_answers_what_the_handler_would() {
    let app = app(builder(), Documents::default()).await;
    let checked = ask(&app, "GET", "/numbers/seven", "ada").await;
    let unchecked = ask(&app, "GET", "/unchecked/seven", "ada").await;
    assert_eq!(checked.status, 404);
    assert_eq!(checked.body, unchecked.body);
    // The check is the first to read the query.
    assert_eq!(ask(&app, "POST", "/drafts/1", "ada").await.status, 400);
}
