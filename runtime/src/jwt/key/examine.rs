//! Keys that are to be used together: at start-up, and when they are replaced at run time.

use std::sync::Arc;

use super::{Key, Sound, VerifyingKey};

/// The keys, beside those that are there already.
///
/// # Errors
///
/// What is wrong with each, and with all of them together; no word of any key.
pub(in super::super) fn examine(
    keys: &[Key],
    beside: &[Arc<VerifyingKey>],
) -> Result<Vec<Sound>, Vec<String>> {
    let examined = keys.iter().map(Key::examine).collect::<Vec<_>>();
    let several = examined.iter().flatten().count() + beside.len() > 1;
    let (mut sound, mut faults) = (Vec::<Sound>::new(), Vec::new());
    for (position, key) in (1..).zip(examined) {
        for key in key {
            let fault = match key {
                Err(fault) => Some(fault),
                Ok(key) => {
                    let others = sound.iter().map(|other| &other.verifying);
                    let others = others.chain(beside.iter().map(AsRef::as_ref));
                    let fault = odd_id(key.verifying.id(), several, others);
                    sound.push(key);
                    fault
                }
            };
            let which = if keys.len() > 1 { format!("key {position}: ") } else { String::new() };
            faults.extend(fault.map(|fault| format!("{which}{fault}")));
        }
    }
    if faults.is_empty() { Ok(sound) } else { Err(faults) }
}

fn odd_id<'a>(
    id: Option<&str>,
    several: bool,
    mut others: impl Iterator<Item = &'a VerifyingKey>,
) -> Option<String> {
    match id {
        Some(id) if id.trim().is_empty() => Some("the key's id is empty".to_owned()),
        Some(id) if others.any(|other| other.id() == Some(id)) => {
            Some(format!("another key has the id `{id}` too"))
        }
        None if several => Some("several keys need an id each; add `.id(\"…\")`".to_owned()),
        Some(_) | None => None,
    }
}
