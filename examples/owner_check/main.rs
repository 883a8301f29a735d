//! Documents of several tenants: who may touch which one is asked before anything of the body is
//! read, and the handler gets the document that was looked at.
//!
//! `cargo run --bin owner_check` prints tokens and calls to try.

#![expect(clippy::print_stdout, reason = "an example speaks on the terminal")]

mod documents;

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use actix_web::{App, HttpServer, web};
use portcullis::{
    Authorized, Denied, JwtBearer, Portcullis, Principal, Random, SystemRandom, endpoint,
};

use documents::{Document, Documents};

/// A document of another tenant is not there: whoever asks learns nothing of it.
async fn of_my_tenant(
    caller: Principal,
    id: web::Path<i64>,
    documents: web::Data<Documents>,
) -> Result<Document, Denied> {
    let document = documents.find(*id).await?.ok_or(Denied::NotFound)?;
    let tenant = caller.claim_as::<String>("tenant");
    if tenant.as_deref() == Some(&document.tenant) { Ok(document) } else { Err(Denied::NotFound) }
}

/// Colleagues see it, so they may be told that it is not theirs to change.
async fn is_mine(caller: Principal, document: Authorized<Document>) -> Result<(), Denied> {
    if document.owner == caller.id() { Ok(()) } else { Err(Denied::Forbidden) }
}

#[endpoint(get = "/documents/{id}", claims("tenant"), authorize(of_my_tenant))]
async fn read(document: Authorized<Document>) -> String {
    document.text.clone()
}

#[endpoint(put = "/documents/{id}", claims("tenant"), authorize(of_my_tenant, is_mine))]
async fn write(
    document: Authorized<Document>,
    documents: web::Data<Documents>,
    text: String,
) -> Result<&'static str, portcullis::Error> {
    documents.write(document.id, &text).await.map_err(portcullis::Error::unavailable)?;
    Ok("written")
}

#[actix_web::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::args().nth(1).map_or(Ok(8080), |port| port.parse())?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let mut key = [0; 32];
    SystemRandom.fill(&mut key)?;
    let portcullis = Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256(key).issuer("owner_check").audience("documents"))
        .build()?;
    let documents = web::Data::new(Documents::open().await?);
    introduce(&portcullis, &listener.local_addr()?.to_string())?;
    let app = move || App::new().app_data(documents.clone()).configure(portcullis.mount());
    Ok(HttpServer::new(app).workers(1).listen(listener)?.run().await?)
}

/// Whom to try it as: ada owns document 1, bob is a colleague, and eve belongs to somebody else.
fn introduce(portcullis: &Portcullis, address: &str) -> Result<(), Box<dyn Error>> {
    for (name, tenant) in [("ada", "acme"), ("bob", "acme"), ("eve", "umbrella")] {
        let hour = Duration::from_secs(3600);
        let token = portcullis.tokens().subject(name).claim("tenant", tenant).expires_in(hour);
        println!("{name}={}", token.sign()?);
    }
    println!("curl -i -H \"Authorization: Bearer $ada\" http://{address}/documents/1");
    println!(
        "curl -i -H \"Authorization: Bearer $bob\" -X PUT -d new http://{address}/documents/1"
    );
    println!("curl -i -H \"Authorization: Bearer $eve\" http://{address}/documents/1");
    Ok(())
}
