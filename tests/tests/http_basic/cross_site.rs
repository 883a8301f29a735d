//! What pages of somebody else can make a browser do.

use actix_web::http::header::AUTHORIZATION;
use actix_web::test::TestRequest;

use crate::directory::{Answer, Directory, basic, socket};

const HOME: &str = "192.0.2.1";

async fn send(directory: &Directory, request: TestRequest, password: &str, site: &str) -> Answer {
    let request = request.uri("/me").peer_addr(socket(HOME));
    let request = request.insert_header((AUTHORIZATION, basic("ada", password)));
    let request = request.insert_header(("host", "app.example"));
    directory.send(request.insert_header(("sec-fetch-site", site))).await
}

#[actix_web::test]
async fn a_page_of_somebody_else_cannot_post() {
    let directory = Directory::new(|basic| basic);
    for (site, expected) in [("same-origin", 200), ("cross-site", 403), ("same-site", 403)] {
        let answer = send(&directory, TestRequest::post(), "right", site).await;
        assert_eq!(answer.status, expected, "{site}");
        let read = send(&directory, TestRequest::get(), "right", site).await;
        assert_eq!(read.status, 200, "{site}");
    }
}

#[actix_web::test]
async fn links_with_wrong_passwords_lock_nobody_out() {
    let directory = Directory::new(|basic| basic);
    for _ in 0..10 {
        let lured = send(&directory, TestRequest::get(), "wrong", "cross-site").await;
        assert_eq!(lured.status, 401);
    }
    let lured = send(&directory, TestRequest::get(), "right", "cross-site").await;
    lured.is_throttled(60);
    for site in ["none", "same-origin"] {
        assert_eq!(send(&directory, TestRequest::get(), "right", site).await.status, 200);
    }
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
    assert_eq!(directory.times_asked(), 13);
}
