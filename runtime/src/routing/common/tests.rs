//! The product of two automata against trying every short path.

use actix_web::dev::ResourceDef;

use super::{Common, Language};
use crate::routing::expression;

const PIECES: [&str; 20] = [
    "a",
    "b",
    "ab",
    "a{x}",
    "{x}b",
    "{x}a{y}",
    "{x:[ab]+}",
    "{x:[^a]}",
    "{x:a|b|ab}",
    "{x:[ab]{2}}",
    "{x}",
    "{x:.*}",
    "{x:a/b}",
    "{x:b.*}",
    "{x:(?i)A+}",
    "{x:é|b}",
    "{x:$}",
    "{x:^a?}",
    "{x:.+é}",
    "{x:a*b?}",
];

const LETTERS: [char; 5] = ['a', 'b', 'A', 'é', '/'];

/// All paths of up to five letters.
fn paths() -> Vec<String> {
    let mut paths = vec!["/".to_owned()];
    let mut from = 0;
    for _ in 0..5 {
        let to = paths.len();
        for at in from..to {
            for letter in LETTERS {
                let path = format!("{}{letter}", paths[at]);
                paths.push(path);
            }
        }
        from = to;
    }
    paths
}

fn patterns() -> Vec<String> {
    let mut patterns = PIECES.map(|piece| format!("/{piece}")).to_vec();
    patterns.extend(PIECES.map(|piece| format!("/{piece}/{{last}}")));
    patterns.extend(PIECES.map(|piece| format!("/{piece}{{tail}}*")));
    patterns
}

#[test]
fn a_common_path_is_found_where_there_is_one_and_matches_both() {
    let paths = paths();
    let read = |text: String| {
        let language = Language::new(&expression(&text).unwrap()).unwrap();
        let definition = ResourceDef::new(text.as_str());
        let matched = paths.iter().map(|path| definition.is_match(path)).collect::<Vec<_>>();
        (text, language, definition, matched)
    };
    let all = patterns().into_iter().map(read).collect::<Vec<_>>();
    let (mut met, mut apart) = (0, 0);
    for (one, language, definition, matched) in &all {
        for (other, other_language, other_definition, other_matched) in &all {
            let tried = matched.iter().zip(other_matched).any(|(a, b)| *a && *b);
            match language.common(other_language) {
                Common::Path(path) => {
                    assert!(definition.is_match(&path), "{one} {path:?}");
                    assert!(other_definition.is_match(&path), "{other} {path:?}");
                    met += 1;
                }
                Common::Nothing => {
                    assert!(!tried, "{one} and {other} do meet");
                    apart += 1;
                }
                Common::Unknown => panic!("{one} and {other} are small"),
            }
        }
    }
    assert!(met > 500 && apart > 500, "{met} meet, {apart} do not");
}
