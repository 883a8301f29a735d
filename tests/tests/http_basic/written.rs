//! Whatever is written behind `Basic`, compared with RFC 7617 as one would say it.

use actix_web::rt::System;
use base64::Engine;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};
use base64::prelude::BASE64_STANDARD;
use proptest::prelude::*;

use crate::directory::Directory;

const HERE: &str = "192.0.2.1";

/// The name and the password that a token stands for, if it does: what encodes to it.
fn spoken(token: &str) -> Option<(String, String)> {
    let lax = GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true);
    let lax = GeneralPurpose::new(&base64::alphabet::STANDARD, lax);
    let bytes = lax.decode(token).ok().filter(|bytes| BASE64_STANDARD.encode(bytes) == token)?;
    let text = String::from_utf8(bytes).ok().filter(|text| !text.is_empty())?;
    let at = text.find(':').filter(|_| !text.chars().any(char::is_control))?;
    Some((text[..at].to_owned(), text[at + 1..].to_owned()))
}

/// One in two is nearly sound.
fn tokens() -> impl Strategy<Value = String> {
    let encoded = "[a-c:\u{0}\u{85}é]{0,12}".prop_map(|text| BASE64_STANDARD.encode(text));
    let bytes = prop::collection::vec(any::<u8>(), 0..12);
    let bytes = bytes.prop_map(|bytes| BASE64_STANDARD.encode(bytes));
    prop_oneof![4 => encoded, 1 => bytes, 2 => "[A-Za-z0-9+/=_.-]{0,16}"]
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_as_the_rfc_says(token in tokens()) {
        System::new().block_on(async {
            let directory = Directory::new(|basic| basic.allow_empty_passwords());
            let field = format!("Basic {token}");
            let status = directory.fields(HERE, &[field.as_bytes()]).await.status;
            let asked = (directory.times_asked() == 1).then(|| directory.asked.last.lock().unwrap().clone());
            assert_eq!(asked, spoken(&token), "{token}");
            assert_eq!(status == 400, asked.is_none(), "{token}");
        });
    }

    #[test]
    fn every_name_and_password_arrives_unchanged(
        user in "[^:\\p{Cc}]{0,20}",
        password in "[^\\p{Cc}]{1,20}",
    ) {
        System::new().block_on(async {
            let directory = Directory::new(|basic| basic);
            directory.ask(HERE, &user, &password).await;
            let last = directory.asked.last.lock().unwrap().clone();
            assert_eq!(last, (user.clone(), password.clone()));
        });
    }
}
