//! Whatever start-up is told.

mod callers;
mod chosen;
mod decisions;
mod demand;
mod schemes;
mod sound;

use arbitrary::Unstructured;
use portcullis::{Portcullis, Problems};

use chosen::Chosen;

/// Builds an instance of what these bytes choose: schemes, keys, policies, names, modules.
///
/// Start-up never panics. It refuses exactly what the documentation refuses, in words without a
/// secret; and what it builds answers callers as the chosen rules say.
///
/// # Panics
///
/// If one of that is not so.
pub fn configuration(data: &[u8]) {
    let mut choices = Unstructured::new(data);
    let Ok(chosen) = Chosen::choose(&mut choices) else { return };
    let builder = chosen.builder();
    let shown = format!("{builder:?}");
    let built = builder.build();
    let faults = sound::faults(&chosen);
    match built {
        Err(problems) => {
            is_silent(&chosen, &problems.to_string());
            let open = sound::has_open_question(&chosen) || is_pointless(&problems);
            let refusable = !faults.is_empty() || open;
            assert!(refusable, "refused without a fault: {problems}\n{chosen:#?}");
        }
        Ok(portcullis) => {
            is_silent(&chosen, &format!("{shown} {portcullis:?}"));
            assert!(faults.is_empty(), "built in spite of {faults:?}\n{chosen:#?}");
            is_obeyed(&chosen, &portcullis, &mut choices);
        }
    }
}

/// Whether all that was told is that policies mean nothing, of which `portcullis` has oracles of
/// its own.
fn is_pointless(problems: &Problems) -> bool {
    let told = ["can be met by nobody", "met by nobody", "nobody can enter", "demands nothing"];
    problems.iter().all(|one| told.iter().any(|words| one.message().contains(words)))
}

fn is_silent(chosen: &Chosen, text: &str) {
    for secret in chosen.schemes.iter().filter_map(|(_, scheme)| scheme.secret()) {
        let secret = String::from_utf8_lossy(&secret).into_owned();
        assert!(secret.len() < 8 || !text.contains(&secret), "a secret is told: {text}");
    }
}

fn is_obeyed(chosen: &Chosen, portcullis: &Portcullis, choices: &mut Unstructured<'_>) {
    let callers = (0..3).map_while(|_| callers::choose(chosen, choices).ok());
    let callers = callers.chain([None]).collect::<Vec<_>>();
    decisions::compare(chosen, portcullis, &callers);
}
