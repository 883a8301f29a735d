//! `Authorization`, and where else a token could be.

use super::Row;

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // One token
    ("a token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n\r\n", "200 any eve"),
    ("no field", b"GET /any HTTP/1.1\r\nHost: a\r\n\r\n", "401"),
    ("a forged token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <forged>\r\n\r\n", "401 invalid_token"),
    ("bearer", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: bearer <eve>\r\n\r\n", "200 any eve"),
    ("BEARER", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: BEARER <eve>\r\n\r\n", "200 any eve"),
    ("bEaReR", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: bEaReR <eve>\r\n\r\n", "200 any eve"),
    ("the field's name in other letters", b"GET /any HTTP/1.1\r\nHost: a\r\naUTHORIZATION: Bearer <eve>\r\n\r\n", "200 any eve"),
    ("no blank after the colon", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization:Bearer <eve>\r\n\r\n", "200 any eve"),
    ("blanks and tabs around the value", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: \t Bearer <eve> \t \r\n\r\n", "200 any eve"),
    ("three blanks after the word", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer   <eve>\r\n\r\n", "200 any eve"),
    ("a token of 8192 bytes", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <8192 bytes>\r\n\r\n", "200 any x"),
    ("a token of 8193 bytes", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <8193 bytes>\r\n\r\n", "401 invalid_token"),
    // Not one token
    ("the word alone", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer\r\n\r\n", "400 invalid_request"),
    ("the word and blanks", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer   \r\n\r\n", "400 invalid_request"),
    ("a tab after the word", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer\t<eve>\r\n\r\n", "400 invalid_request"),
    ("a blank and a tab after the word", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \t<eve>\r\n\r\n", "400 invalid_request"),
    ("two tokens", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve> <eve>\r\n\r\n", "400 invalid_request"),
    ("two words", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer Bearer <eve>\r\n\r\n", "400 invalid_request"),
    ("two with a comma", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>, Bearer <admin>\r\n\r\n", "400 invalid_request"),
    ("two with a comma and no blank", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>,Bearer <admin>\r\n\r\n", "400 invalid_request"),
    ("a comma behind", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>,\r\n\r\n", "400 invalid_request"),
    ("Bearer, then Basic in one field", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>, Basic eDp5\r\n\r\n", "400 invalid_request"),
    ("an equals sign", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer=<eve>\r\n\r\n", "400 invalid_request"),
    ("a colon", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer: <eve>\r\n\r\n", "400 invalid_request"),
    ("a parameter", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer token=<eve>\r\n\r\n", "400 invalid_request"),
    ("a quoted token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \"<eve>\"\r\n\r\n", "400 invalid_request"),
    ("padding alone", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ==\r\n\r\n", "400 invalid_request"),
    ("padding within", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a=b\r\n\r\n", "400 invalid_request"),
    ("padding behind the token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>=\r\n\r\n", "401 invalid_token"),
    ("a percent sign", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer%20<eve>\r\n\r\n", "401"),
    ("UTF-8 for a token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \xc3\xa9\r\n\r\n", "400 invalid_request"),
    ("no UTF-8 for a token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \xff\xfe\r\n\r\n", "400 invalid_request"),
    ("a byte behind the token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\xa0\r\n\r\n", "400 invalid_request"),
    ("a non-breaking blank after the word", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer\xc2\xa0<eve>\r\n\r\n", "400 invalid_request"),
    // Another word
    ("an empty value", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization:\r\n\r\n", "401"),
    ("a value of blanks", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: \t  \r\n\r\n", "401"),
    ("Basic", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Basic YWRtaW46YWRtaW4=\r\n\r\n", "401"),
    ("Basic with a token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Basic <eve>\r\n\r\n", "401"),
    ("Basic, then Bearer in one field", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Basic eDp5, Bearer <eve>\r\n\r\n", "401"),
    ("Token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Token <eve>\r\n\r\n", "401"),
    ("JWT", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: JWT <eve>\r\n\r\n", "401"),
    ("DPoP", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: DPoP <eve>\r\n\r\n", "401"),
    ("the token without a word", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: <eve>\r\n\r\n", "401"),
    ("word and token in one", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer<eve>\r\n\r\n", "401"),
    ("a plural", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearers <eve>\r\n\r\n", "401"),
    ("a quoted word", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: \"Bearer\" <eve>\r\n\r\n", "401"),
    ("a word that is not ASCII", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: B\xc3\xa9arer <eve>\r\n\r\n", "401"),
    ("a comma before", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: , Bearer <eve>\r\n\r\n", "401"),
    // Several fields
    ("the same twice", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\nAuthorization: Bearer <eve>\r\n\r\n", "400 invalid_request"),
    ("eve, then admin", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\nAuthorization: Bearer <admin>\r\n\r\n", "400 invalid_request"),
    ("forged, then eve", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <forged>\r\nAuthorization: Bearer <eve>\r\n\r\n", "400 invalid_request"),
    ("Basic, then Bearer", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Basic eDp5\r\nAuthorization: Bearer <eve>\r\n\r\n", "400 invalid_request"),
    ("Bearer, then Basic", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\nAuthorization: Basic eDp5\r\n\r\n", "400 invalid_request"),
    ("empty, then Bearer", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization:\r\nAuthorization: Bearer <eve>\r\n\r\n", "400 invalid_request"),
    ("in other letters, and apart", b"GET /any HTTP/1.1\r\nauthorization: Bearer <eve>\r\nHost: a\r\nAUTHORIZATION: Bearer <eve>\r\n\r\n", "400 invalid_request"),
    ("three", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: a\r\nAuthorization: b\r\nAuthorization: Bearer <eve>\r\n\r\n", "400 invalid_request"),
    ("two of other words", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Basic eDp5\r\nAuthorization: Token x\r\n\r\n", "400 invalid_request"),
    // Not HTTP
    ("folded before the token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer\r\n <eve>\r\n\r\n", "400; closed"),
    ("folded behind the token", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n\tx\r\n\r\n", "400; closed"),
    ("folded with nothing more", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n \r\n\r\n", "400; closed"),
    ("a blank before the colon", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization : Bearer <eve>\r\n\r\n", "400; closed"),
    ("a NUL in the value", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\0\r\n\r\n", "400; closed"),
    ("a DEL in the value", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\x7f\r\n\r\n", "400; closed"),
    ("a CR in the value", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\rx\r\n\r\n", "400; closed"),
    ("a name that is not ASCII", b"GET /any HTTP/1.1\r\nHost: a\r\nAuthor\xc4\xb1zation: Bearer <eve>\r\n\r\n", "400; closed"),
    // Elsewhere
    ("Proxy-Authorization", b"GET /any HTTP/1.1\r\nHost: a\r\nProxy-Authorization: Bearer <eve>\r\n\r\n", "401"),
    ("X-Authorization", b"GET /any HTTP/1.1\r\nHost: a\r\nX-Authorization: Bearer <eve>\r\n\r\n", "401"),
    ("a name with an underscore", b"GET /any HTTP/1.1\r\nHost: a\r\nHTTP_AUTHORIZATION: Bearer <eve>\r\n\r\n", "401"),
    ("beside a forged one for the proxy", b"GET /any HTTP/1.1\r\nHost: a\r\nProxy-Authorization: Bearer <forged>\r\nAuthorization: Bearer <eve>\r\n\r\n", "200 any eve"),
    ("access_token in the query", b"GET /any?access_token=<eve> HTTP/1.1\r\nHost: a\r\n\r\n", "401"),
    ("authorization in the query", b"GET /any?authorization=Bearer%20<eve> HTTP/1.1\r\nHost: a\r\n\r\n", "401"),
    ("another's token in the query", b"GET /any?access_token=<admin> HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer <eve>\r\n\r\n", "200 any eve"),
    ("in a cookie", b"GET /any HTTP/1.1\r\nHost: a\r\nCookie: access_token=<eve>; Authorization=Bearer <eve>; jwt=<eve>\r\n\r\n", "401"),
    ("named by Connection", b"GET /any HTTP/1.1\r\nHost: a\r\nConnection: Authorization\r\nAuthorization: Bearer <eve>\r\n\r\n", "200 any eve"),
    ("access_token in a form", b"PUT /both HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: <length>\r\n\r\naccess_token=<admin>", "401; closed"),
    ("access_token in a form, where nobody is asked", b"POST /both HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\naccess_token=x", "200 POST nobody access_token=x"),
];

/// The same fields where nobody is asked for them: no step refuses, and what does not hold
/// makes its sender nobody.
pub(super) fn where_nobody_is_asked() -> impl Iterator<Item = (String, Vec<u8>, String)> {
    ROWS.iter().filter_map(|(name, sent, answer)| {
        let rest = sent.strip_prefix(b"GET /any")?;
        let answer = match answer.strip_prefix("200 any ") {
            Some(caller) => format!("200 open {caller}"),
            None if answer.contains("closed") => (*answer).to_owned(),
            None => "200 open nobody".to_owned(),
        };
        Some((format!("{name}, where nobody is asked"), [b"GET /open", rest].concat(), answer))
    })
}
