//! httpx, in a process that takes a job a line and answers with a line.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

pub(crate) struct Client {
    process: Child,
    jobs: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// What a server has answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u64,
    pub(crate) headers: Value,
    pub(crate) body: String,
}

impl Client {
    pub(crate) fn start() -> Self {
        let place = place();
        let missing = |why: &dyn std::fmt::Display| -> ! {
            panic!("httpx is not in {}: {why}; run tests/interop/install", place.display())
        };
        if !place.join("installed").is_file() {
            missing(&"nothing was installed, or not to the end");
        }
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/interop/client.py");
        let process = Command::new(place.join("python/bin/python"))
            .arg(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut process = process.unwrap_or_else(|error| missing(&error));
        let jobs = process.stdin.take().unwrap();
        let answers = BufReader::new(process.stdout.take().unwrap());
        Self { process, jobs, answers }
    }

    /// A request, with these headers and this body, if there is one.
    pub(crate) fn ask(
        &mut self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        let mut job = json!({"do": "request", "method": method, "url": url, "headers": headers});
        if !body.is_null() {
            job["json"] = body.clone();
        }
        let answer = self.done(&job);
        Answer {
            status: answer["status"].as_u64().unwrap(),
            headers: answer["headers"].clone(),
            body: answer["body"].as_str().unwrap().to_owned(),
        }
    }

    /// A token of PyJWT.
    pub(crate) fn sign(&mut self, key: &str, claims: &Value, algorithm: &str) -> String {
        let job = json!({"do": "sign", "key": key, "claims": claims, "algorithm": algorithm});
        self.done(&job)["token"].as_str().unwrap().to_owned()
    }

    pub(crate) fn done(&mut self, job: &Value) -> Value {
        writeln!(self.jobs, "{job}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        let answer = serde_json::from_str::<Value>(&answer).unwrap();
        assert!(answer.get("error").is_none(), "httpx does not do {job}: {answer}");
        answer
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
