//! A server that trusts an identity provider: here one that runs beside it, so that nothing
//! outside of this machine is needed.
//!
//! - `orders`: who may call what
//! - `server`: the scheme, with the provider's address and where it writes roles
//! - `people`: tokens as Keycloak writes them
//! - `story`: what happens when keys change, and when the provider is gone (`--demo`)

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example speaks on the terminal")]

mod orders;
mod people;
mod server;
mod story;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;
use portcullis::SystemClock;
use portcullis_identity_provider::IdentityProvider;

/// A server behind an identity provider.
#[derive(Debug, Parser)]
struct Options {
    /// The port on this machine; 0 for any that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Tells a story of changing keys, and ends.
    #[arg(long)]
    demo: bool,
}

#[actix_web::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    let outcome = if options.demo { story::tell().await } else { serve(options.port).await };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("authority: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(port: u16) -> Result<(), Box<dyn Error>> {
    let listener = server::listen(port)?;
    let address = listener.local_addr()?;
    let provider = IdentityProvider::start();
    let portcullis = server::portcullis(&provider, SystemClock)?;
    println!("The provider is {}. Its tokens are good for an hour:\n", provider.issuer());
    for person in [people::READER, people::MANAGER] {
        let token = provider.token(people::claims(provider.issuer(), person, &SystemClock)?);
        println!(
            "# {person}\ncurl -i http://{address}/orders -H 'Authorization: Bearer {token}'\n"
        );
    }
    println!("With `-X DELETE` the orders are deleted, by a manager only.");
    server::start(listener, portcullis)?.await?;
    Ok(())
}
