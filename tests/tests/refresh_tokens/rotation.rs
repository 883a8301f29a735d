//! Each token is good once.

use crate::site::{Site, bearer};

#[actix_web::test]
async fn the_page_of_the_seed_works() {
    let site = Site::new();
    let login = site.login().await;
    assert_eq!(login.status, 200);
    let json = login.json();
    assert_eq!(json["token_type"], "Bearer");
    assert_eq!(json["expires_in"], 300);
    let me = site.me(&login.text_of("access_token")).await.json();
    assert_eq!(me["id"], "user-id-001");
    assert_eq!(me["roles"], serde_json::json!(["Admin", "Manager"]));
    assert_eq!(me["permissions"], serde_json::json!(["Update_Something"]));

    let renewed = site.refresh(&login.text_of("refresh_token")).await;
    assert_eq!(renewed.status, 200);
    assert_ne!(renewed.text_of("refresh_token"), login.text_of("refresh_token"));
    let again = site.me(&renewed.text_of("access_token")).await.json();
    // Read anew: nothing of the first token is copied.
    assert_eq!(again["id"], "user-id-001");
    assert_eq!(again["roles"], serde_json::json!(["Manager"]));
    assert_eq!(again["permissions"], serde_json::json!(["Manage_Department"]));
    assert_eq!(again["sid"], me["sid"]);
    assert_ne!(again["jti"], me["jti"]);
    assert_eq!(again["renewed"], true);
}

#[actix_web::test]
async fn answers_are_stored_by_nobody() {
    let site = Site::new();
    let login = site.login().await;
    let renewed = site.refresh(&login.text_of("refresh_token")).await;
    let refused = site.refresh("nothing").await;
    for reply in [login, renewed, refused] {
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        assert_eq!(reply.header("pragma"), Some("no-cache"));
        assert_eq!(reply.header("content-type"), Some("application/json"));
    }
}

#[actix_web::test]
async fn a_token_that_was_used_before_ends_the_login() {
    let site = Site::new();
    let first = site.token().await;
    let second = site.next(&first).await;
    site.clock.set(9);
    assert_eq!(site.next(&first).await, second);
    site.clock.set(10);
    assert!(site.refuses(&first).await);
    assert!(site.refuses(&second).await);
}

#[actix_web::test]
async fn a_forged_secret_of_a_known_login_ends_it() {
    let site = Site::new();
    let token = site.token().await;
    let (family, _) = token.split_once('.').unwrap();
    assert!(site.refuses(&format!("{family}.{}", "A".repeat(43))).await);
    assert!(site.refuses(&token).await);
}

#[actix_web::test]
async fn a_text_that_is_no_token_ends_nothing() {
    let site = Site::new();
    let token = site.token().await;
    let (family, secret) = token.split_once('.').unwrap();
    let other = format!("{}.{secret}", "A".repeat(22));
    let long = format!("{token}A");
    let texts = [
        "x",
        ".",
        family,
        secret,
        &other,
        &long,
        &token[1..],
        &token[..65],
        "é",
        " ",
        &format!("{family}.{}", &secret[..42]),
        &format!("{family}.{secret}="),
        &format!("{family}..{secret}"),
        &format!(" {token}"),
        &format!("{token}\0"),
        &token.replace('.', ":"),
        &token.replace('.', "%2E"),
    ];
    for text in texts {
        assert!(site.refuses(text).await, "{text:?}");
    }
    site.next(&token).await;
}

#[actix_web::test]
async fn a_refresh_token_opens_no_endpoint_and_an_access_token_renews_nothing() {
    let site = Site::new();
    let login = site.login().await;
    assert_eq!(site.me(&login.text_of("refresh_token")).await.status, 401);
    assert!(site.refuses(&login.text_of("access_token")).await);
    let sid = site.me(&login.text_of("access_token")).await.text_of("sid");
    assert!(site.refuses(&format!("{sid}.{}", "A".repeat(43))).await);
    site.next(&login.text_of("refresh_token")).await;
    let request = site.server.get("/me").insert_header(bearer(&login.text_of("access_token")));
    assert_eq!(request.send().await.unwrap().status(), 200);
}
