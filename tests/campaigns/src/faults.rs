//! A store that is there and does not answer as it should.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fmt, thread};

use portcullis_servers::{Behaviour, Proxy};
use serde_json::json;

use crate::backend::Backend;
use crate::figures::Figures;
use crate::http::{Answer, Client, Silence};
use crate::program::Application;
use crate::serve::LOGIN;
use crate::sqlite::Locked;
use crate::{Outcome, user};

/// What happens to the store.
#[derive(Clone, Copy, Debug)]
enum Fault {
    /// It is killed.
    Stopped,
    /// It is stopped where it stands.
    Frozen,
    /// Somebody else writes, and does not finish.
    Locked,
    /// The line to it does this.
    Line(Behaviour),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Stopped => "stopped",
            Self::Frozen => "frozen",
            Self::Locked => "locked",
            Self::Line(Behaviour::Reset) => "reset",
            Self::Line(Behaviour::Hang) => "hanging",
            Self::Line(Behaviour::Refuse) => "refused",
            Self::Line(Behaviour::Delay(_) | Behaviour::Pass) => "slow",
        })
    }
}

/// So many rounds of every fault that this store can have.
pub(crate) fn run(
    program: &Path,
    backend: &mut Backend,
    rounds: u32,
    figures: &mut Figures,
) -> Outcome {
    let proxied = backend.proxied()?;
    let (proxy, url) = match proxied {
        Some((proxy, url)) => (Some(proxy), url),
        None => (None, backend.url()),
    };
    let application = Application::start(program, &url, GRACE.as_secs())?;
    let mut client = Client::new(application.address);
    for round in 0..rounds {
        let faults = faults(backend, proxy.is_some());
        let dead: Outcome<Vec<Dead>> = faults
            .iter()
            .map(|fault| Dead::new(&mut client, &format!("{fault}-{round}")))
            .collect();
        // Beyond their window, which is counted in whole seconds.
        thread::sleep(GRACE + Duration::from_secs(1));
        for (fault, dead) in faults.into_iter().zip(dead?) {
            suffer(backend, proxy.as_ref(), &application, fault, dead, figures)
                .map_err(|error| format!("{fault} in round {round}: {error}"))?;
            figures.count("faults", 1);
        }
    }
    Ok(())
}

fn faults(backend: &Backend, proxy: bool) -> Vec<Fault> {
    let mut faults = match backend {
        Backend::Memory => vec![],
        Backend::Sqlite(_) => vec![Fault::Locked],
        _ => vec![Fault::Stopped, Fault::Frozen],
    };
    if proxy {
        let slow = Behaviour::Delay(Duration::from_secs(4));
        faults
            .extend([Behaviour::Refuse, Behaviour::Hang, Behaviour::Reset, slow].map(Fault::Line));
    }
    faults
}

/// Tokens that were good once.
struct Dead {
    consumed: String,
    ended: String,
}

impl Dead {
    /// The window of what was consumed is still open.
    fn new(client: &mut Client, name: &str) -> Outcome<Self> {
        let consumed = user::login(client, &format!("{name}-consumed"))?;
        user::expect(user::refresh(client, &consumed), 200)?;
        let user = format!("{name}-ended");
        let ended = user::login(client, &user)?;
        user::end(client, &user)?;
        Ok(Self { consumed, ended })
    }
}

/// What users have before a fault.
struct Tokens {
    /// Will be sent while the store does not answer.
    live: String,
    /// Will not be sent before the store is back.
    resting: String,
    dead: Dead,
}

fn suffer(
    backend: &mut Backend,
    proxy: Option<&Proxy>,
    application: &Application,
    fault: Fault,
    dead: Dead,
    figures: &mut Figures,
) -> Outcome {
    let mut client = Client::new(application.address);
    let live = user::login(&mut client, "live")?;
    let resting = user::login(&mut client, "resting")?;
    let tokens = Tokens { live, resting, dead };
    let mut locked = None;
    match (fault, &*backend) {
        (Fault::Stopped, _) => backend.kill()?,
        (Fault::Frozen, _) => backend.freeze()?,
        (Fault::Locked, Backend::Sqlite(folder)) => locked = Some(Locked::new(folder.path())?),
        (Fault::Line(behaviour), _) => proxy.ok_or("no line")?.behave(behaviour),
        (Fault::Locked, _) => return Err("only SQLite has that lock".into()),
    }
    endure(application, &tokens, fault, figures)?;
    match fault {
        Fault::Stopped => backend.restart()?,
        Fault::Frozen => backend.thaw()?,
        Fault::Locked => drop(locked.take()),
        Fault::Line(_) => proxy.ok_or("no line")?.behave(Behaviour::Pass),
    }
    recover(&mut client, &tokens, fault, figures)
}

/// Everybody asks at once: each must be told in time that the store cannot be asked.
fn endure(
    application: &Application,
    tokens: &Tokens,
    fault: Fault,
    figures: &mut Figures,
) -> Outcome {
    let ask = |token: &str| timed(application, |client| user::refresh(client, token));
    let (answers, login) = thread::scope(|scope| {
        let asked = [&tokens.live, &tokens.dead.consumed, &tokens.dead.ended]
            .map(|token| scope.spawn(move || ask(token)));
        let login = timed(application, |client| client.post(LOGIN, &json!({ "user": "new" })));
        (asked.map(|asked| asked.join().unwrap_or_else(|_| Err("a client panicked".into()))), login)
    });
    let [live, consumed, ended] = answers;
    // Whoever waits for nobody may read: SQLite tells readers what was there before.
    let may_know = matches!(fault, Fault::Locked);
    let deadline = if may_know { SQLITE_DEADLINE } else { DEADLINE };
    for (who, answer, dead) in [
        ("login", login, false),
        ("live", live, false),
        ("consumed", consumed, true),
        ("ended", ended, true),
    ] {
        let (answer, time) = answer?;
        figures.measure(&format!("{fault} 503"), time);
        let refused = dead && may_know && user::is_refusal(&answer);
        if answer.status != 503 && !refused {
            return Err(format!("{who} was answered with {}", answer.status).into());
        }
        if time > deadline {
            return Err(format!("{who} waited for {time:?}").into());
        }
    }
    Ok(())
}

fn timed(
    application: &Application,
    ask: impl FnOnce(&mut Client) -> Result<Answer, Silence>,
) -> Outcome<(Answer, Duration)> {
    let start = Instant::now();
    let answer = ask(&mut Client::new(application.address));
    Ok((answer.map_err(|silence| format!("no answer: {silence:?}"))?, start.elapsed()))
}

/// The store is back: so is the application, and it has accepted nothing meanwhile.
fn recover(client: &mut Client, tokens: &Tokens, fault: Fault, figures: &mut Figures) -> Outcome {
    let start = Instant::now();
    loop {
        match user::refresh(client, &tokens.resting) {
            Ok(answer) if answer.status == 200 => break,
            Ok(answer) if answer.status != 503 => {
                return Err(format!("a token was lost: {}", answer.status).into());
            }
            _ if start.elapsed() > RECOVERY => {
                return Err(format!("not served again {RECOVERY:?} after the store is back").into());
            }
            _ => thread::sleep(Duration::from_millis(20)),
        }
    }
    figures.measure(&format!("{fault} recovery"), start.elapsed());
    for (who, token) in [("ended", &tokens.dead.ended), ("consumed", &tokens.dead.consumed)] {
        let answer = user::refresh(client, token);
        if !answer.as_ref().is_ok_and(user::is_refusal) {
            return Err(format!("{who}, after the fault: {answer:?}").into());
        }
    }
    // It may have been consumed unseen, and the window may be over.
    match user::refresh(client, &tokens.live) {
        Ok(answer) if answer.status == 200 || user::is_refusal(&answer) => Ok(()),
        other => Err(format!("live, after the fault: {other:?}").into()),
    }
}

/// The window of the application.
const GRACE: Duration = Duration::from_secs(1);

/// How long an answer may take: the stores give up after 2 s, and this machine may be busy.
const DEADLINE: Duration = Duration::from_secs(5);

/// SQLite gives up after 5 s.
const SQLITE_DEADLINE: Duration = Duration::from_secs(8);

/// From the moment in which the store is back.
const RECOVERY: Duration = Duration::from_secs(5);
