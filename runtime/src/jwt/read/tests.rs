//! The reader of one pass against the definition: whatever it reads, the definition reads too,
//! and to the same.

use std::cell::Cell;

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};

use super::{ClaimNames, Members, Once, Registered, object};
use crate::bits::Bits;
use crate::hierarchy::Hierarchy;
use crate::interner::Interner;
use crate::rule::Atom;

const NAMES: [&str; 19] = [
    "sub",
    "iss",
    "aud",
    "exp",
    "nbf",
    "iat",
    "role",
    "roles",
    "permissions",
    "scope",
    "scp",
    "AdminID",
    "dept",
    "level",
    "vip",
    "other",
    "",
    "ro\\u006ces",
    "émile",
];

const VALUES: [&str; 43] = [
    "null",
    "true",
    "false",
    "0",
    "-0",
    "7",
    "-7",
    "07",
    "1.5",
    "1.",
    "-1.0",
    "1e3",
    "1E999",
    "1800000000",
    "1800000000.25",
    "999999999999999999",
    "9999999999999999999",
    "18446744073709551616",
    r#""""#,
    r#""ada""#,
    r#""Admin""#,
    r#""a b Admin""#,
    r#""eng""#,
    r#""\u0041dmin""#,
    r#""\ud800""#,
    r#""\ud83d\ude00""#,
    r#""\x""#,
    r#""https:\/\/issuer""#,
    "\"tab\there\"",
    "\"é\"",
    "[]",
    r#"["Admin","read","","Owner"]"#,
    r#"["eng",7,true,null]"#,
    r#"["a",["b"]]"#,
    r#"[{"a":1}]"#,
    "[1,]",
    "{}",
    r#"{"a":{"b":[1,2]}}"#,
    r#"{"a":1,"a":2}"#,
    r#"{"a":1,"\u0061":2}"#,
    "[[[[[[[[[[[[[[]]]]]]]]]]]]]]",
    "[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]",
    "[[[[[[[[[[[[[[{}]]]]]]]]]]]]]]",
];

/// Which policies ask for names.
fn interner(hierarchy: &Hierarchy) -> Interner {
    let mut interner = Interner::default();
    for name in ["Admin", "Owner", "read", "eng"] {
        for atom in [Atom::Role, Atom::Permission, Atom::Scope] {
            interner.intern(&atom(name.into()));
        }
    }
    for name in ["AdminID", "dept", "roles", "sub", "exp", "émile"] {
        interner.intern(&Atom::Claim(name.into()));
    }
    for name in ["dept", "AdminID", "level", "vip", "aud"] {
        for value in ["eng", "", "ada"] {
            interner.intern(&Atom::ClaimIs(name.into(), value.into()));
        }
        for value in [7_i64, 0, 1, -7, 1_800_000_000] {
            interner.intern(&Atom::ClaimIs(name.into(), value.into()));
        }
        interner.intern(&Atom::ClaimIs(name.into(), true.into()));
        interner.intern(&Atom::ClaimIs(name.into(), false.into()));
    }
    interner.intern(&Atom::Scheme("jwt".into()));
    interner.close(hierarchy);
    interner
}

fn hierarchies() -> [Hierarchy; 2] {
    let mut hierarchy = Hierarchy::default();
    hierarchy.imply(&"Admin".into(), &"Owner".into());
    hierarchy.grant(&"Owner".into(), &"read".into());
    hierarchy.imply(&"ada".into(), &"Admin".into());
    [Hierarchy::default(), hierarchy]
}

/// Both readers, for a scheme named `jwt`.
struct Readers {
    names: ClaimNames,
    interner: Interner,
    members: Members,
}

impl Readers {
    fn with(hierarchy: &Hierarchy) -> Self {
        let (names, interner) = (ClaimNames::default(), interner(hierarchy));
        let members = Members::new(&names, &interner, "jwt");
        Self { names, interner, members }
    }

    /// What the definition reads.
    fn defined(&self, text: &str) -> Option<(String, Bits)> {
        let facts = self.names.read(&object(text).ok()?, text.into()).ok()?;
        let mut bits = self.interner.bits(&facts);
        self.interner.scheme("jwt").into_iter().for_each(|bit| bits.insert(bit));
        Some((facts.subject.into(), bits))
    }

    /// Whether the reader of one pass has read it; it must not have read anything else.
    fn agree(&self, text: &str) -> bool {
        let Some(once) = self.members.read(text) else { return false };
        let Once { registered, subject, issuer, bits } = once;
        let (told, defined_bits) = self.defined(text).expect(text);
        assert_eq!((&text[subject.range()], bits), (told.as_str(), defined_bits), "{text}");
        let claims = object(text).unwrap();
        let expected = Registered::of(&claims).expect(text);
        assert_eq!(issuer.map(|issuer| text[issuer.range()].as_bytes()), expected.issuer, "{text}");
        assert_eq!(format!("{registered:?}"), format!("{expected:?}"), "{text}");
        true
    }
}

fn member() -> impl Strategy<Value = String> {
    let blank = select(&["", "", "", " ", "\n\t", "\u{a0}"][..]);
    (select(&NAMES[..]), select(&VALUES[..]), blank)
        .prop_map(|(name, value, blank)| format!("{blank}\"{name}\"{blank}:{blank}{value}{blank}"))
}

/// Claims with a subject, of which now and then a byte is changed.
fn text() -> impl Strategy<Value = String> {
    let broken = vec((any::<Index>(), select(&br#"{}[]",:\0e.u- "#[..])), 0..3);
    let broken = proptest::prop_oneof![3 => Just(Vec::new()), 1 => broken];
    (vec(member(), 0..7), broken).prop_map(|(mut members, broken)| {
        members.insert(members.len() / 2, r#""sub":"ada""#.to_owned());
        let mut text = format!("{{{}}}", members.join(",")).into_bytes();
        for (at, byte) in broken {
            let at = at.index(text.len());
            text[at] = byte;
        }
        String::from_utf8_lossy(&text).into_owned()
    })
}

#[test]
fn one_pass_says_what_the_definition_says() {
    let readers = hierarchies().map(|hierarchy| Readers::with(&hierarchy));
    let (read, all) = (Cell::new(0), Cell::new(0));
    let config = Config { cases: 10_000, failure_persistence: None, ..Config::default() };
    let held = TestRunner::new(config).run(&text(), |text| {
        for readers in &readers {
            all.set(all.get() + 1);
            read.set(read.get() + i32::from(readers.agree(&text)));
        }
        Ok(())
    });
    assert!(held.is_ok(), "{held:?}");
    let (read, all) = (read.get(), all.get());
    assert!(read > all / 20, "it has read {read} of {all}");
}

#[test]
fn one_pass_reads_what_is_usual() {
    let usual = r#"{"iss":"https://issuer.example","aud":["api","other"],"exp":1800000000,
        "nbf":1700000000.5,"iat":1700000000,"sub":"ada","role":"Owner","roles":["Admin"],
        "permissions":["read","x"],"scope":"read write","name":"Andr\u00e9","dept":["eng"],
        "level":7,"vip":true,"address":{"street":[1,{"a":null}]},"émile":"é"}"#;
    for hierarchy in &hierarchies() {
        assert!(Readers::with(hierarchy).agree(usual));
    }
}

#[test]
fn one_pass_leaves_to_the_definition_what_is_odd() {
    let odd = [
        r#"{"sub":"ada","sub":"ada"}"#,
        r#"{"sub":"\u0061da"}"#,
        r#"{"sub":"ada","x":{"a":1,"a":2}}"#,
        r#"{"sub":"ada","x":1e999}"#,
        r#"{"sub":"ada","exp":"1800000000"}"#,
        r#"{"sub":"ada","roles":[1]}"#,
        r#"{"sub":["ada"]}"#,
        r#"{"sub":""}"#,
        r#"{"sub":"ada"} x"#,
        r#"["ada"]"#,
        "{}",
    ];
    let readers = Readers::with(&Hierarchy::default());
    for text in odd {
        assert!(!readers.agree(text), "{text}");
    }
    let many = |count: usize| {
        let members = (0..count).map(|number| format!(r#","{number}":{number}"#));
        format!(r#"{{"sub":"ada"{}}}"#, members.collect::<String>())
    };
    assert!(readers.agree(&many(31)));
    assert!(!readers.agree(&many(32)));
}
