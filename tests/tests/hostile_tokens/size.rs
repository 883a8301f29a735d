//! A bound on the token before anything of it is decoded: 8 KiB.

use crate::catalogue::{Catalogue, Generator, all};
use crate::draft::{sound, written};
use crate::signer::{Signer, one_of_each_kind};

pub(crate) fn add(catalogue: &mut Catalogue) {
    for signers in one_of_each_kind() {
        let honest = [8_000, 8_192];
        let hostile = all([8_195, 9_000, 16_384, 65_536, 200_000], "the token is too long");
        Generator::new("size", signers, make).add(catalogue, &honest, &hostile);
    }
}

/// A sound token of so many bytes, or up to two less: base64url has not every length.
fn make(signer: &Signer, length: &usize) -> String {
    let draft = sound(signer);
    let whole = |blanks| {
        let claims = draft.claims_text() + &" ".repeat(blanks);
        written(signer, &draft.header_text(), claims)
    };
    let blanks = (length - whole(0).len()) * 3 / 4;
    let token = (blanks - 1..blanks + 3).rev().map(whole).find(|token| token.len() <= *length);
    let token = token.unwrap();
    assert!(token.len() + 2 >= *length, "{} for {length}", token.len());
    token
}
