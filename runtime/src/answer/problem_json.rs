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
    let response = HttpResponse::new(status);
    let mut response = match (detail, written(status)) {
        (None, Some(text)) => response.set_body(text).map_into_boxed_body(),
        (detail, _) => response.set_body(write(status, detail)).map_into_boxed_body(),
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static(RETRY_SECONDS));
        }
        _ => {}
    }
    response
}

fn write(status: StatusCode, detail: Option<&str>) -> String {
    let body = Body {
        r#type: "about:blank",
        title: status.canonical_reason().unwrap_or("Error"),
        status: status.as_u16(),
        detail,
    };
    serde_json::to_string(&body).unwrap_or_default()
}

/// What `write` makes of the usual refusals, so that they cost no allocation.
fn written(status: StatusCode) -> Option<&'static str> {
    match status {
        StatusCode::BAD_REQUEST => {
            Some(r#"{"type":"about:blank","title":"Bad Request","status":400}"#)
        }
        StatusCode::UNAUTHORIZED => {
            Some(r#"{"type":"about:blank","title":"Unauthorized","status":401}"#)
        }
        StatusCode::FORBIDDEN => Some(r#"{"type":"about:blank","title":"Forbidden","status":403}"#),
        StatusCode::NOT_FOUND => Some(r#"{"type":"about:blank","title":"Not Found","status":404}"#),
        StatusCode::METHOD_NOT_ALLOWED => {
            Some(r#"{"type":"about:blank","title":"Method Not Allowed","status":405}"#)
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            Some(r#"{"type":"about:blank","title":"Service Unavailable","status":503}"#)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;

    #[test]
    fn what_is_written_beforehand_is_what_would_be_written() {
        let mut known = 0;
        for status in (100..1000).filter_map(|code| StatusCode::from_u16(code).ok()) {
            if let Some(text) = super::written(status) {
                assert_eq!(text, super::write(status, None));
                known += 1;
            }
        }
        assert_eq!(known, 6);
    }
}
