//! Bodies of refusals: `application/problem+json` (RFC 9457).

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use serde::Serialize;

/// How long a client is asked to wait, in seconds, when a store could not be asked.
const RETRY_SECONDS: &str = "5";

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
}

/// A refusal with this status. `about:blank` and the status's own phrase: the status says it
/// all (RFC 9457 §4.2.1).
pub(crate) fn problem(status: StatusCode, detail: Option<&str>) -> HttpResponse {
    let body = Body {
        r#type: "about:blank",
        title: status.canonical_reason().unwrap_or("Error"),
        status: status.as_u16(),
        detail,
    };
    let text = serde_json::to_string(&body).unwrap_or_default();
    let mut response = HttpResponse::new(status).set_body(text).map_into_boxed_body();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    match status {
        // A 429 is not stored either (RFC 6585 §4).
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS => {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static(RETRY_SECONDS));
        }
        _ => {}
    }
    response
}
