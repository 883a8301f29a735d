//! A connection that sends any bytes, and reads exactly one response at a time.

use std::fmt;
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

/// Shows whether a connection is still in step.
pub(crate) const PROBE: &[u8] = b"GET /probe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

pub(crate) struct Connection {
    stream: TcpStream,
    /// What has come and is in no response yet.
    unread: Vec<u8>,
}

/// Why there is no further response.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum End {
    Closed,
    /// Neither a response nor an end.
    Silent,
    /// Bytes that are no response, or half of one.
    Garbled,
}

/// A response.
pub(crate) struct Response {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Connection {
    pub(crate) fn to(server: SocketAddr) -> Self {
        let stream = TcpStream::connect(server).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        Self { stream, unread: Vec::new() }
    }

    /// Sends these bytes, unless the server has already closed.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes);
    }

    /// Sends nothing more.
    pub(crate) fn finish(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Write);
    }

    /// The next response; it is `bodiless` if `HEAD` was asked.
    pub(crate) fn response(&mut self, bodiless: bool) -> Result<Response, End> {
        let mut response = loop {
            match head(&self.unread) {
                Some(Ok((response, length))) => {
                    self.unread.drain(..length);
                    break response;
                }
                Some(Err(end)) => return Err(end),
                None => self.read_more()?,
            }
        };
        if !bodiless && response.status >= 200 && response.status != 204 {
            response.body = self.body(&response)?;
        }
        Ok(response)
    }

    fn body(&mut self, response: &Response) -> Result<Vec<u8>, End> {
        if response.header("transfer-encoding").is_some() {
            return self.chunks();
        }
        let length = response.header("content-length").and_then(|length| length.parse().ok());
        self.take(length.ok_or(End::Garbled)?)
    }

    fn chunks(&mut self) -> Result<Vec<u8>, End> {
        let mut body = Vec::new();
        loop {
            match httparse::parse_chunk_size(&self.unread) {
                Ok(httparse::Status::Complete((start, length))) => {
                    self.unread.drain(..start);
                    let length = usize::try_from(length).map_err(|_| End::Garbled)?;
                    body.extend(self.take(length)?);
                    if self.take(2)? != b"\r\n" {
                        return Err(End::Garbled);
                    }
                    if length == 0 {
                        return Ok(body);
                    }
                }
                Ok(httparse::Status::Partial) => self.read_more()?,
                Err(_) => return Err(End::Garbled),
            }
        }
    }

    fn take(&mut self, length: usize) -> Result<Vec<u8>, End> {
        while self.unread.len() < length {
            self.read_more()?;
        }
        Ok(self.unread.drain(..length).collect())
    }

    fn read_more(&mut self) -> Result<(), End> {
        let mut bytes = [0; 4096];
        match self.stream.read(&mut bytes) {
            Ok(read) if read > 0 => {
                self.unread.extend_from_slice(&bytes[..read]);
                Ok(())
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                Err(End::Silent)
            }
            Ok(_) | Err(_) if self.unread.is_empty() => Err(End::Closed),
            Ok(_) | Err(_) => Err(End::Garbled),
        }
    }
}

/// A response without its body, and the length of that.
fn head(bytes: &[u8]) -> Option<Result<(Response, usize), End>> {
    let mut fields = [httparse::EMPTY_HEADER; 32];
    let mut parsed = httparse::Response::new(&mut fields);
    let length = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return None,
        Err(_) => return Some(Err(End::Garbled)),
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let fields = parsed.headers.iter();
    let headers = fields.map(|field| (field.name.to_lowercase(), text(field.value))).collect();
    let status = parsed.code.unwrap_or(0);
    Some(Ok((Response { status, headers, body: Vec::new() }, length)))
}

impl Response {
    fn header(&self, name: &str) -> Option<&str> {
        let mut fields = self.headers.iter();
        fields.find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The status, and what else tells one answer from another.
impl fmt::Display for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        let challenge = self.header("www-authenticate");
        match (self.status, challenge, self.header("allow")) {
            (200, ..) if self.body.is_empty() => Ok(()),
            (200, ..) => write!(f, " {}", String::from_utf8_lossy(&self.body).trim_end()),
            (401, None, _) => f.write_str(" without a challenge"),
            (_, Some(challenge), _) => match challenge.split_once(r#"realm="api", error=""#) {
                Some((_, error)) => f.write_str(&format!(" {error}").replace('"', "")),
                None => Ok(()),
            },
            (_, None, Some(allow)) => write!(f, " {allow}"),
            (_, None, None) => Ok(()),
        }
    }
}
