//! Which campaigns there are, and how long they are.

use std::fmt;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::backend::{Backend, Kind};
use crate::figures::Figures;
use crate::kills::{Plan, Victim};
use crate::{Outcome, dump, faults, kills, races, revocations};

/// What is done to a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Campaign {
    /// One token is sent 32 times at once, from two processes.
    Races,
    /// A login is revoked while it is renewed and used.
    Revocations,
    /// The application, and the store, are killed under load.
    Kills,
    /// The store is stopped, frozen, slow, or the line to it is cut.
    Faults,
    /// Everything that the store keeps is tried as a token.
    Dump,
}

/// How much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A few rounds, for every run of the tests.
    Short,
    /// As much as is promised.
    Full,
}

/// What a campaign has seen, in one line.
#[derive(Debug)]
pub struct Report {
    campaign: Campaign,
    kind: Kind,
    time: Duration,
    figures: Figures,
    outcome: Outcome,
}

impl Campaign {
    /// All there are.
    pub const ALL: [Self; 5] =
        [Self::Races, Self::Revocations, Self::Kills, Self::Faults, Self::Dump];

    /// The one of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|campaign| campaign.to_string() == name)
    }

    /// Whether it makes sense: what is only in memory does not outlive a kill, and nobody else
    /// can steal or stop it.
    #[must_use]
    pub fn suits(self, kind: Kind) -> bool {
        matches!(self, Self::Races | Self::Revocations) || kind != Kind::Memory
    }

    /// Runs it, on a store of its own. `program` is the one of this crate.
    #[must_use]
    pub fn run(self, kind: Kind, form: Form, program: &Path) -> Report {
        let start = Instant::now();
        let mut figures = Figures::default();
        let outcome = Backend::start(kind)
            .and_then(|mut backend| self.against(&mut backend, form, program, &mut figures));
        Report { campaign: self, kind, time: start.elapsed(), figures, outcome }
    }

    fn against(
        self,
        backend: &mut Backend,
        form: Form,
        program: &Path,
        figures: &mut Figures,
    ) -> Outcome {
        match self {
            Self::Races => races::run(program, backend, form.of(10, 1000), figures),
            Self::Revocations => revocations::run(program, backend, form.of(10, 1000), figures),
            Self::Faults => faults::run(program, backend, form.of(1, 5), figures),
            Self::Dump => dump::run(program, backend, figures),
            Self::Kills => {
                let grace = Duration::from_secs(form.of(2, 10).into());
                let plan = Plan { kills: form.of(2, 100), grace };
                kills::run(program, backend, Victim::Application, plan, figures)?;
                if backend.is_server() {
                    kills::run(program, backend, Victim::Store, plan, figures)?;
                }
                Ok(())
            }
        }
    }
}

impl Form {
    fn of(self, short: u32, full: u32) -> u32 {
        match self {
            Self::Short => short,
            Self::Full => full,
        }
    }
}

impl fmt::Display for Campaign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Races => "races",
            Self::Revocations => "revocations",
            Self::Kills => "kills",
            Self::Faults => "faults",
            Self::Dump => "dump",
        })
    }
}

impl Report {
    /// What went wrong, if anything.
    ///
    /// # Errors
    ///
    /// If anything.
    pub fn outcome(&self) -> Result<(), String> {
        self.outcome.as_ref().copied().map_err(ToString::to_string)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { campaign, kind, time, figures, outcome } = self;
        let result = match outcome {
            Ok(()) => "holds".to_owned(),
            Err(error) => format!("FAILS: {error}"),
        };
        write!(f, "{campaign:11} {kind:14} {:5} s  {result}: {figures}", time.as_secs())
    }
}
