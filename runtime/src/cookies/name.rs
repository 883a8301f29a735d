//! Names that no other host can set.

use crate::problem::Problem;

/// What browsers demand of a cookie that begins with it, no other host can give.
pub(crate) const PREFIX: &str = "__Host-";

/// `cookie-name`, RFC 6265 §4.1.1, with the prefix.
pub(crate) fn odd_name(name: &str, usual: &str) -> Option<Problem> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let rest = name.strip_prefix(PREFIX).unwrap_or_default();
    let sound = !rest.is_empty() && rest.bytes().all(allowed);
    (!sound).then(|| {
        Problem::new(format!(
            "the cookie's name {name:?} is not `{PREFIX}` and a token after it; try `{usual}`"
        ))
    })
}
