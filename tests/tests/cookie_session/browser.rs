//! A browser: keeps the cookies that it is given, and sends them.

use std::collections::BTreeMap;

use actix_web::test::TestRequest;

use crate::site::{Reply, Site, post};

#[derive(Clone)]
pub(super) struct Browser {
    pub(super) site: Site,
    pub(super) jar: BTreeMap<String, String>,
}

impl Browser {
    pub(super) fn of(site: &Site) -> Self {
        Self { site: site.clone(), jar: BTreeMap::new() }
    }

    /// One in which ada is signed in.
    pub(super) async fn of_ada(site: &Site) -> Self {
        let mut browser = Self::of(site);
        assert_eq!(browser.post("/sign-in").await.status, 200);
        browser
    }

    pub(super) async fn get(&mut self, path: &str) -> Reply {
        self.send(TestRequest::get().uri(path)).await
    }

    pub(super) async fn post(&mut self, path: &str) -> Reply {
        self.send(post(path)).await
    }

    pub(super) async fn send(&mut self, request: TestRequest) -> Reply {
        let header = self.header();
        let request = match header.is_empty() {
            true => request,
            false => request.insert_header(("cookie", header)),
        };
        let reply = self.site.send(request).await;
        for cookie in &reply.cookies {
            let (name, rest) = cookie.split_once('=').unwrap();
            let (value, attributes) = rest.split_once("; ").unwrap();
            if attributes.ends_with("Max-Age=0") {
                self.jar.remove(name);
            } else {
                self.jar.insert(name.to_owned(), value.to_owned());
            }
        }
        reply
    }

    /// The `Cookie` header that it sends.
    pub(super) fn header(&self) -> String {
        let pairs = self.jar.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// The value of the session's cookie.
    pub(super) fn value(&self) -> &str {
        self.jar.get("__Host-session").unwrap()
    }
}
