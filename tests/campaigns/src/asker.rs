//! The process that sends one token many times at once.

use std::io::{self, BufRead as _, Write as _};
use std::net::SocketAddr;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::Outcome;
use crate::http::{Client, Silence};

/// Something to send, and as whom.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Request {
    pub(crate) caller: Option<String>,
    pub(crate) path: String,
    pub(crate) body: Value,
}

/// Reads requests, sends each over a connection of its own but for its last byte, and says that
/// it is ready; sends the last bytes when told to, and says what has been answered. Until there
/// is no more to read.
pub(crate) fn ask(address: SocketAddr) -> Outcome {
    let mut clients: Vec<Client> = Vec::new();
    let mut told = io::stdin().lock().lines();
    while let Some(requests) = told.next().transpose()? {
        let requests: Vec<Request> = serde_json::from_str(&requests)?;
        clients.resize_with(requests.len(), || Client::new(address));
        let mut next = requests.iter();
        each(&mut clients, |client| {
            let request = next.next().ok_or(Silence::Unsent)?;
            client.begin(request.caller.as_deref(), &request.path, &request.body)
        })?;
        writeln!(io::stdout(), "ready")?;
        io::stdout().flush()?;
        told.next().transpose()?;
        each(&mut clients, Client::finish)?;
        let answers = each(&mut clients, Client::answer)?;
        let answers: Vec<Value> = answers
            .into_iter()
            .map(|answer| json!({ "status": answer.status, "body": answer.body }))
            .collect();
        writeln!(io::stdout(), "{}", Value::from(answers))?;
        io::stdout().flush()?;
    }
    Ok(())
}

fn each<T>(
    clients: &mut [Client],
    act: impl FnMut(&mut Client) -> Result<T, Silence>,
) -> Outcome<Vec<T>> {
    let all: Result<Vec<T>, Silence> = clients.iter_mut().map(act).collect();
    all.map_err(|silence| format!("no answer: {silence:?}").into())
}
