//! A door for each thing that a role can bring, and one that is open.

use portcullis::{Principal, endpoint};

#[endpoint(get = "/a", roles("A"))]
async fn role_a() -> &'static str {
    ""
}

#[endpoint(get = "/b", roles("B"))]
async fn role_b() -> &'static str {
    ""
}

#[endpoint(get = "/c", roles("C"))]
async fn role_c() -> &'static str {
    ""
}

#[endpoint(get = "/d", roles("D"))]
async fn role_d() -> &'static str {
    ""
}

#[endpoint(get = "/not_c", require(!role("C")))]
async fn not_c() -> &'static str {
    ""
}

#[endpoint(get = "/write", permissions("write"))]
async fn write() -> &'static str {
    ""
}

#[endpoint(get = "/neither", require(!permission("write") && !permission("read")))]
async fn neither() -> &'static str {
    ""
}

#[endpoint(get = "/known")]
async fn known(caller: Principal) -> String {
    told(&caller)
}

#[endpoint(get = "/open", anonymous)]
async fn open(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| told(&caller))
}

/// The roles that were found, those that the caller has in the end, and whether it may write.
fn told(caller: &Principal) -> String {
    let found = caller.roles().collect::<String>();
    let has = |role: &&str| caller.has_role(role);
    let effective = ["A", "B", "C", "D"].into_iter().filter(has).collect::<String>();
    format!("{found} {effective} {}", caller.has_permission("write"))
}
