//! Many requests of one browser at once, over threads and a real store.

use std::sync::Barrier;
use std::thread;

use portcullis::{CookieSession, SqliteStore};

use crate::browser::Browser;
use crate::site::{Reply, Site, post};

const THREADS: usize = 8;

/// What each of these requests gets, when all are sent at once, each from a thread of its own.
fn at_once(site: &Site, cookie: &str, paths: &[&str]) -> Vec<Reply> {
    let barrier = Barrier::new(paths.len());
    let send = |path: &str| {
        let request = match path {
            "/sign-out" => post(path),
            _ => actix_web::test::TestRequest::get().uri(path),
        };
        barrier.wait();
        let request = request.insert_header(("cookie", cookie.to_owned()));
        actix_web::rt::System::new().block_on(site.send(request))
    };
    let send = &send;
    thread::scope(|scope| {
        let threads = paths.iter().map(|path| scope.spawn(move || send(path)));
        let threads = threads.collect::<Vec<_>>();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

#[actix_web::test]
async fn of_parallel_requests_one_renews() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    let site = Site::new(CookieSession::stored(store));
    for _ in 0..5 {
        site.clock.set(0);
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(3000);
        let replies = at_once(&site, &browser.header(), &["/me"; THREADS]);
        assert!(replies.iter().all(|reply| reply.status == 200), "{replies:?}");
        let renewed = replies.iter().filter(|reply| !reply.cookies.is_empty()).count();
        assert_eq!(renewed, 1, "{replies:?}");
        site.clock.set(6599);
        assert_eq!(browser.get("/me").await.status, 200);
    }
}

#[actix_web::test]
async fn a_sign_out_wins_over_whatever_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    let site = Site::new(CookieSession::stored(store));
    for turn in 0..10 {
        site.clock.set(0);
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(3000);
        let mut paths = ["/open"; THREADS];
        paths[turn % THREADS] = "/sign-out";
        let replies = at_once(&site, &browser.header(), &paths);
        assert!(replies.iter().all(|reply| reply.status == 200), "{replies:?}");
        assert_eq!(browser.get("/me").await.status, 401);
    }
}

#[actix_web::test]
async fn parallel_sign_ins_are_sessions_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    let site = Site::new(CookieSession::stored(store));
    let browsers = thread::scope(|scope| {
        let threads = (0..THREADS).map(|_| {
            scope.spawn(|| actix_web::rt::System::new().block_on(Browser::of_ada(&site)).jar)
        });
        let threads = threads.collect::<Vec<_>>();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    for jar in browsers {
        let mut browser = Browser { site: site.clone(), jar };
        assert_eq!(browser.get("/me").await.status, 200);
        assert_eq!(browser.post("/sign-out").await.status, 200);
        assert_eq!(browser.get("/me").await.status, 401);
    }
}
