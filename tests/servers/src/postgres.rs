//! A PostgreSQL server.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::chance;
use crate::process::{Process, missing, user_arguments};

/// A PostgreSQL server with one empty database, which keeps through a crash what it has committed.
#[derive(Debug)]
pub struct Postgres {
    process: Process,
    programs: PathBuf,
    port: u16,
    password: String,
    // After the process: it is removed when that has ended.
    folder: TempDir,
}

impl Postgres {
    /// Starts a server, and waits until it answers.
    ///
    /// # Errors
    ///
    /// If PostgreSQL is not installed, which names the package, or does not start.
    pub fn start() -> io::Result<Self> {
        let programs = programs()?;
        let folder = tempfile::Builder::new().prefix("portcullis-postgres-").tempdir()?;
        let password = chance::password()?;
        create(&programs, folder.path(), &password)?;
        let port = chance::port()?;
        let process = run(&programs, folder.path(), port)?;
        Ok(Self { process, programs, port, password, folder })
    }

    /// Where it is, for clients: `postgres://…`.
    #[must_use]
    pub fn url(&self) -> String {
        self.url_at(self.address())
    }

    /// The same through a [`Proxy`](crate::Proxy) at another address.
    #[must_use]
    pub fn url_at(&self, address: SocketAddr) -> String {
        format!("postgres://postgres:{}@{address}/postgres?sslmode=disable", self.password)
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        ([127, 0, 0, 1], self.port).into()
    }

    /// Stops every process of it where it stands: connections are made, and not answered.
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

    /// Ends it at once (`kill -9`), every process of it.
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
        self.process = run(&self.programs, self.folder.path(), self.port)?;
        Ok(())
    }

    /// Every row of every table, as SQL: what somebody has who steals a backup.
    ///
    /// # Errors
    ///
    /// If the server does not answer.
    pub fn dump(&self) -> io::Result<Vec<u8>> {
        let output = Command::new(self.programs.join("pg_dump"))
            .args(["--inserts", "--dbname", &self.url()])
            .output()?;
        match output.status.success() {
            true => Ok(output.stdout),
            false => Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned())),
        }
    }
}

/// Where the newest of the installed versions is.
fn programs() -> io::Result<PathBuf> {
    const VERSIONS: &str = "/usr/lib/postgresql";
    let versions = fs::read_dir(VERSIONS).map_err(|e| missing("postgres", "postgresql", &e))?;
    versions
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|version| version.join("bin/postgres").exists())
        .max_by_key(|version| number(version))
        .map(|version| version.join("bin"))
        .ok_or_else(|| missing("postgres", "postgresql", &format!("nothing in {VERSIONS}")))
}

fn number(version: &Path) -> Option<u32> {
    version.file_name()?.to_str()?.parse().ok()
}

/// Whom to run it as, if not as who we are: it refuses to be root.
fn user() -> Option<&'static str> {
    rustix::process::geteuid().is_root().then_some("postgres")
}

fn create(programs: &Path, folder: &Path, password: &str) -> io::Result<()> {
    let password_file = folder.join("password");
    fs::write(&password_file, password)?;
    if let Some(user) = user() {
        succeed(Command::new("chown").arg("-R").arg(user).arg(folder))?;
    }
    let mut initdb = Command::new("setpriv");
    initdb.args(user_arguments(user())).arg(programs.join("initdb")).current_dir(folder);
    // `--no-sync` is about this command alone: the server syncs all that it is told.
    initdb.args(["--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync"]);
    initdb.args(["--auth=password", "--pwfile=password", "--pgdata=data"]);
    succeed(&mut initdb)
}

fn succeed(command: &mut Command) -> io::Result<()> {
    let output = command.output().map_err(|e| missing("setpriv", "util-linux", &e))?;
    match output.status.success() {
        true => Ok(()),
        false => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            Err(io::Error::other(format!("{command:?}: {}\n{said}", output.status)))
        }
    }
}

fn run(programs: &Path, folder: &Path, port: u16) -> io::Result<Process> {
    let data = folder.join("data");
    let settings = [
        format!("--port={port}"),
        "--listen_addresses=127.0.0.1".to_owned(),
        "--unix_socket_directories=".to_owned(),
        "--fsync=on".to_owned(),
        "--synchronous_commit=on".to_owned(),
        "--full_page_writes=on".to_owned(),
        "--shared_buffers=16MB".to_owned(),
    ];
    let mut arguments = vec![OsStr::new("-D"), data.as_os_str()];
    arguments.extend(settings.iter().map(OsStr::new));
    let log = folder.join("log");
    let mut process = Process::start(user(), &programs.join("postgres"), &arguments, log)?;
    let id = process.id().to_string();
    process.wait_until("PostgreSQL's start", || {
        // Written by the server itself: its process in the first line, how it is in the eighth.
        let state = fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
        let mut lines = state.lines().map(str::trim);
        Ok(lines.next() == Some(&id) && lines.nth(6) == Some("ready"))
    })?;
    Ok(process)
}
