//! `Authorization: <word> <token68>` (RFC 9110 §11.4, §11.6.2), for schemes that read it.

use actix_web::http::header::{AUTHORIZATION, HeaderMap};

use super::challenge::is_tchar;

/// What the header carries for one authentication scheme.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Authorization<'a> {
    /// No header, or one for another scheme.
    Absent,
    /// What stands behind the word: characters of a `token68`, and not yet anything more.
    Token(&'a str),
    /// The word without exactly one token, or more than one header.
    Malformed,
}

impl<'a> Authorization<'a> {
    /// Reads the headers of a request. `word` names the scheme, in any letter case.
    pub(crate) fn of(headers: &'a HeaderMap, word: &str) -> Self {
        let mut fields = headers.get_all(AUTHORIZATION);
        match (fields.next(), fields.next()) {
            (None, _) => Self::Absent,
            (Some(field), None) => Self::parse(field.as_bytes(), word),
            // Two fields are a list (RFC 9110 §5.2), and `Authorization` is none.
            (Some(_), Some(_)) => Self::Malformed,
        }
    }

    fn parse(field: &'a [u8], word: &str) -> Self {
        // Authentication schemes are case-insensitive (RFC 9110 §11.1).
        let Some((first, rest)) = field.split_at_checked(word.len()) else {
            return Self::Absent;
        };
        let longer = rest.first().is_some_and(|byte| is_tchar(*byte));
        if longer || !first.eq_ignore_ascii_case(word.as_bytes()) {
            return Self::Absent;
        }
        // auth-scheme 1*SP token68
        let token = rest.trim_ascii_start();
        let only_spaces = rest.iter().take(rest.len() - token.len()).all(|byte| *byte == b' ');
        if token.len() == rest.len() || !only_spaces || !is_token68(token) {
            return Self::Malformed;
        }
        str::from_utf8(token).map_or(Self::Malformed, Self::Token)
    }
}

/// `1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`, RFC 9110 §11.2.
fn is_token68(token: &[u8]) -> bool {
    let padding = token.iter().rev().take_while(|byte| **byte == b'=').count();
    let (characters, _) = token.split_at(token.len() - padding);
    let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~+/".contains(byte);
    !characters.is_empty() && characters.iter().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::Authorization;

    #[test]
    fn one_token_after_the_word_and_nothing_else() {
        let cases: [(&[u8], Authorization<'_>); 20] = [
            (b"Basic abc", Authorization::Token("abc")),
            (b"basic abc", Authorization::Token("abc")),
            (b"BASIC   a+/==", Authorization::Token("a+/==")),
            (b"", Authorization::Absent),
            (b"Bas", Authorization::Absent),
            (b"Bearer abc", Authorization::Absent),
            (b"Basics abc", Authorization::Absent),
            (b" Basic abc", Authorization::Absent),
            (b"Basic", Authorization::Malformed),
            (b"Basic ", Authorization::Malformed),
            (b"Basic\tabc", Authorization::Malformed),
            (b"Basic \tabc", Authorization::Malformed),
            (b"Basic abc ", Authorization::Malformed),
            (b"Basic abc def", Authorization::Malformed),
            (b"Basic abc, Basic def", Authorization::Malformed),
            (b"Basic,abc", Authorization::Malformed),
            (b"Basic a=b", Authorization::Malformed),
            (b"Basic ==", Authorization::Malformed),
            (b"Basic a\xC3\xA4", Authorization::Malformed),
            (b"Basic user:password", Authorization::Malformed),
        ];
        for (field, expected) in cases {
            let found = Authorization::parse(field, "Basic");
            assert_eq!(found, expected, "{}", field.escape_ascii());
        }
    }
}
