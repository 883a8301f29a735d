//! Logins as their users see and end them.

use std::time::{Duration, UNIX_EPOCH};

use portcullis::{Login, UserId};

use crate::site::{Reply, START, Site, bearer};

async fn login(site: &Site, user: &str, label: &str) -> Reply {
    let reply = site.server.post(format!("/login/{user}/{label}")).send().await.unwrap();
    Reply::of(reply).await
}

async fn call(site: &Site, method: &str, path: &str, access: &str) -> Reply {
    let request = site.server.request(method.parse().unwrap(), site.server.url(path));
    Reply::of(request.insert_header(bearer(access)).send().await.unwrap()).await
}

#[actix_web::test]
async fn users_see_their_logins_without_anything_that_works() {
    let site = Site::new();
    let laptop = login(&site, "ada", "laptop").await;
    site.clock.set(20);
    let phone = login(&site, "ada", "phone").await;
    login(&site, "grace", "tablet").await;
    let second = site.refresh(&laptop.text_of("refresh_token")).await;
    let access = second.text_of("access_token");
    let listed = call(&site, "GET", "/logins", &access).await;
    let json = listed.json();
    assert_eq!(json.as_array().unwrap().len(), 2);
    assert_eq!(json[0]["label"], "laptop");
    assert_eq!(json[0]["since"], START);
    assert_eq!(json[0]["last_used"], START + 20);
    assert_eq!(json[0]["until"], START + 20 + 4 * 3600);
    assert_eq!(json[0]["sid"], site.me(&access).await.json()["sid"]);
    assert_eq!(json[0].as_object().unwrap().len(), 5);
    assert_eq!(json[1]["label"], "phone");
    for reply in [&laptop, &phone, &second] {
        let token = reply.text_of("refresh_token");
        let (family, secret) = token.split_once('.').unwrap();
        assert!(!listed.text.contains(family) && !listed.text.contains(secret));
    }
}

#[actix_web::test]
async fn users_end_their_own_logins_alone() {
    let site = Site::new();
    let ada = login(&site, "ada", "laptop").await;
    let grace = login(&site, "grace", "laptop").await;
    let sid = site.me(&ada.text_of("access_token")).await.text_of("sid");
    let stranger = grace.text_of("access_token");
    for sid in [&*sid, "", "x", &"A".repeat(22), &sid[..21]] {
        let path = format!("/logins/{sid}");
        let reply = call(&site, "DELETE", &path, &stranger).await;
        assert_ne!(reply.text, "true", "{sid}");
    }
    let path = format!("/logins/{sid}");
    let own = ada.text_of("access_token");
    assert_eq!(call(&site, "DELETE", &path, &own).await.text, "true");
    assert_eq!(call(&site, "DELETE", &path, &own).await.text, "false");
    assert!(site.refuses(&ada.text_of("refresh_token")).await);
    site.next(&grace.text_of("refresh_token")).await;
}

#[actix_web::test]
async fn logging_out_ends_the_login_of_the_caller_alone() {
    let site = Site::new();
    let laptop = login(&site, "ada", "laptop").await;
    let phone = login(&site, "ada", "phone").await;
    let access = laptop.text_of("access_token");
    assert_eq!(call(&site, "POST", "/log-out", &access).await.text, "true");
    assert_eq!(call(&site, "POST", "/log-out", &access).await.text, "false");
    assert!(site.refuses(&laptop.text_of("refresh_token")).await);
    site.next(&phone.text_of("refresh_token")).await;
    // A token without a login behind it.
    let tokens = site.portcullis.tokens();
    let plain = tokens.subject("ada").expires_in(Duration::from_secs(60)).sign().unwrap();
    assert_eq!(call(&site, "POST", "/log-out", &plain).await.text, "false");
}

#[actix_web::test]
async fn logging_out_everywhere_ends_all_logins_of_the_user() {
    let site = Site::new();
    let mut own = Vec::new();
    for _ in 0..3 {
        own.push(login(&site, "ada", "laptop").await);
    }
    let grace = login(&site, "grace", "laptop").await;
    let access = own[0].text_of("access_token");
    assert_eq!(call(&site, "DELETE", "/logins", &access).await.text, "3");
    for reply in &own {
        assert!(site.refuses(&reply.text_of("refresh_token")).await);
    }
    site.next(&grace.text_of("refresh_token")).await;
}

#[actix_web::test]
async fn the_same_subject_of_another_issuer_is_another_user() {
    let site = Site::new();
    let token = login(&site, "ada", "laptop").await.text_of("refresh_token");
    let logins = site.portcullis.logins();
    assert_eq!(logins.user("ada").unwrap().issuer(), "urn:portcullis:scheme:jwt");
    let other = UserId::new("https://other.example", "ada");
    assert_eq!(logins.list(&other).await.unwrap(), []);
    assert_eq!(logins.end_all(&other).await.unwrap(), 0);
    site.next(&token).await;
}

#[actix_web::test]
async fn a_label_is_short_and_has_no_control_characters() {
    let site = Site::new();
    let logins = site.portcullis.logins();
    let label = format!("lap\0top\u{85}\n {}", "é".repeat(1000));
    logins.clone().label(label).issue("ada", |user| user).await.unwrap();
    let found = logins.list(&logins.user("ada").unwrap()).await.unwrap();
    assert_eq!(found[0].label(), Some(&*format!("laptop {}", "é".repeat(121))));
}

#[actix_web::test]
async fn only_the_current_token_is_active() {
    let site = Site::new();
    let first = login(&site, "ada", "laptop").await.text_of("refresh_token");
    let logins = site.portcullis.logins();
    let found: Login = logins.look_up(&first).await.unwrap().unwrap();
    assert_eq!((found.user().id(), found.label()), ("ada", Some("laptop")));
    assert_eq!(found.since(), UNIX_EPOCH + Duration::from_secs(START));
    assert_eq!(found.until(), UNIX_EPOCH + Duration::from_secs(START + 4 * 3600));
    let second = site.next(&first).await;
    site.clock.set(60);
    // Looking ends nothing, whatever is looked up.
    for token in [&*first, "x", &format!("{}.{}", &first[..22], "A".repeat(43))] {
        assert_eq!(logins.look_up(token).await.unwrap(), None);
    }
    assert!(logins.look_up(&second).await.unwrap().is_some());
    site.clock.set(4 * 3600);
    assert_eq!(logins.look_up(&second).await.unwrap(), None);
}

#[actix_web::test]
async fn a_token_ends_its_login() {
    let site = Site::new();
    let logins = site.portcullis.logins();
    let first = site.token().await;
    for garbage in ["", "x", &format!("{}.{}", "A".repeat(22), &first[23..])] {
        assert!(!logins.end_token(garbage).await.unwrap());
    }
    let second = site.next(&first).await;
    assert!(logins.end_token(&second).await.unwrap());
    assert!(!logins.end_token(&second).await.unwrap());
    // One that was used a moment ago, and one that was used before.
    for seconds in [5, 50] {
        let first = site.token().await;
        let second = site.next(&first).await;
        site.clock.set(seconds);
        assert!(logins.end_token(&first).await.unwrap());
        assert!(site.refuses(&second).await);
    }
}
