//! The page and the API do what they say, for a browser and for a program.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use awc::http::header::{AUTHORIZATION, COOKIE, LOCATION, SET_COOKIE};
use awc::{Client, ClientRequest};

const RIGHT: &str = "name=ada&password=analytical-engine";

/// The example at work, until the test ends.
struct Running {
    child: Child,
    base: String,
    _folder: tempfile::TempDir,
}

impl Running {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_cookie_and_jwt"))
            .args(["--port", "0"])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let base = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap();
        let base = base.trim_end_matches('/').to_owned();
        Self { child, base, _folder: folder }
    }

    /// A request of a page of the application.
    fn request(&self, method: &str, path: &str) -> ClientRequest {
        let client = Client::builder().disable_redirects().finish();
        let url = format!("{}{path}", self.base);
        client
            .request(method.parse().unwrap(), url)
            .insert_header(("sec-fetch-site", "same-origin"))
    }

    async fn sign_in(
        &self,
        form: &'static str,
        path: &str,
    ) -> (u16, Option<String>, Option<String>) {
        let request = self.request("POST", path).content_type("application/x-www-form-urlencoded");
        let answer = request.send_body(form).await.unwrap();
        let header = |name| answer.headers().get(name).map(|it| it.to_str().unwrap().to_owned());
        (answer.status().as_u16(), header(LOCATION), header(SET_COOKIE))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

async fn answer(request: ClientRequest) -> (u16, String) {
    let mut answer = request.send().await.unwrap();
    let body = answer.body().await.unwrap();
    (answer.status().as_u16(), String::from_utf8_lossy(&body).into_owned())
}

#[actix_web::test]
async fn a_browser_signs_in_by_the_form_and_out_again() {
    let server = Running::start();
    let page = |cookie: &str| {
        let request = server.request("GET", "/").insert_header(("sec-fetch-mode", "navigate"));
        request.insert_header((COOKIE, cookie.to_owned()))
    };
    let sent_away = page("").send().await.unwrap();
    assert_eq!(sent_away.status().as_u16(), 303);
    let form = sent_away.headers().get(LOCATION).unwrap().to_str().unwrap().to_owned();
    assert_eq!(form, "/sign-in?return_to=%2F");
    assert!(answer(server.request("GET", &form)).await.1.contains("<form method=\"post\">"));

    let (status, _, cookie) = server.sign_in("name=ada&password=wrong", &form).await;
    assert_eq!((status, cookie), (401, None));
    let (status, location, cookie) = server.sign_in(RIGHT, &form).await;
    assert_eq!((status, location.as_deref()), (303, Some("/")));
    let cookie = cookie.unwrap();
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    assert_eq!(attributes, "HttpOnly; SameSite=Lax; Path=/; Max-Age=3600");
    let (status, body) = answer(page(pair)).await;
    assert!(status == 200 && body.contains("Hello ada"), "{body}");

    let out = server.request("POST", "/sign-out").insert_header((COOKIE, pair.to_owned()));
    assert_eq!(out.send().await.unwrap().status().as_u16(), 303);
    let again = server.request("GET", "/api/notes").insert_header((COOKIE, pair.to_owned()));
    assert_eq!(answer(again).await.0, 401);
}

#[actix_web::test]
async fn a_program_takes_a_token() {
    let server = Running::start();
    let login = r#"{"name":"ada","password":"analytical-engine"}"#;
    let request = server.request("POST", "/api/token").content_type("application/json");
    let token = request.send_body(login).await.unwrap().body().await.unwrap();
    let bearer = format!("Bearer {}", String::from_utf8_lossy(&token));
    let with_token =
        |path: &str| server.request("GET", path).insert_header((AUTHORIZATION, bearer.clone()));
    assert_eq!(answer(with_token("/api/profile")).await, (200, "ada, by jwt\n".to_owned()));
    let notes = "the notes of ada, by jwt\n".to_owned();
    assert_eq!(answer(with_token("/api/notes")).await, (200, notes));
    assert_eq!(answer(with_token("/")).await.0, 401);
}

#[actix_web::test]
async fn an_endpoint_takes_what_it_names() {
    let server = Running::start();
    let (_, _, cookie) = server.sign_in(RIGHT, "/sign-in").await;
    let cookie = cookie.unwrap().split_once(';').unwrap().0.to_owned();
    let with_cookie = |method: &str, path: &str| {
        server.request(method, path).insert_header((COOKIE, cookie.clone()))
    };
    let notes = "the notes of ada, by cookie\n".to_owned();
    assert_eq!(answer(with_cookie("GET", "/api/notes")).await, (200, notes.clone()));
    assert_eq!(answer(with_cookie("POST", "/api/notes")).await, (200, notes));
    assert_eq!(answer(with_cookie("GET", "/api/profile")).await.0, 401);
    let forged = with_cookie("POST", "/api/notes").insert_header(("sec-fetch-site", "cross-site"));
    assert_eq!(answer(forged).await.0, 403);
}
