//! Instructions and allocations, counted by valgrind: its `dhat` counts both in one run, without
//! another allocator in the program whose calls would be timed along.
//!
//! A figure is the difference of two runs that make the same requests and serve more or fewer of
//! them, so that neither the start nor the making of requests is in it.

use std::process::Command;
use std::{env, fs, process};

use crate::contenders::Contender;
use crate::job::Case;

/// What one request costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counts {
    pub(crate) instructions: f64,
    pub(crate) allocations: f64,
    pub(crate) bytes: f64,
}

/// Valgrind, if it is installed.
pub(crate) struct Valgrind(());

/// Requests that are made.
const MADE: usize = 640;
/// … and served, in the run that serves fewer.
const FEWER: usize = 128;

impl Valgrind {
    /// # Errors
    ///
    /// What to install.
    pub(crate) fn find() -> Result<Self, String> {
        let found = Command::new("valgrind").arg("--version").output();
        found.map(|_| Self(())).map_err(|_| "install `valgrind`".to_owned())
    }

    pub(crate) fn count(&self, contender: &Contender, case: Case) -> Result<Counts, String> {
        let fewer = run(contender, case, FEWER)?;
        let all = run(contender, case, MADE)?;
        let each = |all: u64, fewer: u64| all.saturating_sub(fewer) as f64 / (MADE - FEWER) as f64;
        Ok(Counts {
            instructions: each(all.instructions, fewer.instructions),
            allocations: each(all.allocations, fewer.allocations),
            bytes: each(all.bytes, fewer.bytes),
        })
    }
}

struct Totals {
    instructions: u64,
    allocations: u64,
    bytes: u64,
}

fn run(contender: &Contender, case: Case, served: usize) -> Result<Totals, String> {
    let name = format!("speed-{}-{}-{}-{served}", process::id(), contender.id, case.id());
    let file = env::temp_dir().join(name);
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .arg("--tool=dhat")
        .arg(format!("--dhat-out-file={}", file.display()))
        .arg(program)
        .args(["requests", contender.id, case.id()])
        .args([MADE.to_string(), served.to_string()])
        .output()
        .map_err(|error| error.to_string())?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let profile = fs::read_to_string(&file).unwrap_or_default();
    let _ = fs::remove_file(&file);
    totals(&told, &profile).ok_or(format!("valgrind has failed: {told}"))
}

/// From `Total: 1,234 bytes in 56 blocks`, and `"te": 7890`, which is when the program ended, in
/// instructions.
fn totals(told: &str, profile: &str) -> Option<Totals> {
    let total = told.lines().find_map(|line| line.split_once("Total:"))?.1;
    let mut numbers = total.split_whitespace().filter_map(|word| word.replace(',', "").parse().ok());
    let end = profile.lines().find_map(|line| line.split_once("\"te\":"))?.1;
    let end = end.trim().trim_end_matches(',');
    Some(Totals {
        bytes: numbers.next()?,
        allocations: numbers.next()?,
        instructions: end.parse().ok()?,
    })
}
