//! Allocations, counted by valgrind's `dhat`: without another allocator in the program, whose
//! calls would be timed along.
//!
//! A figure is the difference of two runs that serve fewer and more requests, so that the start
//! is not in it.

use std::process::Command;
use std::{env, process};

use crate::contenders::Contender;
use crate::job::Case;

/// What one request allocates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allocated {
    pub(crate) blocks: f64,
    pub(crate) bytes: f64,
}

/// Valgrind, if it is installed.
pub(crate) struct Valgrind(());

const FEWER: u32 = 64;
const MORE: u32 = 320;

impl Valgrind {
    /// # Errors
    ///
    /// What to install.
    pub(crate) fn find() -> Result<Self, String> {
        let found = Command::new("valgrind").arg("--version").output();
        found.map(|_| Self(())).map_err(|_| "no allocations: install `valgrind`".to_owned())
    }

    /// # Errors
    ///
    /// What valgrind says.
    pub(crate) fn allocated(&self, contender: &Contender, case: Case) -> Result<Allocated, String> {
        let (fewer, more) = (run(contender, case, FEWER)?, run(contender, case, MORE)?);
        let requests = f64::from(MORE - FEWER);
        Ok(Allocated {
            blocks: (more.blocks - fewer.blocks) / requests,
            bytes: (more.bytes - fewer.bytes) / requests,
        })
    }
}

fn run(contender: &Contender, case: Case, served: u32) -> Result<Allocated, String> {
    let name = format!("speed-{}-{}-{}-{served}", process::id(), contender.id, case.id());
    let profile = env::temp_dir().join(name);
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .arg("--tool=dhat")
        .arg(format!("--dhat-out-file={}", profile.display()))
        .arg(program)
        .args(["requests", contender.id, case.id(), &served.to_string()])
        .output()
        .map_err(|error| error.to_string())?;
    let _ = std::fs::remove_file(&profile);
    let told = String::from_utf8_lossy(&output.stderr);
    total(&told).ok_or_else(|| format!("valgrind has failed: {told}"))
}

/// From `Total: 1,234 bytes in 56 blocks`.
fn total(told: &str) -> Option<Allocated> {
    let total = told.lines().find_map(|line| line.split_once("Total:"))?.1;
    let mut numbers =
        total.split_whitespace().filter_map(|word| word.replace(',', "").parse().ok());
    Some(Allocated { bytes: numbers.next()?, blocks: numbers.next()? })
}
