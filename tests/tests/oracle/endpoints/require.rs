//! Conditions with and, or, not and parentheses.

use portcullis::endpoint;

#[endpoint(get = "/either", require(role("Admin") || permission("A")))]
async fn either() -> &'static str {
    "in"
}

#[endpoint(get = "/both", require(role("Admin") && scope("read")))]
async fn both() -> &'static str {
    "in"
}

#[endpoint(
    get = "/and_binds_tighter_than_or",
    require(role("Admin") || permission("A") && !claim("dept"))
)]
async fn and_binds_tighter_than_or() -> &'static str {
    "in"
}

#[endpoint(
    get = "/parentheses_bind_tighter_than_and",
    require((role("Admin") || permission("A")) && !claim("dept"))
)]
async fn parentheses_bind_tighter_than_and() -> &'static str {
    "in"
}

#[endpoint(get = "/not_binds_tightest", require(!role("Admin") && role("Manager")))]
async fn not_binds_tightest() -> &'static str {
    "in"
}

#[endpoint(get = "/not_both", require(!(role("Admin") && role("Manager"))))]
async fn not_both() -> &'static str {
    "in"
}

#[endpoint(get = "/neither", require(!(scope("read") || scope("write"))))]
async fn neither() -> &'static str {
    "in"
}

#[endpoint(
    get = "/not_this_or_that",
    require(!(role("Admin") || permission("A")) || scope("write"))
)]
async fn not_this_or_that() -> &'static str {
    "in"
}

#[endpoint(get = "/not_twice", require(!(!role("Admin") || permission("B"))))]
async fn not_twice() -> &'static str {
    "in"
}

#[endpoint(
    get = "/nested",
    require(
        (role("Admin") || role("Manager") && (permission("A") || scope("read")))
            && !(claim("level", 7) && !claim("groups", "ops"))
    )
)]
async fn nested() -> &'static str {
    "in"
}

#[endpoint(
    get = "/three_ways_in",
    require(
        role("Admin") && permission("A")
            || role("Manager") && permission("B")
            || role("Editor") && permission("C") && permission("read")
    )
)]
async fn three_ways_in() -> &'static str {
    "in"
}

#[endpoint(
    get = "/values",
    require(
        claim("dept", "eng") && claim("level", 7) || claim("groups", true) && !claim("level")
    )
)]
async fn values() -> &'static str {
    "in"
}

#[endpoint(
    get = "/beside_a_list",
    roles("Editor", "Manager"),
    require(permission("A") || !permission("B")),
    scopes("read")
)]
async fn beside_a_list() -> &'static str {
    "in"
}
