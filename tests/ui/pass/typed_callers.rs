//! Fields by constants, variants and strings; types by aliases; other things of the same names.

use std::error::Error;

use portcullis::{
    Claims, CurrentUser, FromPrincipal, LoadUser, Principal, Vocabulary, endpoint,
};

const DESK: &str = "desk";

#[derive(Vocabulary)]
#[vocabulary(claim)]
enum Claim {
    EmployeeId,
    #[vocabulary(rename = "desk")]
    Desk,
}

type Flag = bool;
type Maybe = Option<String>;

#[derive(FromPrincipal)]
pub struct Employee {
    #[id]
    pub r#type: String,
    /// Documented.
    #[claim(Claim::EmployeeId)]
    pub caller: u32,
    #[claim(DESK)]
    pub desk: Maybe,
    #[claim("desk", default = vec![String::from("none")])]
    pub desks: Vec<String>,
    #[role("Admin")]
    pub request: Flag,
}

#[derive(FromPrincipal)]
struct Number(#[id] u64);

struct User;

impl LoadUser for User {
    type Source = String;

    async fn load(
        _: &String,
        _: &Principal,
    ) -> Result<Option<Self>, Box<dyn Error + Send + Sync>> {
        Ok(Some(Self))
    }
}

type Me = CurrentUser<User>;

#[endpoint(get = "/a", post = "/a", anonymous(POST))]
async fn some(one: Employee, Number(two): Number, _: Me, _: Claims<u8>) -> String {
    format!("{} {} {:?} {:?} {} {two}", one.r#type, one.caller, one.desk, one.desks, one.request)
}

#[endpoint(get = "/b", anonymous)]
async fn option(one: Option<Employee>, two: Option<Me>) -> String {
    format!("{} {}", one.is_some(), two.is_some())
}

mod inside {
    // Names of ours mean something else here.
    struct Result;
    struct Ok;
    struct Default;
    trait FromPrincipal {}

    #[derive(portcullis::FromPrincipal)]
    struct Desk {
        #[claim("desk", default)]
        desk: u8,
    }

    #[portcullis::endpoint(get = "/c")]
    async fn desk(desk_of_caller: Desk) -> String {
        desk_of_caller.desk.to_string()
    }
}

fn main() {}
