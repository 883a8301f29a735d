//! Users that do as they are told.

use std::error::Error;
use std::mem::take;
use std::sync::{Arc, Mutex};

use actix_web::rt::task::yield_now;
use portcullis::{LoadUser, Principal};
use serde::Serialize;

/// Where they are loaded from. Clones are one.
#[derive(Clone, Default)]
pub(crate) struct Users {
    does: Arc<Mutex<Does>>,
    asked: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Does {
    #[default]
    Find,
    FindDisabled,
    FindNobody,
    Fail,
    Panic,
    PanicAtOnce,
}

#[derive(Serialize)]
pub(crate) struct User {
    pub(crate) name: String,
    disabled: bool,
}

/// The same users, as something else.
pub(crate) struct Profile(pub(crate) String);

impl Users {
    pub(crate) fn does(does: Does) -> Self {
        let users = Self::default();
        *users.does.lock().unwrap() = does;
        users
    }

    /// What was asked for, since this was asked last.
    pub(crate) fn asked(&self) -> Vec<String> {
        take(&mut *self.asked.lock().unwrap())
    }
}

impl LoadUser for User {
    type Source = Users;

    #[expect(clippy::panic, reason = "loading that is broken")]
    fn load(
        users: &Users,
        caller: &Principal,
    ) -> impl Future<Output = Result<Option<Self>, Box<dyn Error + Send + Sync>>> {
        let does = *users.does.lock().unwrap();
        users.asked.lock().unwrap().push(format!("{} of {}", caller.id(), caller.issued_by()));
        assert!(does != Does::PanicAtOnce, "loading panicked");
        async move {
            yield_now().await;
            let disabled = match does {
                Does::Find => false,
                Does::FindDisabled => true,
                Does::FindNobody => return Ok(None),
                Does::Fail => return Err("the database is down".into()),
                Does::Panic | Does::PanicAtOnce => panic!("loading panicked"),
            };
            Ok(Some(Self { name: caller.id().to_owned(), disabled }))
        }
    }

    fn is_disabled(&self) -> bool {
        self.disabled
    }
}

impl LoadUser for Profile {
    type Source = Users;

    async fn load(
        users: &Users,
        caller: &Principal,
    ) -> Result<Option<Self>, Box<dyn Error + Send + Sync>> {
        users.asked.lock().unwrap().push(format!("the profile of {}", caller.id()));
        Ok(Some(Self(format!("{}'s profile", caller.id()))))
    }
}
