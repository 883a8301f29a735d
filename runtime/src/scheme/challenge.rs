//! `WWW-Authenticate` (RFC 9110 §11.6.1).

use actix_web::http::header::HeaderValue;

use crate::problem::Problem;

/// What a caller is told to bring: an authentication scheme of HTTP, with parameters.
/// The guard adds `realm` where it is missing, and `error` where something was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    scheme: String,
    parameters: Vec<(String, String)>,
}

impl Challenge {
    /// A challenge of this HTTP authentication scheme, such as `Basic`.
    #[must_use]
    pub fn new(scheme: impl Into<String>) -> Self {
        Self { scheme: scheme.into(), parameters: Vec::new() }
    }

    /// A challenge for a bearer token (RFC 6750 §3).
    #[must_use]
    pub fn bearer() -> Self {
        Self::new("Bearer")
    }

    /// Names the protected area.
    #[must_use]
    pub fn realm(self, realm: impl Into<String>) -> Self {
        self.parameter("realm", realm)
    }

    /// Adds a parameter. The value is quoted and escaped when it is written.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// The authentication scheme of HTTP.
    #[cfg(all(feature = "oauth", feature = "_jwt"))]
    pub(crate) fn scheme(&self) -> &str {
        &self.scheme
    }

    /// The same challenge with `realm` in it.
    pub(crate) fn with_realm(self, realm: &str) -> Self {
        if self.parameters.iter().any(|(name, _)| name.eq_ignore_ascii_case("realm")) {
            return self;
        }
        let mut challenge = self;
        challenge.parameters.insert(0, ("realm".into(), realm.into()));
        challenge
    }

    /// The value of the header field. `None` where a part cannot stand in one.
    pub(crate) fn header(&self) -> Option<HeaderValue> {
        let mut text = self.scheme.clone();
        for (position, (name, value)) in self.parameters.iter().enumerate() {
            text.push_str(if position == 0 { " " } else { ", " });
            text.push_str(name);
            text.push_str("=\"");
            for character in value.chars() {
                // quoted-pair, RFC 9110 §5.6.4
                if matches!(character, '"' | '\\') {
                    text.push('\\');
                }
                text.push(character);
            }
            text.push('"');
        }
        HeaderValue::from_str(&text).ok()
    }

    /// What cannot be written as a header field.
    pub(crate) fn check(&self) -> Option<Problem> {
        let names = self.parameters.iter().map(|(name, _)| name);
        let odd = names.chain([&self.scheme]).find(|name| !is_token(name));
        if let Some(odd) = odd {
            return Some(Problem::new(format!("`{odd}` cannot be a name in `WWW-Authenticate`")));
        }
        let unwritable = self.header().is_none();
        unwritable.then(|| Problem::new("the challenge has characters that no header may have"))
    }
}

/// `token`, RFC 9110 §5.6.2.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_tchar)
}

/// `tchar`, RFC 9110 §5.6.2.
pub(super) fn is_tchar(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::Challenge;

    #[test]
    fn values_are_quoted() {
        let challenge = Challenge::bearer().realm(r#"a "b" \c"#).parameter("scope", "x y");
        let header = challenge.header().unwrap();
        assert_eq!(header, r#"Bearer realm="a \"b\" \\c", scope="x y""#);
    }

    #[test]
    fn a_realm_is_added_once() {
        let with = |challenge: Challenge| challenge.with_realm("api").header().unwrap();
        assert_eq!(with(Challenge::new("Basic")), r#"Basic realm="api""#);
        assert_eq!(with(Challenge::new("Basic").realm("own")), r#"Basic realm="own""#);
    }

    #[test]
    fn what_cannot_stand_in_a_header_is_a_problem() {
        assert!(Challenge::new("Two words").check().is_some());
        assert!(Challenge::bearer().realm("line\nbreak").check().is_some());
        assert!(Challenge::bearer().realm("api").check().is_none());
    }
}
