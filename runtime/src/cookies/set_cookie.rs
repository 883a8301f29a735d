//! The `Set-Cookie` header (RFC 6265bis §4.1).

use actix_web::http::header::HeaderValue;
use cookie::time::Duration;
use cookie::{Cookie, SameSite};

/// What browsers keep at least, and at most in practice: of name, value and attributes together
/// (RFC 6265 §6.1).
const LONGEST: usize = 4096;

/// What the cookie of a scheme looks like.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub(crate) name: String,
    /// Not for HTTPS alone: in development, on this machine.
    pub(crate) plain: bool,
    /// Not sent when a user comes from another site, either.
    pub(crate) strict: bool,
}

impl Shape {
    /// Keeps this value for so many seconds.
    ///
    /// # Errors
    ///
    /// How long it would be, in bytes, if that is too long.
    pub(crate) fn keep(&self, value: &str, seconds: u64) -> Result<HeaderValue, usize> {
        let text = self.write(value, seconds);
        match HeaderValue::from_str(&text) {
            Ok(header) if text.len() <= LONGEST => Ok(header),
            Ok(_) | Err(_) => Err(text.len()),
        }
    }

    /// Has the browser forget it.
    pub(crate) fn clear(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.write("", 0)).ok()
    }

    fn write(&self, value: &str, seconds: u64) -> String {
        let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
        Cookie::build((self.name.as_str(), value))
            .path("/")
            .secure(!self.plain)
            .http_only(true)
            .same_site(if self.strict { SameSite::Strict } else { SameSite::Lax })
            .max_age(Duration::seconds(seconds))
            .build()
            .to_string()
    }
}
