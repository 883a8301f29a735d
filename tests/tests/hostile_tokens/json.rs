//! Header and claims are JSON objects, whose member names are unique at every depth
//! (RFC 7515 §4, RFC 7519 §4, RFC 8725 §2.4).

use crate::catalogue::{Catalogue, Generator, all};
use crate::draft::{sound, written};
use crate::signer::{Signer, one_of_each_kind};

const HEADER: &str = "the header is no JSON object with unique names";
const CLAIMS: &str = "the claims are no JSON object with unique names";
const NOT_UTF_8: &str = "the claims are not base64url of UTF-8";

/// `O` stands for the sound object, `M` for its members.
const NO_OBJECTS: [&str; 30] = [
    "[O]",
    "[[O]]",
    "null",
    "true",
    "7",
    "\"O\"",
    "[]",
    "OO",
    "O O",
    "O,",
    "O]",
    "O}",
    "{O}",
    "{M",
    "M",
    "{M,}",
    "{,M}",
    "{M,,\"x\":1}",
    "{M;\"x\":1}",
    "{M,\"x\":}",
    "{M,x:1}",
    "{M,'x':1}",
    "{M,\"x\":'1'}",
    "{M,1:1}",
    "{M,\"x\":NaN}",
    "{M,\"x\":1e999}",
    "{M/**/}",
    "O\0",
    "\u{feff}O",
    "{M,\"x\":\"\t\"}",
];

/// Names that stand twice.
const DUPLICATES: [&str; 13] = [
    r#"{M,"x":1,"x":1}"#,
    r#"{M,"x":1,"x":null}"#,
    r#"{"x":1,M,"x":1}"#,
    r#"{M,"x":1,"\u0078":2}"#,
    r#"{M,"":1,"":2}"#,
    r#"{M,"x":{"a":1,"a":1}}"#,
    r#"{M,"x":[{"a":1,"a":1}]}"#,
    r#"{M,"x":[1,[2,{"a":1,"b":2,"a":3}]]}"#,
    r#"{M,"x":{"y":{"z":{"a":1,"a":1}}}}"#,
    r#"{M,"a/b":1,"a\/b":2}"#,
    r#"{M,"é":1,"\u00e9":2}"#,
    r"{M,M}",
    r#"{M,"x\u0000":1,"x\u0000":2}"#,
];

const SOUND: [&str; 4] =
    ["O", " \r\n\tO ", r#"{M,"x":{"a":1,"b":{"a":1}}}"#, r#"{M,"x":1,"X":1,"x ":1}"#];

pub(crate) fn add(catalogue: &mut Catalogue) {
    let header = |signer: &Signer, form: &&str| {
        let draft = sound(signer);
        written(signer, &write(form, &draft.header_text()), draft.claims_text())
    };
    let claims = |signer: &Signer, form: &&str| {
        let draft = sound(signer);
        written(signer, &draft.header_text(), write(form, &draft.claims_text()))
    };
    let forms = || NO_OBJECTS.into_iter().chain(DUPLICATES);
    let algs = [r#"{M,"alg":"none"}"#, r#"{"alg":"none",M}"#, r#"{M,"\u0061lg":"none"}"#];
    let subs = [
        r#"{M,"sub":"bob"}"#,
        r#"{"sub":"bob",M}"#,
        r#"{M,"exp":9999999999}"#,
        r#"{M,"iss":"https://attacker.example"}"#,
        r#"{M,"aud":"other"}"#,
        r#"{M,"roles":["User"],"roles":["Admin"]}"#,
        r#"{M,"roles":["User"],"\u0072oles":["Admin"]}"#,
        r#"{M,"x":{"sub":"bob","sub":"eve"}}"#,
    ];
    for signers in one_of_each_kind() {
        let hostile = all(forms().chain(algs), HEADER);
        Generator::new("JSON of the header", signers, header).add(catalogue, &SOUND, &hostile);
        let hostile = all(forms().chain(subs), CLAIMS);
        Generator::new("JSON of the claims", signers, claims).add(catalogue, &SOUND, &hostile);
        let bytes = Generator::new("bytes of the claims", signers, subject);
        bytes.add(catalogue, &["zoë"], &all(BYTES.map(|(name, _)| name), NOT_UTF_8));
    }
}

fn write(form: &str, object: &str) -> String {
    let members = object.trim_start_matches('{').trim_end_matches('}');
    form.replace('O', object).replace('M', members)
}

/// Texts that are no UTF-8 (RFC 7519 §7.2).
const BYTES: [(&str, &[u8]); 6] = [
    ("Latin-1", b"zo\xEB"),
    ("overlong slash", b"\xC0\xAF"),
    ("overlong NUL", b"\xC0\x80"),
    ("lone surrogate", b"\xED\xA0\x80"),
    ("beyond Unicode", b"\xF4\x90\x80\x80"),
    ("cut short", b"zo\xC3"),
];

fn subject(signer: &Signer, name: &&str) -> String {
    let draft = sound(signer).claim("x", "zoë");
    let (before, after) = draft.claims_text().split_once("zoë").map(into_owned).unwrap();
    let bytes = BYTES.iter().find(|(other, _)| other == name);
    let bytes = bytes.map_or("zoë".as_bytes(), |(_, bytes)| bytes);
    written(signer, &draft.header_text(), [before.as_bytes(), bytes, after.as_bytes()].concat())
}

fn into_owned((before, after): (&str, &str)) -> (String, String) {
    (before.to_owned(), after.to_owned())
}
