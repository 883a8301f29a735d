//! What browsers say about where a request is from. Nothing is judged here.

use actix_web::HttpRequest;
use actix_web::http::header::{HOST, HeaderName, ORIGIN};

/// A header field that must not be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field<'a> {
    Absent,
    One(&'a str),
    /// Repeated, or not ASCII.
    Odd,
}

/// The parts of a request's head that tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signals<'a> {
    /// `Sec-Fetch-Site`
    pub(super) site: Field<'a>,
    /// `Origin`
    pub(super) origin: Field<'a>,
    /// `Host`
    pub(super) host: Field<'a>,
    /// The host of the request's target: HTTP/2's `:authority`, or an absolute target of HTTP/1.
    pub(super) target: Option<&'a str>,
    /// `X-Forwarded-Host`: for those who trust it alone.
    pub(super) forwarded_host: Field<'a>,
    /// Whether this server has decrypted the connection itself.
    pub(super) tls: bool,
}

impl<'a> Signals<'a> {
    pub(super) fn of(request: &'a HttpRequest) -> Self {
        Self {
            site: Field::of(request, &HeaderName::from_static("sec-fetch-site")),
            origin: Field::of(request, &ORIGIN),
            host: Field::of(request, &HOST),
            target: request.uri().authority().map(|authority| authority.as_str()),
            forwarded_host: Field::of(request, &HeaderName::from_static("x-forwarded-host")),
            tls: request.app_config().secure(),
        }
    }
}

impl<'a> Field<'a> {
    fn of(request: &'a HttpRequest, name: &HeaderName) -> Self {
        let mut values = request.headers().get_all(name);
        match (values.next(), values.next()) {
            (None, _) => Self::Absent,
            (Some(value), None) => match std::str::from_utf8(value.as_bytes()) {
                Ok(text) if text.is_ascii() => Self::One(text),
                Ok(_) | Err(_) => Self::Odd,
            },
            (Some(_), Some(_)) => Self::Odd,
        }
    }
}
