//! Somebody who signs requests, and sends what they please.

use std::error::Error;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use awc::Client;
use awc::http::Method;
use portcullis::{Random, SystemRandom};

use crate::scheme::{Message, content_digest};

/// A request, signed. Whoever changes it has the old signature.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) target: String,
    pub(crate) body: String,
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl Request {
    pub(crate) fn plain(method: Method, target: &str, body: &str) -> Self {
        Self { method, target: target.to_owned(), body: body.to_owned(), headers: Vec::new() }
    }

    /// Signs it, some time ago.
    pub(crate) fn signed(
        mut self,
        key_id: &str,
        secret: &str,
        ago: Duration,
    ) -> Result<Self, Box<dyn Error>> {
        let mut nonce = [0; 16];
        SystemRandom.fill(&mut nonce)?;
        let nonce = nonce.map(|byte| format!("{byte:02x}")).concat();
        let signed_at = (SystemTime::now() - ago).duration_since(UNIX_EPOCH)?.as_secs().to_string();
        let digest = content_digest(self.body.as_bytes());
        let message = Message {
            method: self.method.as_str(),
            target: &self.target,
            key_id,
            nonce: &nonce,
            signed_at: &signed_at,
            digest: &digest,
        };
        let authorization = message.authorization(secret.as_bytes());
        self.headers = vec![
            ("authorization", authorization),
            ("signed-at", signed_at),
            ("content-digest", digest),
        ];
        Ok(self)
    }

    /// The status of the answer.
    pub(crate) async fn send(&self, base: &str) -> Result<u16, Box<dyn Error>> {
        let client = Client::builder().timeout(Duration::from_secs(30)).finish();
        let mut request = client.request(self.method.clone(), format!("{base}{}", self.target));
        for header in &self.headers {
            request = request.append_header((header.0, header.1.as_str()));
        }
        Ok(request.send_body(self.body.clone()).await?.status().as_u16())
    }
}
