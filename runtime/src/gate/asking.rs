//! Asking a requirement. Its failure ends the request: no policy sees it, and so no `!` can
//! turn it into entry.

use actix_web::HttpRequest;

use super::Checkpoint;
use crate::answer::{Cause, Denial};
use crate::demand::Answers;
use crate::principal::Principal;
use crate::requirement::Unanswered;

impl Checkpoint {
    /// Asks the requirement of this bit about a caller, and remembers the answer.
    ///
    /// # Errors
    ///
    /// The end of the request: there is no answer.
    pub(super) async fn ask(
        &self,
        bit: usize,
        request: &HttpRequest,
        caller: Option<&Principal>,
        answers: &mut Answers,
    ) -> Result<(), Denial> {
        let failed = || Denial::new(Cause::Failed).because("a requirement panicked");
        // Nobody is never asked about: that is decided before.
        let caller = caller.ok_or_else(failed)?;
        match self.shared.requirements.ask(bit, request, caller).await {
            Ok(answer) => answers.remember(bit, answer),
            Err(Unanswered::Failed) => return Err(failed()),
            Err(Unanswered::Unavailable) => {
                return Err(
                    Denial::new(Cause::Unavailable).because("a requirement cannot be checked")
                );
            }
        }
        Ok(())
    }
}
