//! Nesting is bounded: sixteen levels with the outermost object.

use std::fmt;

use crate::catalogue::{Catalogue, Generator, all};
use crate::draft::{sound, written};
use crate::signer::{Signer, one_of_each_kind};

const TOO_DEEP: [usize; 6] = [16, 17, 64, 127, 128, 200];

/// So many arrays or objects within each other.
struct Nested {
    open: &'static str,
    close: &'static str,
    depth: usize,
}

impl fmt::Display for Nested {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} × {}", self.open, self.depth)
    }
}

pub(crate) fn add(catalogue: &mut Catalogue) {
    let header = |signer: &Signer, nested: &Nested| {
        let draft = sound(signer);
        written(signer, &nested.within(&draft.header_text()), draft.claims_text())
    };
    let claims = |signer: &Signer, nested: &Nested| {
        let draft = sound(signer);
        written(signer, &draft.header_text(), nested.within(&draft.claims_text()))
    };
    for signers in one_of_each_kind() {
        let hostile = all(nested(&TOO_DEEP), "the header is no JSON object with unique names");
        let generator = Generator::new("nesting in the header", signers, header);
        generator.add(catalogue, &nested(&[1, 15]), &hostile);
        let deeper = [&TOO_DEEP[..], &[500]].concat();
        let hostile = all(nested(&deeper), "the claims are no JSON object with unique names");
        let generator = Generator::new("nesting in the claims", signers, claims);
        generator.add(catalogue, &nested(&[1, 15]), &hostile);
    }
}

fn nested(depths: &[usize]) -> Vec<Nested> {
    let kinds = [("[", "]"), ("{\"x\":", "}")];
    let of = |depth: &usize| kinds.map(|(open, close)| Nested { open, close, depth: *depth });
    depths.iter().flat_map(of).collect()
}

impl Nested {
    /// The object with this in it.
    fn within(&self, object: &str) -> String {
        let (open, close) = (self.open.repeat(self.depth), self.close.repeat(self.depth));
        let value = if self.open == "[" { "" } else { "1" };
        object.replacen('{', &format!("{{\"x\":{open}{value}{close},"), 1)
    }
}
