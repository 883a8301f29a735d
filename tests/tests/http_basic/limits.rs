//! How many attempts may fail, and whom that stops.

use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use actix_web::App;
use actix_web::http::header::AUTHORIZATION;
use actix_web::test::TestRequest;
use portcullis::{Cause, HttpBasic, Outcome, Password, Portcullis, Throttle};

use crate::directory::{Directory, basic, socket};

const HOME: &str = "192.0.2.1";
const ELSEWHERE: &str = "198.51.100.7";
const DAY: u64 = 24 * 3600;

fn directory() -> Directory {
    Directory::new(|basic| basic)
}

/// The address of a machine that an attacker has.
fn bot(number: usize) -> String {
    format!("203.0.{}.{}", 113 + number / 250, 1 + number % 250)
}

#[actix_web::test]
async fn after_ten_failures_a_right_password_is_answered_like_a_wrong_one() {
    let directory = directory();
    directory.fail(10, HOME, "ada").await;
    let wrong = directory.ask(HOME, "ada", "wrong").await;
    wrong.is_throttled(60);
    assert_eq!(directory.ask(HOME, "ada", "right").await, wrong);
    assert_eq!(directory.times_asked(), 10, "the check was asked all the same");
    directory.clock.pass(59);
    directory.ask(HOME, "ada", "right").await.is_throttled(1);
    directory.clock.pass(1);
    directory.fail(1, HOME, "ada").await;
    directory.ask(HOME, "ada", "right").await.is_throttled(60);
    directory.clock.pass(60);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
}

#[actix_web::test]
async fn to_ask_while_throttled_lengthens_nothing() {
    let directory = directory();
    directory.fail(10, HOME, "ada").await;
    for _ in 0..300 {
        directory.ask(HOME, "ada", "wrong").await.is_throttled(60);
    }
    directory.clock.pass(60);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
}

#[actix_web::test]
async fn a_name_that_nobody_has_is_throttled_alike() {
    let directory = directory();
    directory.fail(10, HOME, "ada").await;
    directory.fail(10, HOME, "nobody").await;
    let [known, unknown] =
        [directory.ask(HOME, "ada", "x").await, directory.ask(HOME, "nobody", "x").await];
    assert_eq!(known, unknown);
}

#[actix_web::test]
async fn right_passwords_and_checks_that_cannot_be_made_are_not_counted() {
    let directory = directory();
    directory.fail(9, HOME, "ada").await;
    for _ in 0..30 {
        assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
        assert_eq!(directory.ask(HOME, "down", "right").await.status, 503);
    }
    directory.fail(1, HOME, "ada").await;
    directory.ask(HOME, "ada", "right").await.is_throttled(60);
}

#[actix_web::test]
async fn who_guesses_elsewhere_locks_nobody_out() {
    let directory = directory();
    directory.fail(10, ELSEWHERE, "ada").await;
    directory.ask(ELSEWHERE, "ada", "right").await.is_throttled(60);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
    assert_eq!(directory.ask(ELSEWHERE, "bob", "right").await.status, 200);
}

#[actix_web::test]
async fn one_address_cannot_try_many_names() {
    let directory = directory();
    for number in 0..100 {
        directory.fail(1, HOME, &format!("user-{number}")).await;
    }
    directory.ask(HOME, "ada", "right").await.is_throttled(10);
    assert_eq!(directory.ask(ELSEWHERE, "ada", "right").await.status, 200);
    directory.clock.pass(10);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
}

#[actix_web::test]
async fn many_addresses_cannot_guess_one_password_but_the_user_enters_from_home() {
    let directory = directory();
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
    for number in 0..100 {
        directory.fail(1, &bot(number), "ada").await;
    }
    directory.ask(&bot(100), "ada", "right").await.is_throttled(300);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
    directory.clock.pass(29 * DAY);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
}

#[actix_web::test]
async fn home_is_forgotten_after_thirty_days() {
    let directory = directory();
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
    directory.clock.pass(30 * DAY);
    for number in 0..100 {
        directory.fail(1, &bot(number), "ada").await;
    }
    directory.ask(HOME, "ada", "right").await.is_throttled(300);
}

#[actix_web::test]
async fn home_is_where_the_password_was_right_and_is_limited_too() {
    let directory = directory();
    directory.fail(5, ELSEWHERE, "ada").await;
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
    for number in 0..95 {
        directory.fail(1, &bot(number), "ada").await;
    }
    directory.ask(ELSEWHERE, "ada", "right").await.is_throttled(300);
    directory.fail(10, HOME, "ada").await;
    directory.ask(HOME, "ada", "right").await.is_throttled(60);
}

#[actix_web::test]
async fn another_spelling_is_no_other_account() {
    let directory = directory();
    for user in ["ada", "ADA", " ada", "Ada ", "aDa"] {
        directory.fail(2, HOME, user).await;
    }
    directory.ask(HOME, "ada", "right").await.is_throttled(60);
    let plus = |user: &str| user.split('+').next().unwrap_or_default().to_owned();
    let directory = Directory::new(|basic| basic.account_of(plus));
    for number in 0..10 {
        directory.fail(1, HOME, &format!("ada+{number}")).await;
    }
    directory.ask(HOME, "ada", "right").await.is_throttled(60);
}

#[actix_web::test]
async fn who_has_one_address_of_a_network_has_them_all() {
    let directory = directory();
    for number in 0..10 {
        directory.fail(1, &format!("2001:db8:1:2::{number}"), "ada").await;
    }
    directory.ask("2001:db8:1:2:ffff::1", "ada", "right").await.is_throttled(60);
    assert_eq!(directory.ask("2001:db8:1:3::1", "ada", "right").await.status, 200);
    directory.fail(5, "192.0.2.9", "bob").await;
    directory.fail(5, "::ffff:192.0.2.9", "bob").await;
    directory.ask("192.0.2.9", "bob", "right").await.is_throttled(60);
    assert_eq!(directory.ask("192.0.2.10", "bob", "right").await.status, 200);
}

#[actix_web::test]
async fn what_a_stranger_writes_into_headers_is_no_address() {
    let directory = directory();
    let forwarded = |number: usize| {
        let request = TestRequest::get().uri("/me").peer_addr(socket(HOME));
        let request = request.insert_header((AUTHORIZATION, basic("ada", "wrong")));
        let request = request.insert_header(("forwarded", format!("for={}", bot(number))));
        request.insert_header(("x-forwarded-for", bot(number)))
    };
    for number in 0..10 {
        assert_eq!(directory.send(forwarded(number)).await.status, 401);
    }
    directory.send(forwarded(11)).await.is_throttled(60);
    let behind = Directory::new(|basic| {
        basic.client_address(|request| {
            let field = request.headers().get("x-forwarded-for")?;
            field.to_str().ok()?.parse::<IpAddr>().ok()
        })
    });
    for number in 0..20 {
        assert_eq!(behind.send(forwarded(number)).await.status, 401);
    }
}

#[actix_web::test]
async fn without_an_address_accounts_are_counted() {
    let directory = Directory::new(|basic| basic.client_address(|_| None));
    directory.fail(10, HOME, "ada").await;
    directory.ask(ELSEWHERE, "ada", "right").await.is_throttled(60);
    for number in 0..110 {
        directory.fail(1, HOME, &format!("user-{number}")).await;
    }
    assert_eq!(directory.ask(HOME, "bob", "right").await.status, 200);
}

#[actix_web::test]
async fn no_flood_of_names_makes_a_count_forgotten() {
    let directory = directory();
    directory.fail(10, ELSEWHERE, "ada").await;
    for number in 0..3000 {
        directory.fail(1, &bot(number), &format!("user-{number}")).await;
    }
    directory.ask(ELSEWHERE, "ada", "right").await.is_throttled(60);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
}

#[actix_web::test]
async fn limits_are_chosen() {
    let second = std::time::Duration::from_secs(1);
    let throttle = Throttle::new().per_account_and_address(2, second).per_address(3, 2 * second);
    let throttle = throttle.per_account(4, 3 * second);
    let directory = Directory::new(|basic: HttpBasic| basic.throttle(throttle));
    directory.fail(2, HOME, "ada").await;
    directory.ask(HOME, "ada", "right").await.is_throttled(1);
    directory.fail(1, HOME, "bob").await;
    directory.ask(HOME, "bob", "right").await.is_throttled(2);
    directory.fail(2, ELSEWHERE, "ada").await;
    directory.ask(&bot(1), "ada", "right").await.is_throttled(3);
}

#[actix_web::test]
async fn over_a_connection_its_address_counts_and_it_is_told() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let tell = Arc::clone(&told);
    let basic = HttpBasic::new(async |_: &str, _: Password| Ok(None));
    let builder = Portcullis::builder().module("http_basic::endpoints").scheme("basic", basic);
    let builder = builder.on_decision(move |seen| tell.lock().unwrap().push(seen.outcome()));
    let portcullis = builder.build().unwrap();
    let server = actix_test::start(move || App::new().configure(portcullis.mount()));
    let field = crate::directory::basic("ada", "wrong");
    for expected in [[401; 10].as_slice(), &[429; 5]].concat() {
        let request = server.get("/me").insert_header((AUTHORIZATION, field.as_str()));
        assert_eq!(request.send().await.unwrap().status(), expected);
    }
    let told = told.lock().unwrap();
    assert_eq!(told.last(), Some(&Outcome::Denied(Cause::Throttled)));
    assert_eq!(told.first(), Some(&Outcome::Denied(Cause::Rejected)));
}
