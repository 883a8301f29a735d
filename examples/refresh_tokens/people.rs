//! Who there is. Their passwords are public, and kept as argon2id hashes (RFC 9106) all the same.

use actix_web::web;
use argon2::Argon2;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use portcullis::UserPrivileges;

use crate::Fault;

pub(crate) struct People(Vec<Person>);

pub(crate) struct Person {
    pub(crate) id: &'static str,
    name: &'static str,
    manages: bool,
    hash: String,
}

/// Id, name, password, and whether it is a manager.
const PEOPLE: [(&str, &str, &str, bool); 2] = [
    ("user-id-001", "ada", "analytical-engine", true),
    ("user-id-002", "eve", "listens-to-everything", false),
];

impl People {
    pub(crate) async fn new() -> Result<Self, Fault> {
        let mut people = Vec::new();
        for (id, name, password, manages) in PEOPLE {
            people.push(Person { id, name, manages, hash: hash(password).await? });
        }
        Ok(Self(people))
    }

    /// The person with this name and password. A name that nobody has takes as long as a wrong
    /// password.
    pub(crate) async fn sign_in(
        &self,
        name: &str,
        password: String,
    ) -> Result<Option<&Person>, Fault> {
        let found = self.0.iter().find(|person| person.name == name);
        let Some(compared) = found.or(self.0.first()) else { return Ok(None) };
        let right = matches(password, compared.hash.clone()).await?;
        Ok(found.filter(|_| right))
    }

    pub(crate) fn with_id(&self, id: &str) -> Option<&Person> {
        self.0.iter().find(|person| person.id == id)
    }
}

impl Person {
    /// What a token says of the person.
    pub(crate) fn privileges(&self, privileges: UserPrivileges) -> UserPrivileges {
        let privileges = privileges.claim("UserId", self.id).scope("department:read");
        match self.manages {
            true => {
                let manager = privileges.role("Manager").claim("ManagerID", self.id);
                manager.permission("Manage_Department")
            }
            false => privileges,
        }
    }
}

/// Slow on purpose, hence not on the threads that serve.
async fn hash(password: &'static str) -> Result<String, Fault> {
    let hash = web::block(|| Argon2::default().hash_password(password.as_bytes())).await??;
    Ok(hash.to_string())
}

async fn matches(password: String, hash: String) -> Result<bool, Fault> {
    let verify = move || Argon2::default().verify_password(password.as_bytes(), hash.as_str());
    match web::block(verify).await? {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
