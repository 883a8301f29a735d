//! What keeps a server from starting.

use std::time::Duration;

use portcullis::{CookieSession, JwtBearer, Limits, MemoryStore, Portcullis};

use crate::site::KEY;

/// The problems with a scheme of sessions, without their places.
fn told(scheme: CookieSession) -> Vec<String> {
    let built = Portcullis::builder()
        .scheme("cookie", scheme)
        .scheme("other", CookieSession::stored(MemoryStore::new()).cookie_name("__Host-other"))
        .build();
    let problems = built.err().unwrap();
    problems.iter().map(|problem| problem.message().to_owned()).collect()
}

#[test]
fn weak_keys() {
    let short = [b"short".as_slice(), &[b'x'; 32], &KEY, &KEY];
    assert_eq!(
        told(CookieSession::sealed(short)),
        [
            "the scheme `cookie`: key 1 that sessions are sealed with has 5 bytes; make it 32 random \
         ones",
            "the scheme `cookie`: key 2 that sessions are sealed with is one byte, repeated; make it \
         32 random ones",
            "the scheme `cookie`: key 4 that sessions are sealed with is given twice",
        ]
    );
    assert_eq!(
        told(CookieSession::sealed([] as [&[u8]; 0])),
        ["the scheme `cookie`: there is no key to seal sessions with"]
    );
    assert_eq!(told(CookieSession::sealed([&KEY[..31]])).len(), 1);
    assert_eq!(told(CookieSession::sealed([""])).len(), 1);
}

#[test]
fn names_without_the_prefix() {
    let names =
        ["session", "__host-session", "__Host-", "__Host-a b", "__Host-a;b", "__Host-ä", ""];
    for name in names {
        assert_eq!(
            told(CookieSession::sealed([KEY]).cookie_name(name)),
            [format!(
                "the scheme `cookie`: the cookie's name {name:?} is not `__Host-` and a token after \
             it; try `__Host-session`"
            )]
        );
    }
}

#[test]
fn limits_that_make_no_sense() {
    let day = Duration::from_secs(24 * 3600);
    let cases = [
        (Limits::new(Duration::ZERO, day), "less than a second"),
        (Limits::new(Duration::from_millis(999), day), "less than a second"),
        (Limits::new(day * 2, day), "longer than the absolute one"),
        (Limits::new(day, day * 401), "more than 400 days"),
    ];
    for (limits, part) in cases {
        let problems = told(CookieSession::sealed([KEY]).limits(limits));
        assert_eq!(problems.len(), 1);
        assert!(problems[0].contains(part), "{problems:?}");
    }
}

#[test]
fn two_schemes_in_one_cookie() {
    let one = CookieSession::stored(MemoryStore::new()).cookie_name("__Host-other");
    assert_eq!(
        told(one),
        [
            "the schemes `cookie` and `other` keep sessions in one cookie, `__Host-other`; give each \
         a name of its own with `.cookie_name`"
        ]
    );
}

#[test]
fn handlers_that_sign_in_where_nothing_keeps_sessions() {
    let built = Portcullis::builder().scheme("jwt", JwtBearer::hs256(KEY)).build();
    let problems = built.err().unwrap().to_string();
    let expected = "takes `Sessions`, and no scheme keeps sessions; register one, such as \
                    `CookieSession::stored(store)`";
    assert!(problems.contains(expected), "{problems}");
}
