//! Base64url without padding, blanks, loose bits or letters of other alphabets (RFC 7515 §2,
//! RFC 4648 §3.5, §5). Header and claims are signed as they stand, so the signature holds.

use crate::catalogue::{Catalogue, Generator, MALFORMED};
use crate::draft::{encode, sound, whole};
use crate::signer::{Signer, one_of_each_kind};

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const HEADER: &str = "the header is no JSON object with unique names";
const CLAIMS: &str = "the claims are not base64url of UTF-8";
const SIGNATURE: &str = "the signature is not base64url";

type Spoil = fn(&str) -> String;

/// What becomes of a part that is encoded.
const SPOILED: [(&str, Spoil); 14] = [
    ("loose bit", loosened),
    ("a length that is none", |part| format!("{part}{}", &"AAAA"[..4 - (part.len() + 3) % 4])),
    ("standard alphabet", |part| part.replace('-', "+").replace('_', "/")),
    ("plus", |part| format!("{part}++++")),
    ("slash", |part| format!("////{part}")),
    ("tilde", |part| format!("{part}~~~~")),
    ("padded", |part| format!("{part}=")),
    ("padded twice", |part| format!("{part}==")),
    ("padded in the middle", |part| part.replacen('e', "=", 1)),
    ("blank", |part| format!("{part} ")),
    ("percent", |part| format!("{part}%3D")),
    ("quoted", |part| format!("\"{part}\"")),
    ("comma", |part| format!("{part},")),
    ("colon", |part| format!("{part}:")),
];

pub(crate) fn add(catalogue: &mut Catalogue) {
    for signers in one_of_each_kind() {
        part(catalogue, signers, "encoding of the header", |signer, form| {
            let (header, claims) = parts(signer);
            whole(signer, &format!("{}.{claims}", spoiled(form, &header)))
        });
        part(catalogue, signers, "encoding of the claims", |signer, form| {
            let (header, claims) = parts(signer);
            whole(signer, &format!("{header}.{}", spoiled(form, &claims)))
        });
        part(catalogue, signers, "encoding of the signature", |signer, form| {
            let (header, claims) = parts(signer);
            let token = whole(signer, &format!("{header}.{claims}"));
            let (message, signature) = token.rsplit_once('.').unwrap();
            format!("{message}.{}", spoiled(form, signature))
        });
    }
}

fn part(
    catalogue: &mut Catalogue,
    signers: &'static [Signer],
    name: &'static str,
    make: fn(&Signer, &&'static str) -> String,
) {
    let why = match name {
        "encoding of the header" => HEADER,
        "encoding of the claims" => CLAIMS,
        _ => SIGNATURE,
    };
    // RFC 6750 §2.1: `=` at the end of the whole token is a b64token still.
    let reason = |form: &str| match form {
        "padded" | "padded twice" if why == SIGNATURE => why,
        "padded" | "padded twice" | "padded in the middle" => MALFORMED,
        "blank" | "percent" | "quoted" | "comma" | "colon" => MALFORMED,
        _ => why,
    };
    let applies = |form: &&str| match *form {
        // A signature need not have an `e`, nor letters that the alphabets write differently.
        "padded in the middle" | "standard alphabet" => why != SIGNATURE,
        _ => true,
    };
    let forms = SPOILED.iter().map(|(form, _)| *form).filter(applies);
    let hostile = forms.map(|form| (form, reason(form))).collect::<Vec<_>>();
    Generator::new(name, signers, make).add(catalogue, &["as it is"], &hostile);
}

fn spoiled(form: &str, part: &str) -> String {
    let spoil = SPOILED.iter().find(|(name, _)| *name == form);
    spoil.map_or_else(|| part.to_owned(), |(_, spoil)| spoil(part))
}

/// The header and the claims, encoded, with letters of which the alphabets differ and with bits
/// to spare at the end.
fn parts(signer: &Signer) -> (String, String) {
    let loose = |text: &str| {
        let blanks = (0..3).find(|blanks| (text.len() + blanks) % 3 == 1).unwrap();
        let part = encode(text.to_owned() + &" ".repeat(blanks));
        assert!(part.contains('-') && part.contains('_'), "{part}");
        part
    };
    let draft = sound(signer).header("x", "~~~~>>>>????>>>~???>>>>~~~~>>>>????");
    let draft = draft.claim("x", "~~~~>>>>????>>>~???>>>>~~~~>>>>????");
    (loose(&draft.header_text()), loose(&draft.claims_text()))
}

/// The same bytes for a decoder that does not look at the last letter's unused bits.
fn loosened(part: &str) -> String {
    let last = part.chars().last().and_then(|last| ALPHABET.find(last)).unwrap();
    assert_ne!(part.len() % 4, 0, "no loose bits in {part}");
    let other = ALPHABET.chars().nth(last ^ 1).unwrap();
    format!("{}{other}", &part[..part.len() - 1])
}
