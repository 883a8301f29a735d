//! What is to happen to cookies at the end of a request. Extensions of the request inside this
//! process: no header can become one.

use std::sync::Arc;

use actix_web::dev::ServiceResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, SET_COOKIE};
use actix_web::{HttpMessage, HttpRequest};

use super::contents::Contents;
use crate::principal::SchemeId;
use crate::store::{SessionKey, Span};

/// What a handler has done: the last word for each scheme.
#[derive(Default)]
pub(crate) struct Pending(Vec<Entry>);

struct Entry {
    scheme: Arc<SchemeId>,
    change: Change,
    /// Has the browser forget the cookie.
    clear: HeaderValue,
}

#[derive(Clone)]
pub(super) enum Change {
    SignIn {
        cookie: HeaderValue,
        /// Where it is stored.
        key: Option<SessionKey>,
    },
    SignOut,
}

impl Pending {
    pub(super) fn set(
        request: &HttpRequest,
        scheme: &Arc<SchemeId>,
        change: Change,
        clear: HeaderValue,
    ) {
        let mut extensions = request.extensions_mut();
        if !extensions.contains::<Self>() {
            extensions.insert(Self::default());
        }
        if let Some(Self(entries)) = extensions.get_mut::<Self>() {
            entries.retain(|entry| !Arc::ptr_eq(&entry.scheme, scheme));
            entries.push(Entry { scheme: Arc::clone(scheme), change, clear });
        }
    }

    /// What a handler has done with the session of this scheme.
    pub(super) fn of(request: &HttpRequest, scheme: &Arc<SchemeId>) -> Option<Change> {
        let extensions = request.extensions();
        let Self(entries) = extensions.get::<Self>()?;
        let own = entries.iter().find(|entry| Arc::ptr_eq(&entry.scheme, scheme))?;
        Some(own.change.clone())
    }

    /// Takes back every session that was begun: the handler has failed after all, whatever the
    /// answer will look like.
    pub(crate) fn fail(request: &HttpRequest) {
        if let Some(Self(entries)) = request.extensions_mut().get_mut::<Self>() {
            entries.iter_mut().for_each(|entry| entry.change = Change::SignOut);
        }
    }

    /// Puts into a response what its handler has done. An error promises nobody a session.
    pub(crate) fn settle(mut response: ServiceResponse) -> ServiceResponse {
        let pending = response.request().extensions_mut().remove::<Self>();
        let Some(Self(entries)) = pending else {
            return response;
        };
        let status = response.status();
        let failed = status.is_client_error() || status.is_server_error();
        let headers = response.headers_mut();
        for entry in entries {
            headers.append(
                SET_COOKIE,
                match entry.change {
                    Change::SignIn { cookie, .. } if !failed => cookie,
                    Change::SignIn { .. } | Change::SignOut => entry.clear,
                },
            );
        }
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// A session that is in use and is to be given another span.
#[derive(Clone)]
pub(super) struct Due {
    pub(super) scheme: Arc<SchemeId>,
    pub(super) span: Span,
    pub(super) step: Step,
}

#[derive(Clone)]
pub(super) enum Step {
    /// To be sealed anew.
    Seal(Contents),
    /// To be written to the store, if its span is still the one that was seen.
    Write { key: SessionKey, seen: Span, value: String },
    /// Written.
    Promise { value: String },
}

impl Due {
    pub(super) fn note(self, request: &HttpRequest) {
        request.extensions_mut().insert(self);
    }

    /// The one of this scheme; it is gone then.
    pub(super) fn take(request: &HttpRequest, scheme: &Arc<SchemeId>) -> Option<Self> {
        let due = request.extensions_mut().remove::<Self>()?;
        Arc::ptr_eq(&due.scheme, scheme).then_some(due)
    }
}
