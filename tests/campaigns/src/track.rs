//! Two applications on one store, and two processes that send requests to them at once.

use std::net::SocketAddr;
use std::path::Path;

use serde_json::Value;

use crate::Outcome;
use crate::asker::Request;
use crate::backend::Backend;
use crate::program::{Application, Program};

/// Kept from round to round.
#[derive(Debug)]
pub(crate) struct Track {
    applications: Vec<Application>,
    clients: [Program; 2],
}

impl Track {
    pub(crate) fn start(program: &Path, backend: &Backend, grace: u64) -> Outcome<Self> {
        // Two applications cannot share the memory of one of them.
        let number = if matches!(backend, Backend::Memory) { 1 } else { 2 };
        let applications: Outcome<Vec<_>> =
            (0..number).map(|_| Application::start(program, &backend.url(), grace)).collect();
        let applications = applications?;
        let ask = |at| {
            let application: &Application = nth(&applications, at)?;
            Program::start(program, &["ask", &application.address.to_string()])
        };
        let clients = [ask(0)?, ask(1)?];
        Ok(Self { applications, clients })
    }

    /// Where the first or the second application is.
    pub(crate) fn address(&self, at: usize) -> Outcome<SocketAddr> {
        Ok(nth(&self.applications, at)?.address)
    }

    /// What each process has been answered: status and body.
    pub(crate) fn send_at_once(&mut self, requests: [&[Request]; 2]) -> Outcome<[Vec<Value>; 2]> {
        for (process, requests) in self.clients.iter_mut().zip(requests) {
            process.tell(&serde_json::to_string(requests)?)?;
        }
        for process in &mut self.clients {
            match process.hear()?.as_str() {
                "ready" => {}
                other => return Err(format!("not ready: {other}").into()),
            }
        }
        for process in &mut self.clients {
            process.tell("go")?;
        }
        let [first, second] = &mut self.clients;
        Ok([serde_json::from_str(&first.hear()?)?, serde_json::from_str(&second.hear()?)?])
    }
}

/// A member of the body of an answer.
pub(crate) fn said<'a>(answer: &'a Value, member: &str) -> Option<&'a str> {
    answer.get("body")?.get(member)?.as_str()
}

fn nth(applications: &[Application], at: usize) -> Outcome<&Application> {
    Ok(applications.iter().cycle().nth(at).ok_or("no application")?)
}
