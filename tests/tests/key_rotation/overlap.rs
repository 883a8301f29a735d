//! Add, switch, retire: no token is refused in between.

use crate::bed::{Bed, key, kid};

#[test]
fn no_token_is_refused_while_keys_are_replaced() {
    let bed = Bed::new();
    let old = bed.token();
    assert_eq!((kid(&old), bed.published()), ("2026".into(), vec!["2026".into()]));

    bed.keys().add(key("2027")).unwrap();
    assert_eq!(bed.published(), ["2026", "2027"]);
    // The new one is there for others to read; it does not sign yet.
    assert_eq!(kid(&bed.token()), "2026");

    bed.keys().sign_with("2027").unwrap();
    let new = bed.token();
    assert_eq!(kid(&new), "2027");
    assert_eq!((bed.status(&old), bed.status(&new)), (200, 200));

    bed.keys().retire("2026", bed.after(300)).unwrap();
    assert_eq!(bed.published(), ["2026", "2027"]);
    bed.on(299);
    assert_eq!((bed.status(&old), bed.status(&new)), (200, 200));
    bed.on(1);
    assert_eq!((bed.status(&old), bed.status(&new)), (401, 200));
    assert_eq!(bed.published(), ["2027"]);
    assert_eq!(bed.keys().ids(), ["2027"]);
}

#[test]
fn a_key_that_is_retired_at_once_is_gone_at_once() {
    let bed = Bed::new();
    let old = bed.token();
    bed.keys().add(key("2027")).unwrap();
    bed.keys().sign_with("2027").unwrap();
    // Seen, and perhaps remembered.
    assert_eq!([bed.status(&old), bed.status(&old)], [200, 200]);
    bed.keys().retire("2026", bed.after(0)).unwrap();
    assert_eq!(bed.status(&old), 401);
    assert_eq!(bed.published(), ["2027"]);
    assert_eq!(bed.status(&bed.token()), 200);
}

#[test]
fn a_later_word_about_the_end_counts() {
    let bed = Bed::new();
    let old = bed.token();
    bed.keys().add(key("2027")).unwrap();
    bed.keys().sign_with("2027").unwrap();
    bed.keys().retire("2026", bed.after(500)).unwrap();
    assert_eq!(bed.status(&old), 200);
    bed.keys().retire("2026", bed.after(100)).unwrap();
    bed.on(100);
    assert_eq!(bed.status(&old), 401);
}

/// What is in hand when keys change is the same set: clones of an instance, and of the handle.
#[test]
fn every_clone_sees_it() {
    let bed = Bed::new();
    let (clone, handle) = (bed.portcullis.clone(), bed.keys());
    handle.clone().add(key("2029")).unwrap();
    handle.sign_with("2029").unwrap();
    assert_eq!(clone.keys("jwt").unwrap().ids(), ["2026", "2029"]);
    let token = clone.tokens().subject("ada").expires_in(std::time::Duration::from_secs(9));
    assert_eq!(kid(&token.sign().unwrap()), "2029");
}

/// A key may come back, as another object with the same name.
#[test]
fn an_id_can_be_used_again() {
    let bed = Bed::new();
    let old = bed.token();
    bed.keys().add(key("2027")).unwrap();
    bed.keys().sign_with("2027").unwrap();
    bed.keys().retire("2026", bed.after(0)).unwrap();
    assert_eq!(bed.status(&old), 401);
    bed.keys().add(key("2026")).unwrap();
    assert_eq!(bed.status(&old), 200);
}
