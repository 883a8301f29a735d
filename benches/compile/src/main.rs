//! What an endpoint costs the compiler, in four ways to write it.
//!
//! `shape` → `crates` (sources on disk) → `cargo` (times) → `report` (ratios)

mod cargo;
mod crates;
mod options;
mod report;
mod shape;

use std::process::ExitCode;

use cargo::Job;
use crates::{Crate, Crates};
use options::Options;
use report::{Report, Row};
use shape::Shape;

fn main() -> ExitCode {
    match Options::from_arguments().and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    let sizes = [options.sizes.0, options.sizes.1];
    let root = options.directory.clone();
    let crates = Crates::write(root, &options.shapes, &sizes).map_err(|error| error.to_string())?;
    cargo::fetch(&crates.root)?;
    let mut shapes = options.shapes.clone();
    shapes.retain(|&shape| prepare(&crates, shape, sizes[0], &options.jobs));
    let mut rows = Vec::new();
    for round in 0..options.rounds {
        for endpoints in sizes {
            for &shape in &shapes {
                eprintln!("round {}: {} × {endpoints}", round + 1, shape.id());
                let one = Crate { shape, endpoints };
                let costs = measure(&crates, one, round, &options.jobs)?;
                rows.extend(costs.map(|(job, cost)| Row { round, shape, endpoints, job, cost }));
            }
        }
    }
    let Options { shapes, jobs, rounds, sizes, .. } = options;
    let report = Report { rows: &rows, shapes, jobs, rounds: *rounds, sizes: *sizes };
    println!("\nOn the clock:\n\n{}\n", report.table(|cost| cost.wall));
    println!("CPU time:\n\n{}", report.table(|cost| cost.cpu));
    Ok(())
}

/// Compiles the dependencies; says whether the contender compiles.
fn prepare(crates: &Crates, shape: Shape, endpoints: usize, jobs: &[Job]) -> bool {
    let one = Crate { shape, endpoints };
    jobs.iter().all(|job| match job.run(&one.name(), &crates.root) {
        Ok(_) => true,
        Err(why) => {
            eprintln!("{} is not comparable:\n{why}", shape.id());
            false
        }
    })
}

fn measure(
    crates: &Crates,
    one: Crate,
    round: usize,
    jobs: &[Job],
) -> Result<impl Iterator<Item = (Job, cargo::Cost)>, String> {
    let (name, root) = (one.name(), &crates.root);
    cargo::clean(&name, root);
    let mut costs = Vec::new();
    for &job in jobs {
        if job == Job::Edited {
            crates.edit(one, round).map_err(|error| error.to_string())?;
        }
        costs.push((job, job.run(&name, root)?));
    }
    Ok(costs.into_iter())
}
