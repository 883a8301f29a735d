//! The thread that starts every server.
//!
//! Linux sends a child its parent death signal when the *thread* that started it ends, and the
//! thread of a test ends before those that use the same server. This one lives as long as the
//! program.

use std::io;
use std::process::{Child, Command};
use std::sync::OnceLock;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use rustix::process::{getpid, set_child_subreaper};

/// Starts a program that the kernel kills when this one ends.
///
/// `command` must begin with [`DIES_WITH_US`].
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
