use std::error::Error;

use portcullis::{Claims, CurrentUser, FromPrincipal, LoadUser, Principal, endpoint};

struct User;

impl LoadUser for User {
    type Source = ();

    async fn load(_: &(), _: &Principal) -> Result<Option<Self>, Box<dyn Error + Send + Sync>> {
        Ok(Some(Self))
    }
}

#[derive(FromPrincipal)]
struct Employee {
    #[id]
    id: String,
}

type Me = CurrentUser<User>;
type Staff = Employee;
type Own = Claims<u8>;

#[endpoint(get = "/user", anonymous)]
async fn user(_: CurrentUser<User>) -> &'static str {
    "hello"
}

#[endpoint(get = "/me", anonymous)]
async fn me(_: Me) -> &'static str {
    "hello"
}

#[endpoint(get = "/employee", anonymous)]
async fn employee(it: Employee) -> String {
    it.id
}

#[endpoint(get = "/staff", post = "/staff", anonymous(GET, POST))]
async fn staff(it: Staff) -> String {
    it.id
}

#[endpoint(get = "/own", anonymous)]
async fn own(_: Own) -> &'static str {
    "hello"
}

#[endpoint(get = "/sound", anonymous)]
async fn sound(_: Option<Me>, _: Option<Staff>, _: Option<Own>) -> &'static str {
    "hello"
}

fn main() {}
