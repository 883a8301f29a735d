//! Whatever a provider answers instead of keys: nobody enters by it, and the keys of the last
//! time go on verifying.

use portcullis_identity_provider::{Behaviour, IdentityProvider, Page};
use serde_json::json;

use Behaviour::{Document, Flood, Redirect, Stall, Status, Text};
use Page::{Keys, Metadata};

use crate::bed::{Bed, claims};

/// First of all, with no keys from before: 503. Then with some.
pub(crate) async fn refused(page: Page, behaviour: impl Fn(&IdentityProvider) -> Behaviour) {
    let bed = Bed::new();
    bed.provider.behave(page, behaviour(&bed.provider));
    assert_eq!(bed.status(&bed.token()).await, 503);
    bed.provider.behave(page, Behaviour::Honest);
    bed.clock.on(30);
    let known = bed.token();
    assert_eq!(bed.status(&known).await, 200);

    let new = bed.provider.add_key();
    bed.provider.behave(page, behaviour(&bed.provider));
    bed.clock.on(30);
    assert_eq!(bed.status(&bed.provider.token_of(&new, claims())).await, 401);
    assert_eq!(bed.status(&known).await, 200);
    // In the background, when the interval is over.
    bed.clock.on(1200);
    assert_eq!(bed.status(&known).await, 200);
    assert_eq!(bed.status(&known).await, 200);
}

fn metadata(issuer: &str, keys: &str) -> Behaviour {
    Document(json!({ "issuer": issuer, "jwks_uri": keys }))
}

#[actix_web::test]
async fn metadata_of_another_issuer() {
    let keys = |provider: &IdentityProvider| format!("{}/keys", provider.issuer());
    refused(Metadata, |it| metadata("https://elsewhere.example", &keys(it))).await;
    refused(Metadata, |it| metadata(&format!("{}/", it.issuer()), &keys(it))).await;
    refused(Metadata, |it| metadata(&it.issuer().to_uppercase(), &keys(it))).await;
    refused(Metadata, |it| Document(json!({ "jwks_uri": keys(it) }))).await;
    refused(Metadata, |it| Document(json!({ "issuer": [it.issuer()], "jwks_uri": keys(it) })))
        .await;
}

#[actix_web::test]
async fn metadata_without_an_address_that_may_be_asked() {
    refused(Metadata, |it| Document(json!({ "issuer": it.issuer() }))).await;
    for address in ["http://localhost:1/keys", "file:///etc/passwd", "keys", "//localhost/keys"] {
        refused(Metadata, |it| metadata(it.issuer(), address)).await;
    }
    let with = |it: &IdentityProvider, text| it.issuer().replace("localhost", text);
    refused(Metadata, |it| metadata(it.issuer(), &with(it, "user:word@localhost"))).await;
    refused(Metadata, |it| metadata(it.issuer(), &format!("{}/keys#one", it.issuer()))).await;
}

#[actix_web::test]
async fn redirects() {
    refused(Metadata, |_| Redirect).await;
    refused(Keys, |_| Redirect).await;
}

#[actix_web::test]
async fn other_statuses() {
    for status in [201, 203, 206, 404, 500, 503] {
        refused(Metadata, |_| Status(status)).await;
        refused(Keys, |_| Status(status)).await;
    }
}

#[actix_web::test]
async fn silence() {
    refused(Metadata, |_| Stall).await;
    refused(Keys, |_| Stall).await;
}

#[actix_web::test]
async fn a_hundred_mebibytes() {
    refused(Metadata, |_| Flood(100)).await;
    refused(Keys, |_| Flood(100)).await;
}

#[actix_web::test]
async fn garbage() {
    for text in
        ["", "{", "[]", "null", r#"{"keys":{}}"#, r#"{"keys":[]}"#, r#"{"keys":[],"keys":[]}"#]
    {
        refused(Metadata, |_| Text(text, "application/json")).await;
        refused(Keys, |_| Text(text, "application/json")).await;
    }
    refused(Keys, |_| Document(json!({ "keys": [7, null, "key", [], {}] }))).await;
}

#[actix_web::test]
async fn other_content_types() {
    for kind in ["text/html", "text/plain; charset=utf-8", "application/octet-stream", "json"] {
        refused(Metadata, |it| Text(truth(it, Metadata), kind)).await;
        refused(Keys, |it| Text(truth(it, Keys), kind)).await;
    }
    refused(Metadata, |it| Text(truth(it, Metadata), "application/jwk-set+json")).await;
}

/// Told a second time, as a text that lives on.
fn truth(provider: &IdentityProvider, page: Page) -> &'static str {
    String::leak(provider.truth(page).to_string())
}

/// Another certificate than the one that is trusted.
#[actix_web::test]
async fn a_stranger_at_the_same_address() {
    let (bed, stranger) = (Bed::new(), IdentityProvider::start());
    let scheme = portcullis::Authority::new(bed.provider.issuer())
        .root_certificate(stranger.root_certificate());
    let scheme = portcullis::JwtBearer::authority(scheme).audience("api");
    let portcullis = crate::bed::served(scheme, &bed.clock);
    assert_eq!(crate::bed::answer(&portcullis, &bed.token()).await.0, 503);
    assert_eq!(bed.asked(), (0, 0));
}
