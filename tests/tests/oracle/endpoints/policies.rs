//! Policies with a name, as they are told to the builder.

use portcullis::{Builder, Rule, endpoint};

pub(crate) fn register(builder: Builder) -> Builder {
    let [admin, small_admin, manager, editor] =
        ["Admin", "admin", "Manager", "Editor"].map(|name| move || Rule::role(name));
    let [a, b, c] = ["A", "B", "C"].map(|name| move || Rule::permission(name));
    let read = || Rule::scope("read");
    // More names than fit into one word of bits, all of them behind those that an admin has.
    let insider = || Rule::scheme("token") & admin();
    let crowd = (0..200).map(|number| insider() & Rule::role(format!("crowd-{number}")));
    let high_engineer = Rule::claim_is("level", 7) & Rule::claim_is("dept", "eng");
    builder
        .policy("Managers", manager() & Rule::claim("level"))
        .policy("Readers", Rule::permission("read") | read())
        .policy("OfPolicies", Rule::policy("Managers") | editor() & !Rule::policy("Readers"))
        .policy("JoinedFirst", admin() & a() | read())
        .policy("PartedFirst", (admin() | a()) & read())
        .policy("Negated", !(admin() | small_admin()) & !(a() & b()))
        .policy("Any", Rule::any_of([admin(), manager(), editor()]))
        .policy("All", Rule::all_of([a(), b(), c()]) | Rule::claim("dept"))
        .policy("Values", high_engineer | Rule::claim_is("groups", true) & editor())
        .policy("Crowded", Rule::any_of(crowd) | editor())
}

#[endpoint(get = "/managers", policies("Managers"))]
async fn managers() -> &'static str {
    "in"
}

#[endpoint(
    get = "/managers_with_a_level_who_may",
    policies("Managers", "Readers"),
    permissions("A")
)]
async fn managers_with_a_level_who_may() -> &'static str {
    "in"
}

#[endpoint(get = "/managers_or_admins", require(policy("Managers") || role("Admin")))]
async fn managers_or_admins() -> &'static str {
    "in"
}

#[endpoint(get = "/no_managers", require(!policy("Managers") && scope("write")))]
async fn no_managers() -> &'static str {
    "in"
}

#[endpoint(get = "/policy_of_policies", policies("OfPolicies"))]
async fn policy_of_policies() -> &'static str {
    "in"
}

#[endpoint(get = "/joined_first", policies("JoinedFirst"))]
async fn joined_first() -> &'static str {
    "in"
}

#[endpoint(get = "/parted_first", policies("PartedFirst"))]
async fn parted_first() -> &'static str {
    "in"
}

#[endpoint(get = "/negated", policies("Negated"))]
async fn negated() -> &'static str {
    "in"
}

#[endpoint(get = "/lists_at_run_time", policies("Any", "All"))]
async fn lists_at_run_time() -> &'static str {
    "in"
}

#[endpoint(get = "/values_at_run_time", policies("Values"))]
async fn values_at_run_time() -> &'static str {
    "in"
}

#[endpoint(get = "/crowded", policies("Crowded"))]
async fn crowded() -> &'static str {
    "in"
}
