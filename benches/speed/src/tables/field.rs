//! Contenders that do the same job, ready to be measured.

use std::rc::Rc;

use crate::contenders::Contender;
use crate::job::{Case, Job};
use crate::markdown::Table;
use crate::measure::Runner;
use crate::server::{Request, start};

/// The runners, and whose they are.
#[derive(Default)]
pub(super) struct Field {
    pub(super) contenders: Vec<&'static Contender>,
    pub(super) runners: Vec<Runner>,
    /// Who does not do the job, and why not.
    pub(super) refused: Vec<(&'static Contender, String)>,
}

impl Field {
    /// Starts each contender, and has it answer before it is measured. Whoever asks nothing lets
    /// everyone in.
    pub(super) async fn of_case(contenders: &[&'static Contender], job: Job, case: Case) -> Self {
        let token = case.token(&job.tokens());
        let mut field = Self::default();
        for contender in contenders {
            let case = if contender.guards { case } else { Case::Allow };
            let request = Request::new(job, contender, token.as_deref());
            field.add(contender, job, case, Rc::new(vec![request])).await;
        }
        field
    }

    pub(super) async fn add(
        &mut self,
        contender: &'static Contender,
        job: Job,
        case: Case,
        requests: Rc<Vec<Request>>,
    ) {
        match runner(contender, job, case, requests).await {
            Ok(runner) => {
                self.contenders.push(contender);
                self.runners.push(runner);
            }
            Err(why) => self.refused.push((contender, why)),
        }
    }

    pub(super) fn tell_refused(&self, table: &mut Table) {
        for (contender, why) in &self.refused {
            table.not_comparable(contender.title, why);
        }
    }
}

/// A contender that answers the first request as it must, twice: also what it remembers holds.
pub(super) async fn runner(
    contender: &'static Contender,
    job: Job,
    case: Case,
    requests: Rc<Vec<Request>>,
) -> Result<Runner, String> {
    if !contender.algorithms.contains(&job.keys) {
        return Err(format!("it is not built for {}", job.keys.name()));
    }
    let server = start(contender, job).await;
    let expected = case.expected();
    for _ in 0..2 {
        let answer = server.answer(&requests[0]).await;
        if answer != expected {
            return Err(format!("it answers {answer}, not {expected}"));
        }
    }
    Ok(Runner::new(server, requests))
}
