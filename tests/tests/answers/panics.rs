//! Code of the application that breaks while a request is judged.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use actix_web::dev::ResponseHead;
use actix_web::{App, HttpRequest};
use portcullis::{Answer, Challenge, Portcullis, Scheme, Seen};
use portcullis_tests::Spelled;

/// One request on a connection that stays open: its status.
fn ask(stream: &mut TcpStream, caller: &str) -> String {
    let head = format!("GET /any HTTP/1.1\r\nhost: localhost\r\nx-caller: {caller}\r\n\r\n");
    let mut answer = Vec::new();
    let sent = stream.write_all(head.as_bytes());
    let mut byte = [0];
    while sent.is_ok() && !answer.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
        answer.extend_from_slice(&byte);
    }
    let text = String::from_utf8_lossy(&answer).into_owned();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.and_then(|length| length.parse().ok()).unwrap_or(0)];
    let read = stream.read_exact(&mut body);
    assert!(read.is_ok());
    text.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[actix_web::test]
async fn a_scheme_that_panics_costs_one_500_and_nothing_else() {
    let server = super::serve(super::builder());
    let mut stream = TcpStream::connect(server.addr()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    for (caller, expected) in
        [("eve", "200"), ("panic", "500"), ("eve", "200"), ("panic", "500"), ("forged", "401")]
    {
        assert_eq!(ask(&mut stream, caller), expected, "{caller}, on the same connection");
    }
}

/// Panics after it has waited.
#[derive(Debug)]
struct LatePanic;

impl Scheme for LatePanic {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::later(async move {
            actix_web::rt::task::yield_now().await;
            match Spelled.authenticate(request) {
                Answer::Ready(found) => found,
                Answer::Later(found) => found.await,
            }
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Late")
    }
}

/// Panics when the handler is done.
#[derive(Debug)]
struct PanicAfterwards;

impl Scheme for PanicAfterwards {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Spelled.authenticate(request)
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Afterwards")
    }

    fn respond(&self, seen: &Seen<'_>, _: &mut ResponseHead) {
        assert_ne!(seen.caller().id(), "eve", "an application's `respond` panics");
    }
}

async fn statuses(portcullis: Portcullis, callers: [&str; 3]) -> Vec<u16> {
    let server = actix_test::start(move || App::new().configure(portcullis.mount()));
    let mut statuses = Vec::new();
    for caller in callers {
        let request = server.get("/any").insert_header(("x-caller", caller));
        statuses.extend(request.send().await.map(|response| response.status().as_u16()));
    }
    statuses
}

fn with(scheme: impl Scheme + 'static) -> portcullis::Builder {
    let rule = portcullis::Rule::role("Manager") & portcullis::Rule::claim("ManagerID");
    Portcullis::builder().scheme("odd", scheme).policy("ManagersOnly", rule)
}

#[actix_web::test]
async fn a_scheme_that_panics_later_is_a_500() {
    let portcullis = with(LatePanic).build().unwrap();
    assert_eq!(statuses(portcullis, ["eve", "panic", "eve"]).await, [200, 500, 200]);
}

#[actix_web::test]
async fn a_scheme_that_panics_while_responding_is_a_500() {
    let portcullis = with(PanicAfterwards).build().unwrap();
    assert_eq!(statuses(portcullis, ["ada", "eve", "ada"]).await, [200, 500, 200]);
}

#[actix_web::test]
async fn a_hook_that_panics_is_a_500_and_no_entry() {
    let builder = super::builder().on_denial(|_, _| panic_like_a_hook());
    let portcullis = builder.build().unwrap();
    assert_eq!(statuses(portcullis, ["forged", "eve", "forged"]).await, [500, 200, 500]);
}

#[expect(clippy::panic, reason = "a hook of the application that is broken")]
fn panic_like_a_hook() -> actix_web::HttpResponse {
    panic!("a hook of the application panicked")
}
