//! The process that sends one token many times at once.

use std::io::{self, BufRead as _, Write as _};
use std::net::SocketAddr;

use serde_json::{Value, json};

use crate::Outcome;
use crate::http::{Client, Silence};
use crate::serve::REFRESH;

/// Reads a token, sends it over so many connections but for the last byte of each request, and
/// says that it is ready; sends the last bytes when told to, and says what has been answered.
/// Until there are no more tokens.
pub(crate) fn ask(address: SocketAddr, parallel: usize) -> Outcome {
    let mut clients: Vec<Client> = (0..parallel).map(|_| Client::new(address)).collect();
    let mut told = io::stdin().lock().lines();
    while let Some(token) = told.next().transpose()? {
        let body = json!({ "refresh_token": token });
        each(&mut clients, |client| client.begin(REFRESH, &body))?;
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
