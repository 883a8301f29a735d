//! Refresh tokens in a cookie.

use awc::ClientRequest;
use portcullis::MemoryStore;

use crate::site::{PATH, Reply, Site, bearer};

const NAME: &str = "__Host-refresh";

fn site() -> Site {
    Site::over(MemoryStore::new(), |tokens| tokens.cookie(NAME))
}

/// From a page of the application.
fn own(request: ClientRequest) -> ClientRequest {
    request.insert_header(("sec-fetch-site", "same-origin"))
}

async fn sent(request: ClientRequest) -> Reply {
    Reply::of(request.send().await.unwrap()).await
}

fn with(request: ClientRequest, token: &str) -> ClientRequest {
    request.insert_header(("cookie", format!("{NAME}={token}")))
}

fn value(reply: &Reply) -> String {
    let cookies = reply.cookies();
    assert_eq!(cookies.len(), 1, "{cookies:?}");
    let value = cookies[0].strip_prefix(&format!("{NAME}=")).unwrap();
    value.split(';').next().unwrap().to_owned()
}

async fn login(site: &Site) -> Reply {
    sent(own(site.server.post("/api/login"))).await
}

async fn refresh(site: &Site, token: &str) -> Reply {
    sent(own(with(site.server.post(PATH), token))).await
}

#[actix_web::test]
async fn the_cookie_is_for_no_script_and_no_other_site() {
    let site = site();
    let login = login(&site).await;
    let token = value(&login);
    let attributes = "Path=/; Max-Age=14400";
    for reply in [&login, &refresh(&site, &token).await] {
        let cookie = reply.cookies()[0].to_owned();
        for part in ["; HttpOnly", "; Secure", "; SameSite=Strict", "Path=/", "Max-Age=14400"] {
            assert!(cookie.contains(part), "{attributes}: {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        assert!(reply.json().get("refresh_token").is_none(), "{}", reply.text);
        assert_eq!(site.me(&reply.text_of("access_token")).await.status, 200);
    }
}

#[actix_web::test]
async fn tokens_in_bodies_are_not_read() {
    let site = site();
    let token = value(&login(&site).await);
    let form = [("refresh_token", &*token)];
    let reply = own(site.server.post(PATH)).send_form(&form).await.unwrap();
    assert_eq!(Reply::of(reply).await.json()["error"], "invalid_request");
    // Nor do they end anything.
    let forged = format!("{}.{}", &token[..22], "A".repeat(43));
    let form = [("refresh_token", &*forged), ("scope", "read")];
    let reply = own(with(site.server.post(PATH), &token)).send_form(&form).await.unwrap();
    let reply = Reply::of(reply).await;
    assert_eq!((reply.status, &reply.json()["scope"]), (200, &"read".into()));
}

#[actix_web::test]
async fn a_page_of_another_site_can_do_nothing() {
    let site = site();
    let login = login(&site).await;
    let token = value(&login);
    let others = [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("x", "y")];
    for header in others {
        for path in [PATH, "/api/login", "/log-out-browser"] {
            let request = with(site.server.post(path), &token).insert_header(header);
            let reply = sent(request).await;
            assert_eq!((reply.status, reply.cookies().len()), (403, 0), "{header:?} {path}");
        }
        let request = with(site.server.post("/log-out"), &token).insert_header(header);
        let request = request.insert_header(bearer(&login.text_of("access_token")));
        assert_eq!(sent(request).await.status, 403);
    }
    site.clock.set(60);
    assert_eq!(refresh(&site, &token).await.status, 200);
}

#[actix_web::test]
async fn several_cookies_of_the_name_are_refused() {
    let site = site();
    let token = value(&login(&site).await);
    let several = format!("{NAME}={token}; {NAME}={token}");
    for (cookie, error) in [
        (several, "invalid_request"),
        ("%5F%5FHost-refresh=x".to_owned(), "invalid_request"),
        (format!("{NAME}=\"{token}\""), "invalid_grant"),
        (format!("{NAME}="), "invalid_grant"),
    ] {
        let request = own(site.server.post(PATH)).insert_header(("cookie", cookie.clone()));
        let reply = sent(request).await;
        assert_eq!((reply.status, &reply.json()["error"]), (400, &error.into()), "{cookie}");
    }
    assert_eq!(refresh(&site, &token).await.status, 200);
}

#[actix_web::test]
async fn a_worthless_cookie_is_taken_away() {
    let site = site();
    let token = value(&login(&site).await);
    let next = value(&refresh(&site, &token).await);
    site.clock.set(60);
    let reply = refresh(&site, &token).await;
    assert_eq!((reply.status, value(&reply)), (400, String::new()));
    assert!(reply.cookies()[0].contains("Max-Age=0"));
    assert_eq!(refresh(&site, &next).await.status, 400);
}

#[actix_web::test]
async fn logging_out_ends_the_login_and_takes_the_cookie_away() {
    let site = site();
    for path in ["/log-out", "/log-out-browser"] {
        let login = login(&site).await;
        let token = value(&login);
        let request = own(with(site.server.post(path), &token));
        let reply = sent(request.insert_header(bearer(&login.text_of("access_token")))).await;
        assert_eq!((reply.status, &*reply.text), (200, "true"), "{path}");
        assert_eq!(value(&reply), "");
        assert_eq!(refresh(&site, &token).await.status, 400);
    }
}

#[actix_web::test]
async fn another_login_takes_the_place_of_the_one_before() {
    let site = site();
    let first = value(&login(&site).await);
    let second = value(&sent(own(with(site.server.post("/api/login"), &first))).await);
    assert_eq!(refresh(&site, &first).await.status, 400);
    assert_eq!(refresh(&site, &second).await.status, 200);
}

#[actix_web::test]
async fn a_handler_that_fails_promises_no_login() {
    let site = site();
    let reply = sent(own(site.server.post("/login-and-fail"))).await;
    assert_eq!((reply.status, reply.cookies().len()), (401, 0));
}

#[actix_web::test]
async fn outside_of_handlers_there_is_no_cookie_to_give() {
    let site = site();
    let logins = site.portcullis.logins();
    assert!(logins.issue("ada", |user| user).await.is_err());
    let user = logins.user("ada").unwrap();
    assert_eq!(logins.list(&user).await.unwrap(), []);
    assert!(Site::new().portcullis.logins().log_out_browser().await.is_err());
}
