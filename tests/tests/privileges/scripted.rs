//! A source that counts, and does as it is told; and a clock that stands still.

use std::error::Error;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use actix_web::rt::task::yield_now;
use portcullis::{Clock, PrivilegeSource, Privileges, UserId};

/// Clones are one source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scripted(Arc<Script>);

#[derive(Debug, Default)]
struct Script {
    does: Mutex<Does>,
    asked: Mutex<Vec<UserId>>,
    version: AtomicU64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Does {
    #[default]
    Nothing,
    /// Adds this role.
    Role(&'static str),
    Permission(&'static str),
    Fail,
    Panic,
    PanicAtOnce,
    /// Answers with the role once it is told to do something else.
    Wait(&'static str),
}

impl Scripted {
    pub(crate) fn does(does: Does) -> Self {
        let source = Self::default();
        source.now(does);
        source
    }

    pub(crate) fn now(&self, does: Does) {
        *self.0.does.lock().unwrap() = does;
    }

    pub(crate) fn next_version(&self) {
        self.0.version.fetch_add(1, Ordering::SeqCst);
    }

    /// Who was asked about, since this was asked last.
    pub(crate) fn asked(&self) -> Vec<UserId> {
        std::mem::take(&mut *self.0.asked.lock().unwrap())
    }

    fn script(&self) -> Does {
        *self.0.does.lock().unwrap()
    }
}

impl PrivilegeSource for Scripted {
    #[expect(clippy::panic, reason = "a source that is broken")]
    fn privileges(
        &self,
        user: &UserId,
    ) -> impl Future<Output = Result<Privileges, Box<dyn Error + Send + Sync>>> + Send {
        self.0.asked.lock().unwrap().push(user.clone());
        let does = self.script();
        assert!(does != Does::PanicAtOnce, "a source panicked");
        async move {
            Ok(match does {
                Does::Nothing => Privileges::new(),
                Does::Role(role) => Privileges::new().roles([role]),
                Does::Permission(name) => Privileges::new().permissions([name]),
                Does::Fail => return Err("the database is down".into()),
                Does::Panic | Does::PanicAtOnce => panic!("a source panicked"),
                Does::Wait(role) => {
                    while self.script() == does {
                        yield_now().await;
                    }
                    Privileges::new().roles([role])
                }
            })
        }
    }

    fn version(&self) -> u64 {
        self.0.version.load(Ordering::SeqCst)
    }
}

/// Stands still until it is moved. Clones are one clock.
#[derive(Clone, Debug)]
pub(crate) struct Moved(Arc<Mutex<SystemTime>>);

impl Moved {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000))))
    }

    pub(crate) fn forward(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }

    pub(crate) fn back(&self, by: Duration) {
        *self.0.lock().unwrap() -= by;
    }
}

impl Clock for Moved {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }
}
