//! What keeps a scheme from starting: each mistake at the call that registers the scheme, and
//! all of them at once.

use std::time::Duration;

use portcullis::{JwtBearer, Portcullis, Problem};

use crate::draft::sound;
use crate::server::{Server, scheme};
use crate::token::SECRET;

const ISSUER: &str = "https://issuer.example";
const EMPTY: &str =
    "the issuer or an audience is empty or has blanks around it; texts compare exactly";

/// Everything that is wrong with a scheme.
#[track_caller]
fn problems(scheme: JwtBearer) -> Vec<Problem> {
    let builder = Portcullis::builder().scheme("jwt", scheme);
    builder.build().err().map(|problems| problems.iter().cloned().collect()).unwrap_or_default()
}

/// The scheme starts.
#[track_caller]
fn starts(scheme: JwtBearer) {
    assert_eq!(problems(scheme), []);
}

/// The scheme does not start for this one reason, told with this line of this file.
#[track_caller]
fn does_not_start(scheme: JwtBearer, why: &str) {
    let line = std::panic::Location::caller().line();
    let problems = problems(scheme);
    let messages = problems.iter().map(Problem::message).collect::<Vec<_>>();
    assert_eq!(messages, [format!("the scheme `jwt`: {why}")]);
    assert_eq!(problems[0].place(), Some((file!(), line)));
    assert_eq!(problems[0].to_string(), format!("{}:{line}: {}", file!(), messages[0]));
}

#[test]
fn an_empty_key_does_not_start() {
    starts(JwtBearer::hs256(SECRET));
    does_not_start(
        JwtBearer::hs256(""),
        "the HS256 key is empty; it needs at least 32 bytes (RFC 7518 §3.2), such as \
         `openssl rand -base64 48` prints",
    );
}

/// RFC 7518 §3.2
#[test]
fn a_key_shorter_than_the_hash_does_not_start() {
    starts(JwtBearer::hs256([7; 32]));
    starts(JwtBearer::hs256([7; 1000]));
    for length in [1, 16, 31] {
        does_not_start(
            JwtBearer::hs256(vec![7; length]),
            &format!(
                "the HS256 key has only {length} bytes; it needs at least 32 bytes (RFC 7518 §3.2), \
                 such as `openssl rand -base64 48` prints"
            ),
        );
    }
}

#[test]
fn bytes_of_the_key_count_not_characters() {
    starts(JwtBearer::hs256("ö".repeat(16)));
    assert_eq!(problems(JwtBearer::hs256("a".repeat(16))).len(), 1);
}

#[test]
fn an_issuer_given_twice_does_not_start() {
    starts(scheme().issuer(ISSUER));
    let why =
        "`.issuer` is given more than once; one scheme has one issuer, and others by `.trust`";
    does_not_start(scheme().issuer(ISSUER).issuer("https://other.example"), why);
    does_not_start(scheme().issuer(ISSUER).issuer(ISSUER), why);
}

#[test]
fn an_empty_issuer_audience_or_key_id_does_not_start() {
    starts(scheme().issuer(ISSUER).audience("api").audience("web").key_id("2026"));
    does_not_start(scheme().issuer(""), EMPTY);
    does_not_start(scheme().issuer(" \t"), EMPTY);
    does_not_start(scheme().audience(""), EMPTY);
    does_not_start(scheme().audience("api").audience(" "), EMPTY);
    does_not_start(scheme().issuer(" padded"), EMPTY);
    does_not_start(scheme().audience("api "), EMPTY);
    does_not_start(scheme().key_id(""), "the key's id is empty");
}

#[test]
fn the_issuer_of_a_scheme_does_not_start() {
    starts(scheme().issuer("urn:portcullis:other"));
    let why =
        "the issuer begins with `urn:portcullis:scheme:`, which stands for schemes without one";
    does_not_start(scheme().issuer("urn:portcullis:scheme:jwt"), why);
    does_not_start(scheme().issuer("urn:portcullis:scheme:"), why);
}

#[test]
fn a_leeway_over_five_minutes_does_not_start() {
    starts(scheme().leeway(Duration::ZERO));
    starts(scheme().leeway(Duration::from_secs(300)));
    let why = "the leeway is longer than 5 minutes";
    does_not_start(scheme().leeway(Duration::from_millis(300_001)), why);
    does_not_start(scheme().leeway(Duration::MAX), why);
}

#[test]
fn a_limit_of_nothing_or_of_over_64_kib_does_not_start() {
    starts(scheme().max_token_bytes(1));
    starts(scheme().max_token_bytes(65536));
    let why = "`.max_token_bytes` is not between 1 and 65536";
    does_not_start(scheme().max_token_bytes(0), why);
    does_not_start(scheme().max_token_bytes(65537), why);
    does_not_start(scheme().max_token_bytes(usize::MAX), why);
}

#[test]
fn a_kind_of_claims_without_a_name_does_not_start() {
    starts(scheme().subject_claim("UserID").role_claims(["groups"]));
    let none = [""; 0];
    let why = |kind| format!("there is no claim to read the {kind} from");
    does_not_start(scheme().subject_claim(""), &why("subject"));
    does_not_start(scheme().role_claims(none), &why("roles"));
    does_not_start(scheme().role_claims(["role", ""]), &why("roles"));
    does_not_start(scheme().permission_claims(none), &why("permissions"));
    does_not_start(scheme().scope_claims(none), &why("scopes"));
}

/// Else a user who calls herself `Admin` has that role.
#[test]
fn a_claim_that_is_read_as_two_things_does_not_start() {
    let why = "the claim `role` is read as subject and as roles";
    does_not_start(scheme().subject_claim("role"), why);
    let groups = scheme().role_claims(["groups"]).permission_claims(["groups"]);
    does_not_start(groups, "the claim `groups` is read as roles and as permissions");
    let why = "the claim `scope` is read as permissions and as scopes";
    does_not_start(scheme().permission_claims(["scope"]), why);
    let inner = scheme().role_path(["realm", "names"]).permission_path(["realm", "names"]);
    does_not_start(inner, "the claim `realm.names` is read as roles and as permissions");
}

#[test]
fn a_claim_with_a_meaning_of_its_own_does_not_start() {
    for name in ["iss", "aud", "exp", "nbf", "iat", "jti"] {
        let why = format!("the claim `{name}` has a meaning of its own; it is no subject");
        does_not_start(scheme().subject_claim(name), &why);
    }
    let why = "the claim `jti` has a meaning of its own; it is no roles";
    does_not_start(scheme().role_claims(["jti"]), why);
}

#[test]
fn an_age_that_no_token_has_does_not_start() {
    let why = "`.max_age` is zero, which no token meets";
    does_not_start(scheme().max_age(Duration::ZERO), why);
}

#[test]
fn danger_does_not_lift_what_is_checked_at_the_start() {
    starts(scheme().issuer(ISSUER).dangerous().accept_any_issuer());
    let problems = problems(JwtBearer::hs256("short").issuer("").dangerous().accept_any_issuer());
    assert_eq!(problems.len(), 2, "{problems:?}");
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let line = line!() + 1;
    let problems = problems(JwtBearer::hs256("short").issuer("").leeway(Duration::MAX));
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.place() == Some((file!(), line))));
    Server::of(scheme()).accepts(&sound().signed());
}
