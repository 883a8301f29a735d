//! Instructions, counted by stepping through them with ptrace: those that this processor really
//! executes, where valgrind emulates one without instructions for hashes, and where a virtual
//! machine has no counters.

use std::env;
use std::process::{Child, Command};

use nix::errno::Errno;
use nix::sys::ptrace;
use nix::sys::signal::{Signal, raise};
use nix::sys::wait::{WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::contenders::Contender;
use crate::job::Case;

const FEWER: u32 = 2;
const MORE: u32 = 6;

/// Instructions for one request: the difference of serving more and fewer of them.
///
/// # Errors
///
/// Why nothing can be traced here.
pub(crate) fn instructions(contender: &Contender, case: Case) -> Result<f64, String> {
    let steps = |served| steps(contender, case, served);
    let difference = f64::from(steps(MORE)?) - f64::from(steps(FEWER)?);
    Ok(difference / f64::from(MORE - FEWER))
}

/// In the process that is traced: stops before and after.
pub(crate) async fn traced(what: impl Future<Output = ()>) {
    let stop = || raise(Signal::SIGSTOP).expect("it can be stopped");
    ptrace::traceme().expect("it may be traced");
    stop();
    what.await;
    stop();
}

fn steps(contender: &Contender, case: Case, served: u32) -> Result<u32, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let child = Command::new(program)
        .args(["requests", contender.id, case.id(), &served.to_string(), "--steps"])
        .spawn();
    let mut child = child.map_err(|error| error.to_string())?;
    let counted = between_stops(&child).map_err(|errno| format!("no instructions: {errno}"));
    let _ = child.kill();
    let _ = child.wait();
    counted
}

fn between_stops(child: &Child) -> Result<u32, Errno> {
    let process = Pid::from_raw(child.id().try_into().map_err(|_| Errno::ESRCH)?);
    let mut steps = 0;
    waitpid(process, None)?;
    loop {
        ptrace::step(process, None)?;
        match waitpid(process, None)? {
            WaitStatus::Stopped(_, Signal::SIGTRAP) => steps += 1,
            WaitStatus::Stopped(_, Signal::SIGSTOP) => return Ok(steps),
            _ => return Err(Errno::ECHILD),
        }
    }
}
