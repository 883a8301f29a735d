//! The URL that a server is known by (RFC 8414 §2).

use crate::csrf::Origin;

/// Where metadata are, for an issuer without a path.
const WELL_KNOWN: &str = "/.well-known/oauth-authorization-server";

/// An issuer in its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Issuer<'a> {
    /// Scheme, host and port.
    pub(super) origin: &'a str,
    /// Without a slash at the end.
    path: &'a str,
}

impl<'a> Issuer<'a> {
    /// Reads an issuer; `http` only for a host that is this machine, and only if that is allowed.
    ///
    /// # Errors
    ///
    /// What keeps it from being one.
    pub(super) fn parse(url: &'a str, http_on_localhost: bool) -> Result<Self, &'static str> {
        if url.contains(['?', '#']) {
            return Err("has a query or a fragment");
        }
        let (origin, path) = split(url);
        let parsed = Origin::parse(origin).map_err(|_| "is no `https://` URL of a host")?;
        if parsed.is_http() && !parsed.is_https() {
            match (parsed.is_in_the_clear(), http_on_localhost) {
                (true, _) => return Err("is not `https`"),
                (false, false) => {
                    return Err("is not `https`; for a try, `.allow_http_on_localhost()`");
                }
                (false, true) => {}
            }
        } else if !parsed.is_https() {
            return Err("is not `https`");
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        if !path.split('/').skip(1).all(is_plain) {
            return Err("has a path that is not plain: of letters, digits, `-`, `.`, `_` and `~`");
        }
        Ok(Self { origin, path })
    }

    /// Where its metadata are: between host and path (RFC 8414 §3.1).
    pub(super) fn metadata_path(&self) -> String {
        format!("{WELL_KNOWN}{}", self.path)
    }
}

/// Where the metadata of whatever is no issuer would be.
pub(super) fn default_path() -> String {
    WELL_KNOWN.to_owned()
}

fn split(url: &str) -> (&str, &str) {
    let host = url.find("://").map_or(0, |at| at + "://".len());
    let behind = url.get(host..).and_then(|rest| rest.find('/'));
    url.split_at_checked(behind.map_or(url.len(), |at| host + at)).unwrap_or((url, ""))
}

/// No other text is the same path, and none is a pattern.
fn is_plain(segment: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    !matches!(segment, "" | "." | "..") && segment.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::Issuer;

    #[test]
    fn issuers_and_where_their_metadata_are() {
        let cases = [
            ("https://issuer.example", ""),
            ("https://issuer.example/", ""),
            ("https://issuer.example:8443", ""),
            ("https://issuer.example/a/b", "/a/b"),
            ("https://issuer.example/a/b/", "/a/b"),
        ];
        for (url, path) in cases {
            let issuer = Issuer::parse(url, false).unwrap();
            let expected = format!("/.well-known/oauth-authorization-server{path}");
            assert_eq!(issuer.metadata_path(), expected, "{url}");
        }
    }

    #[test]
    fn what_is_no_issuer() {
        let cases = [
            "",
            "issuer.example",
            "http://issuer.example",
            "ftp://issuer.example",
            "https://",
            "https:///a",
            "https://ada@issuer.example",
            "https://issuer.example?a",
            "https://issuer.example/#a",
            "https://issuer.example/a//b",
            "https://issuer.example/../a",
            "https://issuer.example/{a}",
            "https://issuer.example/%61",
            " https://issuer.example",
        ];
        for url in cases {
            assert!(Issuer::parse(url, true).is_err(), "{url}");
        }
    }

    #[test]
    fn http_on_this_machine_if_that_is_said() {
        for url in ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"] {
            assert!(Issuer::parse(url, false).is_err(), "{url}");
            assert!(Issuer::parse(url, true).is_ok(), "{url}");
        }
    }
}
