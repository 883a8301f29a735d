//! Types, and handlers that take them.

use actix_web::web;
use portcullis::{FromPrincipal, Vocabulary, endpoint};
use serde::{Deserialize, Serialize};

const DESKS: &str = "desks";

#[derive(Clone, Copy, Vocabulary)]
#[vocabulary(claim)]
pub(crate) enum Claim {
    #[vocabulary(rename = "AdminID")]
    Admin,
    #[vocabulary(rename = "dept")]
    Department,
    #[vocabulary(rename = "desks")]
    Desks,
    #[vocabulary(rename = "level")]
    Level,
    #[vocabulary(rename = "home")]
    Home,
    #[vocabulary(rename = "kind")]
    Kind,
}

/// Serde's own types inside.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Address {
    pub(crate) city: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Inner,
    Outer,
}

type Maybe<T> = Option<T>;

#[derive(Debug, FromPrincipal, PartialEq, Serialize)]
pub(crate) struct Everything {
    #[id]
    pub(crate) id: String,
    #[issuer]
    pub(crate) issuer: String,
    #[claim("AdminID")]
    pub(crate) admin: Maybe<String>,
    #[claim(Claim::Department)]
    pub(crate) department: Option<String>,
    #[claim(DESKS, default)]
    pub(crate) desks: Vec<String>,
    #[claim(Claim::Level, default = 7)]
    pub(crate) level: u8,
    #[claim("home")]
    pub(crate) home: Option<Address>,
    #[claim("kind")]
    pub(crate) kind: Option<Kind>,
    #[role("Admin")]
    pub(crate) is_admin: bool,
    #[permission("docs:write")]
    pub(crate) may_write: bool,
    #[scope("read")]
    pub(crate) may_read: bool,
}

#[derive(FromPrincipal)]
pub(crate) struct Admin {
    #[claim("AdminID")]
    pub(crate) id: String,
}

#[derive(FromPrincipal)]
pub(crate) struct Numbered(#[id] pub(crate) u32, #[claim("desks")] pub(crate) Vec<u32>);

type Boss = Admin;

#[endpoint(get = "/everything")]
async fn everything(it: Everything) -> web::Json<Everything> {
    web::Json(it)
}

#[endpoint(get = "/admin", post = "/admin", anonymous(POST))]
async fn admin(boss: Boss) -> String {
    boss.id
}

#[endpoint(get = "/option", post = "/option", anonymous(POST))]
async fn option(boss: Option<Admin>) -> String {
    boss.map_or("no admin".to_owned(), |boss| boss.id)
}

#[endpoint(get = "/numbered")]
async fn numbered(Numbered(id, desks): Numbered) -> String {
    format!("{id} {desks:?}")
}
