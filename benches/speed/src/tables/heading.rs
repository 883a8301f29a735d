//! On what, and how, the tables were made.

use std::{env, fs, thread};

pub(crate) fn heading() {
    let arguments = env::args().skip(1).collect::<Vec<_>>().join(" ");
    let arguments = if arguments.is_empty() { arguments } else { format!(" -- {arguments}") };
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name"));
    let model =
        model.map_or("unknown processor", |model| model.trim_start_matches([' ', '\t', ':']));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    println!("`cargo run --release -p speed{arguments}`, on {cores} cores of {model}:\n");
}
