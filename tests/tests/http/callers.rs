//! Callers who share a connection, and bodies that nobody has read.

use crate::connection::{Connection, End, PROBE};
use crate::server::Server;

#[rustfmt::skip]
const FIELDS: [&str; 6] = [
    "Authorization: Bearer <admin>\r\n",
    "",
    "Authorization: Bearer <eve>\r\n",
    "Authorization: Bearer <forged>\r\n",
    "Authorization: Bearer <reader>\r\n",
    "Authorization: Bearer <eve>\r\nAuthorization: Bearer <admin>\r\n",
];

/// What is asked, and what is answered to each of the fields. No `HEAD`: of requests that
/// arrive together, actix takes the last one's verb to tell which answers have bodies.
#[rustfmt::skip]
const TABLE: [(&str, [&str; 6]); 5] = [
    ("GET /any", ["200 any admin", "401", "200 any eve", "401 invalid_token", "200 any reader", "400 invalid_request"]),
    ("GET /open", ["200 open admin", "200 open nobody", "200 open eve", "200 open nobody", "200 open reader", "200 open nobody"]),
    ("GET /admin", ["200 admin admin", "401", "403 insufficient_scope", "401 invalid_token", "403 insufficient_scope", "400 invalid_request"]),
    ("GET /docs/7", ["200 docs admin 7", "401", "403 insufficient_scope, scope=read", "401 invalid_token", "200 docs reader 7", "400 invalid_request"]),
    ("BREW /any", ["405 GET, HEAD"; 6]),
];

/// The requests of many callers, each with its answer; every asking with every field, in turns.
fn requests(server: &Server) -> Vec<(Vec<u8>, &'static str)> {
    let turns = (0..60).map(|turn| (TABLE[turn % TABLE.len()], turn % FIELDS.len()));
    let requests = turns.map(|((asked, answers), by)| {
        let request = format!("{asked} HTTP/1.1\r\nHost: a\r\n{}\r\n", FIELDS[by]);
        (server.fill_in(request.as_bytes()), answers[by])
    });
    requests.collect()
}

/// Reads one answer to each request, and then the probe's.
fn read_all(mut connection: Connection, requests: &[(Vec<u8>, &str)]) {
    for (turn, (request, expected)) in requests.iter().enumerate() {
        let answer = connection.response(false).unwrap().to_string();
        assert_eq!(answer, *expected, "{turn}: {}", request.escape_ascii());
    }
    connection.send(PROBE);
    assert_eq!(connection.response(false).unwrap().to_string(), "200 probe");
    assert_eq!(connection.response(false).err(), Some(End::Closed));
}

#[actix_web::test]
async fn sixty_requests_in_one_write_are_answered_each_to_its_caller() {
    let server = Server::start();
    let requests = requests(&server);
    let mut connection = Connection::to(server.running.addr());
    let all = requests.iter().flat_map(|(request, _)| request).copied().collect::<Vec<_>>();
    connection.send(&all);
    read_all(connection, &requests);
}

#[actix_web::test]
async fn sixty_requests_in_pieces_are_answered_each_to_its_caller() {
    let server = Server::start();
    let requests = requests(&server);
    let mut connection = Connection::to(server.running.addr());
    let all = requests.iter().flat_map(|(request, _)| request).copied().collect::<Vec<_>>();
    // The pieces are no multiple of anything in a request.
    all.chunks(61).for_each(|piece| connection.send(piece));
    read_all(connection, &requests);
}

#[actix_web::test]
async fn sixty_requests_one_after_the_other_are_answered_each_to_its_caller() {
    let server = Server::start();
    let mut connection = Connection::to(server.running.addr());
    for (turn, (request, expected)) in requests(&server).iter().enumerate() {
        connection.send(request);
        let answer = connection.response(false).unwrap().to_string();
        assert_eq!(answer, *expected, "{turn}: {}", request.escape_ascii());
    }
}

#[actix_web::test]
async fn callers_whose_requests_arrive_by_turns_stay_apart() {
    let server = Server::start();
    let requests = requests(&server);
    let connect = |_: &_| Connection::to(server.running.addr());
    let mut connections = requests.iter().map(connect).collect::<Vec<_>>();
    let longest = requests.iter().map(|(request, _)| request.len()).max().unwrap();
    for start in (0..longest).step_by(97) {
        for (connection, (request, _)) in connections.iter_mut().zip(&requests) {
            let rest = request.get(start..).unwrap_or_default();
            connection.send(&rest[..rest.len().min(97)]);
        }
    }
    for (connection, request) in connections.into_iter().zip(requests) {
        read_all(connection, &[request]);
    }
}

/// A request to get in unasked, if it were taken for one.
const SMUGGLED: &str = "GET /open HTTP/1.1\r\nHost: a\r\n\r\n";

/// What is answered after a refusal: to the probe alone, if at all.
fn nothing_but_the_probe(connection: &mut Connection, what: &str) {
    connection.send(PROBE);
    connection.finish();
    let mut answers = Vec::new();
    while let Ok(response) = connection.response(false) {
        answers.push(response.to_string());
    }
    assert!(answers.is_empty() || answers == ["200 probe"], "{what}: {answers:?}");
}

#[actix_web::test]
async fn a_body_that_comes_after_the_refusal_is_no_request() {
    let server = Server::start();
    let chunks = format!("{:x}\r\n{SMUGGLED}\r\n0\r\n\r\n", SMUGGLED.len());
    let length = format!("Content-Length: {}", SMUGGLED.len());
    let rows = [
        (length.as_str(), SMUGGLED),
        ("Content-Length: 1000", SMUGGLED),
        ("Content-Length: 1000\r\nExpect: 100-continue", SMUGGLED),
        ("Transfer-Encoding: chunked", &chunks),
        ("Transfer-Encoding: chunked\r\nExpect: 100-continue", &chunks),
        ("Transfer-Encoding: chunked", SMUGGLED),
    ];
    for (framing, body) in rows {
        for (by, expected) in [(FIELDS[1], "401"), (FIELDS[2], "403 insufficient_scope")] {
            let head = format!("PUT /both HTTP/1.1\r\nHost: a\r\n{framing}\r\n{by}\r\n");
            let mut connection = Connection::to(server.running.addr());
            connection.send(&server.fill_in(head.as_bytes()));
            let mut answer = connection.response(false).unwrap().to_string();
            if framing.contains("Expect") && answer == "100" {
                answer = connection.response(false).unwrap().to_string();
            }
            assert_eq!(answer, expected, "{framing}");
            connection.send(body.as_bytes());
            nothing_but_the_probe(&mut connection, framing);
        }
    }
}

#[actix_web::test]
async fn a_long_body_of_requests_is_no_request() {
    let server = Server::start();
    let body = SMUGGLED.repeat(1 << 15);
    let chunks = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
    let length = format!("Content-Length: {}", body.len());
    for (framing, body) in [(length.as_str(), &body), ("Transfer-Encoding: chunked", &chunks)] {
        let head = format!("PUT /both HTTP/1.1\r\nHost: a\r\n{framing}\r\n\r\n");
        let mut connection = Connection::to(server.running.addr());
        connection.send(head.as_bytes());
        assert_eq!(connection.response(false).unwrap().to_string(), "401", "{framing}");
        connection.send(body.as_bytes());
        nothing_but_the_probe(&mut connection, framing);
    }
}
