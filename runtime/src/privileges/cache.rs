//! A source of privileges, and what it said a moment ago.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use futures_util::FutureExt;

use super::loading::{Asking, Question, Source, found};
use super::users::{Asked, State, Users};
use super::{PrivilegeSource, Privileges, UserId};
use crate::principal::Principal;
use crate::scheme::{Amend, Answer, Found, Setup};

/// How long an answer is good for, unless it is said otherwise.
const MAX_AGE: Duration = Duration::from_secs(5);

/// Of how many users something is known at once, unless it is said otherwise.
const CAPACITY: usize = 10_000;

#[doc = include_str!("../../docs/privileges.md")]
#[derive(Clone)]
pub struct PrivilegeCache {
    max_age: Duration,
    capacity: usize,
    /// Shared by all clones.
    shared: Arc<Known>,
}

struct Known {
    source: Box<dyn Source>,
    users: Mutex<Users>,
}

/// What a request goes on with.
enum Next {
    Known(Arc<Privileges>),
    Wait(Question),
}

impl PrivilegeCache {
    /// A cache in front of a source: answers are good for 5 seconds, of 10,000 users.
    pub fn new(source: impl PrivilegeSource) -> Self {
        let shared = Known { source: Box::new(source), users: Mutex::default() };
        Self { max_age: MAX_AGE, capacity: CAPACITY, shared: Arc::new(shared) }
    }

    /// For how long an answer of the source is good: no decision goes by an older one. It is
    /// counted from when the source was asked. With 0 every request asks.
    #[must_use]
    pub fn max_age(mut self, age: Duration) -> Self {
        self.max_age = age;
        self
    }

    /// How many users are remembered; of more, those who were asked about first are forgotten.
    #[must_use]
    pub fn capacity(mut self, users: usize) -> Self {
        self.capacity = users;
        self
    }

    /// Forgets a user, so that the next request asks the source. An answer that is under way is
    /// not kept, and not given to requests that come later.
    pub fn invalidate(&self, user: &UserId) {
        self.users().forget(user);
    }

    /// Forgets all users.
    pub fn invalidate_all(&self) {
        self.users().forget_all();
    }

    fn next(&self, user: UserId, at: SystemTime) -> Next {
        // Before the lock is taken: it is the application's, and may panic.
        let now = Asked { at, version: self.shared.source.version() };
        let mut users = self.users();
        let joined = users.get(&user, now, self.max_age).and_then(|state| match state {
            State::Known(privileges) => Some(Next::Known(privileges)),
            State::Asking(asking) => asking.join().map(Next::Wait),
        });
        joined.unwrap_or_else(|| {
            let number = users.number();
            let question = self.question(user.clone(), number);
            if let Some(asking) = self.is_kept().then(|| Asking::of(&question)).flatten() {
                users.ask(user, number, now, asking, self.capacity);
            }
            Next::Wait(question)
        })
    }

    fn question(&self, user: UserId, number: u64) -> Question {
        let shared = Arc::clone(&self.shared);
        let asked = async move {
            let loaded = shared.source.load(&user).await;
            if let Ok(privileges) = &loaded {
                shared.lock().answer(&user, number, Arc::clone(privileges));
            }
            loaded
        };
        asked.boxed().shared()
    }

    fn is_kept(&self) -> bool {
        !self.max_age.is_zero() && self.capacity > 0
    }

    fn users(&self) -> MutexGuard<'_, Users> {
        self.shared.lock()
    }
}

impl Known {
    fn lock(&self) -> MutexGuard<'_, Users> {
        // Nothing of the application runs under the lock, and so nothing is left half done.
        self.users.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Amend for PrivilegeCache {
    fn amend<'a>(&'a self, setup: &'a Setup, caller: Principal) -> Answer<'a> {
        match self.next(UserId::of(&caller), setup.clock().now()) {
            Next::Known(privileges) => Answer::Ready(Found::Caller(privileges.added_to(caller))),
            Next::Wait(question) => Answer::later(question.map(|loaded| found(caller, loaded))),
        }
    }
}

impl<S: PrivilegeSource> From<S> for PrivilegeCache {
    fn from(source: S) -> Self {
        Self::new(source)
    }
}

impl fmt::Debug for PrivilegeCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PrivilegeCache")
            .field("max_age", &self.max_age)
            .field("capacity", &self.capacity)
            .finish_non_exhaustive()
    }
}
