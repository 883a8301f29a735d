//! Ports and passwords that nobody else has.

use std::io;
use std::net::TcpListener;

/// A loopback port that is free now, as is the one 10,000 above, on which nodes of a cluster talk.
///
/// Neither is one of those that the kernel gives to clients (32768 and above): while a server is
/// down, one of them could take its port, or be connected with itself.
pub(crate) fn port() -> io::Result<u16> {
    for _ in 0..100 {
        let port = 10_240 + u16::try_from(getrandom::u32()? % 12_000).unwrap_or_default();
        let free = |port| TcpListener::bind(("127.0.0.1", port)).is_ok();
        if free(port) && free(port + 10_000) {
            return Ok(port);
        }
    }
    Err(io::Error::other("no free port on 127.0.0.1"))
}

/// 128 bits in hexadecimal.
pub(crate) fn password() -> io::Result<String> {
    Ok(format!("{:016x}{:016x}", getrandom::u64()?, getrandom::u64()?))
}
