//! Where chance comes from.

use std::fmt;
use std::io;

/// A source of random bytes that nobody can predict. Nothing else in this crate makes any.
pub trait Random: fmt::Debug + Send + Sync {
    /// Fills the whole buffer.
    ///
    /// # Errors
    ///
    /// If the source cannot be asked. Whatever needed the bytes then fails.
    fn fill(&self, bytes: &mut [u8]) -> io::Result<()>;
}

/// The generator of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> io::Result<()> {
        Ok(getrandom::fill(bytes)?)
    }
}
