//! The user who is calling, as an argument of a handler.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde::{Serialize, Serializer};

use super::{LoadUser, loads};
use crate::answer::Cause;
use crate::error::Error;
use crate::gate::Entered;

#[doc = include_str!("../../docs/current_user.md")]
pub struct CurrentUser<U>(pub Arc<U>);

impl<U: LoadUser> FromRequest for CurrentUser<U> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        async move {
            let entered = Entered::of(&request)
                .ok_or_else(|| Error::unguarded("CurrentUser", request.path()))?;
            let caller = entered.caller.ok_or_else(|| Error::denied(Cause::Unauthenticated))?;
            loads::load(&request, &entered.gate, caller).await.map(Self)
        }
        .boxed_local()
    }
}

impl<U> Deref for CurrentUser<U> {
    type Target = U;

    fn deref(&self) -> &U {
        &self.0
    }
}

impl<U> Clone for CurrentUser<U> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<U: fmt::Debug> fmt::Debug for CurrentUser<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CurrentUser").field(&self.0).finish()
    }
}

/// As the user is.
impl<U: Serialize> Serialize for CurrentUser<U> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
