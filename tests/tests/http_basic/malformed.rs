//! What is no name with a password.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::directory::Directory;

const HERE: &str = "192.0.2.1";

#[actix_web::test]
async fn what_cannot_be_read_is_400_and_asks_nobody() {
    let directory = Directory::new(|basic| basic);
    let fields: [(&str, &[u8]); 25] = [
        ("the word alone", b"Basic"),
        ("no token", b"Basic "),
        ("a tabulator", b"Basic\tYWRhOnJpZ2h0"),
        ("a tabulator too many", b"Basic \tYWRhOnJpZ2h0"),
        ("a blank behind", b"Basic YWRhOnJpZ2h0 x"),
        ("two tokens", b"Basic YWRhOnJpZ2h0 YWRhOnJpZ2h0"),
        ("two credentials", b"Basic YWRhOnJpZ2h0, Basic YWRhOnJpZ2h0"),
        ("quoted", b"Basic \"YWRhOnJpZ2h0\""),
        ("plain", b"Basic ada:right"),
        ("parameters", b"Basic user=ada"),
        ("padding alone", b"Basic ===="),
        ("padding too much", b"Basic YWRhOnJpZ2h0===="),
        ("padding missing", b"Basic YWRhOnJpZ2h0Cg"),
        ("padding half", b"Basic YWRhOnJpZ2h0Cg="),
        ("loose bits", b"Basic YWRhOnJpZ2h0Ch=="),
        ("base64url", b"Basic YWRhOj8_Pz8-"),
        ("no colon", b"Basic YWRhcmlnaHQ="),
        ("line feed", b"Basic YWRhOnJpZ2h0Cg=="),
        ("carriage return in the name", b"Basic YWQNYTpyaWdodA=="),
        ("NUL", b"Basic YWRhOnJpZ2h0AA=="),
        ("DEL", b"Basic YWRhOnJpZ2h0fw=="),
        ("a control character beyond ASCII", b"Basic YTrChQ=="),
        ("ISO 8859-1", b"Basic dGVzdDoxMjOj"),
        ("overlong UTF-8", b"Basic YWRhOsCA"),
        ("obs-text", b"Basic YWRhOnJpZ2h0\xE4"),
    ];
    for (what, field) in fields {
        let answer = directory.fields(HERE, &[field]).await;
        assert_eq!(answer.status, 400, "{what}");
        assert!(answer.challenge().ends_with(r#"error="invalid_request""#), "{what}");
    }
    assert_eq!(directory.times_asked(), 0);
}

#[actix_web::test]
async fn two_fields_are_400_whatever_they_are() {
    let directory = Directory::new(|basic| basic);
    let right = b"Basic YWRhOnJpZ2h0".as_slice();
    let others = [right, b"Bearer abc".as_slice(), b"", b"Basic"];
    for other in others {
        assert_eq!(directory.fields(HERE, &[right, other]).await.status, 400);
        assert_eq!(directory.fields(HERE, &[other, right]).await.status, 400);
    }
    assert_eq!(directory.times_asked(), 0);
}

#[actix_web::test]
async fn malformed_and_unasked_attempts_are_not_counted() {
    let directory = Directory::new(|basic| basic);
    for _ in 0..200 {
        assert_eq!(directory.fields(HERE, &[b"Basic YWRh"]).await.status, 400);
        assert_eq!(directory.ask(HERE, "ada", "").await.status, 401);
    }
    assert_eq!(directory.ask(HERE, "ada", "right").await.status, 200);
}

#[actix_web::test]
async fn what_is_too_long_is_refused_unasked() {
    let directory = Directory::new(|basic| basic);
    let longest = "x".repeat(4096 / 4 * 3 - "ada:".len());
    directory.ask(HERE, "ada", &longest).await;
    assert_eq!(directory.times_asked(), 1);
    let longer = format!("Basic {}", BASE64_STANDARD.encode(format!("ada:{longest}x")));
    assert_eq!(directory.fields(HERE, &[longer.as_bytes()]).await.status, 401);
    assert_eq!(directory.times_asked(), 1);
}

#[actix_web::test]
async fn the_first_colon_splits_and_the_word_has_any_case() {
    let directory = Directory::new(|basic| basic);
    for word in ["Basic", "basic", "BASIC", "bAsIc   "] {
        let field = format!("{word} {}", BASE64_STANDARD.encode("ada:a:b: ü"));
        assert_eq!(directory.fields(HERE, &[field.as_bytes()]).await.status, 401);
        let last = directory.asked.last.lock().unwrap().clone();
        assert_eq!(last, ("ada".to_owned(), "a:b: ü".to_owned()));
    }
}
