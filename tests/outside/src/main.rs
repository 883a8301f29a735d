use std::time::Duration;

use actix_web::{web, App, HttpServer, Responder};
use portcullis::{endpoint, JwtBearer, Portcullis, Principal, Rule, Tokens};

#[derive(serde::Deserialize)]
struct Login { username: String, password: String }

#[derive(serde::Serialize)]
struct Signed { token: String }

#[endpoint(post = "/api/login", anonymous)]
async fn login(form: web::Json<Login>, tokens: Tokens) -> Result<web::Json<Signed>, portcullis::Error> {
    // … check form.password …
    let _ = &form.password;
    let token = tokens
        .subject("user-001")
        .roles(["Admin", "Manager"])
        .permissions(["ManageInventory", "ManageUsers"])
        .claim("Username", &form.username)
        .expires_in(Duration::from_secs(24 * 3600))
        .sign()?;
    Ok(web::Json(Signed { token }))
}

#[endpoint(put = "/api/users/update", policies("ManagersOnly"))]
async fn update_user(caller: Principal) -> impl Responder {
    format!("hello {}", caller.id())
}

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secret = std::env::var("TOKEN_SIGNING_KEY")?;
    let portcullis = Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256(secret).issuer("https://issuer.example").audience("api"))
        .policy("ManagersOnly", Rule::role("Manager") & Rule::claim("ManagerID"))
        .build()?; // everything that is wrong, in one readable list (its Debug prints it too)
    HttpServer::new(move || App::new().configure(portcullis.mount()))
        .bind(("127.0.0.1", 8080))?
        .run()
        .await?;
    Ok(())
}
