//! Processes of the program that runs the campaigns: applications and clients.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout};

use crate::Outcome;

/// A process that is told lines, and answers with lines. Killed when it is dropped.
#[derive(Debug)]
pub(crate) struct Program {
    child: Child,
    told: ChildStdin,
    says: BufReader<ChildStdout>,
}

impl Program {
    pub(crate) fn start(program: &Path, arguments: &[&str]) -> Outcome<Self> {
        let mut child = portcullis_servers::spawn_program(program, arguments)?;
        let told = child.stdin.take().ok_or("no pipe")?;
        let says = BufReader::new(child.stdout.take().ok_or("no pipe")?);
        Ok(Self { child, told, says })
    }

    pub(crate) fn tell(&mut self, line: &str) -> Outcome {
        writeln!(self.told, "{line}")?;
        Ok(self.told.flush()?)
    }

    /// The next line that it says.
    pub(crate) fn hear(&mut self) -> Outcome<String> {
        let mut line = String::new();
        if self.says.read_line(&mut line)? == 0 {
            return Err("a process of the campaign has ended by itself".into());
        }
        Ok(line.trim_end().to_owned())
    }

    /// Ends it at once (`kill -9`).
    pub(crate) fn kill(&mut self) -> Outcome {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // There is nobody to tell, and the kernel does it at the end of the program.
        drop(self.kill());
    }
}

/// An application that is being served.
#[derive(Debug)]
pub(crate) struct Application {
    pub(crate) program: Program,
    pub(crate) address: SocketAddr,
}

impl Application {
    /// Starts one on the store of this URL, with a grace window of so many seconds.
    pub(crate) fn start(program: &Path, store: &str, grace: u64) -> Outcome<Self> {
        let mut program = Program::start(program, &["serve", store, &grace.to_string()])?;
        let address = program.hear()?.parse()?;
        Ok(Self { program, address })
    }
}
