//! Whole servers over loopback, each in a process of its own.

use std::path::PathBuf;
use std::process::Command;
use std::{env, io::Read, io::Write, net::TcpStream};

use crate::contenders::{BARE, Build, Contender, FASTAPI, IN_PROCESS};
use crate::job::{Answer, Case, Job};
use crate::markdown::{Table, ratio, whole};
use crate::measure::{CONNECTIONS, Child, Load, Measured, Samples};

const WORKERS: [usize; 2] = [1, 2];

pub(crate) fn loopback(rounds: usize, seconds: u64) {
    let load = match Load::find(seconds) {
        Ok(load) => load,
        Err(what) => return println!("### Over loopback\n\nNot measured: {what}.\n"),
    };
    for workers in WORKERS {
        let table = table(&load, rounds, workers);
        table.print(&format!(
            "Over loopback: {CONNECTIONS} connections, workers: {workers} (median of {rounds} rounds \
             of {seconds} s)"
        ));
    }
}

fn table(load: &Load, rounds: usize, workers: usize) -> Table {
    let mut table = Table::new(["requests/s", "× bare", "p50, ms", "p99, ms", "CPU a request, µs"]);
    let mut runs = Vec::new();
    for contender in IN_PROCESS.iter().copied().chain([&FASTAPI]) {
        eprintln!("{} starts, workers: {workers}", contender.id);
        match start(contender, workers) {
            Ok(server) => runs.push((contender, server, Vec::new())),
            Err(why) => table.not_comparable(contender.title, &why),
        }
    }
    for _ in 0..rounds {
        for (contender, server, figures) in &mut runs {
            match load.run(server, &Job::PLAIN.path(), &field(contender)) {
                Ok(measured) => figures.push(measured),
                Err(why) => eprintln!("{}: {why}", contender.id),
            }
        }
    }
    let of = |figures: &[Measured], what: fn(&Measured) -> f64| {
        Samples::new(figures.iter().map(what).collect())
    };
    let bare = runs.iter().find(|(contender, ..)| contender.id == BARE.id);
    let bare = bare.map(|(.., figures)| of(figures, |one| one.requests_a_second));
    for (contender, _, figures) in &runs {
        let speed = of(figures, |one| one.requests_a_second);
        let to_bare = bare.as_ref().map_or(f64::NAN, |bare| speed.ratio_to(bare));
        let p50 = of(figures, |one| one.p50).median();
        let p99 = of(figures, |one| one.p99).median();
        let cpu = of(figures, |one| one.cpu).median();
        let milliseconds = |value: f64| format!("{value:.2}");
        let cells = [
            whole(speed.median()),
            ratio(to_bare),
            milliseconds(p50),
            milliseconds(p99),
            ratio(cpu),
        ];
        table.row(contender.title, cells);
    }
    table
}

fn field(contender: &Contender) -> (&'static str, String) {
    contender.field.carry(&Job::PLAIN.tokens().honest(1))
}

/// A server that answers as it must.
fn start(contender: &Contender, workers: usize) -> Result<Child, String> {
    let server = Child::start(&mut command(contender, workers)?)?;
    let answer = ask(&server, contender).map_err(|error| error.to_string())?;
    let expected = Case::Allow.expected();
    match answer {
        Some(answer) if answer == expected => Ok(server),
        Some(answer) => Err(format!("it answers {answer}, not {expected}")),
        None => Err("its answer is no HTTP".to_owned()),
    }
}

fn command(contender: &Contender, workers: usize) -> Result<Command, String> {
    if let Build::Program(program) = contender.build {
        return program(workers);
    }
    let own: PathBuf = env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(own);
    command.args(["serve", contender.id, "--workers", &workers.to_string()]);
    Ok(command)
}

fn ask(server: &Child, contender: &Contender) -> std::io::Result<Option<Answer>> {
    let (name, value) = field(contender);
    let mut stream = TcpStream::connect(("127.0.0.1", server.port))?;
    let path = Job::PLAIN.path();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{name}: {value}\r\n\r\n"
    )?;
    let mut response = String::new();
    stream.read_to_string(&mut response)?;
    let status = response.split(' ').nth(1).and_then(|status| status.parse().ok());
    let body = response.split_once("\r\n\r\n").map(|(_, body)| body.as_bytes().to_vec());
    Ok(status.zip(body).map(|(status, body)| Answer { status, body }))
}
