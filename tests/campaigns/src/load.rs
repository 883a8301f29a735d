//! Clients that sign in and refresh without end, and notice when a promise is broken.

use std::thread;
use std::time::{Duration, Instant};

use crate::http::{Client, Silence};
use crate::ledger::{Ledger, Left};
use crate::user;

/// Signs in, refreshes some times, and leaves; until the ledger is closed.
///
/// `grace` is the application's window.
pub(crate) fn client(ledger: &Ledger, name: &str, grace: Duration) {
    let mut client = Client::new(ledger.address());
    for visit in 0_u64.. {
        let Some(first) = sign_in(ledger, &mut client, &format!("{name}-{visit}")) else { return };
        let Some(left) = visit_with(ledger, &mut client, first, grace) else { continue };
        ledger.leave(left);
    }
}

/// Tries dead tokens of families that were left, which ends them; and those that have ended.
pub(crate) fn thief(ledger: &Ledger, grace: Duration) {
    let mut client = Client::new(ledger.address());
    // The window is counted in whole seconds, from the one in which the token was rotated.
    let window = grace + Duration::from_secs(2);
    while !ledger.is_over() {
        let mature = Instant::now().checked_sub(window);
        match mature.and_then(|then| ledger.left_before(then)) {
            Some(family) => steal(ledger, &mut client, family, grace),
            None => thread::sleep(Duration::from_millis(10)),
        }
    }
}

/// Those that have ended must still have, after whatever has happened.
pub(crate) fn revisit(ledger: &Ledger) {
    let mut client = Client::new(ledger.address());
    for family in ledger.some_ended(10) {
        must_be_dead(ledger, &mut client, &family.current, "the current token of an ended family");
        let of_old = family.consumed.last().unwrap_or(&family.current);
        must_be_dead(ledger, &mut client, of_old, "a consumed token of an ended family");
    }
}

/// The token that was left unused still works; the one before it does not, and ends the family.
fn steal(ledger: &Ledger, client: &mut Client, mut family: Left, grace: Duration) {
    let Some(last) = family.consumed.first().cloned() else { return };
    let Some(next) = refresh(ledger, client, &family.current, grace) else { return };
    family.consumed.push(std::mem::replace(&mut family.current, next));
    must_be_dead(ledger, client, &last, "a consumed token");
    must_be_dead(ledger, client, &family.current, "the current token after a consumed one");
    ledger.ended(family);
}

/// Asks until there is an answer, which must be the refusal.
fn must_be_dead(ledger: &Ledger, client: &mut Client, token: &str, what: &str) {
    for _ in 0..ATTEMPTS {
        client.at(ledger.address());
        match user::refresh(client, token) {
            Ok(answer) if answer.status == 503 => pause(),
            Ok(answer) => {
                Ledger::count(&ledger.dead);
                if !user::is_refusal(&answer) {
                    ledger.broken(format!("{what} was answered with {}", answer.status));
                }
                return;
            }
            Err(_) => pause(),
        }
    }
    ledger.broken(format!("no answer for {what}"));
}

fn sign_in(ledger: &Ledger, client: &mut Client, name: &str) -> Option<String> {
    while !ledger.is_over() {
        client.at(ledger.address());
        match user::login(client, name) {
            Ok(token) => {
                Ledger::count(&ledger.acknowledged);
                return Some(token);
            }
            Err(_) => pause(),
        }
    }
    None
}

/// Nothing if it is unknown what became of the family.
fn visit_with(
    ledger: &Ledger,
    client: &mut Client,
    first: String,
    grace: Duration,
) -> Option<Left> {
    let mut current = first;
    let mut consumed = Vec::new();
    for _ in 0..REFRESHES {
        let next = refresh(ledger, client, &current, grace)?;
        consumed.insert(0, std::mem::replace(&mut current, next));
    }
    Some(Left { consumed, current, since: Instant::now() })
}

/// The successor. A token that was acknowledged, and perhaps sent but not answered, must have one
/// as long as the window lasts in which it may have been consumed.
fn refresh(ledger: &Ledger, client: &mut Client, token: &str, grace: Duration) -> Option<String> {
    let mut sent: Option<Instant> = None;
    while !ledger.is_over() {
        client.at(ledger.address());
        let now = Instant::now();
        match user::refresh(client, token) {
            Ok(answer) if answer.status == 200 => {
                Ledger::count(&ledger.acknowledged);
                return user::token(&answer).ok();
            }
            Ok(answer) if answer.status != 503 => {
                let late = sent.is_some_and(|sent| sent.elapsed() + SECOND > grace);
                match late && user::is_refusal(&answer) {
                    true => Ledger::count(&ledger.too_late),
                    false => ledger.broken(format!(
                        "an acknowledged token was answered with {}, {} ms after it was first sent",
                        answer.status,
                        sent.map_or(0, |sent| sent.elapsed().as_millis()),
                    )),
                }
                return None;
            }
            Err(Silence::Unsent) => pause(),
            Ok(_) | Err(Silence::Unknown(_)) => {
                Ledger::count(&ledger.unknown);
                sent.get_or_insert(now);
                pause();
            }
        }
    }
    None
}

/// Before it is tried again.
fn pause() {
    thread::sleep(Duration::from_millis(10));
}

/// Refreshes of one visit.
const REFRESHES: usize = 6;

/// Windows are counted in whole ones.
const SECOND: Duration = Duration::from_secs(1);

/// As many as fit into the time that a server may take to come back.
const ATTEMPTS: usize = 6000;
