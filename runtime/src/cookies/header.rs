//! The `Cookie` header (RFC 6265 §4.2), read as it was sent: no name is decoded, trimmed or
//! taken out of quotes, so that no other name passes for ours.

use actix_web::http::header::{COOKIE, HeaderMap};

/// What a request carries under one name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Sent<'a> {
    Nothing,
    One(&'a [u8]),
    /// Nobody can tell which one is meant.
    Several,
}

impl<'a> Sent<'a> {
    pub(crate) fn of(headers: &'a HeaderMap, name: &str) -> Self {
        let mut values = values(headers, name);
        match (values.next(), values.next()) {
            (None, _) => Self::Nothing,
            (Some(value), None) => Self::One(value),
            (Some(_), Some(_)) => Self::Several,
        }
    }
}

/// Every value that is sent under exactly this name, in all `Cookie` fields: HTTP/2 may split
/// the header (RFC 9113 §8.2.3).
pub(crate) fn values<'a>(headers: &'a HeaderMap, name: &str) -> impl Iterator<Item = &'a [u8]> {
    let fields = headers.get_all(COOKIE).map(|field| field.as_bytes());
    fields.flat_map(pairs).filter_map(move |pair| value(pair, name.as_bytes()))
}

/// `cookie-pair *( ";" SP cookie-pair )`
fn pairs(field: &[u8]) -> impl Iterator<Item = &[u8]> {
    let pairs = field.split(|byte| *byte == b';').enumerate();
    pairs.map(|(at, pair)| match pair {
        [b' ', pair @ ..] if at > 0 => pair,
        pair => pair,
    })
}

/// `cookie-name "=" cookie-value`
fn value<'a>(pair: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    pair.strip_prefix(name)?.strip_prefix(b"=")
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{COOKIE, HeaderMap, HeaderValue};

    use super::Sent;

    fn sent<'a>(headers: &'a mut HeaderMap, fields: &[&'a [u8]]) -> Sent<'a> {
        for field in fields {
            headers.append(COOKIE, HeaderValue::from_bytes(field).unwrap());
        }
        Sent::of(headers, "__Host-session")
    }

    #[test]
    fn exactly_one_value_under_exactly_this_name() {
        let cases: [(&[&[u8]], Sent<'_>); 21] = [
            (&[], Sent::Nothing),
            (&[b""], Sent::Nothing),
            (&[b"__Host-session=a"], Sent::One(b"a")),
            (&[b"x=1; __Host-session=a; y=2"], Sent::One(b"a")),
            (&[b"x=1;__Host-session=a"], Sent::One(b"a")),
            (&[b"x=1", b"__Host-session=a"], Sent::One(b"a")),
            (&[b"__Host-session="], Sent::One(b"")),
            (&[b"__Host-session=a=b"], Sent::One(b"a=b")),
            (&[b"__Host-session=a "], Sent::One(b"a ")),
            (&[b"__Host-session=\"a\""], Sent::One(b"\"a\"")),
            (&[b"__Host-session=a; __Host-session=a"], Sent::Several),
            (&[b"__Host-session=a", b"__Host-session=b"], Sent::Several),
            (&[b"__host-session=a; __HOST-SESSION=a"], Sent::Nothing),
            (&[b"%5F%5FHost-session=a"], Sent::Nothing),
            (&[b"\xEF\xBC\xBF\xEF\xBC\xBFHost-session=a"], Sent::Nothing),
            (&[b" __Host-session=a"], Sent::Nothing),
            (&[b"x=1;  __Host-session=a; \t__Host-session=a"], Sent::Nothing),
            (&[b"__Host-session =a"], Sent::Nothing),
            (&[b"\"__Host-session\"=a"], Sent::Nothing),
            (&[b"__Host-session; __Host-session2=a; x__Host-session=a"], Sent::Nothing),
            (&[b"x=__Host-session=a"], Sent::Nothing),
        ];
        for (fields, expected) in cases {
            let mut headers = HeaderMap::new();
            assert_eq!(sent(&mut headers, fields), expected, "{fields:?}");
        }
    }
}
