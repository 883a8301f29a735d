//! One careful GET: over HTTPS, without redirects, proxies or decompression, within a number of
//! bytes. Whoever answers is a stranger until the certificate says otherwise, and a large one
//! after that.

use std::fmt;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client, Response, StatusCode, Url};

use super::Authority;

/// The longest document that is read. Metadata and key sets of the known providers have a few
/// kilobytes.
const MOST_BYTES: usize = 256 * 1024;

/// Reads documents of an identity provider.
#[derive(Clone)]
pub(super) struct Http(Client);

/// Why there is no document. Quotes nothing of what was answered.
pub(super) type Failure = String;

impl Http {
    /// # Errors
    ///
    /// A certificate that is none, or a system whose own ones cannot be read.
    pub(super) fn new(authority: &Authority) -> Result<Self, String> {
        let mut roots = Vec::new();
        for pem in &authority.roots {
            let read = Certificate::from_pem_bundle(pem).map_err(|error| tell(&error))?;
            if read.is_empty() {
                return Err("there is no certificate in the PEM".to_owned());
            }
            roots.extend(read);
        }
        let client = Client::builder()
            // Whatever else is compiled into the program.
            .tls_backend_rustls()
            .tls_certs_merge(roots)
            .https_only(true)
            // A redirect could lead to a host that nobody has configured.
            .redirect(Policy::none())
            // A proxy of the environment is nobody's decision either.
            .no_proxy()
            .connect_timeout(authority.time_limit)
            .timeout(authority.time_limit)
            // Connections live in the worker that opened them, and workers end.
            .pool_max_idle_per_host(0)
            .user_agent(concat!("portcullis/", env!("CARGO_PKG_VERSION")));
        client.build().map(Self).map_err(|error| tell(&error))
    }

    /// The document at an address, if it is of one of these types.
    pub(super) async fn get(&self, url: &Url, types: &[&str]) -> Result<Vec<u8>, Failure> {
        let request = self.0.get(url.clone()).header(ACCEPT, types.join(", "));
        let mut response = request.send().await.map_err(|error| tell(&error))?;
        if response.status() != StatusCode::OK {
            return Err(format!("the answer's status is {}", response.status().as_u16()));
        }
        if !media_type(&response).is_some_and(|kind| types.contains(&kind.as_str())) {
            return Err(format!("the answer's content type is not {}", types.join(" or ")));
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| tell(&error))? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(format!("the answer has more than {MOST_BYTES} bytes"));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }
}

/// The type without its parameters (RFC 9110 §8.3.1).
fn media_type(response: &Response) -> Option<String> {
    let mut fields = response.headers().get_all(CONTENT_TYPE).iter();
    let (Some(field), None) = (fields.next(), fields.next()) else { return None };
    let kind = field.to_str().ok()?.split(';').next()?;
    Some(kind.trim().to_ascii_lowercase())
}

/// The error and what is behind it, in one line.
fn tell(error: &dyn std::error::Error) -> Failure {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        line = format!("{line}: {cause}");
        source = cause.source();
    }
    line
}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Http(..)")
    }
}
