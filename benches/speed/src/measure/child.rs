//! A process that serves, and the CPU time that it and its own processes take.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{self, Command, Stdio};

/// Ends with its owner.
pub(crate) struct Child {
    process: process::Child,
    pub(crate) port: u16,
}

impl Child {
    /// Starts a program that prints its port as a line of its own.
    pub(crate) fn start(command: &mut Command) -> Result<Self, String> {
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut line = String::new();
        if let Some(stdout) = process.stdout.take() {
            let _ = BufReader::new(stdout).read_line(&mut line);
        }
        let port = line.trim().parse().map_err(|_| "it does not say its port".to_owned());
        port.map(|port| Self { process, port })
    }

    /// Seconds of CPU, in user and kernel mode.
    pub(crate) fn cpu_seconds(&self) -> f64 {
        family(self.process.id()).into_iter().map(ticks).sum::<u64>() as f64 / TICKS_A_SECOND
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let workers = family(self.process.id()).split_off(1);
        let _ = self.process.kill();
        let _ = self.process.wait();
        // Processes that it had started outlive it.
        for worker in workers {
            let _ = Command::new("kill").arg(worker.to_string()).stderr(Stdio::null()).status();
        }
    }
}

/// `USER_HZ`, which Linux fixes for `/proc`.
const TICKS_A_SECOND: f64 = 100.0;

/// A process and those it started.
fn family(process: u32) -> Vec<u32> {
    let file = format!("/proc/{process}/task/{process}/children");
    let children = fs::read_to_string(file).unwrap_or_default();
    let children = children.split_whitespace().filter_map(|child| child.parse().ok());
    std::iter::once(process).chain(children.flat_map(family)).collect()
}

/// `utime` and `stime` of proc(5): the 14th and 15th field, after a name in parentheses.
fn ticks(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let fields = after_name.split_whitespace().skip(11).take(2);
    fields.filter_map(|field| field.parse::<u64>().ok()).sum()
}
