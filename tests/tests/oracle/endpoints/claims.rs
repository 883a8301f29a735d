//! Claims that are there, and claims that say something.

use portcullis::endpoint;

#[endpoint(get = "/any_claim", claims("dept", "groups"))]
async fn any_claim() -> &'static str {
    "in"
}

#[endpoint(get = "/every_claim", claims_all("dept", "level", "groups"))]
async fn every_claim() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_is_a_text", claims("dept" = "eng"))]
async fn claim_is_a_text() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_is_a_number", claims("level" = 7))]
async fn claim_is_a_number() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_is_a_text_of_digits", claims("level" = "7", "dept" = "eng"))]
async fn claim_is_a_text_of_digits() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_is_true", claims("groups" = true))]
async fn claim_is_true() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_is_false", claims("groups" = false, "level" = 7))]
async fn claim_is_false() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_is_a_text_of_truth", claims("groups" = "true", "level" = 7))]
async fn claim_is_a_text_of_truth() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_is_among_others", claims("groups" = "ops"))]
async fn claim_is_among_others() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_is_a_number_among_others", claims("groups" = 5))]
async fn claim_is_a_number_among_others() -> &'static str {
    "in"
}

#[endpoint(
    get = "/claim_is_there_or_says_something",
    claims("dept" = "sales", "level" = -7, "groups")
)]
async fn claim_is_there_or_says_something() -> &'static str {
    "in"
}

#[endpoint(
    get = "/every_claim_says_something",
    claims_all("dept" = "eng", "level" = 7, "groups" = "ops")
)]
async fn every_claim_says_something() -> &'static str {
    "in"
}

#[endpoint(get = "/claim_says_two_things", claims_all("groups" = "ops", "groups" = true))]
async fn claim_says_two_things() -> &'static str {
    "in"
}
