//! What a scheme writes into responses is about the caller that it has found itself.

use actix_web::HttpRequest;
use actix_web::dev::ResponseHead;
use actix_web::http::header::{HeaderName, HeaderValue};
use portcullis::{Answer, Challenge, IntoScheme, Principal, Privileges, Scheme, Seen};
use portcullis::{PrivilegeSource, UserId};
use portcullis_tests::Spelled;

use crate::served::get;

/// Tells the roles of the caller in a header, as a sliding session would keep them.
#[derive(Debug)]
struct Telling;

impl Scheme for Telling {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Spelled.authenticate(request)
    }

    fn challenge(&self) -> Challenge {
        Spelled.challenge()
    }

    fn respond(&self, seen: &Seen<'_>, response: &mut ResponseHead) {
        let roles = seen.caller().roles().collect::<Vec<_>>().join(",");
        let value = HeaderValue::from_str(&roles).unwrap();
        response.headers_mut().insert(HeaderName::from_static("x-roles"), value);
    }
}

struct Staff;

impl PrivilegeSource for Staff {
    async fn privileges(
        &self,
        _: &UserId,
    ) -> Result<Privileges, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Privileges::new().roles(["Staff"]))
    }
}

#[actix_web::test]
async fn what_is_added_is_not_kept_by_the_scheme() {
    let scheme = Telling
        .transform(|it: Principal| it.role("One"))
        .transform(|it: Principal| it.role("Two"))
        .privileges(Staff);
    let told = get(scheme, "/me", "eve; role=Own").await;
    assert!(told.body.contains("[Own,One,Two,Staff]"), "{}", told.body);
    assert!(told.headers.contains(r#""x-roles": Value { inner: ["Own"] }"#), "{}", told.headers);
}
