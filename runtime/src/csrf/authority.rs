//! Host and port, as in `Host` (RFC 9110 §7.2) and in an origin.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A host, and a port if one is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Authority {
    host: Host,
    port: Option<u16>,
}

/// A host as browsers tell it apart from others.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Host {
    /// In lower case, and otherwise as it stands: `app.example.` is another one than
    /// `app.example`, and a name beyond ASCII is in Punycode (`xn--…`).
    Name(String),
    Address(IpAddr),
}

impl Authority {
    /// `None` for everything that browsers do not write: users, zones, empty labels, numbers in
    /// a name's last label that are no address, ports that are empty, zero-padded or too large.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (host, port) = match text.strip_prefix('[') {
            Some(rest) => {
                let (address, rest) = rest.split_once(']')?;
                let address = address.parse::<Ipv6Addr>().ok()?;
                let port = if rest.is_empty() { None } else { Some(rest.strip_prefix(':')?) };
                (Host::Address(address.into()), port)
            }
            None => match text.split_once(':') {
                Some((name, port)) => (Host::parse(name)?, Some(port)),
                None => (Host::parse(text)?, None),
            },
        };
        let port = match port {
            Some(digits) => Some(parse_port(digits)?),
            None => None,
        };
        Some(Self { host, port })
    }

    pub(super) fn with_default_port(self, default: Option<u16>) -> Self {
        Self { port: self.port.or(default), ..self }
    }

    /// Whether it names this machine: nobody on the network can speak for it.
    pub(super) fn is_loopback(&self) -> bool {
        match &self.host {
            Host::Name(name) => name == "localhost" || name.ends_with(".localhost"),
            Host::Address(address) => address.is_loopback(),
        }
    }
}

impl Host {
    fn parse(text: &str) -> Option<Self> {
        let labels = text.strip_suffix('.').unwrap_or(text);
        let sound = labels.split('.').all(|label| {
            let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            !label.is_empty() && label.bytes().all(allowed)
        });
        if !sound || text.len() > LONGEST_NAME {
            return None;
        }
        // A host that ends in a number is an address (URL Standard, “ends in a number checker”).
        let last = labels.rsplit('.').next()?;
        let decimal = last.bytes().all(|byte| byte.is_ascii_digit());
        if decimal || last.starts_with("0x") || last.starts_with("0X") {
            return Some(Self::Address(text.parse::<Ipv4Addr>().ok()?.into()));
        }
        Some(Self::Name(text.to_ascii_lowercase()))
    }
}

/// 1 to 65535, written in one way.
fn parse_port(digits: &str) -> Option<u16> {
    let plain = !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// Of a name in the DNS, with the dot at its end.
const LONGEST_NAME: usize = 254;
