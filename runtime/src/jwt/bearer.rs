//! The `Authorization` header (RFC 9110 §11.6.2, RFC 6750 §2.1).

use actix_web::http::header::{AUTHORIZATION, HeaderMap};

/// What the header carries.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Bearer<'a> {
    /// No header, or one for another authentication scheme.
    Absent,
    /// A bearer token, perhaps: see [`is_token`]. Not verified.
    Token(&'a [u8]),
    /// More bytes than a token may have. None of them was looked at.
    TooLong,
    /// `Bearer` without exactly one token, or more than one header.
    Malformed,
}

impl<'a> Bearer<'a> {
    /// Reads the headers of a request, in a time that does not grow beyond that of the longest
    /// token, in bytes.
    pub(super) fn of(headers: &'a HeaderMap, longest: usize) -> Self {
        let mut fields = headers.get_all(AUTHORIZATION);
        match (fields.next(), fields.next()) {
            (None, _) => Self::Absent,
            (Some(field), None) => Self::parse(field.as_bytes(), longest),
            // Two fields are a list (RFC 9110 §5.2), and `Authorization` is none.
            (Some(_), Some(_)) => Self::Malformed,
        }
    }

    fn parse(field: &'a [u8], longest: usize) -> Self {
        // Authentication schemes are case-insensitive (RFC 9110 §11.1).
        let Some((word, rest)) = field.split_at_checked(BEARER.len()) else {
            return Self::Absent;
        };
        let longer_word = rest.first().is_some_and(|byte| is_tchar(*byte));
        if longer_word || !word.eq_ignore_ascii_case(BEARER) {
            return Self::Absent;
        }
        // auth-scheme 1*SP token68 (RFC 9110 §11.4)
        let spaces = rest.iter().take(longest).take_while(|byte| **byte == b' ').count();
        match rest.get(spaces..) {
            Some(token) if spaces > 0 && token.len() > longest => Self::TooLong,
            Some(token) if spaces > 0 => Self::Token(token),
            _ => Self::Malformed,
        }
    }
}

const BEARER: &[u8] = b"bearer";

/// `tchar`, RFC 9110 §5.6.2.
fn is_tchar(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Whether what was taken for a token is one, and not malformed. An accepted JSON Web Token is one
/// for sure, so only those that are refused pay for the look at every byte.
///
/// `1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`, RFC 6750 §2.1.
pub(super) fn is_token(token: &[u8]) -> bool {
    let padding = token.iter().rev().take_while(|byte| **byte == b'=').count();
    let (characters, _) = token.split_at(token.len() - padding);
    // Whole blocks at once, which the compiler turns into vector instructions.
    !characters.is_empty() && characters.chunks(64).all(is_block_of_b64token)
}

fn is_block_of_b64token(block: &[u8]) -> bool {
    block.iter().fold(true, |all, byte| {
        let mark = matches!(byte, b'-' | b'.' | b'_' | b'~' | b'+' | b'/');
        all & (byte.is_ascii_alphanumeric() | mark)
    })
}

#[cfg(test)]
mod tests {
    use super::{Bearer, is_token};

    #[test]
    fn one_token_after_the_word_and_nothing_else() {
        let cases: [(&[u8], Bearer<'_>); 24] = [
            (b"Bearer abc", Bearer::Token(b"abc")),
            (b"bearer abc", Bearer::Token(b"abc")),
            (b"BEARER   a.b.c", Bearer::Token(b"a.b.c")),
            (b"Bearer a-._~+/==", Bearer::Token(b"a-._~+/==")),
            (b"Bearer a.b.c.d.e.f.g.h.i", Bearer::Token(b"a.b.c.d.e.f.g.h.i")),
            (b"Bearer a.b.c.d.e.f.g.h.ij", Bearer::TooLong),
            (b"Bearer \"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"", Bearer::TooLong),
            (b"Bearer                         a", Bearer::Malformed),
            (b"", Bearer::Absent),
            (b"Bea", Bearer::Absent),
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
            let told = match Bearer::parse(field, 17) {
                Bearer::Token(token) if !is_token(token) => Bearer::Malformed,
                other => other,
            };
            assert_eq!(told, expected, "{}", field.escape_ascii());
        }
    }
}
