//! A server's process and all that it has started.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

use crate::spawner::{self, DIES_WITH_US};
use crate::wait;

/// A running server. Killed when it is dropped.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Starts a program, which ends with this one.
    ///
    /// `user` is whom to run it as, or nobody else; what it says goes to the file `log`.
    pub(crate) fn start(
        user: Option<&str>,
        program: &Path,
        arguments: &[&OsStr],
        log: PathBuf,
    ) -> io::Result<Self> {
        let output = File::options().create(true).append(true).open(&log)?;
        let [setpriv, rest @ ..] = DIES_WITH_US;
        let mut command = Command::new(setpriv);
        command.args(rest);
        command.args(user_arguments(user)).arg(program).args(arguments);
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        let child =
            spawner::spawn(command).map_err(|error| missing("setpriv", "util-linux", &error))?;
        Ok(Self { child, log })
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until `ready` says so; sooner if the server ends, which is an error.
    pub(crate) fn wait_until(
        &mut self,
        what: &str,
        mut ready: impl FnMut() -> io::Result<bool>,
    ) -> io::Result<()> {
        let Self { child, log } = self;
        wait::until(what, || match child.try_wait()? {
            Some(status) => {
                let said = fs::read_to_string(&log).unwrap_or_default();
                Err(io::Error::other(format!("{what}: it has ended with {status}:\n{said}")))
            }
            None => ready(),
        })
    }

    /// Stops every process of it where it stands. Connections stay open, and are not answered.
    pub(crate) fn freeze(&self) -> io::Result<()> {
        // Whoever is stopped starts no more, so the second look finds those that the first missed.
        signal(self.root()?, Signal::STOP)?;
        for _ in 0..2 {
            for pid in self.descendants()? {
                signal(pid, Signal::STOP)?;
            }
        }
        Ok(())
    }

    /// Lets it go on.
    pub(crate) fn thaw(&self) -> io::Result<()> {
        for pid in self.descendants()? {
            signal(pid, Signal::CONT)?;
        }
        signal(self.root()?, Signal::CONT)
    }

    /// Ends every process of it, none of which can do anything before. Twice does no harm.
    pub(crate) fn kill(&mut self) -> io::Result<()> {
        if self.child.try_wait()?.is_some() {
            return Ok(());
        }
        self.freeze()?;
        let all = self.descendants()?;
        for pid in &all {
            signal(*pid, Signal::KILL)?;
        }
        self.child.kill()?;
        self.child.wait()?;
        wait::until("the end of killed processes", || Ok(!all.iter().any(|pid| lives(*pid))))
    }

    fn root(&self) -> io::Result<Pid> {
        i32::try_from(self.id()).ok().and_then(Pid::from_raw).ok_or(io::ErrorKind::NotFound.into())
    }

    /// Its children and theirs. PostgreSQL's are groups of their own, so that no one signal
    /// reaches them all.
    fn descendants(&self) -> io::Result<Vec<Pid>> {
        let everyone: Vec<(Pid, Pid)> = fs::read_dir("/proc")?
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
            .filter_map(|pid| Some((Pid::from_raw(pid)?, stat(pid)?.1)))
            .collect();
        let mut family = vec![self.root()?];
        let mut next = 0;
        while let Some(&parent) = family.get(next) {
            family.extend(everyone.iter().filter(|(_, of)| *of == parent).map(|(pid, _)| *pid));
            next += 1;
        }
        family.remove(0);
        Ok(family)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // There is nobody to tell; and the kernel does it at the end of the program.
        drop(self.kill());
    }
}

/// An error that says which package of Debian has what is missing.
pub(crate) fn missing(program: &str, package: &str, error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!(
        "{program} cannot be run ({error}): is Debian's package `{package}` installed?"
    ))
}

/// What to tell `setpriv`.
pub(crate) fn user_arguments(user: Option<&str>) -> Vec<String> {
    user.map_or_else(Vec::new, |user| {
        vec![format!("--reuid={user}"), format!("--regid={user}"), "--clear-groups".to_owned()]
    })
}

fn signal(pid: Pid, signal: Signal) -> io::Result<()> {
    match kill_process(pid, signal) {
        // It has ended by itself.
        Ok(()) | Err(Errno::SRCH) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Whether it still runs; not if it only waits for its parent to notice its end.
fn lives(pid: Pid) -> bool {
    // Those whose parent has ended are ours, and would stay in the kernel's table.
    let _ = waitpid(Some(pid), WaitOptions::NOHANG);
    stat(pid.as_raw_nonzero().get()).is_some_and(|(state, _)| state != 'Z')
}

/// State and parent of a process.
fn stat(pid: i32) -> Option<(char, Pid)> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // After the name, in which there may be spaces and brackets.
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace();
    let state = fields.next()?.chars().next()?;
    Some((state, Pid::from_raw(fields.next()?.parse().ok()?)?))
}
