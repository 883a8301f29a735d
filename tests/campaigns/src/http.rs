//! A client that can hold back the end of a request, and knows whether a request may have arrived.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Silence {
    /// Nothing was sent.
    Unsent,
    /// The request may have been carried out.
    Unknown(#[expect(dead_code, reason = "shown")] io::Error),
}

/// One connection, which is made anew when it has been lost.
#[derive(Debug)]
pub(crate) struct Client {
    address: SocketAddr,
    connection: Option<TcpStream>,
    held_back: Vec<u8>,
}

impl Client {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self { address, connection: None, held_back: Vec::new() }
    }

    /// Goes to another address, if it is another.
    pub(crate) fn at(&mut self, address: SocketAddr) {
        if self.address != address {
            *self = Self::new(address);
        }
    }

    pub(crate) fn post(&mut self, path: &str, body: &Value) -> Result<Answer, Silence> {
        self.post_as(None, path, body)
    }

    /// The same as the caller that an access token stands for.
    pub(crate) fn post_as(
        &mut self,
        caller: Option<&str>,
        path: &str,
        body: &Value,
    ) -> Result<Answer, Silence> {
        self.begin(caller, path, body)?;
        self.finish()?;
        self.answer()
    }

    /// Sends all but the last byte.
    pub(crate) fn begin(
        &mut self,
        caller: Option<&str>,
        path: &str,
        body: &Value,
    ) -> Result<(), Silence> {
        // Of a request without a body it is the end of the head that is held back.
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let caller = caller.map(|token| format!("authorization: Bearer {token}\r\n"));
        let caller = caller.unwrap_or_default();
        let mut all = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\n{caller}content-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes();
        self.held_back = all.split_off(all.len().saturating_sub(1));
        let connection = self.connected().map_err(|_| Silence::Unsent)?;
        connection.write_all(&all).map_err(|_| self.lost(Silence::Unsent))
    }

    /// Sends the last byte.
    pub(crate) fn finish(&mut self) -> Result<(), Silence> {
        let last = std::mem::take(&mut self.held_back);
        let sent = self.connected().and_then(|connection| connection.write_all(&last));
        sent.map_err(|error| self.lost(Silence::Unknown(error)))
    }

    pub(crate) fn answer(&mut self) -> Result<Answer, Silence> {
        let read = self.connected().and_then(read);
        read.map_err(|error| self.lost(Silence::Unknown(error)))
    }

    fn connected(&mut self) -> io::Result<&mut TcpStream> {
        if self.connection.is_none() {
            let connection = TcpStream::connect_timeout(&self.address, PATIENCE)?;
            connection.set_nodelay(true)?;
            connection.set_read_timeout(Some(PATIENCE))?;
            connection.set_write_timeout(Some(PATIENCE))?;
            self.connection = Some(connection);
        }
        self.connection.as_mut().ok_or_else(|| io::ErrorKind::NotConnected.into())
    }

    fn lost(&mut self, silence: Silence) -> Silence {
        self.connection = None;
        silence
    }
}

/// One answer, of the kind that the application of the campaigns gives.
fn read(connection: &mut TcpStream) -> io::Result<Answer> {
    let mut all = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let length = connection.read(&mut piece)?;
        all.extend_from_slice(piece.get(..length).unwrap_or_default());
        if let Some(answer) = parse(&all)? {
            return Ok(answer);
        }
        if length == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

/// Nothing yet if there is more to come.
fn parse(all: &[u8]) -> io::Result<Option<Answer>> {
    let text = str::from_utf8(all).map_err(io::Error::other)?;
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return Ok(None) };
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, length)| length.trim().parse::<usize>().ok());
    let (Some(status), Some(length)) = (status, length) else {
        return Err(io::Error::other(format!("not an answer: {head}")));
    };
    if body.len() < length {
        return Ok(None);
    }
    Ok(Some(Answer { status, body: serde_json::from_str(body).unwrap_or(Value::Null) }))
}

/// Longer than the application may take for anything.
const PATIENCE: Duration = Duration::from_secs(30);
