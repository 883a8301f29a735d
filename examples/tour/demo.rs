//! Everybody calls everything, over HTTP, and what each gets is compared with a table that was
//! written by hand. The server is the one of the tour, on a free port, with new users.

mod ending;
mod expected;
mod visitor;

use std::error::Error;
use std::io::{self, Write};

use actix_web::dev::ResourceDef;
use futures_util::future::try_join_all;
use portcullis::{Portcullis, Problem, RouteEntry};

use crate::server;
use crate::signing_key::SigningKey;
use crate::users::Users;
use expected::{EXPECTED, Row, VISITORS};

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let listener = server::listen(0)?;
    let base = format!("http://{}", listener.local_addr()?);
    let users = Users::open(&folder.path().join("demo.sqlite")).await?;
    let portcullis = server::portcullis(&SigningKey::choose()?, users.clone()).await?;
    let server = server::start(listener, portcullis.clone(), users)?;
    let handle = server.handle();
    actix_web::rt::spawn(server);
    let verdict = visit(&base, &portcullis).await;
    handle.stop(true).await;
    verdict
}

async fn visit(base: &str, portcullis: &Portcullis) -> Result<(), Box<dyn Error>> {
    let visitors = visitor::everybody(base).await?;
    let out = &mut io::stdout();
    writeln!(out, "What each got, and whether (=) or not (≠) the table expects it:\n")?;
    writeln!(out, "{:46}{}", "", VISITORS.map(|name| format!("{name:9}")).join("  "))?;
    let mut differences = 0;
    for row in EXPECTED {
        let statuses = try_join_all(visitors.iter().map(|visitor| visitor.send(row))).await?;
        differences += report(row, &statuses, out)?;
    }
    writeln!(out, "\nWhat ends when an admin says so:\n")?;
    let steps = ending::steps(base).await?;
    for (step, got, expected) in &steps {
        differences += tell(step, got, expected, out)?;
    }
    let forgotten = forgotten(portcullis);
    for route in &forgotten {
        writeln!(out, "{route} is not in the table")?;
    }
    // A tour has no certificate: of that it is warned, rightly.
    let told = |warning: &&Problem| !warning.message().contains("plain HTTP");
    let warnings = portcullis.warnings().filter(told).collect::<Vec<_>>();
    for warning in &warnings {
        writeln!(out, "{warning}")?;
    }
    let told = steps.iter().map(|(_, got, _)| got.len()).sum::<usize>();
    let answers = EXPECTED.len() * VISITORS.len() + told;
    writeln!(out, "\n{answers} answers, {differences} not as expected")?;
    match differences + forgotten.len() + warnings.len() {
        0 => Ok(()),
        _ => Err("the server does not do what the table says".into()),
    }
}

/// One line of the report; how many of its answers differ.
fn report(row: &Row, statuses: &[u16], out: &mut impl Write) -> io::Result<usize> {
    let line = format!("{:7}{:23}{:14}", row.verb, row.path, row.note);
    tell(&line, statuses, &row.statuses, out)
}

fn tell(line: &str, got: &[u16], expected: &[u16], out: &mut impl Write) -> io::Result<usize> {
    let mut differences = 0;
    write!(out, "{line:44}")?;
    for (got, expected) in got.iter().zip(expected) {
        let sign = if got == expected { '=' } else { '≠' };
        differences += usize::from(got != expected);
        write!(out, "  {got} {sign} {expected}")?;
    }
    writeln!(out)?;
    Ok(differences)
}

/// What the server serves and the table does not mention.
fn forgotten(portcullis: &Portcullis) -> Vec<String> {
    let mentioned = |route: &RouteEntry<'_>| {
        let path = ResourceDef::new(route.path());
        EXPECTED.iter().any(|row| row.verb == route.verb().as_str() && path.is_match(row.path))
    };
    portcullis
        .routes()
        .filter(|route| !mentioned(route))
        .map(|route| format!("{} {}", route.verb(), route.path()))
        .collect()
}
