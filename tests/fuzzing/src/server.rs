//! An App in this thread, which is asked one request after the other.

use std::panic;

use actix_service::boxed::{self, BoxService};
use actix_web::body::{BoxBody, to_bytes};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::header::{HeaderMap, WWW_AUTHENTICATE};
use actix_web::rt::{System, SystemRunner};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error};
use portcullis::Portcullis;

thread_local! {
    /// Never taken down: what runs on it may outlive the thread's other data.
    static SYSTEM: &'static SystemRunner = Box::leak(Box::new(System::new()));
}

pub(crate) struct Server(BoxService<actix_http::Request, ServiceResponse<BoxBody>, Error>);

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Server {
    /// A server of all that this instance mounts.
    pub(crate) fn of(portcullis: &Portcullis) -> Self {
        let app = App::new().configure(portcullis.mount());
        Self(SYSTEM.with(|system| boxed::service(system.block_on(init_service(app)))))
    }

    /// The same for as long as the process runs.
    pub(crate) fn kept(portcullis: &Portcullis) -> &'static Self {
        Box::leak(Box::new(Self::of(portcullis)))
    }

    pub(crate) fn answer(&self, request: TestRequest) -> Answer {
        let request = request.to_request();
        SYSTEM.with(|system| {
            system.block_on(async {
                let response = self.0.call(request).await.expect("denials are responses");
                let (status, headers) = (response.status().as_u16(), response.headers().clone());
                let body = to_bytes(response.into_body()).await.expect("a body of one piece");
                let body = String::from_utf8(body.to_vec()).expect("a body of text");
                Answer { status, headers, body }
            })
        })
    }
}

impl Answer {
    /// All of the challenges.
    pub(crate) fn challenges(&self) -> Vec<&str> {
        let fields = self.headers.get_all(WWW_AUTHENTICATE);
        fields.map(|field| field.to_str().expect("a challenge in ASCII")).collect()
    }

    /// Whether every refusal of this kind looks like this one: nothing of the request, of the
    /// token or of a key can then be in it.
    #[track_caller]
    pub(crate) fn is_refusal(&self, status: u16, challenge: &str) {
        assert_eq!((self.status, self.challenges()), (status, vec![challenge]), "{}", self.body);
        let title = match status {
            400 => "Bad Request",
            401 => "Unauthorized",
            _ => "Forbidden",
        };
        let body = format!(r#"{{"type":"about:blank","title":"{title}","status":{status}}}"#);
        assert_eq!(self.body, body);
        let names = self.headers.keys().map(|name| name.as_str());
        let mut names = names.collect::<Vec<_>>();
        names.sort_unstable();
        let known = ["cache-control", "content-type", "www-authenticate"];
        assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
    }
}

/// Prints panics, but for those of actix-web's patterns that start-up catches. For libFuzzer,
/// which takes every panic for a finding, caught or not, unless it is told otherwise.
pub fn tell_panics() {
    drop(panic::take_hook());
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panicked| {
        let caught = panicked.location().is_some_and(|at| at.file().contains("/actix-router-"));
        if !caught {
            print(panicked);
        }
    }));
}
