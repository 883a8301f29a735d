//! Many clients send one token at once, from two processes to two applications on one store.

use std::net::SocketAddr;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::backend::Backend;
use crate::figures::Figures;
use crate::http::Client;
use crate::program::{Application, Program};
use crate::serve::hex;
use crate::{Outcome, user};

/// How many clients there are, half of them in each process.
pub(crate) const CLIENTS: usize = 32;

/// So many rounds with a grace window, and as many more without.
pub(crate) fn run(
    program: &Path,
    backend: &Backend,
    rounds: u32,
    figures: &mut Figures,
) -> Outcome {
    for grace in [10, 0] {
        let mut track = Track::start(program, backend, grace)?;
        for round in 0..rounds {
            let alone =
                track.round(round).map_err(|e| format!("grace {grace}, round {round}: {e}"))?;
            figures.count("rounds", 1);
            figures.count("requests", CLIENTS as u64);
            figures.count(if grace == 0 { "refused" } else { "same successor" }, alone);
        }
    }
    Ok(())
}

/// Applications and clients, kept from round to round.
struct Track {
    applications: Vec<Application>,
    clients: [Program; 2],
    grace: u64,
}

impl Track {
    fn start(program: &Path, backend: &Backend, grace: u64) -> Outcome<Self> {
        // Two applications cannot share the memory of one of them.
        let applications = if matches!(backend, Backend::Memory) { 1 } else { 2 };
        let applications: Outcome<Vec<_>> =
            (0..applications).map(|_| Application::start(program, &backend.url(), grace)).collect();
        let applications = applications?;
        let address = |at: usize| -> Outcome<SocketAddr> {
            Ok(applications.iter().cycle().nth(at).ok_or("no application")?.address)
        };
        let parallel = (CLIENTS / 2).to_string();
        let ask = |address: SocketAddr| {
            Program::start(program, &["ask", &address.to_string(), &parallel])
        };
        let clients = [ask(address(0)?)?, ask(address(1)?)?];
        Ok(Self { applications, clients, grace })
    }

    /// How many got the successor without having made it, or nothing.
    fn round(&mut self, round: u32) -> Outcome<u64> {
        let at = self.applications.first().ok_or("no application")?.address;
        let mut client = Client::new(at);
        let name = format!("racer-{}-{round}", self.grace);
        let token = user::login(&mut client, &name)?;
        let answers = self.send_at_once(&token)?;
        let (successors, refused) = sort(&answers)?;
        let current = user::current(&mut client, &name)?;
        match self.grace {
            0 => alone(&successors, refused, &current)?,
            _ => same(&successors, refused, &current)?,
        }
        Ok(CLIENTS as u64 - 1)
    }

    fn send_at_once(&mut self, token: &str) -> Outcome<Vec<Value>> {
        for process in &mut self.clients {
            process.tell(token)?;
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
        let mut all = Vec::new();
        for process in &mut self.clients {
            let answers: Vec<Value> = serde_json::from_str(&process.hear()?)?;
            all.extend(answers);
        }
        Ok(all)
    }
}

/// The successors, and how many were refused.
fn sort(answers: &[Value]) -> Outcome<(Vec<&str>, usize)> {
    let status = |answer: &Value| answer.get("status").and_then(Value::as_u64);
    let (accepted, others): (Vec<_>, Vec<_>) =
        answers.iter().partition(|answer| status(answer) == Some(200));
    let strange = others
        .iter()
        .find(|answer| status(answer) != Some(400) || answer["body"]["error"] != "invalid_grant");
    if answers.len() != CLIENTS || strange.is_some() {
        return Err(format!("{} answers, and {strange:?}", answers.len()).into());
    }
    let successors = accepted.iter().filter_map(|answer| answer["body"]["refresh_token"].as_str());
    Ok((successors.collect(), others.len()))
}

/// In the grace window all get one successor, which is what the store takes for current.
fn same(successors: &[&str], refused: usize, current: &[String]) -> Outcome {
    let first = successors.first().ok_or("nobody got a successor")?;
    let all_same = successors.iter().all(|successor| successor == first);
    if refused == 0 && successors.len() == CLIENTS && all_same && current == [hash(first)?] {
        return Ok(());
    }
    let different: std::collections::BTreeSet<_> = successors.iter().collect();
    Err(format!(
        "{} successors of which {} differ, {refused} refused, {} in the store",
        successors.len(),
        different.len(),
        current.len()
    )
    .into())
}

/// Without a grace window one gets a successor. The others are thieves or have met one: the
/// family may have ended, but there is no other token in it.
fn alone(successors: &[&str], refused: usize, current: &[String]) -> Outcome {
    match successors {
        [only] if refused == CLIENTS - 1 && (current.is_empty() || current == [hash(only)?]) => {
            Ok(())
        }
        _ => Err(format!(
            "{} successors, {refused} refused, {} in the store",
            successors.len(),
            current.len()
        )
        .into()),
    }
}

/// What the store has of a token, in hexadecimal.
fn hash(token: &str) -> Outcome<String> {
    let (_, secret) = token.split_once('.').ok_or("not a token")?;
    Ok(hex(&Sha256::digest(BASE64_URL_SAFE_NO_PAD.decode(secret)?)))
}
