//! Step 1: the endpoint that checks credentials and hands out the first pair of tokens.

use actix_web::web;
use portcullis::{Error, Logins, TokenResponse, endpoint};
use serde::Deserialize;

use crate::people::People;

#[derive(Deserialize)]
struct Login {
    username: String,
    password: String,
    /// What the login is called in the list of `/api/sessions`.
    #[serde(default)]
    device: String,
}

#[endpoint(post = "/api/login", anonymous)]
async fn login(
    form: web::Json<Login>,
    people: web::Data<People>,
    logins: Logins,
) -> Result<TokenResponse, Error> {
    let Login { username, password, device } = form.into_inner();
    let person = people.sign_in(&username, password).await.map_err(Error::unavailable)?;
    let person =
        person.ok_or(Error::invalid_credentials("The supplied credentials are invalid!"))?;
    let device = device.chars().take(64).collect::<String>();
    logins.label(device).issue(person.id, |user| person.privileges(user)).await
}
