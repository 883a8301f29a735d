//! The users that a request has loaded: each once, whoever asks for it.

use std::any::{Any, TypeId, type_name};
use std::sync::Arc;

use actix_web::{HttpMessage, HttpRequest};
use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};

use super::LoadUser;
use crate::answer::{Cause, Denial};
use crate::contain::contained_async;
use crate::error::Error;
use crate::gate::Gate;
use crate::principal::Principal;

/// The user, of a type that the key tells, or why there is none.
type Outcome = Result<Arc<dyn Any + Send + Sync>, Denial>;

/// An extension of the request inside this process.
#[derive(Default)]
struct Loads(Vec<(Key, Shared<LocalBoxFuture<'static, Outcome>>)>);

/// Who is loaded, as what.
#[derive(PartialEq)]
struct Key {
    user: TypeId,
    issuer: Box<str>,
    subject: Box<str>,
}

/// Says on a guarded verb that the caller has no user and shall not go on, whatever the handler
/// would make of it: `Option<CurrentUser<U>>` is not there to let a locked user in.
pub(crate) struct Withheld(Denial);

impl Withheld {
    /// Why a request may not go on, if an extractor has said so.
    pub(crate) fn by_extractor(request: &HttpRequest) -> Option<Denial> {
        request.extensions_mut().remove::<Self>().map(|Self(denial)| denial)
    }
}

/// The caller's user. Extractors of one request that ask at the same time wait for one answer.
pub(super) async fn load<U: LoadUser>(
    request: &HttpRequest,
    gate: &Gate,
    caller: Principal,
) -> Result<Arc<U>, Error> {
    let outcome = under_way::<U>(request, gate, caller).await;
    match outcome.map(Arc::downcast) {
        Ok(Ok(user)) => Ok(user),
        Ok(Err(_)) => Err(Error::internal("a user is of another type than was asked for")),
        Err(denial) => {
            if !gate.checkpoint().is_anonymous() {
                request.extensions_mut().insert(Withheld(denial.clone()));
            }
            Err(Error::refused(denial))
        }
    }
}

fn under_way<U: LoadUser>(
    request: &HttpRequest,
    gate: &Gate,
    caller: Principal,
) -> Shared<LocalBoxFuture<'static, Outcome>> {
    let key = Key {
        user: TypeId::of::<U>(),
        issuer: caller.issued_by().into(),
        subject: caller.id().into(),
    };
    let mut extensions = request.extensions_mut();
    if !extensions.contains::<Loads>() {
        extensions.insert(Loads::default());
    }
    let asked = || asked::<U>(gate.clone(), caller).boxed_local().shared();
    let Some(Loads(loads)) = extensions.get_mut::<Loads>() else {
        return asked();
    };
    if let Some((_, load)) = loads.iter().find(|(other, _)| *other == key) {
        return load.clone();
    }
    let load = asked();
    loads.push((key, load.clone()));
    load
}

async fn asked<U: LoadUser>(gate: Gate, caller: Principal) -> Outcome {
    let checkpoint = gate.checkpoint();
    let outcome = user::<U>(&gate, &caller).await;
    let mut denial = match outcome {
        Ok(user) => return Ok(user),
        Err(denial) => denial,
    };
    denial.scheme = checkpoint.position_of(&caller);
    if checkpoint.is_anonymous() {
        checkpoint.shared.telemetry.disregarded(checkpoint, &denial, Some(&caller));
    }
    Err(denial)
}

async fn user<U: LoadUser>(gate: &Gate, caller: &Principal) -> Outcome {
    let name = type_name::<U>();
    let Some(source) = gate.checkpoint().shared.users.get::<U::Source>() else {
        let source = type_name::<U::Source>();
        tracing::error!("`{name}` is loaded from `{source}`: add `.users_from(…)` to the set-up");
        return Err(Denial::new(Cause::Failed).because("users cannot be loaded from anywhere"));
    };
    let whose = format!("`LoadUser for {name}`");
    // The call itself is inside: it may panic too.
    let loaded = contained_async(&whose, async { U::load(&source, caller).await }).await;
    let failed = || Denial::new(Cause::Failed).because("loading the user panicked");
    match loaded.ok_or_else(failed)? {
        Ok(Some(user)) if user.is_disabled() => {
            Err(Denial::new(Cause::Rejected).because("the user is disabled"))
        }
        Ok(Some(user)) => Ok(Arc::new(user)),
        Ok(None) => Err(Denial::new(Cause::Rejected).because("there is no such user")),
        Err(error) => {
            tracing::error!("{whose} could not be asked: {error}");
            Err(Denial::new(Cause::Unavailable).because("the user cannot be loaded"))
        }
    }
}
