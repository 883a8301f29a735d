//! What is looked at first: the right to enter, then the rest of the request.

use std::cell::Cell;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::rc::Rc;
use std::time::Duration;

use actix_cors::Cors;
use actix_http::Payload;
use actix_http::error::PayloadError;
use actix_web::App;
use actix_web::dev::Service;
use actix_web::test::{TestRequest, init_service};
use actix_web::web::Bytes;
use futures_util::stream::poll_fn;

const ADMIN: &str = "admin; role=Admin; perm=UpdateUsers; perm=DeleteUsers";

#[actix_web::test]
async fn broken_json_is_seen_only_by_who_may_enter() {
    let server = super::serve(super::builder());
    for (caller, expected) in [("", 401), ("eve", 403), (ADMIN, 400)] {
        let mut request = server.put("/restricted").content_type("application/json");
        if !caller.is_empty() {
            request = request.insert_header(("x-caller", caller));
        }
        assert_eq!(request.send_body("{{{").await.unwrap().status(), expected, "{caller}");
    }
}

#[actix_web::test]
async fn a_denied_body_is_not_polled() {
    let portcullis = super::builder().build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    for (caller, expected, polled) in
        [("forged", 401, false), ("eve", 403, false), (ADMIN, 413, true)]
    {
        let polls = Rc::new(Cell::new(0));
        let counter = Rc::clone(&polls);
        let mebibyte = Bytes::from(vec![b'1'; 1 << 20]);
        let body = poll_fn(move |_| {
            counter.set(counter.get() + 1);
            let chunk = (counter.get() <= 10).then(|| Ok::<_, PayloadError>(mebibyte.clone()));
            std::task::Poll::Ready(chunk)
        });
        let request = TestRequest::put().uri("/restricted").insert_header(("x-caller", caller));
        let request = request.insert_header(("content-type", "application/json")).to_request();
        let (request, _) = request
            .replace_payload(Payload::from(Box::pin(body) as actix_http::BoxedPayloadStream));
        let response = app.call(request).await.unwrap();
        assert_eq!(response.status(), expected, "{caller}");
        assert_eq!(polls.get() > 0, polled, "{caller}: polled {} times", polls.get());
    }
}

#[actix_web::test]
async fn a_stranger_is_answered_before_the_body_has_come() {
    let server = super::serve(super::builder());
    let mut stream = TcpStream::connect(server.addr()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    // Ten mebibytes are announced, and not one is sent.
    let head = "PUT /restricted HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 10485760\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let mut start = [0; 12];
    stream.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"HTTP/1.1 401");
}

#[actix_web::test]
async fn outer_middleware_still_sees_denials() {
    let portcullis = super::builder().build().unwrap();
    let server = actix_test::start(move || {
        let cors = Cors::default().allowed_origin("https://page.example").expose_any_header();
        App::new().wrap(cors).configure(portcullis.mount())
    });
    let rows = [
        ("/any", None, 401),
        ("/users", Some("eve"), 403),
        ("/any", Some("panic"), 500),
        ("/any", Some("unavailable"), 503),
    ];
    for (path, caller, expected) in rows {
        let verb = if path == "/users" { server.delete(path) } else { server.get(path) };
        let mut request = verb.insert_header(("origin", "https://page.example"));
        if let Some(caller) = caller {
            request = request.insert_header(("x-caller", caller));
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), expected);
        let allowed = response.headers().get("access-control-allow-origin").unwrap();
        assert_eq!(allowed, "https://page.example", "{path} {caller:?}");
    }
}
