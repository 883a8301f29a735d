//! The thread that starts every server.
//!
//! Linux sends a child its parent death signal when the *thread* that started it ends, and the
//! thread of a test ends before those that use the same server. This one lives as long as the
//! program.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use rustix::process::{getpid, set_child_subreaper};

/// Starts a program that the kernel kills when this one ends, and talks with it over pipes. What
/// it has to complain about goes where this one's complaints go.
///
/// # Errors
///
/// If the kernel will not start it.
pub fn spawn_program(program: &Path, arguments: &[&str]) -> io::Result<Child> {
    let [setpriv, rest @ ..] = DIES_WITH_US;
    let mut command = Command::new(setpriv);
    command.args(rest).arg(program).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    spawn(command)
}

/// The same with more to choose: `command` must begin with [`DIES_WITH_US`].
pub(crate) fn spawn(command: Command) -> io::Result<Child> {
    static SPAWNER: OnceLock<Sender<Order>> = OnceLock::new();
    let (reply, child) = channel();
    SPAWNER
        .get_or_init(start)
        .send((command, reply))
        .map_err(|_| io::Error::other("the thread that starts servers has ended"))?;
    child.recv().map_err(|_| io::Error::other("the thread that starts servers has ended"))?
}

type Order = (Command, Sender<io::Result<Child>>);

fn start() -> Sender<Order> {
    let (orders, inbox) = channel::<Order>();
    thread::spawn(move || {
        // What servers leave behind when they are killed comes to us. Where it cannot, to init.
        let _ = set_child_subreaper(Some(getpid()));
        for (mut command, reply) in inbox {
            // Who has asked may have given up.
            drop(reply.send(command.spawn()));
        }
    });
    orders
}

/// The program, of util-linux, and its arguments that put a parent death signal before another.
pub(crate) const DIES_WITH_US: [&str; 3] = ["setpriv", "--pdeathsig", "KILL"];
