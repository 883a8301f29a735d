//! The users of the application, in a SQLite file. Portcullis knows nothing of it.

mod password;
mod seed;

use std::error::Error;
use std::path::Path;

use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnectOptions;

/// Why the users cannot be asked: neither a yes nor a no.
pub(crate) type Fault = Box<dyn Error + Send + Sync>;

#[derive(Clone)]
pub(crate) struct Users {
    pool: SqlitePool,
    /// The hash that a password is compared with where there is no user.
    decoy: String,
}

/// A user, and what the next token will say.
#[derive(Default)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) roles: Vec<String>,
    pub(crate) permissions: Vec<String>,
    pub(crate) scopes: Vec<String>,
    pub(crate) claims: Vec<(String, String)>,
}

struct Account {
    id: String,
    password_hash: String,
}

impl Users {
    /// Opens the file; makes and fills it if there is none.
    pub(crate) async fn open(file: &Path) -> Result<Self, String> {
        Self::start(file).await.map_err(|error| {
            format!(
                "{}: the users cannot be read: {error}; choose another file with --database",
                file.display()
            )
        })
    }

    async fn start(file: &Path) -> Result<Self, Fault> {
        let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
        let pool = SqlitePool::connect_with(options).await?;
        seed::plant(&pool).await?;
        Ok(Self { pool, decoy: password::hash("decoy").await? })
    }

    /// The user of this name and password. A name that nobody has takes as long as a wrong
    /// password, so that a stranger cannot learn who exists.
    pub(crate) async fn sign_in(
        &self,
        name: &str,
        password: String,
    ) -> Result<Option<User>, Fault> {
        let account = self.account(name).await?;
        let hash = account.as_ref().map_or(&self.decoy, |account| &account.password_hash);
        let right = password::matches(password, hash.clone()).await?;
        match account {
            Some(account) if right => self.user(account.id).await.map(Some),
            _ => Ok(None),
        }
    }

    /// The user of this name, for whoever need not ask for a password.
    pub(crate) async fn named(&self, name: &str) -> Result<Option<User>, Fault> {
        match self.account(name).await? {
            Some(account) => self.user(account.id).await.map(Some),
            None => Ok(None),
        }
    }

    /// The user of this id.
    pub(crate) async fn with_id(&self, id: &str) -> Result<Option<User>, Fault> {
        let sql = "SELECT id FROM users WHERE id = ?";
        let id: Option<String> =
            sqlx::query_scalar(sql).bind(id).fetch_optional(&self.pool).await?;
        match id {
            Some(id) => self.user(id).await.map(Some),
            None => Ok(None),
        }
    }

    /// Whether somebody is on watch at this moment.
    pub(crate) async fn is_on_watch(&self, id: &str) -> Result<bool, Fault> {
        let sql = "SELECT EXISTS (SELECT * FROM watch WHERE user_id = ?)";
        Ok(sqlx::query_scalar(sql).bind(id).fetch_one(&self.pool).await?)
    }

    async fn account(&self, name: &str) -> Result<Option<Account>, Fault> {
        let sql = "SELECT id, password_hash FROM users WHERE name = ?";
        let row = sqlx::query_as(sql).bind(name).fetch_optional(&self.pool).await?;
        Ok(row.map(|(id, password_hash)| Account { id, password_hash }))
    }

    async fn user(&self, id: String) -> Result<User, Fault> {
        let sql = "SELECT kind, name, value FROM privileges WHERE user_id = ?";
        let rows: Vec<(String, String, Option<String>)> =
            sqlx::query_as(sql).bind(&id).fetch_all(&self.pool).await?;
        let user = User { id, ..User::default() };
        Ok(rows.into_iter().fold(user, |user, (kind, name, value)| user.with(&kind, name, value)))
    }
}

impl User {
    fn with(mut self, kind: &str, name: String, value: Option<String>) -> Self {
        match (kind, value) {
            ("role", None) => self.roles.push(name),
            ("permission", None) => self.permissions.push(name),
            ("scope", None) => self.scopes.push(name),
            ("claim", Some(value)) => self.claims.push((name, value)),
            // The table admits no others; if it did, they would grant nothing.
            _ => {}
        }
        self
    }
}
