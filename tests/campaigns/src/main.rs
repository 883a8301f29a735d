//! Runs the campaigns against every store, and says what they have seen.
//!
//! ```text
//! cargo run --release -p portcullis-campaigns -- --full [--only CAMPAIGN]… [--store STORE]…
//! ```
//!
//! Campaigns are `races`, `revocations`, `kills`, `faults` and `dump`; stores are `memory`,
//! `sqlite`, `postgres`, `redis` and `redis-cluster`. Without `--full` each is as short as in the tests.
//! The `README.md` of this crate says what each does and how to read its figures.

use std::io::{self, Write as _};
use std::process::ExitCode;

use portcullis_campaigns::{Campaign, Failure, Form, Kind, Outcome, part};

fn main() -> Result<ExitCode, Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match part(&arguments)? {
        Some(()) => Ok(ExitCode::SUCCESS),
        None => Options::read(&arguments)?.run(),
    }
}

/// What was asked for.
#[derive(Debug)]
struct Options {
    form: Form,
    campaigns: Vec<Campaign>,
    stores: Vec<Kind>,
}

impl Options {
    fn read(arguments: &[&str]) -> Outcome<Self> {
        let mut options = Self { form: Form::Short, campaigns: vec![], stores: vec![] };
        let mut rest = arguments.iter().copied();
        while let Some(option) = rest.next() {
            let mut value = || rest.next().unwrap_or_default();
            match option {
                "--full" => options.form = Form::Full,
                "--only" => {
                    options.campaigns.push(Campaign::named(value()).ok_or("no such campaign")?);
                }
                "--store" => options.stores.push(Kind::named(value()).ok_or("no such store")?),
                other => return Err(format!("what is `{other}`?").into()),
            }
        }
        if options.campaigns.is_empty() {
            options.campaigns = Campaign::ALL.to_vec();
        }
        if options.stores.is_empty() {
            options.stores = Kind::ALL.to_vec();
        }
        Ok(options)
    }

    fn run(self) -> Result<ExitCode, Failure> {
        let program = std::env::current_exe()?;
        let mut code = ExitCode::SUCCESS;
        for campaign in self.campaigns {
            for kind in self.stores.iter().copied().filter(|kind| campaign.suits(*kind)) {
                let report = campaign.run(kind, self.form, &program);
                writeln!(io::stdout(), "{report}")?;
                if report.outcome().is_err() {
                    code = ExitCode::FAILURE;
                }
            }
        }
        Ok(code)
    }
}
