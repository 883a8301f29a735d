//! Roles, permissions and scopes in lists.

use portcullis::endpoint;

#[endpoint(get = "/anyone_known")]
async fn anyone_known() -> &'static str {
    "in"
}

#[endpoint(get = "/one_role", roles("Editor"))]
async fn one_role() -> &'static str {
    "in"
}

#[endpoint(get = "/any_role", roles("Admin", "Manager"))]
async fn any_role() -> &'static str {
    "in"
}

#[endpoint(get = "/every_role", roles_all("Admin", "Editor"))]
async fn every_role() -> &'static str {
    "in"
}

#[endpoint(get = "/role_in_small_letters", roles("admin"))]
async fn role_in_small_letters() -> &'static str {
    "in"
}

#[endpoint(get = "/any_permission", permissions("A", "B", "C"))]
async fn any_permission() -> &'static str {
    "in"
}

#[endpoint(get = "/every_permission", permissions_all("A", "B", "read"))]
async fn every_permission() -> &'static str {
    "in"
}

#[endpoint(get = "/permission_named_as_a_scope", permissions("read"))]
async fn permission_named_as_a_scope() -> &'static str {
    "in"
}

#[endpoint(get = "/any_scope", scopes("read", "write"))]
async fn any_scope() -> &'static str {
    "in"
}

#[endpoint(get = "/every_scope", scopes_all("read", "write"))]
async fn every_scope() -> &'static str {
    "in"
}

#[endpoint(get = "/scope_named_as_a_permission", scopes("read"))]
async fn scope_named_as_a_permission() -> &'static str {
    "in"
}

#[endpoint(
    get = "/one_of_each_kind",
    roles("Admin", "Manager"),
    permissions("A", "B"),
    scopes("read", "write"),
    claims("dept", "level")
)]
async fn one_of_each_kind() -> &'static str {
    "in"
}

#[endpoint(
    get = "/any_role_and_every_role",
    roles("Admin", "Manager"),
    roles_all("Editor", "admin")
)]
async fn any_role_and_every_role() -> &'static str {
    "in"
}

#[endpoint(
    get = "/any_permission_and_every_permission",
    permissions_all("C", "read"),
    permissions("A", "B")
)]
async fn any_permission_and_every_permission() -> &'static str {
    "in"
}

#[endpoint(
    get = "/every_list_there_is",
    roles("Admin", "admin"),
    roles_all("Manager"),
    permissions("A", "C"),
    permissions_all("B"),
    scopes_all("read", "write"),
    claims("dept", "groups"),
    claims_all("level")
)]
async fn every_list_there_is() -> &'static str {
    "in"
}
