//! What a request carries once it is past the gate, for extractors. An extension of the
//! request inside this process: no header and no cookie can become one.

use std::rc::Rc;

use actix_web::{HttpMessage, HttpRequest};

use super::Gate;
use crate::principal::Principal;

/// The gate that a request has passed, and who passed it.
#[derive(Clone, Debug)]
pub(crate) struct Entered {
    pub(crate) gate: Rc<Gate>,
    pub(crate) caller: Option<Principal>,
}

impl Entered {
    /// `None` in a handler that no `#[endpoint]` guards.
    pub(crate) fn of(request: &HttpRequest) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }

    pub(super) fn mark(self, request: &HttpRequest) {
        request.extensions_mut().insert(self);
    }
}
