//! FastAPI with PyJWT under uvicorn: a program of its own, in an environment that is made in
//! cargo's target directory when it is first asked for.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::job::SECRET;

pub(super) fn program(workers: usize) -> Result<Command, String> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/contenders/fastapi");
    let python = environment(&sources)?;
    let mut command = Command::new(python);
    command.arg(sources.join("serve.py")).arg(workers.to_string());
    command.env("TOKEN_SIGNING_KEY", std::str::from_utf8(SECRET).unwrap_or_default());
    Ok(command)
}

/// The interpreter of an environment with what `requirements.txt` says.
fn environment(sources: &Path) -> Result<PathBuf, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let target = program.ancestors().nth(2).ok_or("there is no target directory")?;
    let directory = target.join("speed-python");
    let python = directory.join("bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&directory))?;
    }
    let requirements = sources.join("requirements.txt");
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "-r"]).arg(requirements))?;
    Ok(python)
}

fn run(command: &mut Command) -> Result<(), String> {
    let told = format!("install `python3` with venv and pip: `{command:?}` has failed");
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.ok().filter(|status| status.success()).map(drop).ok_or(told)
}
