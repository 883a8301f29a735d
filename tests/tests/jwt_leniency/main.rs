//! Where `jsonwebtoken` 11 is too lenient by itself. Every token here is first shown accepted by
//! plain `jsonwebtoken::decode` with the settings that most programs have, then refused by
//! `JwtBearer` over HTTP. What both refuse stands in `both_refuse`.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod both_refuse;
mod duplicates;
mod header;
mod keys;
mod nesting;
mod ours;
mod plain;
mod size;
mod times;
#[path = "../jwt_rules/token.rs"]
mod token;
mod wrong_types;

use portcullis::{Principal, endpoint};

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    let roles = caller.roles().collect::<Vec<_>>().join(",");
    format!("{} is {roles}", caller.id())
}
