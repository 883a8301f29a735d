//! Origins as browsers write them (RFC 6454 §6.2): `https://app.example:8443`.

use super::authority::Authority;

/// Where a page is from: scheme, host and port. Two are equal if all three are.
///
/// INVARIANT: the scheme is in lower case; the port is there wherever the scheme has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    scheme: String,
    authority: Authority,
}

/// Why a text is no origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No `scheme://`, or none that a scheme can be.
    Scheme,
    /// Something follows the host and port.
    Path,
    /// Neither a name, nor an address, nor an address in brackets; or an odd port.
    Host,
}

impl Origin {
    /// Reads an origin, alone and whole.
    ///
    /// # Errors
    ///
    /// Why the text is none. `null` is none.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        let (scheme, rest) = text.split_once("://").ok_or(Fault::Scheme)?;
        if !is_scheme(scheme) {
            return Err(Fault::Scheme);
        }
        if rest.contains(['/', '?', '#']) {
            return Err(Fault::Path);
        }
        let authority = Authority::parse(rest).ok_or(Fault::Host)?;
        Ok(Self::new(scheme.to_ascii_lowercase(), authority))
    }

    fn new(scheme: String, authority: Authority) -> Self {
        let authority = authority.with_default_port(default_port(&scheme));
        Self { scheme, authority }
    }

    /// Whether a page of this origin is at this host; for a host without a port that is the
    /// default one of the page's own scheme.
    pub(super) fn is_at(&self, host: &Authority) -> bool {
        self.is_http() && self.authority == host.clone().with_default_port(self.default_port())
    }

    pub(crate) fn is_https(&self) -> bool {
        self.scheme == "https"
    }

    /// Whether its scheme is `http` or `https`.
    pub(crate) fn is_http(&self) -> bool {
        self.default_port().is_some()
    }

    /// Whether whoever is on the network between can speak for it: `http`, but on this machine.
    pub(crate) fn is_in_the_clear(&self) -> bool {
        self.scheme == "http" && !self.authority.is_loopback()
    }

    fn default_port(&self) -> Option<u16> {
        default_port(&self.scheme)
    }
}

/// Of the schemes that pages are served by.
fn default_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    }
}

/// RFC 3986 §3.1
fn is_scheme(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}
