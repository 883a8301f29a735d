//! What says who is calling.

use portcullis::{Principal, endpoint};

#[endpoint(get = "/me", post = "/me", anonymous(POST))]
async fn me(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| {
        let roles = caller.roles().collect::<Vec<_>>().join(",");
        format!("{} of {} as [{roles}] by {}", caller.id(), caller.issued_by(), caller.scheme())
    })
}

#[endpoint(get = "/admin", roles("Admin"))]
async fn admin(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(get = "/both", schemes("spelled", "other"))]
async fn both(caller: Principal) -> String {
    caller.scheme().to_owned()
}

#[endpoint(get = "/clean", require(!role("Suspended")))]
async fn clean(caller: Principal) -> String {
    caller.id().to_owned()
}
