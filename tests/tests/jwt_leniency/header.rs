//! Headers that change what the token means, or are not even headers.

use serde_json::Value;

use crate::ours::{Server, now, scheme};
use crate::plain;
use crate::token::signed;

const CRIT: &str = "`crit` names extensions that are not known";
const JWE: &str = "`b64`, `zip` or `enc` is in the header";
const TYP: &str = "`typ` is not the type of an access token";
const ALG: &str = "`alg` is not a string";
const NAMES: &str = "the header is no JSON object with unique names";

const ROWS: [(&str, &str); 25] = [
    // RFC 7515 §4.1.11
    (r#"{"alg":"HS256","crit":["http://example.com/x"],"http://example.com/x":true}"#, CRIT),
    (r#"{"alg":"HS256","crit":["exp"],"exp":1}"#, CRIT),
    (r#"{"alg":"HS256","crit":["absent"]}"#, CRIT),
    (r#"{"alg":"HS256","crit":["alg"]}"#, CRIT),
    (r#"{"alg":"HS256","crit":[]}"#, CRIT),
    (r#"{"alg":"HS256","crit":null}"#, CRIT),
    // RFC 7797 §6
    (r#"{"alg":"HS256","b64":false}"#, JWE),
    (r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#, CRIT),
    // RFC 7516 §4.1.2–3
    (r#"{"alg":"HS256","zip":"DEF"}"#, JWE),
    (r#"{"alg":"HS256","zip":"anything"}"#, JWE),
    (r#"{"alg":"HS256","enc":"A256GCM"}"#, JWE),
    (r#"{"alg":"HS256","enc":"anything"}"#, JWE),
    // RFC 8725 §3.11: OpenID Connect Back-Channel Logout §2.4, RFC 9449 §4.2, RFC 8417 §2.3
    (r#"{"alg":"HS256","typ":"logout+jwt"}"#, TYP),
    (r#"{"alg":"HS256","typ":"dpop+jwt"}"#, TYP),
    (r#"{"alg":"HS256","typ":"secevent+jwt"}"#, TYP),
    (r#"{"alg":"HS256","typ":"refresh+jwt"}"#, TYP),
    (r#"{"alg":"HS256","typ":"Refresh"}"#, TYP),
    (r#"{"alg":"HS256","typ":""}"#, TYP),
    (r#"{"alg":"HS256","typ":null}"#, "`typ` is not a string"),
    // RFC 7515 §4.1.1, §4.1.4: `alg` and `kid` are strings.
    (r#"{"alg":{"HS256":null}}"#, ALG),
    (r#"{"alg":"HS256","kid":null}"#, "`kid` is not a string"),
    // RFC 7515 §4: names are unique.
    (r#"{"alg":"HS256","x":1,"x":2}"#, NAMES),
    (r#"{"alg":"HS256","b64":true,"b64":false}"#, NAMES),
    (r#"{"alg":"HS256","x":{"a":1,"a":2}}"#, NAMES),
    (r#"{"alg":"HS256","x":1,"\u0078":2}"#, NAMES),
];

#[test]
fn headers_that_mean_something_else_are_refused() {
    let server = Server::of(scheme());
    let claims = format!(r#"{{"sub":"alice","exp":{}}}"#, now() + 600);
    for neighbour in [r#"{"alg":"HS256"}"#, r#"{"alg":"HS256","typ":"JWT","x":1,"y":{"a":1}}"#] {
        plain::accepts::<Value>(&signed(neighbour, &claims), &plain::usual());
        server.accepts(&signed(neighbour, &claims));
    }
    for (header, why) in ROWS {
        let token = signed(header, &claims);
        let verdict = plain::verdict::<Value>(&token, &plain::usual());
        assert!(verdict.is_ok(), "{header}: {verdict:?}");
        server.refuses(&token, why);
    }
}
