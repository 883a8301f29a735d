//! A login is revoked while it is renewed and used, in two processes, over two applications.

use std::collections::BTreeSet;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::asker::Request;
use crate::backend::Backend;
use crate::figures::Figures;
use crate::http::Client;
use crate::serve::{BOUND, LOGIN, ME, REFRESH, REVOKE};
use crate::track::{Track, said};
use crate::{Outcome, user};

/// So many rounds, some of which share one wait for the bound.
pub(crate) fn run(
    program: &Path,
    backend: &Backend,
    rounds: u32,
    figures: &mut Figures,
) -> Outcome {
    let mut track = Track::start(program, backend, 10)?;
    for first in (0..rounds).step_by(TOGETHER) {
        let mut revoked = Vec::new();
        let bystander = pair(&mut Client::new(track.address(0)?), "bystander")?;
        for round in (first..rounds).take(TOGETHER) {
            let tokens =
                race(&mut track, round, figures).map_err(|e| format!("round {round}: {e}"))?;
            figures.count("rounds", 1);
            figures.count("renewed before the end", u64::from(tokens.refresh.len() > 1));
            revoked.push(tokens);
        }
        let acknowledged = Instant::now();
        thread::sleep(BOUND);
        for tokens in &revoked {
            no_survivor(&track, tokens, figures)?;
        }
        figures.measure("looked again after", acknowledged.elapsed());
        for at in 0..2 {
            let answer = me(&mut Client::new(track.address(at)?), &bystander.0)?;
            if answer != 200 {
                return Err(format!("a bystander was answered with {answer}").into());
            }
        }
    }
    Ok(())
}

/// Everything that a user was given.
#[derive(Debug, Default)]
struct Tokens {
    access: BTreeSet<String>,
    refresh: BTreeSet<String>,
}

fn race(track: &mut Track, round: u32, figures: &mut Figures) -> Outcome<Tokens> {
    let name = format!("revoked-{round}");
    let (access, refresh) = pair(&mut Client::new(track.address(0)?), &name)?;
    let request = |caller: Option<&str>, path: &str, body: Value| Request {
        caller: caller.map(str::to_owned),
        path: path.to_owned(),
        body,
    };
    let renew = request(None, REFRESH, json!({ "refresh_token": refresh }));
    let call = request(Some(&access), ME, Value::Null);
    // By session and by user, in turn.
    let revoke = request(None, REVOKE, json!({ "user": name, "whole": round % 2 == 1 }));
    let half = [vec![renew; 8], vec![call; 7]].concat();
    let mut other = half.clone();
    // At another place each time, since the last bytes are sent one after another.
    other.insert(round as usize % (half.len() + 1), revoke);
    let answers = track.send_at_once([&half, &other])?;
    let mut tokens = Tokens::default();
    tokens.access.insert(access);
    tokens.refresh.insert(refresh);
    for (request, answer) in half.iter().chain(&other).zip(answers.iter().flatten()) {
        let status = answer.get("status").and_then(Value::as_u64);
        match (request.path.as_str(), status) {
            (REFRESH, Some(200)) => {
                tokens.access.extend(said(answer, "access_token").map(str::to_owned));
                tokens.refresh.extend(said(answer, "refresh_token").map(str::to_owned));
            }
            (REFRESH, Some(400)) | (ME, Some(200 | 401)) | (REVOKE, Some(200)) => {}
            // What is known of revocations is too old: the machine is busy.
            (REFRESH | ME, Some(503)) => figures.count("503 meanwhile", 1),
            (path, _) => return Err(format!("{path} was answered with {answer}").into()),
        }
    }
    Ok(tokens)
}

fn no_survivor(track: &Track, tokens: &Tokens, figures: &mut Figures) -> Outcome {
    for at in 0..2 {
        let mut client = Client::new(track.address(at)?);
        for access in &tokens.access {
            let status = me(&mut client, access)?;
            figures.count("dead access tokens refused", 1);
            if status != 401 {
                return Err(format!("a revoked access token was answered with {status}").into());
            }
        }
        for refresh in &tokens.refresh {
            let answer = known(|| {
                let answer = user::refresh(&mut client, refresh);
                (answer.as_ref().map_or(0, |answer| answer.status), answer)
            });
            figures.count("dead refresh tokens refused", 1);
            if !answer.as_ref().is_ok_and(user::is_refusal) {
                return Err(format!("a revoked refresh token was answered: {answer:?}").into());
            }
        }
    }
    Ok(())
}

/// The first access token of a user, and the first refresh token.
fn pair(client: &mut Client, name: &str) -> Outcome<(String, String)> {
    let answer = user::expect(client.post(LOGIN, &json!({ "user": name })), 200)?;
    let access = answer.body.get("access_token").and_then(Value::as_str);
    Ok((access.ok_or("no access token")?.to_owned(), user::token(&answer)?))
}

fn me(client: &mut Client, access: &str) -> Outcome<u16> {
    let answer = known(|| {
        let answer = client.post_as(Some(access), ME, &Value::Null);
        (answer.as_ref().map_or(0, |answer| answer.status), answer)
    });
    Ok(answer.map_err(|silence| format!("no answer: {silence:?}"))?.status)
}

/// Asks again while what is known of revocations is too old, for which a busy machine is enough.
fn known<T>(mut ask: impl FnMut() -> (u16, T)) -> T {
    let began = Instant::now();
    loop {
        let (status, answer) = ask();
        if status != 503 || began.elapsed() > PATIENCE {
            return answer;
        }
        thread::sleep(BOUND / 10);
    }
}

/// Rounds.
const TOGETHER: usize = 10;

/// For how long a machine may be busy.
const PATIENCE: Duration = Duration::from_secs(20);
