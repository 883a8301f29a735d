//! Caller × document × verb → status, written out.

use super::documents::Documents;
use super::{app, ask, builder};

const CALLERS: [&str; 6] = [
    "",
    "ada",
    "ada; role=User",
    "bob; role=User",
    "ada; role=User; role=Admin",
    "bob; role=User; role=Admin",
];

/// A policy that is not met is 403, whoever owns what; what is not the caller's is not there.
#[rustfmt::skip]
const TABLE: [(&str, &str, [u16; 6]); 15] = [
    //                            nobody  ada  user  bob admin badmin
    ("GET",    "/documents/1",     [401,  403,  200,  404,  200,  404]),
    ("HEAD",   "/documents/1",     [401,  403,  200,  404,  200,  404]),
    ("PUT",    "/documents/1",     [401,  403,  200,  404,  200,  404]),
    ("DELETE", "/documents/1",     [401,  403,  403,  403,  200,  404]),
    ("GET",    "/documents/2",     [401,  403,  404,  200,  404,  200]),
    ("DELETE", "/documents/2",     [401,  403,  403,  403,  404,  200]),
    ("GET",    "/documents/3",     [401,  403,  404,  404,  404,  404]),
    ("POST",   "/documents/1",     [405,  405,  405,  405,  405,  405]),
    // What the router decodes is what the check sees.
    ("GET",    "/documents/%31",   [401,  403,  200,  404,  200,  404]),
    ("GET",    "/documents/%32",   [401,  403,  404,  200,  404,  200]),
    ("GET",    "/documents/1%2F2", [401,  403,  404,  404,  404,  404]),
    ("GET",    "/forbidden/1",     [401,  200,  200,  403,  200,  403]),
    ("GET",    "/forbidden/3",     [401,  404,  404,  404,  404,  404]),
    ("GET",    "/documents/13",    [401,  403,  503,  503,  503,  503]),
    ("GET",    "/forbidden/14",    [401,  500,  500,  500,  500,  500]),
];

#[actix_web::test]
async fn every_caller_gets_the_answer_in_the_table() {
    let app = app(builder(), Documents::default()).await;
    for (method, path, expected) in TABLE {
        for (caller, expected) in CALLERS.iter().zip(expected) {
            let answered = ask(&app, method, path, caller).await;
            assert_eq!(answered.status, expected, "{method} {path} by {caller:?}");
        }
    }
}
