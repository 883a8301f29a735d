//! The whole set at once, as when a key is in the wrong hands.

use portcullis::{Algorithm, JwtBearer, Key, Portcullis, Trusted};

use crate::bed::{Bed, key, kid};

#[test]
fn all_other_keys_are_gone_at_once() {
    let bed = Bed::new();
    bed.keys().add(key("2027")).unwrap();
    let old = bed.token();
    assert_eq!(bed.status(&old), 200);
    bed.keys().replace([key("2029")]).unwrap();
    assert_eq!(bed.status(&old), 401);
    let new = bed.token();
    assert_eq!((kid(&new), bed.status(&new)), ("2029".into(), 200));
    assert_eq!(bed.published(), ["2029"]);
}

#[test]
fn a_key_that_stays_goes_on() {
    let bed = Bed::new();
    let token = bed.token();
    assert_eq!(bed.status(&token), 200);
    bed.keys().replace([key("2027"), key("2026")]).unwrap();
    assert_eq!(bed.status(&token), 200);
    assert_eq!(kid(&bed.token()), "2027");
}

#[test]
fn a_shared_secret_is_replaced_and_never_published() {
    let secret = |byte: u8, id: &str| Key::secret(Algorithm::Hs256, [byte; 32]).id(id);
    let scheme = JwtBearer::new(secret(1, "a"));
    let portcullis = Portcullis::builder().scheme("jwt", scheme).build().unwrap();
    let keys = portcullis.keys("jwt").unwrap();
    keys.replace([secret(2, "b"), secret(3, "c")]).unwrap();
    assert_eq!(keys.ids(), ["b", "c"]);
    assert!(portcullis.public_keys().is_empty());
}

/// Those of another issuer, that the scheme trusts besides its own.
#[test]
fn keys_of_a_further_issuer() {
    let partner = Trusted::issuer("partner").audience("api").key(key("2029"));
    let bed = Bed::of(JwtBearer::new(key("2026")).issuer("own").audience("api").trust(partner));
    let partners = Bed::of(JwtBearer::new(key("2027")).issuer("partner").audience("api"));
    let token = partners.token();
    assert_eq!(bed.status(&token), 401);
    let keys = bed.portcullis.keys_of("jwt", "partner").unwrap();
    keys.add(key("2027")).unwrap();
    assert_eq!(bed.status(&token), 200);
    assert_eq!(bed.keys().ids(), ["2026"]);
    keys.retire("2027", bed.after(0)).unwrap();
    assert_eq!(bed.status(&token), 401);
    assert!(keys.sign_with("2029").is_err());
    assert!(bed.portcullis.keys_of("jwt", "stranger").is_none());
    assert!(bed.portcullis.keys("cookie").is_none());
}
