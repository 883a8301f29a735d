use portcullis::{Error, Portcullis, Principal, Rule, Tokens, Vocabulary, endpoint, group, policy};

// `Admin` has become `Administrator`, and these have not heard of it.
#[derive(Clone, Copy, Vocabulary)]
#[vocabulary(role)]
enum Role {
    Administrator,
    Manager,
}

policy!(AdminsOnly = role(Role::Admin) && claim("AdminID"));

group!(ADMIN = "/admin", roles(Role::Admin));

#[endpoint(get = "/a", roles(Role::Admin, Role::Manager))]
async fn in_a_list() -> &'static str {
    "hello"
}

#[endpoint(get = "/b", require(!role(Role::Admin) || permission("read")))]
async fn in_a_condition() -> &'static str {
    "hello"
}

#[endpoint(get = "/c", put = "/c", roles(Role::Manager), on(PUT, roles_all(Role::Admin)))]
async fn on_a_verb() -> &'static str {
    "hello"
}

#[endpoint(get = "/d", group = ADMIN, policies(AdminsOnly))]
async fn by_items() -> &'static str {
    "hello"
}

#[endpoint(get = "/e")]
async fn in_a_handler(caller: Principal) -> String {
    caller.has_role(Role::Admin).to_string()
}

#[endpoint(post = "/f", anonymous)]
async fn in_a_token(tokens: Tokens) -> Result<String, Error> {
    tokens.subject("ada").roles([Role::Admin, Role::Manager]).sign()
}

fn main() {
    let _ = Portcullis::builder()
        .policy("AdminsOnly", Rule::role(Role::Admin))
        .role_implies(Role::Admin, [Role::Manager])
        .exclusive_roles([Role::Manager, Role::Admin]);
}
