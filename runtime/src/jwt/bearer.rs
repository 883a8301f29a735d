//! The `Authorization` header (RFC 9110 §11.6.2, RFC 6750 §2.1).

use actix_web::http::header::{AUTHORIZATION, HeaderMap};

/// What the header carries.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Bearer<'a> {
    /// No header, or one for another authentication scheme.
    Absent,
    /// A bearer token. Not verified.
    Token(&'a [u8]),
    /// `Bearer` without exactly one token, or more than one header.
    Malformed,
}

impl<'a> Bearer<'a> {
    /// Reads the headers of a request.
    pub(super) fn of(headers: &'a HeaderMap) -> Self {
        let mut fields = headers.get_all(AUTHORIZATION);
        match (fields.next(), fields.next()) {
            (None, _) => Self::Absent,
            (Some(field), None) => Self::parse(field.as_bytes()),
            // Two fields are a list (RFC 9110 §5.2), and `Authorization` is none.
            (Some(_), Some(_)) => Self::Malformed,
        }
    }

    fn parse(field: &'a [u8]) -> Self {
        let end = field.iter().position(|byte| !is_tchar(*byte)).unwrap_or(field.len());
        let (word, rest) = field.split_at(end);
        // Authentication schemes are case-insensitive (RFC 9110 §11.1).
        if !word.eq_ignore_ascii_case(b"bearer") {
            return Self::Absent;
        }
        // auth-scheme 1*SP token68 (RFC 9110 §11.4)
        let spaces = rest.iter().take_while(|byte| **byte == b' ').count();
        match rest.get(spaces..) {
            Some(token) if spaces > 0 && is_b64token(token) => Self::Token(token),
            _ => Self::Malformed,
        }
    }
}

/// `tchar`, RFC 9110 §5.6.2.
fn is_tchar(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// `1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`, RFC 6750 §2.1.
fn is_b64token(token: &[u8]) -> bool {
    let padding = token.iter().rev().take_while(|byte| **byte == b'=').count();
    let (characters, _) = token.split_at(token.len() - padding);
    let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~+/".contains(byte);
    !characters.is_empty() && characters.iter().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::Bearer;

    #[test]
    fn one_token_after_the_word_and_nothing_else() {
        let cases: [(&[u8], Bearer<'_>); 19] = [
            (b"Bearer abc", Bearer::Token(b"abc")),
            (b"bearer abc", Bearer::Token(b"abc")),
            (b"BEARER   a.b.c", Bearer::Token(b"a.b.c")),
            (b"Bearer a-._~+/==", Bearer::Token(b"a-._~+/==")),
            (b"", Bearer::Absent),
            (b"Basic abc", Bearer::Absent),
            (b"Bearertoken abc", Bearer::Absent),
            (b"abc", Bearer::Absent),
            (b"Bearer", Bearer::Malformed),
            (b"Bearer ", Bearer::Malformed),
            (b"Bearer\tabc", Bearer::Malformed),
            (b"Bearer \tabc", Bearer::Malformed),
            (b"Bearer abc def", Bearer::Malformed),
            (b"Bearer abc, Bearer def", Bearer::Malformed),
            (b"Bearer,abc", Bearer::Malformed),
            (b"Bearer a=b", Bearer::Malformed),
            (b"Bearer ==", Bearer::Malformed),
            (b"Bearer a\xC3\xA4", Bearer::Malformed),
            (b"Bearer \"abc\"", Bearer::Malformed),
        ];
        for (field, expected) in cases {
            assert_eq!(Bearer::parse(field), expected, "{}", field.escape_ascii());
        }
    }
}
