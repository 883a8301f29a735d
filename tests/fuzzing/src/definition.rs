//! Who may enter, said apart from the library and in other words: from the specification alone,
//! with other crates for texts, signatures and JSON.

pub(crate) mod base64url;
pub(crate) mod bearer;
pub(crate) mod claims;
pub(crate) mod json;
pub(crate) mod keys;
pub(crate) mod token;
