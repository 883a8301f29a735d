//! Names, paths and parameters in other scripts, raw strings and raw identifiers.

use actix_web::{App, web};
use portcullis::endpoint;

const PRÜFER: &str = "Prüfer";

#[endpoint(
    get = "/größe/{名}",
    put = r#"/größe/{名:[^"/]+}"#,
    roles("Änderer", PRÜFER, r"管理者", r#"said "so""#, "tab\tinside"),
    claims("Straße" = "Ü", r"id" = 0x10, "level" = 1_000, "off" = false),
    require(role("Δ") || !claim("\u{1F512}")),
    summary = "Größe",
)]
async fn größe(名: web::Path<String>) -> String {
    名.into_inner()
}

#[endpoint(get = "/match/{type}", tags("r#match"))]
async fn r#match(r#type: web::Path<String>) -> String {
    r#type.into_inner()
}

fn main() {
    let _ = App::new().service(größe).service(r#match);
}
