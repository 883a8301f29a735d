//! What a request costs where 10⁶ revocations are known, beside the same one where none are kept:
//! `cargo run --release -p revocation -- [rounds] [row]`. In process; rounds in turn; the medians and
//! the least.

mod server;
mod store;

use std::hint::black_box;
use std::time::Instant;

use actix_web::dev::{Service, ServiceResponse};
use server::{Kind, Server};

/// Requests of a round.
const REQUESTS: usize = 256;

/// Callers who come in turn, in the rows of many.
const CALLERS: usize = 1024;

/// What is known of revocations.
const ROWS: [&str; 3] = ["none are kept", "10⁶", "10⁶, and a new one before each round"];

#[actix_web::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let rounds = arguments.next().map_or(401, |rounds| rounds.parse().unwrap());
    // One row alone, by its number: for callgrind.
    let only = arguments.next().map(|row| row.parse::<usize>().unwrap());
    println!("| callers | revocations | ns | least | × none | more, least |");
    println!("|---:|---|---:|---:|---:|---:|");
    for callers in [1, CALLERS] {
        let rows = ROWS.into_iter().enumerate();
        let rows = rows.filter(|(row, _)| only.is_none_or(|only| only == *row));
        let mut measured = Vec::new();
        for (row, name) in rows {
            let kind = if row == 0 { Kind::Without } else { Kind::Revoking };
            let server = Server::start(kind, callers).await;
            measured.push((row, name, server.app().await, server, Vec::new()));
        }
        for round in 0..rounds {
            for (row, _, app, server, times) in &mut measured {
                if *row == 2 {
                    // Whoever comes next is looked for among all of them again.
                    server.revoke_another(round).await;
                }
                times.push(time(app, server, round * REQUESTS).await);
            }
        }
        let mut plain = None;
        for (_, name, _, _, mut times) in measured {
            times.sort_by(f64::total_cmp);
            let (least, median) = (times[0], times[times.len() / 2]);
            let unit = *plain.get_or_insert((least, median));
            let (ratio, more) = (median / unit.1, least - unit.0);
            println!("| {callers} | {name} | {median:.0} | {least:.0} | {ratio:.2} | {more:.0} |");
        }
    }
}

/// Nanoseconds for a request.
async fn time<S>(app: &S, server: &Server, first: usize) -> f64
where
    S: Service<actix_http::Request, Response = ServiceResponse, Error = actix_web::Error>,
{
    let requests: Vec<_> = (first..first + REQUESTS).map(|at| server.request(at)).collect();
    let begin = Instant::now();
    for request in requests {
        let response = app.call(request).await.unwrap();
        assert!(response.status().is_success());
        black_box(response);
    }
    begin.elapsed().as_nanos() as f64 / REQUESTS as f64
}
