//! Many clients send one token at once, from two processes to two applications on one store.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::asker::Request;
use crate::backend::Backend;
use crate::figures::Figures;
use crate::http::Client;
use crate::serve::{REFRESH, hex};
use crate::track::{Track, said};
use crate::{Outcome, user};

/// How many clients there are, half of them in each process.
const CLIENTS: usize = 32;

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
            let alone = self::round(&mut track, grace, round)
                .map_err(|e| format!("grace {grace}, round {round}: {e}"))?;
            figures.count("rounds", 1);
            figures.count("requests", CLIENTS as u64);
            figures.count(if grace == 0 { "refused" } else { "same successor" }, alone);
        }
    }
    Ok(())
}

/// How many got the successor without having made it, or nothing.
fn round(track: &mut Track, grace: u64, round: u32) -> Outcome<u64> {
    let mut client = Client::new(track.address(0)?);
    let name = format!("racer-{grace}-{round}");
    let token = user::login(&mut client, &name)?;
    let request =
        Request { caller: None, path: REFRESH.to_owned(), body: json!({ "refresh_token": token }) };
    let half = vec![request; CLIENTS / 2];
    let answers = track.send_at_once([&half, &half])?.concat();
    let (successors, refused) = sort(&answers)?;
    let current = user::current(&mut client, &name)?;
    match grace {
        0 => alone(&successors, refused, &current)?,
        _ => same(&successors, refused, &current)?,
    }
    Ok(CLIENTS as u64 - 1)
}

/// The successors, and how many were refused.
fn sort(answers: &[Value]) -> Outcome<(Vec<&str>, usize)> {
    let status = |answer: &Value| answer.get("status").and_then(Value::as_u64);
    let (accepted, others): (Vec<_>, Vec<_>) =
        answers.iter().partition(|answer| status(answer) == Some(200));
    let strange = others.iter().find(|answer| {
        status(answer) != Some(400) || said(answer, "error") != Some("invalid_grant")
    });
    if answers.len() != CLIENTS || strange.is_some() {
        return Err(format!("{} answers, and {strange:?}", answers.len()).into());
    }
    let successors = accepted.iter().filter_map(|answer| said(answer, "refresh_token"));
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
