//! Waiting for what another process does, but not for ever.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

/// How long a server may take for anything: the machine may be busy with other things.
const LIMIT: Duration = Duration::from_secs(60);

/// Asks until the answer is yes.
pub(crate) fn until(what: &str, mut done: impl FnMut() -> io::Result<bool>) -> io::Result<()> {
    let start = Instant::now();
    while !done()? {
        if start.elapsed() > LIMIT {
            return Err(io::Error::other(format!("not within {LIMIT:?}: {what}")));
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}
