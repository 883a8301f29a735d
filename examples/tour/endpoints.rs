//! Who may call what, right above each handler. Nothing else in this program decides it.

use actix_web::{Responder, web};
use portcullis::{Principal, Route, endpoint};
use serde::Deserialize;

use crate::names::{Claim, Permission, Role, Scope};
use crate::policies::{ManagersOnly, ReportReaders};

#[derive(Deserialize)]
struct Change {
    name: String,
}

// All three clauses must hold; of each list, one name is enough.
#[endpoint(
    post = "/api/restricted",
    claims(Claim::AdminID, Claim::EmployeeID),
    roles(Role::Admin, Role::Manager),
    permissions(Permission::UpdateUsers, Permission::DeleteUsers)
)]
async fn restricted(caller: Principal, change: web::Json<Change>) -> impl Responder {
    format!("{} changed {}\n", caller.id(), change.name)
}

// What a manager is, `policies` says.
#[endpoint(put = "/api/users/update", policies(ManagersOnly))]
async fn update_user(caller: Principal, change: web::Json<Change>) -> impl Responder {
    format!("{} updated {}\n", caller.id(), change.name)
}

// One handler for three verbs: everyone may suggest, those who work here may mend (a manager is
// an employee, too: `server` says so), one may replace.
#[endpoint(
    verbs(POST, PUT, PATCH),
    routes("/api/suggestions"),
    anonymous(POST),
    roles(Role::Admin, Role::Employee),
    on(PUT, roles(Role::Admin))
)]
async fn suggest(
    caller: Option<Principal>,
    route: Route,
    change: web::Json<Change>,
) -> impl Responder {
    let caller = caller.as_ref().map_or("somebody", Principal::id);
    format!("{caller} sent {} with {}\n", change.name, route.verb())
}

#[endpoint(get = "/api/inventory", scopes(Scope::ReadInventory))]
async fn read_inventory() -> impl Responder {
    "3 gates, 2 drawbridges\n"
}

// The same path as above, but writing takes another right than reading.
#[endpoint(post = "/api/inventory", permissions(Permission::ManageInventory))]
async fn extend_inventory(caller: Principal, change: web::Json<Change>) -> impl Responder {
    format!("{} added {}\n", caller.id(), change.name)
}

// A policy that uses other policies.
#[endpoint(get = "/api/reports", policies(ReportReaders))]
async fn reports() -> impl Responder {
    "all quiet\n"
}

// Says nothing about who may call: any authenticated caller, never a stranger.
#[endpoint(get = "/api/profile")]
async fn profile(caller: Principal) -> impl Responder {
    let roles = caller.roles().collect::<Vec<_>>().join(", ");
    format!("{}: {roles}\n", caller.id())
}
