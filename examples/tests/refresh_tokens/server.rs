//! The service as a process of its own, on a port that is free.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

pub(crate) struct Server {
    process: Child,
    // Whoever writes where nobody reads is ended.
    _out: BufReader<ChildStdout>,
    url: String,
}

impl Server {
    /// In a folder, where its file is.
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        Self::start_at("0", folder, arguments)
    }

    /// The same server once more: its address is the issuer of its tokens.
    pub(crate) fn restart(self, folder: &Path, arguments: &[&str]) -> Self {
        let port = self.url.rsplit(':').next().unwrap().to_owned();
        drop(self);
        Self::start_at(&port, folder, arguments)
    }

    fn start_at(port: &str, folder: &Path, arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_refresh_tokens"))
            .args(["--port", port])
            .args(arguments)
            .current_dir(folder)
            .env("TOKEN_SIGNING_KEY", "a key of the test with more than 32 bytes")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("listening on ").unwrap().to_owned();
        Self { process, _out: out, url }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
