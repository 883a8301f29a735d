//! What browsers see. Whoever opens `/` without a session is sent to the form, and back.

use actix_web::web::Html;
use actix_web::{HttpResponse, web};
use portcullis::{Error, Principal, ReturnTo, Sessions, endpoint};

use crate::account::{Account, Login};

#[endpoint(get = "/sign-in", anonymous)]
async fn sign_in_form() -> Html {
    Html::new(include_str!("sign_in.html"))
}

// Open to everyone, and yet no other site's page can sign a browser in: `Sessions` checks.
#[endpoint(post = "/sign-in", anonymous)]
async fn sign_in(
    login: web::Form<Login>,
    account: web::Data<Account>,
    sessions: Sessions,
    return_to: ReturnTo,
) -> Result<HttpResponse, Error> {
    let user = account.check(login.into_inner()).await?;
    sessions.sign_in(user).await?;
    Ok(return_to.redirect("/"))
}

#[endpoint(post = "/sign-out", anonymous)]
async fn sign_out(sessions: Sessions) -> Result<HttpResponse, Error> {
    sessions.sign_out().await?;
    Ok(ReturnTo::default().redirect("/sign-in"))
}

// Says nothing of schemes: the first one that is registered, the cookie.
#[endpoint(get = "/", roles("Author"))]
async fn home(caller: Principal) -> Html {
    let page = include_str!("home.html");
    Html::new(page.replace("{{name}}", caller.id()))
}
