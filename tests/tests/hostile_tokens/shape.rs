//! Three parts with a dot between, in one `Bearer` (RFC 7515 §7.1, RFC 6750 §2.1).

use crate::catalogue::{Catalogue, Generator, MALFORMED};
use crate::draft::{encode, sound, whole};
use crate::signer::{Signer, one_of_each_kind};

const PARTS: &str = "the token has not three parts";
const EMPTY: &str = "a part of the token is empty";
const HEADER: &str = "the header is no JSON object with unique names";

pub(crate) fn add(catalogue: &mut Catalogue) {
    let hostile = FORMS.map(|(form, why)| (form, why));
    for signers in one_of_each_kind() {
        Generator::new("shape", signers, make).add(catalogue, &["h.c.s"], &hostile);
    }
}

/// `h`, `c` and `s` stand for the parts; `S` for the signature of all that stands before the
/// last dot.
const FORMS: [(&str, &str); 36] = [
    ("h", PARTS),
    ("h.c", PARTS),
    ("h.c.s.", PARTS),
    (".h.c.s", PARTS),
    ("h.c.s.s", PARTS),
    ("h.h.c.s", PARTS),
    ("h.c.c.c.s", PARTS),
    ("h.c.c.S", PARTS),
    ("h.h.c.S", PARTS),
    (".h.c.S", PARTS),
    ("h.c..S", PARTS),
    ("h..c.S", PARTS),
    (".", PARTS),
    ("...", PARTS),
    ("....", PARTS),
    ("..", EMPTY),
    ("h..s", EMPTY),
    ("h..S", EMPTY),
    (".c.s", EMPTY),
    (".c.S", EMPTY),
    ("h.c.", EMPTY),
    ("..s", EMPTY),
    ("c.h.s", HEADER_ALG),
    ("s.c.h", HEADER),
    ("h .c.s", MALFORMED),
    ("h. c.s", MALFORMED),
    ("h.c.s h.c.s", MALFORMED),
    ("h.c.s, h.c.s", MALFORMED),
    ("h.c.s,h.c.s", MALFORMED),
    ("h.c.s;", MALFORMED),
    ("h:c:s", MALFORMED),
    ("[h.c.s]", MALFORMED),
    ("<h.c.s>", MALFORMED),
    ("\"h.c.s\"", MALFORMED),
    ("'h.c.s'", MALFORMED),
    ("h.c.s?", MALFORMED),
];

/// Claims are an object as a header is one; it names no algorithm.
const HEADER_ALG: &str = "`alg` is not a string";

fn make(signer: &Signer, form: &&str) -> String {
    let draft = sound(signer);
    let (header, claims) = (encode(draft.header_text()), encode(draft.claims_text()));
    let token = whole(signer, &draft.message());
    let signature = token.rsplit('.').next().unwrap_or_default().to_owned();
    let write = |form: &str| {
        form.chars()
            .map(|letter| match letter {
                'h' => header.clone(),
                'c' => claims.clone(),
                's' => signature.clone(),
                other => other.to_string(),
            })
            .collect::<String>()
    };
    match form.strip_suffix(".S") {
        Some(message) => whole(signer, &write(message)),
        None => write(form),
    }
}
