//! A database file, and what an administrator does to it.

use std::error::Error;
use std::time::Duration;

use portcullis::{PrivilegeSource, Privileges, UserId};
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnectOptions;

use crate::scripted::Moved;
use crate::served::{get, portcullis, status};

struct Staff(SqlitePool);

impl PrivilegeSource for Staff {
    async fn privileges(&self, user: &UserId) -> Result<Privileges, Box<dyn Error + Send + Sync>> {
        let sql = "SELECT role FROM staff WHERE id = ?";
        let roles = sqlx::query_scalar::<_, String>(sql).bind(user.id()).fetch_all(&self.0);
        Ok(Privileges::new().roles(roles.await?))
    }
}

async fn run(pool: &SqlitePool, sql: &'static str) {
    sqlx::raw_sql(sql).execute(pool).await.unwrap();
}

#[actix_web::test]
async fn who_is_dismissed_is_out_within_five_seconds_and_a_dead_database_lets_nobody_in() {
    let folder = tempfile::tempdir().unwrap();
    let options = SqliteConnectOptions::new().filename(folder.path().join("staff.sqlite"));
    let pool = SqlitePool::connect_with(options.create_if_missing(true)).await.unwrap();
    run(&pool, "CREATE TABLE staff (id TEXT, role TEXT) STRICT").await;
    run(&pool, "INSERT INTO staff VALUES ('eve', 'Editor'), ('ada', 'Editor')").await;
    let clock = Moved::new();
    let portcullis = portcullis(Staff(pool.clone()), &clock);

    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    assert_eq!(status(&portcullis, "/edit", "bob").await, 403);
    run(&pool, "DELETE FROM staff WHERE id = 'eve'").await;
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    clock.forward(Duration::from_secs(5));
    assert_eq!(status(&portcullis, "/edit", "eve").await, 403);
    assert_eq!(status(&portcullis, "/edit", "ada").await, 200);

    pool.close().await;
    assert_eq!(status(&portcullis, "/edit", "ada").await, 200);
    clock.forward(Duration::from_secs(5));
    for user in ["ada", "eve", "bob", "eve; role=Editor"] {
        assert_eq!(status(&portcullis, "/edit", user).await, 503, "{user}");
        assert_eq!(get(&portcullis, "/open", Some(user)).await.body, "nobody", "{user}");
    }
}
