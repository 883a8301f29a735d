use super::{Pattern, Segment};

fn kinds(path: &str) -> String {
    let kind = |segment: &Segment| match segment {
        Segment::Static(text) => format!("'{text}'"),
        Segment::Affixed { prefix, suffix, .. } => format!("{prefix}…{suffix}"),
        Segment::Constrained(text) => text.clone(),
        Segment::Parameter => "{}".to_owned(),
        Segment::Rest { free, text } => format!("{}{text}", if *free { "free " } else { "" }),
    };
    let segments = Pattern::parse(path).segments;
    segments.iter().map(kind).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_piece_is_of_one_kind() {
    let rows = [
        ("/", "''"),
        ("/docs", "'docs'"),
        ("/docs/", "'docs' ''"),
        ("/docs/{id}", "'docs' {}"),
        ("/docs/{id}.json", "'docs' ….json"),
        ("/v{major}-{minor}/x", "v… 'x'"),
        ("/docs/{id:[0-9]{2,4}}/x", "'docs' {:[0-9]{2,4}} 'x'"),
        (r"/docs/{id:\d+}", r"'docs' {:\d+}"),
        (r"/{id:a/b}/x", "{:a/b}/x"),
        (r"/{id:[^x]+}/x", "{:[^x]+}/x"),
        (r"/{id:[a-z]*}/x", "{:[a-z]*}/x"),
        (r"/a/pre-{id:.+}/x", "'a' pre-{:.+}/x"),
        ("/files/{tail}*", "'files' free {}*"),
        ("/files{tail}*", "files{}*"),
        ("/{a}-{tail}*", "{}-{}*"),
        ("/files/{tail:.*}", "'files' free {:.*}"),
        ("/files/{tail:.*}/x", "'files' {:.*}/x"),
    ];
    for (path, expected) in rows {
        assert_eq!(kinds(path), expected, "{path}");
    }
}

#[test]
fn names_of_parameters_make_no_difference() {
    assert_eq!(Pattern::parse("/a/{id}/{x:[0-9]}"), Pattern::parse("/a/{name}/{y:[0-9]}"));
    assert_ne!(Pattern::parse("/a/{id}"), Pattern::parse("/a/{id:[0-9]}"));
}
