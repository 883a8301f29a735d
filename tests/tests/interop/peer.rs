//! The other libraries, each in a process that takes a job a line and answers with a line.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::keys::Material;
use crate::server::{AUDIENCE, ISSUER};

pub(crate) struct Peer {
    pub(crate) name: &'static str,
    process: Child,
    jobs: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// PyJWT and jose.
pub(crate) fn peers() -> [Peer; 2] {
    [Peer::pyjwt(), Peer::jose()]
}

impl Peer {
    pub(crate) fn pyjwt() -> Self {
        let mut command = Command::new(place().join("python/bin/python"));
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("interop/peer.py"));
        Self::start("PyJWT", command)
    }

    pub(crate) fn jose() -> Self {
        let mut command = Command::new("node");
        // A program that is no file finds its packages where it is started.
        let program = include_str!("../../interop/peer.mjs");
        command
            .args(["--no-warnings", "--input-type=module", "--eval", program])
            .current_dir(place().join("node"));
        Self::start("jose", command)
    }

    fn start(name: &'static str, mut command: Command) -> Self {
        let place = place();
        let missing = |why: &dyn std::fmt::Display| -> ! {
            panic!("{name} is not in {}: {why}; run tests/interop/install", place.display())
        };
        if !place.join("installed").is_file() {
            missing(&"nothing was installed, or not to the end");
        }
        let process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut process = process.unwrap_or_else(|error| missing(&error));
        let jobs = process.stdin.take().unwrap();
        let answers = BufReader::new(process.stdout.take().unwrap());
        Self { name, process, jobs, answers }
    }

    /// The token of this header and these claims.
    pub(crate) fn sign(&mut self, by: &Material, header: &Value, claims: &Value) -> String {
        let job = json!({
            "do": "sign",
            "alg": by.algorithm.name(),
            "key": by.key,
            "header": header,
            "claims": claims,
        });
        text(&self.done(&job), "token")
    }

    /// Header and claims of a token that the library accepts.
    #[track_caller]
    pub(crate) fn accepts(&mut self, by: &Material, token: &str) -> (Value, Value) {
        let mut verified = self.done(&verification("verify", by, token));
        (verified["header"].take(), verified["claims"].take())
    }

    /// The library refuses the token because of its signature.
    #[track_caller]
    pub(crate) fn refuses_signature(&mut self, by: &Material, token: &str) {
        let answer = self.ask(&verification("verify", by, token));
        let error = text(&answer, "error");
        let signature = ["InvalidSignatureError", "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"];
        assert!(signature.contains(&&*error), "{}: {answer}", self.name);
    }

    /// Whether the library accepts the token, whatever stands in it.
    pub(crate) fn would_accept(&mut self, by: &Material, token: &str) -> bool {
        let answer = self.ask(&verification("judge", by, token));
        assert_ne!(answer.get("accepted").is_some(), answer.get("error").is_some(), "{answer}");
        answer.get("accepted").is_some()
    }

    /// The key as the library writes it as a JSON Web Key.
    pub(crate) fn export(&mut self, key: &Material) -> Value {
        let job = json!({"do": "export", "alg": key.algorithm.name(), "key": key.key});
        self.done(&job)["jwk"].take()
    }

    /// The answer to a job that must succeed.
    #[track_caller]
    pub(crate) fn done(&mut self, job: &Value) -> Value {
        let answer = self.ask(job);
        assert!(answer.get("error").is_none(), "{} does not do {job}: {answer}", self.name);
        answer
    }

    #[track_caller]
    pub(crate) fn ask(&mut self, job: &Value) -> Value {
        writeln!(self.jobs, "{job}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        let read = serde_json::from_str(&answer);
        read.unwrap_or_else(|error| panic!("{} answers {answer:?} to {job}: {error}", self.name))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn verification(job: &str, by: &Material, token: &str) -> Value {
    json!({
        "do": job,
        "alg": by.algorithm.name(),
        "key": by.key,
        "token": token,
        "issuer": ISSUER,
        "audience": AUDIENCE,
    })
}

#[track_caller]
pub(crate) fn text(object: &Value, name: &str) -> String {
    let text = object.get(name).and_then(Value::as_str);
    text.unwrap_or_else(|| panic!("no text `{name}` in {object}")).to_owned()
}

/// Where the libraries are: beside what Cargo builds, unless the environment says otherwise.
fn place() -> PathBuf {
    std::env::var_os("PORTCULLIS_INTEROP").map_or_else(
        || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("interop"),
        PathBuf::from,
    )
}
