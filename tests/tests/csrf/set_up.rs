//! What a set-up says of origins and cannot mean.

use portcullis::Csrf;

use super::builder;

fn problem(csrf: Csrf) -> Option<String> {
    builder(csrf).build().err().map(|problems| {
        let all = problems.iter().collect::<Vec<_>>();
        assert_eq!(all.len(), 1, "{problems}");
        let (file, _) = all[0].place().unwrap();
        assert!(file.ends_with("set_up.rs"), "{problems}");
        all[0].message().to_owned()
    })
}

#[test]
fn what_is_no_origin_is_told_with_the_next_step() {
    let rows = [
        ("app.example", "begins with a scheme"),
        ("null", "begins with a scheme"),
        ("*", "no wildcards"),
        ("https://*.app.example", "no wildcards"),
        ("https://app.example/", "not even `/`"),
        ("https://app.example/path", "not even `/`"),
        ("https://user@app.example", "stands a host"),
        ("https://app.example:port", "stands a host"),
        ("https://bücher.example", "Punycode"),
        ("https://", "stands a host"),
        ("", "begins with a scheme"),
    ];
    for (origin, expected) in rows {
        for csrf in [Csrf::default().public_origin(origin), Csrf::default().trust_origin(origin)] {
            let told = problem(csrf).unwrap();
            assert!(told.contains(&format!("`{origin}` is no origin")), "{told}");
            assert!(told.contains(expected), "{told}");
        }
    }
}

#[test]
fn what_contradicts_itself_or_protects_nothing_keeps_the_server_from_starting() {
    let csrf = Csrf::default;
    let public = || csrf().public_origin("https://app.example");
    let rows = [
        (public().public_origin("https://two.example"), "a second public origin"),
        (csrf().public_origin("capacitor://localhost"), "cannot be the public origin"),
        (public().trust_forwarded_host(), "changes nothing beside `public_origin`"),
        (public().trust_origin("https://a.example").trust_origin("https://A.example:443"), "twice"),
        (public().trust_origin("http://a.example"), "anyone on the network can speak for it"),
        (csrf().trust_origin("http://a.example"), "anyone on the network can speak for it"),
    ];
    for (csrf, expected) in rows {
        let told = problem(csrf).unwrap();
        assert!(told.contains(expected), "{told}");
    }
    let development = csrf().trust_origin("http://localhost:5173");
    for sound in [public(), public().trust_origin("https://a.example"), development] {
        assert_eq!(problem(sound.clone()), None, "{sound:?}");
    }
}

#[test]
fn a_public_origin_in_the_clear_is_a_warning() {
    let warned = |origin: &str| {
        let portcullis = builder(Csrf::default().public_origin(origin)).build().unwrap();
        portcullis.warnings().map(ToString::to_string).collect::<String>()
    };
    assert!(warned("http://app.example").contains("no `Secure` cookies"));
    assert_eq!(warned("https://app.example"), "");
    assert_eq!(warned("http://localhost:8080"), "");
    assert_eq!(warned("http://127.0.0.1:8080"), "");
}
