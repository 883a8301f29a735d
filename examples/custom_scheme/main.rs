//! An authentication scheme that Portcullis knows nothing of, written with its public API alone:
//! HMAC-signed requests. The server starts on a free port; then somebody sends requests, honest
//! and not, and what each got is compared with what is expected.
//!
//! - `scheme`: the scheme, and the extractor of bodies that were signed
//! - `endpoints`: who may call what
//! - `client`: who signs and sends

mod client;
mod endpoints;
mod scheme;

use std::error::Error;
use std::io::{self, Write};
use std::time::Duration;

use actix_web::{App, HttpServer};
use awc::http::Method;
use portcullis::{Portcullis, Principal};

use client::Request;
use scheme::SignedRequests;

/// In the environment, in a program that is more than an example.
const SECRET: &str = "a secret of at least thirty-two bytes";
const NOW: Duration = Duration::ZERO;
const HOUR: Duration = Duration::from_secs(3600);

#[actix_web::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let runner = Principal::new("runner-1").role("Runner");
    let signed = SignedRequests::new().key("runner", SECRET, runner).remember(10_000);
    let portcullis = Portcullis::builder().scheme("signed", signed).build()?;
    let server = HttpServer::new(move || App::new().configure(portcullis.mount())).workers(1);
    let server = server.bind(("127.0.0.1", 0))?;
    let address = server.addrs().first().copied().ok_or("no address")?;
    let server = server.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    let differences = visit(&format!("http://{address}")).await;
    handle.stop(true).await;
    match differences? {
        0 => Ok(()),
        _ => Err("the server does not do what is expected".into()),
    }
}

/// Sends everything; how many answers were not as expected.
async fn visit(base: &str) -> Result<usize, Box<dyn Error>> {
    let out = &mut io::stdout();
    let (mut answers, mut differences) = (0, 0);
    for (what, request, expected) in requests()? {
        let status = request.send(base).await?;
        let mark = if status == expected { "=" } else { "≠" };
        writeln!(out, "{what:44}{status} {mark}")?;
        answers += 1;
        differences += usize::from(status != expected);
    }
    writeln!(out, "\n{answers} answers, {differences} not as expected")?;
    Ok(differences)
}

type Row = (&'static str, Request, u16);

fn requests() -> Result<Vec<Row>, Box<dyn Error>> {
    let list = Request::plain(Method::GET, "/jobs?page=2", "");
    let start = Request::plain(Method::POST, "/jobs", "backup");
    let stop = Request::plain(Method::DELETE, "/jobs", "");
    let honest = list.clone().signed("runner", SECRET, NOW)?;
    let job = start.clone().signed("runner", SECRET, NOW)?;
    let other = |change: fn(&mut Request)| -> Result<Request, Box<dyn Error>> {
        let mut request = start.clone().signed("runner", SECRET, NOW)?;
        change(&mut request);
        Ok(request)
    };
    Ok(vec![
        ("signed", honest.clone(), 200),
        ("signed, with a body", job.clone(), 200),
        ("not signed", list.clone(), 401),
        ("sent again", honest, 401),
        ("sent again, with a body", job, 401),
        ("with another query", other(|it| it.target.push_str("?force"))?, 401),
        ("with another method", other(|it| it.method = Method::GET)?, 401),
        ("with another body", other(|it| it.body = "format".into())?, 401),
        ("with two signatures", other(|it| it.headers.push(("authorization", "x".into())))?, 400),
        ("without a date", other(|it| it.headers.retain(|(name, _)| *name != "signed-at"))?, 400),
        ("signed an hour ago", list.clone().signed("runner", SECRET, HOUR)?, 401),
        ("signed with another secret", list.clone().signed("runner", "guessed", NOW)?, 401),
        ("signed with a key that nobody has", list.signed("nobody", SECRET, NOW)?, 401),
        ("signed, by one who may not", stop.signed("runner", SECRET, NOW)?, 403),
    ])
}
