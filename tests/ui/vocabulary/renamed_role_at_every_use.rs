use portcullis::{Vocabulary, endpoint};

// `Admin` has become `Administrator`, and these have not heard of it.
#[derive(Clone, Copy, Vocabulary)]
#[vocabulary(role)]
enum Role {
    Administrator,
    Manager,
}

#[endpoint(get = "/a", roles(Role::Admin, Role::Manager))]
async fn one() -> &'static str {
    "one"
}

#[endpoint(put = "/a", require(!role(Role::Admin)), on(PUT, roles(Role::Manager)))]
async fn other(caller: portcullis::Principal) -> String {
    caller.has_role(Role::Admin).to_string()
}

fn main() {
    let _ = portcullis::Rule::role(Role::Admin);
}
