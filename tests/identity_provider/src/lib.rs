//! An OpenID provider on this machine, over TLS, that does whatever a test wants of it: rotates
//! its keys, lies, stalls, sends too much, dies and comes back. It counts who asks what.
//!
//! `keys`: what it signs with · `behaviour`: what it answers · `tls`: whom to trust ·
//! `server`: where it listens

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_debug_implementations,
    reason = "ends the test or the example that it stands in for"
)]

mod behaviour;
mod keys;
mod server;
mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

pub use behaviour::{Behaviour, Page};
use keys::{Keys, Kind};
use server::Running;
use tls::Tls;

/// A provider at `https://localhost:port`, until it is dropped.
pub struct IdentityProvider {
    tls: Tls,
    address: SocketAddr,
    desk: Arc<Desk>,
    running: Option<Running>,
}

/// What the server answers from.
pub(crate) struct Desk {
    pub(crate) issuer: String,
    keys: Mutex<Keys>,
    behaviour: Mutex<[Behaviour; 2]>,
    asked: [AtomicUsize; 2],
    pub(crate) sent: AtomicU64,
}

impl IdentityProvider {
    /// Starts one, with one ES256 key, named `key-1`.
    ///
    /// # Panics
    ///
    /// If this machine has no port, no certificate or no thread for it.
    #[must_use]
    pub fn start() -> Self {
        let listener = server::listen(SocketAddr::from(([127, 0, 0, 1], 0)));
        let address = listener.local_addr().unwrap();
        let desk = Arc::new(Desk::new(format!("https://localhost:{}", address.port())));
        let tls = Tls::new();
        let running = Some(server::start(listener, &tls, Arc::clone(&desk)));
        Self { tls, address, desk, running }
    }

    /// Its issuer: the address that it is asked at.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.desk.issuer
    }

    /// The certificate, in PEM, of the authority that has signed its own.
    #[must_use]
    pub fn root_certificate(&self) -> &str {
        &self.tls.root
    }

    /// Adds an ES256 key, which signs from now on. Returns its id.
    pub fn add_key(&self) -> String {
        self.desk.keys().add(Kind::Es256)
    }

    /// Adds an RS256 key, which signs from now on, and whose JWK names no algorithm, as those of
    /// Entra ID. Returns its id.
    pub fn add_rsa_key(&self) -> String {
        self.desk.keys().add(Kind::Rs256)
    }

    /// No longer publishes a key. What it has signed stays signed.
    pub fn withdraw_key(&self, id: &str) {
        self.desk.keys().withdraw(id);
    }

    /// A token with these claims and its issuer, signed with the newest key.
    #[must_use]
    pub fn token(&self, claims: Value) -> String {
        self.desk.keys().sign(None, self.with_issuer(claims))
    }

    /// The same signed with this key, published or not.
    #[must_use]
    pub fn token_of(&self, key: &str, claims: Value) -> String {
        self.desk.keys().sign(Some(key), self.with_issuer(claims))
    }

    /// What it answers from now on on one of its pages.
    pub fn behave(&self, page: Page, behaviour: Behaviour) {
        self.desk.behaviours()[page as usize] = behaviour;
    }

    /// What it would answer if it were honest.
    #[must_use]
    pub fn truth(&self, page: Page) -> Value {
        behaviour::truth(page, &self.desk)
    }

    /// How often a page was asked for.
    #[must_use]
    pub fn asked(&self, page: Page) -> usize {
        self.desk.asked[page as usize].load(Ordering::SeqCst)
    }

    /// How many bytes of a flood it could send.
    #[must_use]
    pub fn sent(&self) -> u64 {
        self.desk.sent.load(Ordering::SeqCst)
    }

    /// Closes its port and all connections.
    pub fn die(&mut self) {
        self.running = None;
    }

    /// Listens again, at the same address.
    pub fn come_back(&mut self) {
        let listener = server::listen(self.address);
        self.running = Some(server::start(listener, &self.tls, Arc::clone(&self.desk)));
    }

    fn with_issuer(&self, mut claims: Value) -> Value {
        if let Some(claims) = claims.as_object_mut().filter(|claims| !claims.contains_key("iss")) {
            claims.insert("iss".to_owned(), self.issuer().into());
        }
        claims
    }
}

impl Desk {
    fn new(issuer: String) -> Self {
        let mut keys = Keys::default();
        keys.add(Kind::Es256);
        Self {
            issuer,
            keys: Mutex::new(keys),
            behaviour: Mutex::default(),
            asked: Default::default(),
            sent: AtomicU64::new(0),
        }
    }

    /// Notes that a page was asked for; what to do about it.
    pub(crate) fn ask(&self, page: Page) -> Behaviour {
        self.asked[page as usize].fetch_add(1, Ordering::SeqCst);
        self.behaviours()[page as usize].clone()
    }

    pub(crate) fn key_set(&self) -> Value {
        self.keys().published()
    }

    fn keys(&self) -> MutexGuard<'_, Keys> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn behaviours(&self) -> MutexGuard<'_, [Behaviour; 2]> {
        self.behaviour.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
