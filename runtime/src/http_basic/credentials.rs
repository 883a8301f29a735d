//! `user-pass` of a Basic `Authorization` (RFC 7617 §2).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use zeroize::Zeroizing;

use super::password::Password;

/// More base64 than any name and password need. What is longer is never decoded.
const LONGEST: usize = 4096;

/// A name and a password. Not verified.
#[derive(Debug)]
pub(super) struct Credentials {
    pub(super) user: String,
    pub(super) password: Password,
}

/// Why there are none.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    Malformed,
    TooLong,
}

impl Credentials {
    /// Reads the `token68` of the header.
    pub(super) fn read(token: &str) -> Result<Self, Unreadable> {
        if token.len() > LONGEST {
            return Err(Unreadable::TooLong);
        }
        // Filled in place: a vector that grows leaves copies of the password behind.
        let mut bytes = Zeroizing::new([0; LONGEST / 4 * 3]);
        // Canonical base64 with padding (RFC 4648 §3.2, §3.5).
        let decoded = BASE64_STANDARD.decode_slice(token, &mut *bytes);
        let length = decoded.map_err(|_| Unreadable::Malformed)?;
        let text = bytes.get(..length).and_then(|bytes| str::from_utf8(bytes).ok());
        // The password may have colons, the name may not.
        let parts = text.and_then(|text| text.split_once(':'));
        let (user, password) = parts.ok_or(Unreadable::Malformed)?;
        if user.chars().chain(password.chars()).any(char::is_control) {
            return Err(Unreadable::Malformed);
        }
        Ok(Self { user: user.to_owned(), password: Password::new(password) })
    }
}

#[cfg(test)]
mod tests {
    use super::{Credentials, LONGEST, Unreadable};

    #[test]
    fn the_first_colon_splits() {
        let cases = [
            ("QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame"), // RFC 7617 §2
            ("dGVzdDoxMjPCow==", "test", "123£"),                       // RFC 7617 §2.1
            ("YTpiOmM=", "a", "b:c"),
            ("YTo6", "a", ":"),
            ("Og==", "", ""),
            ("YTo=", "a", ""),
            ("OmI=", "", "b"),
        ];
        for (token, user, password) in cases {
            let found = Credentials::read(token).unwrap();
            assert_eq!((found.user.as_str(), found.password.expose()), (user, password), "{token}");
        }
    }

    #[test]
    fn what_is_not_exactly_a_name_and_a_password_is_malformed() {
        let cases = [
            ("YQ==", "no colon"),
            ("YTpi=", "wrong padding"),
            ("YTo", "no padding"),
            ("YTp=", "padding for two bytes, bits loose"),
            ("YTq=", "loose bits"),
            ("YTpi====", "too much padding"),
            ("YS1iOmM_", "base64url"),
            ("YToK", "line feed in the password"),
            ("AGE6Yg==", "NUL in the name"),
            ("YTp/", "DEL"),
            ("YTrChQ==", "C1 control (U+0085)"),
            ("YTr/", "not UTF-8"),
            ("YTrtoIA=", "a surrogate"),
            ("YTrAgA==", "overlong NUL"),
        ];
        for (token, why) in cases {
            let found = Credentials::read(token).err();
            assert_eq!(found, Some(Unreadable::Malformed), "{why}");
        }
    }

    #[test]
    fn what_is_too_long_is_not_decoded() {
        let longest = format!("YTpi{}", "YWFh".repeat(LONGEST / 4 - 1));
        assert!(Credentials::read(&longest).is_ok());
        assert_eq!(Credentials::read(&format!("{longest}!")).err(), Some(Unreadable::TooLong));
    }
}
