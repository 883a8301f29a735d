//! A check behind a function pointer, so that an endpoint with checks is constant data too.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{Error, Handler, HttpRequest};

use super::denied::Denied;
use super::from_head::FromHead;
use super::loaded::Authorized;
use crate::user::Source;
use crate::verb::Verb;

/// One function of `authorize`.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The only verb on which it is asked; `None` for every verb that is not anonymous.
    pub verb: Option<Verb>,
    /// The function's path as it is written.
    pub name: &'static str,
    /// Asks it.
    pub run: fn(Question) -> Asked,
}

/// What a check is asked.
#[derive(Debug)]
pub enum Question {
    /// Whether a request may go on.
    About(HttpRequest),
    /// What its arguments are loaded from.
    Sources,
}

/// What becomes of a question.
pub enum Asked {
    /// A check at work.
    Answer(Answer),
    /// What its arguments are loaded from.
    Sources(Vec<Source>),
}

/// A check at work.
type Answer = Pin<Box<dyn Future<Output = Result<(), Stopped>>>>;

impl Check {
    /// Asks it whether a request may go on.
    pub(crate) fn ask(&self, request: HttpRequest) -> Option<Answer> {
        match (self.run)(Question::About(request)) {
            Asked::Answer(answer) => Some(answer),
            Asked::Sources(_) => None,
        }
    }

    /// What its arguments are loaded from.
    pub(crate) fn sources(&self) -> Vec<Source> {
        match (self.run)(Question::Sources) {
            Asked::Sources(sources) => sources,
            Asked::Answer(_) => Vec::new(),
        }
    }
}

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
pub trait Checked<Ok = Loads>: 'static {
    /// What it has loaded.
    type Loaded: 'static;

    /// The answer itself.
    fn result(self) -> Result<Self::Loaded, Denied>;
}

/// `Ok` holds nothing, or what is loaded.
#[derive(Debug)]
pub struct Loads;

/// `Ok` holds something that looks like an answer, and would not be one.
#[derive(Debug)]
pub struct SayErrWhereYouMeanNo;

impl<T: 'static> Checked for Result<T, Denied> {
    type Loaded = T;

    fn result(self) -> Self {
        self
    }
}

// `Ok(false)`, `Ok(None)` and `Ok(Err(…))` look like a no, and `Ok` lets in. So each of these types
// has two impls: rustc cannot tell which is meant, and refuses the function.

impl Checked<SayErrWhereYouMeanNo> for Result<bool, Denied> {
    type Loaded = bool;

    fn result(self) -> Self {
        self
    }
}

impl<T: 'static> Checked<SayErrWhereYouMeanNo> for Result<Option<T>, Denied> {
    type Loaded = Option<T>;

    fn result(self) -> Self {
        self
    }
}

impl<T: 'static, E: 'static> Checked<SayErrWhereYouMeanNo> for Result<Result<T, E>, Denied> {
    type Loaded = Result<T, E>;

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
pub fn check<F, Args, OkMeansYes>(function: F, question: Question) -> Asked
where
    F: Asks<Args>,
    Args: FromHead,
    F::Answer: Checked<OkMeansYes>,
{
    let request = match question {
        Question::About(request) => request,
        Question::Sources => {
            let mut sources = Vec::new();
            Args::add_sources(&mut sources);
            return Asked::Sources(sources);
        }
    };
    Asked::Answer(Box::pin(async move {
        // There is no body for it: whatever gets here reads nothing of the client's.
        let arguments = Args::from_request(&request, &mut Payload::None).await;
        let arguments = arguments.map_err(|error| Stopped::Unread(error.into()))?;
        let loaded = function.ask(arguments).await.result().map_err(Stopped::Denied)?;
        Authorized::keep(loaded, &request);
        Result::Ok(())
    }))
}
