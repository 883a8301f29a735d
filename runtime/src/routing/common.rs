//! A path that two patterns both match, found in the product of their automata: exact, whatever
//! their expressions, up to a size.

use std::collections::HashSet;

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start::Config;
use regex_automata::{Anchored, MatchKind};

/// Recognizes the paths that a pattern matches.
pub(super) struct Language(dense::DFA<Vec<u32>>);

/// Whether some path is in two languages.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Common {
    Nothing,
    /// One of the shortest.
    Path(String),
    /// That would take too long to find out.
    Unknown,
}

impl Language {
    /// Reads a regular expression for whole paths. `None` if its automaton would be too large,
    /// or if it asks what an automaton cannot know (`\b` beside letters that are not ASCII).
    pub(super) fn new(expression: &str) -> Option<Self> {
        let config = dense::Config::new()
            .match_kind(MatchKind::All)
            .start_kind(StartKind::Anchored)
            .dfa_size_limit(Some(MOST_BYTES))
            .determinize_size_limit(Some(MOST_BYTES));
        dense::Builder::new().configure(config).build(expression).ok().map(Self)
    }

    /// Walks both automata at once, the shortest paths first.
    pub(super) fn common(&self, other: &Self) -> Common {
        let (Some(one), Some(another)) = (self.start(), other.start()) else {
            return Common::Unknown;
        };
        let bytes = self.bytes(other);
        let mut known = HashSet::from([(one, another)]);
        // Each step with the one before it.
        let mut steps = vec![Step { before: 0, byte: 0, at: (one, another) }];
        let mut next = 0;
        while let Some(&Step { at: (one, another), .. }) = steps.get(next) {
            if self.accepts(one) && other.accepts(another) {
                return path(&steps, next).map_or(Common::Unknown, Common::Path);
            }
            for byte in &bytes {
                let at = (self.0.next_state(one, *byte), other.0.next_state(another, *byte));
                let dead = self.0.is_dead_state(at.0) || other.0.is_dead_state(at.1);
                if !dead && known.insert(at) {
                    steps.push(Step { before: next, byte: *byte, at });
                }
            }
            if steps.len() > MOST_STEPS {
                return Common::Unknown;
            }
            next += 1;
        }
        Common::Nothing
    }

    /// One byte of each kind that the two tell apart, such as a reader would like to see.
    fn bytes(&self, other: &Self) -> Vec<u8> {
        let (own, others) = (self.0.byte_classes(), other.0.byte_classes());
        let mut bytes = (0..=u8::MAX).collect::<Vec<_>>();
        bytes.sort_by_key(|byte| match byte {
            b'a'..=b'z' => 0,
            b'0'..=b'9' => 1,
            b'A'..=b'Z' => 2,
            _ if byte.is_ascii_graphic() => 3,
            b' ' => 4,
            _ => 5,
        });
        let mut known = HashSet::new();
        bytes.retain(|byte| known.insert((own.get(*byte), others.get(*byte))));
        bytes
    }

    fn start(&self) -> Option<StateID> {
        self.0.start_state(&Config::new().anchored(Anchored::Yes)).ok()
    }

    fn accepts(&self, state: StateID) -> bool {
        self.0.is_match_state(self.0.next_eoi_state(state))
    }
}

struct Step {
    before: usize,
    byte: u8,
    at: (StateID, StateID),
}

fn path(steps: &[Step], last: usize) -> Option<String> {
    let (mut bytes, mut at) = (Vec::new(), last);
    while at != 0 {
        let step = steps.get(at)?;
        bytes.push(step.byte);
        at = step.before;
    }
    bytes.reverse();
    String::from_utf8(bytes).ok()
}

/// Of one automaton.
const MOST_BYTES: usize = 1 << 20;

/// Of one comparison.
const MOST_STEPS: usize = 100_000;

#[cfg(test)]
mod tests;
