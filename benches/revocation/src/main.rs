//! What a request costs where 10⁶ revocations are known, beside the same one where none are kept:
//! `cargo run --release -p revocation -- [rounds]`. In process; rounds in turn; medians.

mod server;
mod store;

use std::hint::black_box;
use std::time::Instant;

use actix_web::dev::{Service, ServiceResponse};
use server::{Kind, Server};

/// Requests of a round.
const REQUESTS: usize = 2048;

/// Callers who come in turn, in the rows of many.
const CALLERS: usize = 4096;

#[actix_web::main]
async fn main() {
    let rounds = std::env::args().nth(1).map_or(201, |rounds| rounds.parse().unwrap());
    println!("| | ns | × without | more, ns |\n|---|---:|---:|---:|");
    for callers in [1, CALLERS] {
        let without = Server::start(Kind::Without, callers).await;
        let quiet = Server::start(Kind::Revoking, callers).await;
        let busy = Server::start(Kind::Revoking, callers).await;
        let (mut plain, mut still, mut restless) = (Vec::new(), Vec::new(), Vec::new());
        let apps = (without.app().await, quiet.app().await, busy.app().await);
        for round in 0..rounds {
            let first = round * REQUESTS;
            plain.push(time(&apps.0, &without, first).await);
            still.push(time(&apps.1, &quiet, first).await);
            // Whoever comes next is looked for among all of them again.
            busy.revoke_another(round).await;
            restless.push(time(&apps.2, &busy, first).await);
        }
        let plain = median(plain);
        let rows = [("none are kept", plain), ("10⁶", median(still)), ("10⁶, and a new one", median(restless))];
        for (name, time) in rows {
            let (ratio, more) = (time / plain, time - plain);
            println!("| {callers} in turn, {name} | {time:.0} | {ratio:.2} | {more:.0} |");
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

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
