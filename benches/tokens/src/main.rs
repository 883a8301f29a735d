//! What hostile input costs beside an honest request: whole requests through actix, in one
//! process, interleaved.

mod keys;
mod kinds;

use std::time::Instant;

use actix_http::Request;
use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error};
use portcullis::{JwtBearer, Portcullis, endpoint};

use keys::Keys;
use kinds::Kind;

const ROUNDS: usize = 201;
/// Requests of one kind, timed together.
const BATCH: usize = 16;

#[endpoint(
    get = "/",
    roles("Admin", "Owner"),
    permissions_all("UpdateUsers", "DeleteUsers"),
    claims("AdminID", "EmployeeID")
)]
async fn restricted() -> &'static str {
    "hello"
}

#[actix_web::main]
async fn main() {
    let mut columns = Vec::new();
    for keys in Keys::ALL {
        columns.push(column(keys).await);
    }
    println!("| | {} |", Keys::ALL.map(|keys| keys.algorithm().name()).join(" | "));
    println!("|---|{}", "---:|".repeat(columns.len()));
    for (row, name) in rows(Keys::Hs256).iter().map(|kind| kind.name).enumerate() {
        let cells = columns.iter().map(|column| format!("{:.2}", column[row])).collect::<Vec<_>>();
        println!("| {name} | {} |", cells.join(" | "));
    }
}

fn rows(keys: Keys) -> Vec<Kind> {
    let mut rows = vec![kinds::longest(keys)];
    rows.extend(kinds::hostile(keys));
    rows
}

/// For each row, the median over all rounds of its time by that of the honest request.
async fn column(keys: Keys) -> Vec<f64> {
    let scheme =
        JwtBearer::new(keys.key().id("main")).issuer("https://issuer.example").audience("api");
    let portcullis = Portcullis::builder().scheme("jwt", scheme).build().expect("it is sound");
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let (honest, others) = (kinds::honest(keys), rows(keys));
    let mut ratios = vec![Vec::with_capacity(ROUNDS); others.len()];
    for _ in 0..ROUNDS {
        let unit = seconds(&app, &honest).await;
        for (kind, ratios) in others.iter().zip(&mut ratios) {
            ratios.push(seconds(&app, kind).await / unit);
        }
    }
    eprintln!("{}: {} rounds", keys.algorithm().name(), ROUNDS);
    ratios.into_iter().map(median).collect()
}

/// The time of a batch, from routing to the response. Its requests are made before: that is the
/// work of `actix_http`, whatever they carry.
async fn seconds<S>(app: &S, kind: &Kind) -> f64
where
    S: Service<Request, Response = ServiceResponse<BoxBody>, Error = Error>,
{
    let request = || TestRequest::get().insert_header((AUTHORIZATION, kind.field.as_str()));
    let requests = (0..BATCH).map(|_| request().to_request()).collect::<Vec<_>>();
    let start = Instant::now();
    for request in requests {
        let response = app.call(request).await.expect("an answer is no error");
        assert_eq!(response.status().as_u16(), kind.status, "{}", kind.name);
    }
    start.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
