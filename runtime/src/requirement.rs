//! Questions about a caller that take asking somebody: the contract between the guard and the
//! application, and what an instance knows of them.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use actix_web::HttpRequest;

use crate::contain::{contained, contained_async};
use crate::principal::Principal;
use crate::rule::Text;

/// An answer of a [`Requirement`] in the making. An error means that nobody could be asked:
/// 503, whatever the policy says.
pub type Checking<'a> =
    Pin<Box<dyn Future<Output = Result<bool, Box<dyn Error + Send + Sync>>> + 'a>>;

/// A question about a caller whose answer takes waiting: for a database, or another service.
///
/// Registered by name with [`Builder::requirement`](crate::Builder::requirement), and used
/// wherever a policy's name is. An async function is made one by [`requirement_fn`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be asked about a caller",
    label = "not a requirement",
    note = "implement `portcullis::Requirement` for it, or wrap an async closure: \
            `requirement_fn(async |request: &HttpRequest, caller: &Principal| Ok(true))`"
)]
pub trait Requirement: fmt::Debug + Send + Sync {
    /// Whether the caller meets it. Sees the head of the request, never its body. An error is
    /// answered with 503 and goes to the log, a panic with 500; neither lets anyone in.
    fn check<'a>(&'a self, request: &'a HttpRequest, caller: &'a Principal) -> Checking<'a>;
}

/// An async function or closure as a [`Requirement`].
///
/// ```
/// use actix_web::HttpRequest;
/// use portcullis::{Principal, requirement_fn};
///
/// let on_call = requirement_fn(async |request: &HttpRequest, caller: &Principal| {
///     let team = request.match_info().query("team");
///     Ok(caller.has_role(format!("{team}-on-call")))
/// });
/// # let _: &dyn portcullis::Requirement = &on_call;
/// ```
pub fn requirement_fn<F>(check: F) -> impl Requirement
where
    F: AsyncFn(&HttpRequest, &Principal) -> Result<bool, Box<dyn Error + Send + Sync>>
        + Send
        + Sync,
{
    Function(check)
}

struct Function<F>(F);

impl<F> Requirement for Function<F>
where
    F: AsyncFn(&HttpRequest, &Principal) -> Result<bool, Box<dyn Error + Send + Sync>>
        + Send
        + Sync,
{
    fn check<'a>(&'a self, request: &'a HttpRequest, caller: &'a Principal) -> Checking<'a> {
        Box::pin((self.0)(request, caller))
    }
}

impl<F> fmt::Debug for Function<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("requirement_fn(..)")
    }
}

/// The requirements that policies of an instance ask, each with its bit.
#[derive(Debug, Default)]
pub(crate) struct Requirements(pub(crate) Vec<Registered>);

/// A requirement of an instance.
#[derive(Debug)]
pub(crate) struct Registered {
    pub(crate) name: Text,
    pub(crate) bit: usize,
    pub(crate) requirement: Box<dyn Requirement>,
}

/// Why there is no answer.
pub(crate) enum Unanswered {
    /// Nobody could be asked.
    Unavailable,
    /// The requirement panicked.
    Failed,
}

impl Requirements {
    /// The bit of a requirement.
    pub(crate) fn bit(&self, name: &str) -> Option<usize> {
        self.0.iter().find(|known| known.name == name).map(|known| known.bit)
    }

    /// Asks the requirement of this bit. What went wrong is in the log.
    pub(crate) async fn ask(
        &self,
        bit: usize,
        request: &HttpRequest,
        caller: &Principal,
    ) -> Result<bool, Unanswered> {
        let known = self.0.iter().find(|known| known.bit == bit);
        let Registered { name, requirement, .. } = known.ok_or(Unanswered::Failed)?;
        let whose = format!("the requirement `{name}`");
        let checking = contained(&whose, || requirement.check(request, caller));
        let answer = contained_async(&whose, checking.ok_or(Unanswered::Failed)?).await;
        answer.ok_or(Unanswered::Failed)?.map_err(|error| {
            tracing::error!("{whose} could not be checked: {error}");
            Unanswered::Unavailable
        })
    }
}
