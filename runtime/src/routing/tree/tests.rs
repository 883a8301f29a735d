//! The tree against a walk over all patterns, the most specific first.

use actix_web::dev::ResourceDef;

use super::{Pattern, Tree};

/// Numbers that look random, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }
}

const PIECES: [&str; 14] = [
    "a",
    "b",
    "ab",
    "a{x}",
    "{x}b",
    "a{x}b",
    "{x}-{y}",
    "{x:[0-9]+}",
    "{x:[ab]+}",
    "{x}",
    "{x}",
    "{x:.*}",
    "{x:a/b}",
    "",
];
const TEXTS: [&str; 12] = ["a", "b", "ab", "aab", "b-a", "7", "70", "a7", "é", "", "%2F", "x"];

fn pattern(numbers: &mut Numbers) -> String {
    let length = 1 + numbers.below(4);
    let mut pattern = String::new();
    for at in 0..length {
        // Names must differ within a pattern.
        let piece = numbers.one_of(&PIECES);
        let piece = piece.replace("{x", &format!("{{x{at}")).replace("{y", &format!("{{y{at}"));
        pattern.push('/');
        pattern.push_str(&piece);
    }
    match numbers.below(12) {
        0 => pattern.push_str("/{tail}*"),
        1 => pattern.push_str("/a{tail}*"),
        2 => pattern.push_str("{tail}*"),
        _ => {}
    }
    pattern
}

fn path(numbers: &mut Numbers) -> String {
    (0..=numbers.below(5)).map(|_| format!("/{}", numbers.one_of(&TEXTS))).collect()
}

#[test]
fn the_tree_finds_what_a_walk_finds() {
    let mut numbers = Numbers(1);
    let mut found = 0;
    for _ in 0..300 {
        let mut patterns = Vec::<(Pattern, ResourceDef, String)>::new();
        for _ in 0..1 + numbers.below(25) {
            let text = pattern(&mut numbers);
            let parsed = Pattern::parse(&text);
            if patterns.iter().all(|(known, ..)| *known != parsed) {
                patterns.push((parsed, ResourceDef::new(text.as_str()), text));
            }
        }
        let tree = Tree::new(patterns);
        for _ in 0..200 {
            let path = path(&mut numbers);
            let walked = tree.spots().iter().position(|(definition, _)| definition.is_match(&path));
            let texts = || tree.spots().iter().map(|(_, text)| text).collect::<Vec<_>>();
            assert_eq!(tree.find(&path), walked, "{path} among {:#?}", texts());
            found += usize::from(walked.is_some());
        }
    }
    assert!(found > 10_000, "only {found} paths were routed");
}

#[test]
fn the_more_specific_pattern_wins_whatever_the_order() {
    let texts =
        ["/{a}", "/files/{tail}*", "/files/{b}", "/files/x{c}", "/files/{d:[0-9]+}", "/files/new"];
    let rows = [
        ("/x", "/{a}"),
        ("/files/new", "/files/new"),
        ("/files/x7", "/files/x{c}"),
        ("/files/7", "/files/{d:[0-9]+}"),
        ("/files/seven", "/files/{b}"),
        ("/files/", "/files/{tail}*"),
        ("/files/a/b", "/files/{tail}*"),
    ];
    for turned in 0..texts.len() {
        let mut texts = texts.to_vec();
        texts.rotate_left(turned);
        let plant = |text: &str| (Pattern::parse(text), ResourceDef::new(text), text.to_owned());
        let tree = Tree::new(texts.into_iter().map(plant).collect());
        for (path, expected) in rows {
            let spot = tree.find(path).and_then(|at| tree.spots().get(at));
            assert_eq!(spot.map(|(_, text)| text.as_str()), Some(expected), "{path}");
        }
    }
}

#[test]
fn the_last_of_thousands_costs_what_the_first_does() {
    let texts = (0..1_000).flat_map(|at| {
        [format!("/api/r{at}"), format!("/api/r{at}/{{id}}"), format!("/api/{{x}}/r{at}/{{t}}*")]
    });
    let texts = texts.chain(["/api/{any}/{id}".to_owned(), "/api/{tail}*".to_owned()]);
    let plant = |text: String| (Pattern::parse(&text), ResourceDef::new(text.as_str()), text);
    let tree = Tree::new(texts.map(plant).collect());
    // Regular expressions make room for themselves when they are first used.
    (0..1_000).for_each(|at| drop(tree.find(&format!("/api/r{at}/x"))));
    let mut costs = Vec::new();
    for at in 0..1_000 {
        let rows = [
            (format!("/api/r{at}"), format!("/api/r{at}")),
            (format!("/api/r{at}/x"), format!("/api/r{at}/{{id}}")),
            (format!("/api/y/r{at}/x/z"), format!("/api/{{x}}/r{at}/{{t}}*")),
            (format!("/api/r{at}x/y"), "/api/{any}/{id}".to_owned()),
        ];
        for (path, expected) in rows {
            let spot = tree.find(&path).and_then(|at| tree.spots().get(at));
            assert_eq!(spot.map(|(_, text)| text), Some(&expected), "{path}");
            let tried = tree.candidates(&path).map(<[usize]>::len).sum::<usize>();
            assert!(tried <= 4, "{path} is tried with {tried} patterns");
            costs.push((tried, allocation_counter::measure(|| drop(tree.find(&path))).count_total));
        }
    }
    let (first, others) = costs.split_at(4);
    assert!(others.chunks(4).all(|other| other == first), "{costs:?}");
}
