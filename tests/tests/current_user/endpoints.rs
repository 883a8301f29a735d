//! Handlers that take users.

use actix_web::{Either, web};
use portcullis::{CurrentUser, Error, endpoint};

use crate::users::{Profile, User};

type Me = CurrentUser<User>;

#[endpoint(get = "/me")]
async fn me(user: Me) -> web::Json<Me> {
    web::Json(user)
}

#[endpoint(get = "/twice")]
async fn twice(one: Me, other: CurrentUser<User>, profile: CurrentUser<Profile>) -> String {
    format!("{} {} {}", one.name, other.0.name, profile.0.0)
}

#[endpoint(get = "/staff", roles("Staff"))]
async fn staff(user: Me) -> String {
    user.name.clone()
}

#[endpoint(get = "/some", post = "/some", anonymous(POST))]
async fn some(user: Me) -> String {
    user.name.clone()
}

#[endpoint(get = "/option", post = "/option", anonymous(POST))]
async fn option(user: Option<Me>) -> String {
    user.map_or("nobody".to_owned(), |user| user.name.clone())
}

#[endpoint(get = "/result")]
async fn result(user: Result<Me, Error>) -> String {
    user.map_or("nobody".to_owned(), |user| user.name.clone())
}

#[endpoint(get = "/either")]
async fn either(user: Either<Me, String>) -> String {
    match user {
        Either::Left(user) => user.name.clone(),
        Either::Right(text) => format!("nobody, but {text}"),
    }
}
