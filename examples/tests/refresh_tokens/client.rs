//! authlib, in a process that takes a job a line and answers with a line.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

pub(crate) struct Client {
    process: Child,
    jobs: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Client {
    pub(crate) fn start() -> Self {
        let place = place();
        let missing = |why: &dyn std::fmt::Display| -> ! {
            panic!("authlib is not in {}: {why}; run tests/interop/install", place.display())
        };
        if !place.join("installed").is_file() {
            missing(&"nothing was installed, or not to the end");
        }
        let program =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/interop/oauth_client.py");
        let process = Command::new(place.join("python/bin/python"))
            .arg(program)
            // Over loopback, plain HTTP will do.
            .env("AUTHLIB_INSECURE_TRANSPORT", "1")
            .env("NO_PROXY", "*")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut process = process.unwrap_or_else(|error| missing(&error));
        let jobs = process.stdin.take().unwrap();
        let answers = BufReader::new(process.stdout.take().unwrap());
        Self { process, jobs, answers }
    }

    /// The answer to a job that must succeed.
    #[track_caller]
    pub(crate) fn done(&mut self, job: &Value) -> Value {
        let answer = self.ask(job);
        assert!(answer.get("error").is_none(), "authlib does not do {job}: {answer}");
        answer
    }

    #[track_caller]
    pub(crate) fn ask(&mut self, job: &Value) -> Value {
        writeln!(self.jobs, "{job}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        let read = serde_json::from_str(&answer);
        read.unwrap_or_else(|error| panic!("authlib answers {answer:?} to {job}: {error}"))
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Where it is: beside what Cargo builds, unless the environment says otherwise.
fn place() -> PathBuf {
    std::env::var_os("PORTCULLIS_INTEROP").map_or_else(
        || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("interop"),
        PathBuf::from,
    )
}
