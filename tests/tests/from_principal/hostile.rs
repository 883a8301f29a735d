//! Nothing that a client sends fills a field: beside every extractor of actix-web, with the same
//! names in body, query, path, headers and cookies.

use actix_web::test::TestRequest;
use actix_web::web;
use portcullis::{FromPrincipal, test};
use serde::Deserialize;

use crate::served::{ask, builder};

#[derive(Deserialize, FromPrincipal)]
struct Both {
    #[id]
    id: String,
    #[claim("AdminID")]
    #[serde(rename = "AdminID")]
    admin: Option<String>,
    #[claim("level", default)]
    #[serde(default)]
    level: u8,
    #[permission("docs:write")]
    #[serde(default)]
    write: bool,
}

impl Both {
    fn tell(&self) -> String {
        let Self { id, admin, level, write } = self;
        format!("{id} {admin:?} {level} {write}")
    }
}

const TRUTH: &str = "eve None 0 false";

mod doors {
    //! Each extractor between two of the type.

    use actix_web::{HttpRequest, web};
    use portcullis::endpoint;

    use super::Both;

    macro_rules! beside {
        ($($name:ident: $verb:ident $path:literal, $other:ty;)+) => {
            $(
                #[endpoint($verb = $path)]
                async fn $name(before: Both, _other: $other, after: Both) -> String {
                    assert_eq!(before.tell(), after.tell());
                    after.tell()
                }
            )+
        };
    }

    beside! {
        json: post "/json/{id}/{AdminID}/{level}/{write}", web::Json<Both>;
        form: post "/form/{id}/{AdminID}/{level}/{write}", web::Form<Both>;
        query: post "/query/{id}/{AdminID}/{level}/{write}", web::Query<Both>;
        path: post "/path/{id}/{AdminID}/{level}/{write}", web::Path<Both>;
        bytes: post "/bytes/{id}/{AdminID}/{level}/{write}", web::Bytes;
        text: post "/text/{id}/{AdminID}/{level}/{write}", String;
        payload: post "/payload/{id}/{AdminID}/{level}/{write}", web::Payload;
        request: post "/request/{id}/{AdminID}/{level}/{write}", HttpRequest;
        nothing: post "/nothing/{id}/{AdminID}/{level}/{write}", ();
    }
}

const JSON: &str = r#"{"id":"ada","AdminID":"007","level":9,"write":true,"sub":"ada","role":"Admin",
    "permissions":["docs:write"],"caller":{"id":"ada"}}"#;
const PAIRS: &str = "id=ada&AdminID=007&level=9&write=true&sub=ada&permissions=docs%3Awrite";

fn request(name: &str) -> TestRequest {
    let path = format!("/{name}/ada/007/9/true?{PAIRS}");
    let request = TestRequest::post().uri(&path);
    let request = ["id", "AdminID", "level", "write", "sub", "permissions", "x-permission"]
        .into_iter()
        .fold(request, |request, header| request.insert_header((header, "9")));
    let request = request.insert_header(("cookie", PAIRS.replace('&', "; ")));
    match name {
        "form" => request
            .insert_header(("content-type", "application/x-www-form-urlencoded"))
            .set_payload(PAIRS),
        _ => request.insert_header(("content-type", "application/json")).set_payload(JSON),
    }
}

const NAMES: [&str; 9] =
    ["json", "form", "query", "path", "bytes", "text", "payload", "request", "nothing"];

#[actix_web::test]
async fn a_caller_is_who_was_verified_whatever_the_client_sends() {
    for name in NAMES {
        let by_test = test::caller().id("eve").call(request(name).to_request());
        let told = ask(builder(), by_test).await;
        assert_eq!((told.status, &*told.body), (200, TRUTH), "{name}");
        let by_scheme = request(name).insert_header(("x-caller", "eve")).to_request();
        let told = ask(builder(), by_scheme).await;
        assert_eq!((told.status, &*told.body), (200, TRUTH), "{name}");
    }
}

#[actix_web::test]
async fn what_the_client_sends_makes_nobody_somebody() {
    for name in NAMES {
        assert_eq!(ask(builder(), request(name).to_request()).await.status, 401, "{name}");
    }
}

/// Had the fields been filled by the client anywhere, this is what they would be.
#[actix_web::test]
async fn the_client_does_send_what_would_fill_them() {
    let filled = r#"ada Some("007") 9 true"#;
    assert_eq!(serde_json::from_str::<Both>(JSON).unwrap().tell(), filled);
    assert_eq!(web::Query::<Both>::from_query(PAIRS).unwrap().tell(), filled);
}
