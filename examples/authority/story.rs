//! What a server sees of its provider in a bad week, over HTTP, with the answers that it gives.
//! The clock is moved, so that nobody has to wait.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use actix_web::http::Method;
use awc::Client;
use portcullis::Clock;
use portcullis_identity_provider::IdentityProvider;
use serde_json::Value;

use crate::people::{self, MANAGER, READER};
use crate::server;

/// The time of day, and as many seconds as were skipped.
#[derive(Clone, Debug, Default)]
struct Skipping(Arc<AtomicU64>);

impl Clock for Skipping {
    fn now(&self) -> SystemTime {
        SystemTime::now() + Duration::from_secs(self.0.load(Ordering::Relaxed))
    }
}

struct Story {
    provider: IdentityProvider,
    clock: Skipping,
    orders: String,
    client: Client,
    unexpected: usize,
}

type Outcome = Result<(), Box<dyn Error>>;

pub(crate) async fn tell() -> Outcome {
    let (provider, clock) = (IdentityProvider::start(), Skipping::default());
    let portcullis = server::portcullis(&provider, clock.clone())?;
    let listener = server::listen(0)?;
    let orders = format!("http://{}/orders", listener.local_addr()?);
    let running = server::start(listener, portcullis)?;
    let handle = running.handle();
    actix_web::rt::spawn(running);
    let mut story = Story { provider, clock, orders, client: Client::default(), unexpected: 0 };
    let told = story.tell().await;
    handle.stop(false).await;
    told?;
    match story.unexpected {
        0 => println!("\nall as expected"),
        count => return Err(format!("{count} answers not as expected").into()),
    }
    Ok(())
}

impl Story {
    async fn tell(&mut self) -> Outcome {
        println!("Roles come out of the provider's tokens:");
        let (reader, manager) = (self.token(READER)?, self.token(MANAGER)?);
        self.ask("a reader lists", Method::GET, &reader, 200).await?;
        self.ask("a reader deletes", Method::DELETE, &reader, 403).await?;
        self.ask("a manager deletes", Method::DELETE, &manager, 200).await?;

        println!("\nSomebody else's tokens do not count, whatever they say:");
        let stranger = IdentityProvider::start();
        let forged = self.claims(MANAGER)?;
        self.ask("a stranger lists", Method::GET, &stranger.token(forged), 401).await?;

        println!("\nThe provider is gone, and nobody notices:");
        self.provider.die();
        self.skip(3600 - 60);
        self.ask("a reader lists", Method::GET, &reader, 200).await?;

        println!("\nIt comes back with a new key, whose first token makes the server ask for it:");
        self.provider.come_back();
        self.provider.add_key();
        self.skip(30);
        let new = self.token(READER)?;
        self.ask("a reader lists", Method::GET, &new, 200).await?;

        println!("\nIts old key is withdrawn, and is gone with the next look at its keys:");
        let old = self.provider.token_of("key-1", self.claims(MANAGER)?);
        self.ask("a manager lists", Method::GET, &old, 200).await?;
        self.provider.withdraw_key("key-1");
        self.provider.add_key();
        self.skip(30);
        let newest = self.token(READER)?;
        self.ask("a reader lists", Method::GET, &newest, 200).await?;
        self.ask("a manager lists", Method::GET, &old, 401).await
    }

    fn claims(&self, person: &str) -> Result<Value, Box<dyn Error>> {
        Ok(people::claims(self.provider.issuer(), person, &self.clock)?)
    }

    fn token(&self, person: &str) -> Result<String, Box<dyn Error>> {
        Ok(self.provider.token(self.claims(person)?))
    }

    fn skip(&self, seconds: u64) {
        self.clock.0.fetch_add(seconds, Ordering::Relaxed);
    }

    async fn ask(&mut self, who: &str, method: Method, token: &str, expected: u16) -> Outcome {
        let request = self.client.request(method, &self.orders).bearer_auth(token);
        let status = request.send().await?.status().as_u16();
        let remark = if status == expected { "" } else { "  <- not as expected" };
        self.unexpected += usize::from(status != expected);
        println!("  {who:<18} {status}{remark}");
        Ok(())
    }
}
