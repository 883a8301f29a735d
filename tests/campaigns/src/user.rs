//! What clients of the application do, over and over.

use serde_json::{Value, json};

use crate::Outcome;
use crate::http::{Answer, Client, Silence};
use crate::serve::{CURRENT, END, LOGIN, REFRESH};

/// Signs a user in. The first token.
pub(crate) fn login(client: &mut Client, user: &str) -> Outcome<String> {
    token(&expect(client.post(LOGIN, &json!({ "user": user })), 200)?)
}

/// What happens to a token on the refresh route.
pub(crate) fn refresh(client: &mut Client, token: &str) -> Result<Answer, Silence> {
    client.post(REFRESH, &json!({ "refresh_token": token }))
}

/// What the store takes for the user's current tokens: their hashes, in hexadecimal.
pub(crate) fn current(client: &mut Client, user: &str) -> Outcome<Vec<String>> {
    let answer = expect(client.post(CURRENT, &json!({ "user": user })), 200)?;
    let hashes = answer.body.as_array().ok_or("no list")?;
    Ok(hashes.iter().filter_map(|hash| Some(hash.as_str()?.to_owned())).collect())
}

/// Ends what the user has begun.
pub(crate) fn end(client: &mut Client, user: &str) -> Outcome {
    expect(client.post(END, &json!({ "user": user })), 200).map(drop)
}

/// The answer, if it has this status.
pub(crate) fn expect(answer: Result<Answer, Silence>, status: u16) -> Outcome<Answer> {
    match answer {
        Ok(answer) if answer.status == status => Ok(answer),
        other => Err(format!("{status} was to be expected, not {other:?}").into()),
    }
}

/// The refresh token that was answered.
pub(crate) fn token(answer: &Answer) -> Outcome<String> {
    let token = answer.body.get("refresh_token").and_then(Value::as_str);
    Ok(token.ok_or("no refresh token was answered")?.to_owned())
}

/// Whether it is the one answer that dead tokens get.
pub(crate) fn is_refusal(answer: &Answer) -> bool {
    answer.status == 400
        && answer.body.get("error").and_then(Value::as_str) == Some("invalid_grant")
}
