//! Doors that open by what is added.

use portcullis::{Principal, endpoint};

#[endpoint(get = "/edit", roles("Editor"))]
async fn edit(caller: Principal) -> String {
    caller.roles().collect::<Vec<_>>().join(",")
}

#[endpoint(get = "/publish", permissions("docs:publish"))]
async fn publish() -> &'static str {
    "published"
}

#[endpoint(get = "/clean", require(!role("Suspended")))]
async fn clean() -> &'static str {
    "in"
}

#[endpoint(get = "/open", anonymous)]
async fn open(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |it| it.roles().collect::<Vec<_>>().join(","))
}

#[endpoint(get = "/other", schemes("other"), roles("Editor"))]
async fn other() -> &'static str {
    "in"
}
