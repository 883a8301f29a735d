//! Runs cargo on one generated crate, and takes the time.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};

/// What is asked of cargo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    Check,
    Build,
    /// `cargo build` after the body of one handler was changed.
    Edited,
    Release,
}

/// What a job took, in seconds.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// On the clock.
    pub wall: f64,
    /// Of all processors, in all processes.
    pub cpu: f64,
}

impl Job {
    pub const ALL: [Self; 4] = [Self::Check, Self::Build, Self::Edited, Self::Release];

    pub fn title(self) -> &'static str {
        match self {
            Self::Check => "`cargo check`",
            Self::Build => "`cargo build`",
            Self::Edited => "`cargo build`, one handler edited",
            Self::Release => "`cargo build --release`",
        }
    }

    /// Compiles a crate whose dependencies are compiled.
    ///
    /// # Errors
    ///
    /// What cargo has to say, if it fails.
    pub fn run(self, name: &str, workspace: &Path) -> Result<Cost, String> {
        let mut command = cargo(workspace);
        match self {
            Self::Check => command.arg("check"),
            Self::Build | Self::Edited => command.arg("build"),
            Self::Release => command.args(["build", "--release"]),
        };
        command.args(["--quiet", "--offline", "--package", name]);
        let (start, before) = (Instant::now(), cpu());
        let output = command.output().map_err(|error| error.to_string())?;
        let cost =
            Cost { wall: start.elapsed().as_secs_f64(), cpu: (cpu() - before).as_secs_f64() };
        match output.status.success() {
            true => Ok(cost),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    }
}

/// Forgets what was compiled of a crate, but not its dependencies.
pub fn clean(name: &str, workspace: &Path) {
    for profile in ["dev", "release"] {
        let mut command = cargo(workspace);
        command.args(["clean", "--quiet", "--offline", "--package", name, "--profile", profile]);
        // What is not there yet need not be forgotten.
        let _ = command.stderr(Stdio::null()).status();
    }
}

/// Resolves and downloads the dependencies.
///
/// # Errors
///
/// If cargo cannot.
pub fn fetch(workspace: &Path) -> Result<(), String> {
    let status = cargo(workspace).arg("fetch").status().map_err(|error| error.to_string())?;
    status.success().then_some(()).ok_or_else(|| "`cargo fetch` failed".to_owned())
}

fn cargo(workspace: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace).env("CARGO_TARGET_DIR", workspace.join("target"));
    // Set by the cargo that runs this program.
    for variable in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "RUSTFLAGS", "CARGO_INCREMENTAL"] {
        command.env_remove(variable);
    }
    command
}

/// The CPU time of all children so far.
fn cpu() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("a process may ask for its own usage");
    let [user, system] = [usage.user_time(), usage.system_time()]
        .map(|time| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6);
    Duration::from_secs_f64(user + system)
}
