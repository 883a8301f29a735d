//! Roles that bring others with them, as they are told to the builder.

use portcullis::{Builder, endpoint};

pub(crate) fn register(builder: Builder) -> Builder {
    let builder = builder.role_implies("Lead", ["Staff"]).role_implies("Manager", ["Lead"]);
    builder.role_implies("Editor", ["Staff"]).role_grants("Lead", ["plan", "A2"])
}

#[endpoint(get = "/staff", roles("Staff"))]
async fn staff() -> &'static str {
    "in"
}

#[endpoint(get = "/planners", permissions_all("plan", "A2"))]
async fn planners() -> &'static str {
    "in"
}

#[endpoint(get = "/outsiders", require(!role("Staff") || permission("plan") && permission("A")))]
async fn outsiders() -> &'static str {
    "in"
}

#[endpoint(get = "/managers_who_are_staff", roles_all("Manager", "Lead", "Staff"))]
async fn managers_who_are_staff() -> &'static str {
    "in"
}
