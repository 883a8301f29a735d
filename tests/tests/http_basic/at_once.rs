//! Attempts that are made at the same time.

use std::future::Future;
use std::pin::pin;
use std::sync::atomic::Ordering;
use std::task::{Context, Waker};

use futures_util::future::join_all;
use portcullis::Throttle;

use crate::directory::Directory;

const HOME: &str = "192.0.2.1";

async fn statuses(directory: &Directory, times: usize, user: &str, password: &str) -> Vec<u16> {
    let asking = (0..times).map(|_| directory.ask(HOME, user, password));
    join_all(asking).await.into_iter().map(|answer| answer.status).collect()
}

fn count(statuses: &[u16], status: u16) -> usize {
    statuses.iter().filter(|one| **one == status).count()
}

#[actix_web::test]
async fn guesses_sent_at_once_are_no_more_than_guesses_one_by_one() {
    let directory = Directory::new(|basic| basic);
    let statuses = statuses(&directory, 200, "ada", "wrong").await;
    assert_eq!((count(&statuses, 401), count(&statuses, 429)), (10, 190));
    assert_eq!(directory.times_asked(), 10);
}

#[actix_web::test]
async fn right_passwords_sent_at_once_all_get_in() {
    let directory = Directory::new(|basic| basic);
    let statuses = statuses(&directory, 200, "ada", "right").await;
    assert_eq!(count(&statuses, 200), 200, "{statuses:?}");
    assert!(directory.asked.most.load(Ordering::SeqCst) <= 10);
}

#[actix_web::test]
async fn no_more_checks_run_at_once_than_allowed() {
    let directory = Directory::new(|basic| basic.throttle(Throttle::new().checks_at_once(2)));
    let statuses = statuses(&directory, 100, "ada", "right").await;
    assert_eq!(count(&statuses, 200), 100);
    assert_eq!(directory.asked.most.load(Ordering::SeqCst), 2);
}

#[actix_web::test]
async fn those_who_cannot_even_wait_are_told_to_come_back() {
    let directory = Directory::new(|basic| basic.throttle(Throttle::new().checks_at_once(1)));
    let statuses = statuses(&directory, 300, "ada", "right").await;
    assert_eq!(count(&statuses, 200) + count(&statuses, 503), 300, "{statuses:?}");
    assert_eq!(count(&statuses, 503), 300 - 1 - 256);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200, "nobody waits any more");
}

#[actix_web::test]
async fn an_attempt_that_is_cut_off_has_failed() {
    let directory = Directory::new(|basic| basic);
    for _ in 0..10 {
        let mut cut_off = pin!(directory.ask(HOME, "ada", "wrong"));
        let before = directory.times_asked();
        let mut context = Context::from_waker(Waker::noop());
        while directory.times_asked() == before {
            assert!(cut_off.as_mut().poll(&mut context).is_pending());
        }
    }
    directory.ask(HOME, "ada", "right").await.is_throttled(60);
}

#[actix_web::test]
async fn a_check_that_panics_frees_its_place() {
    let directory = Directory::new(|basic| basic.throttle(Throttle::new().checks_at_once(1)));
    assert_eq!(directory.ask(HOME, "panic", "right").await.status, 500);
    assert_eq!(directory.ask(HOME, "ada", "right").await.status, 200);
}
