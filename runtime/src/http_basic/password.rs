//! A password on its way to the check.

use std::fmt;

use zeroize::Zeroizing;

/// A password that a caller has sent. It is never printed, and its memory is wiped when it is
/// dropped. (The request's header, which is actix-web's, still holds it in base64.)
pub struct Password(Zeroizing<String>);

impl Password {
    pub(super) fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }

    /// The password, for whoever verifies it. Compare it by a password hash (argon2, scrypt,
    /// bcrypt), never with `==`.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}
