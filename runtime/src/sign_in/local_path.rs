//! Paths that stay on this server, whoever reads them.

/// A path on this server, with or without a query, safe to redirect to; `None` for whatever a
/// browser, a proxy or a careless decoder could take for another server:
///
/// ```
/// use portcullis::local_path;
///
/// assert_eq!(local_path("/docs/7?page=2"), Some("/docs/7?page=2"));
/// for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example", "/%5Cevil", ""] {
///     assert_eq!(local_path(elsewhere), None);
/// }
/// ```
///
/// Refused are all that does not begin with exactly one `/`, is longer than 2048 bytes, or has
/// a backslash, a control character or blank, `"`, `#`, `<`, `>`, a backtick or anything beyond
/// ASCII in it; an encoded control character, or a `%` that encodes nothing; and, before the
/// query, empty and dot segments and an encoded `/` or `\`.
#[must_use]
pub fn local_path(text: &str) -> Option<&str> {
    let path = text.split_once('?').map_or(text, |(path, _)| path);
    let inner = path.strip_prefix('/')?;
    let segments = inner.strip_suffix('/').unwrap_or(inner);
    let sound = text.len() <= LONGEST
        && text.bytes().all(is_allowed)
        && escapes(text).all(|byte| byte.is_some_and(|byte| !byte.is_ascii_control()))
        && escapes(path).all(|byte| !matches!(byte, Some(b'/' | b'\\')))
        && (inner.is_empty() || segments.split('/').all(is_name));
    sound.then_some(text)
}

/// In bytes. Browsers and servers take longer ones; nobody types them.
const LONGEST: usize = 2048;

fn is_allowed(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"\\\"#<>`".contains(&byte)
}

/// What each `%` encodes; `None` for one that encodes nothing.
fn escapes(text: &str) -> impl Iterator<Item = Option<u8>> {
    text.split('%').skip(1).map(|after| {
        let digits = after.get(..2).filter(|two| two.bytes().all(|it| it.is_ascii_hexdigit()));
        u8::from_str_radix(digits?, 16).ok()
    })
}

/// Neither empty, nor one that a browser takes for the place itself or the one above (URL
/// Standard, single- and double-dot URL path segments).
fn is_name(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    !matches!(plain.as_str(), "" | "." | "..")
}
