//! A group of endpoints: what they have in common is said once, and they can only add to it.

use actix_web::{Responder, web};
use portcullis::{Principal, endpoint, group};

use crate::names::Role;
use crate::policies::ManagersOnly;

group!(
    /// The gates, each by its name, for those who work here.
    GATES = "/api/gates/{gate}", roles(Role::Employee), tags("gates")
);

// Nothing is added: every employee may look, and some are told more.
#[endpoint(get = "", group = GATES)]
async fn look(gate: web::Path<String>, caller: Principal) -> impl Responder {
    match caller.allows(&ManagersOnly) {
        true => format!("the {gate} gate is shut, and its lock needs oil\n"),
        false => format!("the {gate} gate is shut\n"),
    }
}

// A manager at any time, without the database being asked; others while they are on watch.
#[endpoint(post = "/open", group = GATES, require(policy(ManagersOnly) || policy("OnWatch")))]
async fn open(gate: web::Path<String>, caller: Principal) -> impl Responder {
    format!("{} opens the {gate} gate\n", caller.id())
}

// Whoever shuts a gate must be there to see who is still outside, managers too.
#[endpoint(post = "/shut", group = GATES, policies("OnWatch"))]
async fn shut(gate: web::Path<String>, caller: Principal) -> impl Responder {
    format!("{} shuts the {gate} gate\n", caller.id())
}
