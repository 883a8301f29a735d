//! What a check has loaded, for the handler: no second query, and no second answer.

use std::any::{TypeId, type_name};
use std::future::{Ready, ready};
use std::ops::Deref;
use std::rc::Rc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::from_head::FromHead;
use crate::error::Error;
use crate::gate::Entered;

/// What a function in `authorize` has loaded and found to be the caller's to touch.
///
/// As an argument of the handler, or of a function that is asked later. Where no function of the
/// endpoint has loaded a `T`, the answer is 500, with a log line.
///
/// ```
/// use actix_web::web;
/// use portcullis::{Authorized, Denied, Principal, endpoint};
///
/// struct Document { owner: String, text: String }
/// # async fn find(id: u64) -> Result<Option<Document>, std::io::Error> { Ok(None) }
///
/// async fn owns_document(caller: Principal, id: web::Path<u64>) -> Result<Document, Denied> {
///     let document = find(*id).await?.ok_or(Denied::NotFound)?;
///     if document.owner == caller.id() { Ok(document) } else { Err(Denied::NotFound) }
/// }
///
/// #[endpoint(get = "/documents/{id}", authorize(owns_document))]
/// async fn read(document: Authorized<Document>) -> String {
///     document.text.clone()
/// }
/// ```
#[derive(Debug)]
pub struct Authorized<T>(Rc<T>);

impl<T: 'static> Authorized<T> {
    /// Leaves it for whoever runs later. Nothing is not worth keeping.
    pub(super) fn keep(loaded: T, request: &HttpRequest) {
        if TypeId::of::<T>() != TypeId::of::<()>() {
            request.extensions_mut().insert(Self(Rc::new(loaded)));
        }
    }
}

impl<T> Clone for Authorized<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Deref for Authorized<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: 'static> FromRequest for Authorized<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let extensions = request.extensions();
        // Of a request that another check has refused, it is nobody's.
        let loaded = extensions.get::<Self>().filter(|_| extensions.contains::<Entered>()).cloned();
        ready(loaded.ok_or_else(|| {
            let name = type_name::<T>();
            Error::internal(format!(
                "no function in `authorize` has loaded an `Authorized<{name}>`"
            ))
        }))
    }
}

impl<T: 'static> FromHead for Authorized<T> {}
