//! Requests of one user at one time ask once.

use std::time::Duration;

use actix_web::App;
use actix_web::rt::task::yield_now;
use futures_util::future::join_all;
use futures_util::{FutureExt, pin_mut};
use portcullis::{PrivilegeCache, PrivilegeSource, Privileges, UserId};

use crate::scripted::{Does, Moved, Scripted};
use crate::served::{portcullis, status};

/// Polls until the source is asked as often as this.
macro_rules! until_asked {
    ($source:expr, $times:expr, $($waiting:expr),+) => {
        let mut asked = 0;
        while asked < $times {
            $(assert!($waiting.as_mut().now_or_never().is_none());)+
            yield_now().await;
            asked += $source.asked().len();
        }
        assert_eq!(asked, $times);
    };
}

#[actix_web::test]
async fn all_wait_for_one_answer() {
    let source = Scripted::does(Does::Wait("Editor"));
    let portcullis = portcullis(source.clone(), &Moved::new());
    let requests = join_all((0..20).map(|_| status(&portcullis, "/edit", "eve")));
    pin_mut!(requests);
    until_asked!(source, 1, requests);
    source.now(Does::Nothing);
    assert_eq!(requests.await, [200; 20]);
    assert_eq!(source.asked(), []);
}

#[actix_web::test]
async fn all_share_a_failure() {
    for (does, expected) in [(Does::Fail, 503), (Does::Panic, 500)] {
        let portcullis = portcullis(Scripted::does(does), &Moved::new());
        let requests = (0..20).map(|_| status(&portcullis, "/edit", "eve"));
        assert_eq!(join_all(requests).await, [expected; 20]);
    }
}

#[actix_web::test]
async fn different_users_do_not_wait_for_each_other() {
    let source = Scripted::does(Does::Wait("Editor"));
    let portcullis = portcullis(source.clone(), &Moved::new());
    let requests = join_all((0..5).map(|_| status(&portcullis, "/edit", "eve")));
    pin_mut!(requests);
    until_asked!(source, 1, requests);
    let mut eve = requests;
    let ada = status(&portcullis, "/edit", "ada").boxed_local();
    pin_mut!(ada);
    until_asked!(source, 1, eve, ada);
    source.now(Does::Nothing);
    assert_eq!(ada.await, 200);
    assert_eq!(eve.await, [200; 5]);
}

type Invalidate<'a> = &'a dyn Fn(&PrivilegeCache, &Scripted);

#[actix_web::test]
async fn an_answer_under_way_is_not_given_to_who_comes_after_it_is_invalid() {
    let user = UserId::new("urn:portcullis:scheme:spelled", "eve");
    let invalid: [Invalidate<'_>; 3] =
        [&|cache, _| cache.invalidate(&user), &|cache, _| cache.invalidate_all(), &|_, source| {
            source.next_version()
        }];
    for invalidate in invalid {
        let source = Scripted::does(Does::Wait("Editor"));
        let cache = PrivilegeCache::new(source.clone());
        let portcullis = portcullis(cache.clone(), &Moved::new());
        let early = status(&portcullis, "/edit", "eve");
        pin_mut!(early);
        until_asked!(source, 1, early);
        invalidate(&cache, &source);
        let late = status(&portcullis, "/edit", "eve");
        pin_mut!(late);
        until_asked!(source, 1, early, late);
        source.now(Does::Nothing);
        assert_eq!(early.await, 200);
        assert_eq!(late.await, 200);
        // The source says something else by now, and what was under way is not kept for long.
        invalidate(&cache, &source);
        assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    }
}

#[actix_web::test]
async fn an_early_answer_does_not_replace_a_later_one() {
    let source = Scripted::does(Does::Wait("Editor"));
    let cache = PrivilegeCache::new(source.clone());
    let portcullis = portcullis(cache.clone(), &Moved::new());
    let early = status(&portcullis, "/edit", "eve");
    pin_mut!(early);
    until_asked!(source, 1, early);
    cache.invalidate_all();
    source.now(Does::Nothing);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    assert_eq!(early.await, 200);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    assert_eq!(source.asked().len(), 1);
}

#[actix_web::test]
async fn a_question_that_nobody_waits_for_is_given_up() {
    let source = Scripted::does(Does::Wait("Editor"));
    let portcullis = portcullis(source.clone(), &Moved::new());
    {
        let request = status(&portcullis, "/edit", "eve");
        pin_mut!(request);
        until_asked!(source, 1, request);
    }
    source.now(Does::Nothing);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    assert_eq!(source.asked().len(), 1);
}

/// Takes a while, as a database does.
struct Slow(Scripted);

impl PrivilegeSource for Slow {
    async fn privileges(
        &self,
        user: &UserId,
    ) -> Result<Privileges, Box<dyn std::error::Error + Send + Sync>> {
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
        self.0.privileges(user).await
    }
}

#[actix_web::test]
async fn workers_share_what_is_known() {
    let source = Scripted::does(Does::Role("Editor"));
    let portcullis = portcullis(Slow(source.clone()), &Moved::new());
    let app = move || App::new().configure(portcullis.clone().mount());
    let server = actix_test::start_with(actix_test::config().workers(4), app);
    let requests = (0..32).map(|_| {
        let request = server.get("/edit").insert_header(("x-caller", "eve"));
        async move { request.send().await.unwrap().status().as_u16() }
    });
    assert_eq!(join_all(requests).await, [200; 32]);
    assert_eq!(source.asked().len(), 1);
}
