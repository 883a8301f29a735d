//! What is sent, and what is answered. One table, in chapters.

mod authorization;
mod framing;
mod names;
mod other_fields;
mod targets;
mod verbs;

use crate::connection::{Connection, End, PROBE};
use crate::server::Server;

/// What it is about, what is sent, and what is answered to it.
///
/// `<eve>` stands for her token, `<length>` for the length of the body. An answer is a status
/// and what else tells one from another: what the handler says, the error of the challenge, or
/// the verbs that are allowed. After `closed` the server answers nothing more. Where `|` stands,
/// actix may choose: none of the answers lets anybody in who may not.
type Row = (&'static str, &'static [u8], &'static str);

#[actix_web::test]
async fn every_row_is_answered_as_written() {
    let server = Server::start();
    let table = table();
    let wrong = table.iter().filter_map(|(name, sent, expected)| {
        let answered = answers(&server, sent, expected);
        let right = expected.split(" | ").any(|expected| expected == answered);
        (!right).then(|| format!("{name}: {answered}, not {expected}"))
    });
    let wrong = wrong.collect::<Vec<_>>();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n"));
    assert!(table.len() >= 400, "only {} rows", table.len());
}

fn table() -> Vec<(String, Vec<u8>, String)> {
    let chapters =
        [authorization::ROWS, targets::ROWS, verbs::ROWS, other_fields::ROWS, framing::ROWS];
    let rows = chapters.into_iter().flatten();
    let rows = rows.map(|(name, sent, answer)| ((*name).into(), sent.to_vec(), (*answer).into()));
    rows.chain(authorization::where_nobody_is_asked()).chain(names::rows()).collect()
}

/// All that is answered to these bytes.
fn answers(server: &Server, sent: &[u8], expected: &str) -> String {
    let (first, _) = expected.split_once(" | ").unwrap_or((expected, ""));
    let expected = first.split("; ").filter(|answer| *answer != "closed").count();
    let mut connection = Connection::to(server.running.addr());
    connection.send(&server.fill_in(sent));
    let (mut answers, mut end) = (Vec::new(), None);
    while end.is_none() {
        // What is left over of the row is answered before the probe.
        if answers.len() == expected {
            connection.send(PROBE);
            connection.finish();
        }
        match connection.response(sent.starts_with(b"HEAD ") && answers.is_empty()) {
            Ok(response) => answers.push(response.to_string()),
            Err(why) => end = Some(why),
        }
    }
    match end {
        Some(End::Closed) if answers.last().is_some_and(|last| last == "200 probe") => {
            answers.pop();
        }
        Some(End::Closed) => answers.push("closed".into()),
        Some(End::Silent) => answers.push("silent".into()),
        Some(End::Garbled) | None => answers.push("garbled".into()),
    }
    answers.join("; ")
}
