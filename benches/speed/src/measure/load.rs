//! Load over loopback, made by wrk.

use std::process::Command;

use super::child::Child;

pub(crate) const CONNECTIONS: usize = 32;

/// wrk, if it is installed.
pub(crate) struct Load {
    pub(crate) seconds: u64,
}

/// One run against one server.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) requests_a_second: f64,
    /// Milliseconds.
    pub(crate) p50: f64,
    pub(crate) p99: f64,
    /// Microseconds of the server's CPU.
    pub(crate) cpu: f64,
}

impl Load {
    /// # Errors
    ///
    /// What to install.
    pub(crate) fn find(seconds: u64) -> Result<Self, String> {
        let found = Command::new("wrk").arg("--version").output();
        found.map(|_| Self { seconds }).map_err(|_| "install `wrk`".to_owned())
    }

    pub(crate) fn run(
        &self,
        server: &Child,
        path: &str,
        field: &(&str, String),
    ) -> Result<Measured, String> {
        let before = server.cpu_seconds();
        let output = Command::new("wrk")
            .args(["--threads", "1", "--latency", "--connections"])
            .arg(CONNECTIONS.to_string())
            .args(["--duration", &format!("{}s", self.seconds)])
            .args(["--header", &format!("{}: {}", field.0, field.1)])
            .arg(format!("http://127.0.0.1:{}{path}", server.port))
            .output()
            .map_err(|error| error.to_string())?;
        let cpu = server.cpu_seconds() - before;
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        read(&told, cpu).ok_or(format!("wrk says: {told}"))
    }
}

/// Nothing, if wrk met errors.
fn read(told: &str, cpu: f64) -> Option<Measured> {
    let after = |name: &str| told.lines().find_map(|line| line.trim().strip_prefix(name));
    if after("Socket errors").or(after("Non-2xx")).is_some() {
        return None;
    }
    let requests = told.lines().find_map(|line| line.split_once(" requests in "))?.0;
    let requests = requests.trim().parse::<f64>().ok()?;
    Some(Measured {
        requests_a_second: after("Requests/sec:")?.trim().parse().ok()?,
        p50: milliseconds(after("50%")?.trim())?,
        p99: milliseconds(after("99%")?.trim())?,
        cpu: cpu / requests * 1e6,
    })
}

fn milliseconds(text: &str) -> Option<f64> {
    let digits = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let value = digits.parse::<f64>().ok()?;
    match text.strip_prefix(digits)? {
        "us" => Some(value / 1e3),
        "ms" => Some(value),
        "s" => Some(value * 1e3),
        _ => None,
    }
}
