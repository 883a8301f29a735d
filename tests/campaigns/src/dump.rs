//! A thief has every byte of the store, and tries what is in it.

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};

use crate::backend::Backend;
use crate::figures::Figures;
use crate::http::Client;
use crate::loot::Loot;
use crate::program::Application;
use crate::serve::hex;
use crate::{Outcome, user};

/// Lets some users work, steals what the store has, and tries it.
pub(crate) fn run(program: &Path, backend: &Backend, figures: &mut Figures) -> Outcome {
    let application = Application::start(program, &backend.url(), 60)?;
    let mut client = Client::new(application.address);
    let mut issued = BTreeSet::new();
    let mut living = Vec::new();
    for number in 0..USERS {
        let name = format!("robbed-{number}");
        let mut token = user::login(&mut client, &name)?;
        issued.insert(token.clone());
        // The first has never refreshed.
        for _ in 0..number {
            token = user::token(&user::expect(user::refresh(&mut client, &token), 200)?)?;
            issued.insert(token.clone());
        }
        living.push(token);
    }
    let stolen = backend.dump()?;
    figures.count("bytes stolen", stolen.len() as u64);
    figures.count("tokens issued", issued.len() as u64);
    holds_something(&stolen)?;
    for token in &issued {
        contains_none_of(&stolen, token)?;
    }
    let tries = Loot::new(&stolen).tries();
    for candidate in &tries {
        match user::refresh(&mut client, candidate) {
            Ok(answer) if user::is_refusal(&answer) => {}
            other => return Err(format!("something of the dump was not refused: {other:?}").into()),
        }
    }
    figures.count("things tried", tries.len() as u64);
    // The route has refused them for what they are, and not everything.
    for token in &living {
        user::expect(user::refresh(&mut client, token), 200)?;
    }
    Ok(())
}

/// If the names of users cannot be found in it, neither could tokens.
fn holds_something(stolen: &[u8]) -> Outcome {
    for number in 0..USERS {
        let name = format!("robbed-{number}");
        if !contains(stolen, &name) && !contains(stolen, hex(name.as_bytes())) {
            return Err(format!("{name} is not in the dump: it is not all that is kept").into());
        }
    }
    Ok(())
}

/// Neither the token, nor its secret, in any of the ways in which one might keep it.
fn contains_none_of(stolen: &[u8], token: &str) -> Outcome {
    let secret = token.split_once('.').ok_or("not a token")?.1;
    let raw = BASE64_URL_SAFE_NO_PAD.decode(secret)?;
    let forms = [
        token.as_bytes().to_vec(),
        secret.as_bytes().to_vec(),
        hex(secret.as_bytes()).into_bytes(),
        hex(&raw).into_bytes(),
        hex(&raw).to_uppercase().into_bytes(),
        BASE64_STANDARD.encode(&raw).into_bytes(),
        raw,
    ];
    match forms.iter().any(|form| contains(stolen, form)) {
        true => Err("the secret of a token is in the dump".into()),
        false => Ok(()),
    }
}

fn contains(all: &[u8], part: impl AsRef<[u8]>) -> bool {
    let part = part.as_ref();
    all.windows(part.len()).any(|window| window == part)
}

/// Few, since everything is tried with everything.
const USERS: u32 = 4;
