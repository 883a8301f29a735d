//! What is known of users at the moment: bounded, the oldest goes first. Knows no clock and no
//! source.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::loading::Asking;
use super::{Privileges, UserId};

/// Users, each with what is known, or with the question that is under way.
#[derive(Default)]
pub(super) struct Users {
    known: HashMap<Arc<UserId>, Entry>,
    /// By their numbers. INVARIANT: exactly those of `known`.
    in_order: BTreeMap<u64, Arc<UserId>>,
    last: u64,
}

struct Entry {
    number: u64,
    asked: Asked,
    state: State,
}

/// When the source was asked, and at which version.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) at: SystemTime,
    pub(super) version: u64,
}

#[derive(Clone)]
pub(super) enum State {
    Known(Arc<Privileges>),
    Asking(Asking),
}

impl Users {
    /// What is known of a user, unless it was asked too long ago.
    pub(super) fn get(&self, user: &UserId, now: Asked, max_age: Duration) -> Option<State> {
        let entry = self.known.get(user)?;
        // A clock that was set back makes nothing young.
        let age = now.at.duration_since(entry.asked.at).ok()?;
        let fresh = age < max_age && entry.asked.version == now.version;
        fresh.then(|| entry.state.clone())
    }

    /// A number for a question, by which its answer is told from those to others.
    pub(super) fn number(&mut self) -> u64 {
        self.last = self.last.wrapping_add(1);
        self.last
    }

    /// Puts a question under way in the place of whatever was known of the user.
    pub(super) fn ask(
        &mut self,
        user: UserId,
        number: u64,
        asked: Asked,
        asking: Asking,
        capacity: usize,
    ) {
        self.forget(&user);
        let user = Arc::new(user);
        self.in_order.insert(number, Arc::clone(&user));
        self.known.insert(user, Entry { number, asked, state: State::Asking(asking) });
        while self.known.len() > capacity
            && let Some((_, oldest)) = self.in_order.pop_first()
        {
            self.known.remove(&oldest);
        }
    }

    /// Keeps an answer, unless the user was forgotten or asked about anew meanwhile.
    pub(super) fn answer(&mut self, user: &UserId, number: u64, privileges: Arc<Privileges>) {
        if let Some(entry) = self.known.get_mut(user).filter(|entry| entry.number == number) {
            entry.state = State::Known(privileges);
        }
    }

    pub(super) fn forget(&mut self, user: &UserId) {
        if let Some(entry) = self.known.remove(user) {
            self.in_order.remove(&entry.number);
        }
    }

    pub(super) fn forget_all(&mut self) {
        self.known.clear();
        self.in_order.clear();
    }
}
