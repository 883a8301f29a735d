//! The spellings of `rename_all`.

use crate::vocabulary::words::Case;
use crate::words::Word;

/// As in serde's own tests of its spellings.
#[test]
fn a_variant_in_each_spelling() {
    let spelt =
        |variant: &str| Case::ALL.iter().map(|case| case.apply(variant)).collect::<Vec<_>>();
    for (variant, expected) in [
        (
            "Outcome",
            [
                "outcome", "OUTCOME", "Outcome", "outcome", "outcome", "OUTCOME", "outcome",
                "OUTCOME",
            ],
        ),
        (
            "VeryTasty",
            [
                "verytasty",
                "VERYTASTY",
                "VeryTasty",
                "veryTasty",
                "very_tasty",
                "VERY_TASTY",
                "very-tasty",
                "VERY-TASTY",
            ],
        ),
        ("A", ["a", "A", "A", "a", "a", "A", "a", "A"]),
        ("Z42", ["z42", "Z42", "Z42", "z42", "z42", "Z42", "z42", "Z42"]),
    ] {
        assert_eq!(spelt(variant), expected, "{variant}");
    }
}
