//! A check behind a function pointer, so that an endpoint with checks is constant data too.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{Error, Handler, HttpRequest};

use super::denied::Denied;
use super::from_head::FromHead;
use super::loaded::Authorized;
use crate::verb::Verb;

/// One function of `authorize`.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The only verb on which it is asked; `None` for every verb that is not anonymous.
    pub verb: Option<Verb>,
    /// The function's path as it is written.
    pub name: &'static str,
    /// Asks it about a request.
    pub run: fn(HttpRequest) -> Asked,
}

/// A check at work.
pub type Asked = Pin<Box<dyn Future<Output = Result<(), Stopped>>>>;

/// Why a check does not let a request go on.
#[derive(Debug)]
pub enum Stopped {
    /// It says no, or cannot tell.
    Denied(Denied),
    /// One of its arguments could not be had: what the handler's extractors would answer.
    Unread(Error),
}

/// What a check may answer: `Result<T, Denied>`, with something for the handler or with `()`.
#[diagnostic::on_unimplemented(
    message = "a function in `authorize` answers `Result<(), Denied>`, not `{Self}`",
    label = "answers `{Self}`",
    note = "`Ok(())` lets the caller go on, `Err(Denied::Forbidden)` and `Err(Denied::NotFound)` \
            do not; `Ok(document)` hands the document to the handler as `Authorized<Document>`"
)]
pub trait Checked: 'static {
    /// What it has loaded.
    type Loaded: 'static;

    /// The answer itself.
    fn result(self) -> Result<Self::Loaded, Denied>;
}

impl<T: 'static> Checked for Result<T, Denied> {
    type Loaded = T;

    fn result(self) -> Self {
        self
    }
}

/// What can be asked: an async function.
#[diagnostic::on_unimplemented(
    message = "`authorize` takes async functions whose arguments are extractors",
    label = "no async function of up to twelve extractors",
    note = "write it as `async fn owns_document(caller: Principal, id: web::Path<u64>) -> \
            Result<(), Denied>`"
)]
pub trait Asks<Args>: 'static {
    /// What it answers.
    type Answer;

    /// Asks it.
    fn ask(self, arguments: Args) -> impl Future<Output = Self::Answer>;
}

#[diagnostic::do_not_recommend]
impl<F: Handler<Args>, Args> Asks<Args> for F {
    type Answer = F::Output;

    fn ask(self, arguments: Args) -> impl Future<Output = F::Output> {
        self.call(arguments)
    }
}

/// Asks a function, whose arguments are read from the head of the request.
pub fn check<F, Args>(function: F, request: HttpRequest) -> Asked
where
    F: Asks<Args>,
    Args: FromHead,
    F::Answer: Checked,
{
    Box::pin(async move {
        // There is no body for it: whatever gets here reads nothing of the client's.
        let arguments = Args::from_request(&request, &mut Payload::None).await;
        let arguments = arguments.map_err(|error| Stopped::Unread(error.into()))?;
        let loaded = function.ask(arguments).await.result().map_err(Stopped::Denied)?;
        Authorized::keep(loaded, &request);
        Ok(())
    })
}
