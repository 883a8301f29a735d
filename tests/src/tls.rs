//! TLS with a certificate that a test has made for itself.

use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, ServerConfig, StreamOwned};

/// A certificate that signs itself, and its key.
#[derive(Debug)]
pub struct Certificate {
    public: CertificateDer<'static>,
    private: Vec<u8>,
}

impl Certificate {
    /// A new one for these hosts.
    ///
    /// # Errors
    ///
    /// A host is none.
    pub fn of(hosts: &[&str]) -> Result<Self, Box<dyn Error>> {
        let hosts = hosts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let made = rcgen::generate_simple_self_signed(hosts)?;
        Ok(Self { public: made.cert.der().clone(), private: made.signing_key.serialize_der() })
    }

    /// How a server presents it.
    ///
    /// # Errors
    ///
    /// The key is not one of the certificate.
    pub fn server(&self) -> Result<ServerConfig, Box<dyn Error>> {
        let builder = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
        let builder = builder.with_safe_default_protocol_versions()?.with_no_client_auth();
        let private = PrivatePkcs8KeyDer::from(self.private.clone());
        Ok(builder.with_single_cert(vec![self.public.clone()], private.into())?)
    }

    /// Sends a request to a local port, as bytes, and reads the answer up to its end.
    ///
    /// # Errors
    ///
    /// The connection fails, or whoever answers has another certificate.
    pub fn send(&self, port: u16, host: &str, request: &str) -> Result<String, Box<dyn Error>> {
        let mut roots = RootCertStore::empty();
        roots.add(self.public.clone())?;
        let builder = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
        let builder = builder.with_safe_default_protocol_versions()?;
        let config = builder.with_root_certificates(roots).with_no_client_auth();
        let name = ServerName::try_from(host.to_owned())?;
        let connection = ClientConnection::new(Arc::new(config), name)?;
        let mut stream = StreamOwned::new(connection, TcpStream::connect(("127.0.0.1", port))?);
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}
