//! A Redis server.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::chance;
use crate::process::{Process, missing};

/// A Redis server, which has written to disk whatever it acknowledges.
#[derive(Debug)]
pub struct Redis {
    process: Process,
    port: u16,
    password: String,
    // After the process: it is removed when that has ended.
    folder: TempDir,
}

impl Redis {
    /// Starts a server, and waits until it answers.
    ///
    /// # Errors
    ///
    /// If Redis is not installed, which names the package, or does not start.
    pub fn start() -> io::Result<Self> {
        Self::start_with("", &chance::password()?)
    }

    /// The same with more lines of configuration.
    pub(crate) fn start_with(settings: &str, password: &str) -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("portcullis-redis-").tempdir()?;
        let port = chance::port()?;
        let configuration = format!(
            "bind 127.0.0.1\nport {port}\nrequirepass {password}\nsave \"\"\n\
             appendonly yes\nappendfsync always\nno-appendfsync-on-rewrite no\n{settings}"
        );
        fs::write(folder.path().join("redis.conf"), configuration)?;
        let process = run(folder.path(), port, password)?;
        Ok(Self { process, port, password: password.to_owned(), folder })
    }

    /// Where it is, for clients: `redis://…`.
    #[must_use]
    pub fn url(&self) -> String {
        self.url_at(self.address())
    }

    /// The same through a [`Proxy`](crate::Proxy) at another address.
    #[must_use]
    pub fn url_at(&self, address: SocketAddr) -> String {
        format!("redis://:{}@{address}/", self.password)
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        ([127, 0, 0, 1], self.port).into()
    }

    /// Stops it where it stands: connections are made, and not answered.
    ///
    /// # Errors
    ///
    /// If the kernel will not.
    pub fn freeze(&self) -> io::Result<()> {
        self.process.freeze()
    }

    /// Lets it go on.
    ///
    /// # Errors
    ///
    /// If the kernel will not.
    pub fn thaw(&self) -> io::Result<()> {
        self.process.thaw()
    }

    /// Ends it at once (`kill -9`).
    ///
    /// # Errors
    ///
    /// If the kernel will not.
    pub fn kill(&mut self) -> io::Result<()> {
        self.process.kill()
    }

    /// Kills it if it runs, and starts it where it was with what it has kept.
    ///
    /// # Errors
    ///
    /// If it does not start.
    pub fn restart(&mut self) -> io::Result<()> {
        self.kill()?;
        self.process = run(self.folder.path(), self.port, &self.password)?;
        Ok(())
    }

    /// What it answers to a command, as `redis-cli` writes it.
    ///
    /// # Errors
    ///
    /// If it does not answer, or with an error.
    pub fn command(&self, words: &[&str]) -> io::Result<String> {
        command(self.port, &self.password, words)
    }

    /// Every file that it keeps, one after another: what somebody has who steals its disk.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn dump(&self) -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        for entry in fs::read_dir(self.folder.path().join("appendonlydir"))? {
            all.extend(fs::read(entry?.path())?);
        }
        Ok(all)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }
}

fn run(folder: &Path, port: u16, password: &str) -> io::Result<Process> {
    let configuration = folder.join("redis.conf");
    let arguments = [configuration.as_os_str(), "--dir".as_ref(), folder.as_os_str()];
    which("redis-server", "redis-server")?;
    let mut process =
        Process::start(None, Path::new("redis-server"), &arguments, folder.join("log"))?;
    process.wait_until("Redis' start", || {
        Ok(command(port, password, &["PING"]).is_ok_and(|answer| answer.trim() == "PONG"))
    })?;
    Ok(process)
}

fn which(program: &str, package: &str) -> io::Result<()> {
    let found = Command::new(program).arg("--version").output();
    found.map(drop).map_err(|error| missing(program, package, &error))
}

fn command(port: u16, password: &str, words: &[&str]) -> io::Result<String> {
    let output = Command::new("redis-cli")
        // `-e`: an error is one. The password is in the environment: arguments can be seen by all.
        .args(["-e", "-h", "127.0.0.1", "-p", &port.to_string()])
        .args(words)
        .env("REDISCLI_AUTH", password)
        .output()
        .map_err(|error| missing("redis-cli", "redis-tools", &error))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    match output.status.success() {
        true => Ok(said),
        false => {
            let error = String::from_utf8_lossy(&output.stderr);
            Err(io::Error::other(format!("{words:?} of redis-cli: {said}{error}")))
        }
    }
}
