//! Revocations in PostgreSQL.

use sqlx::postgres::PgRow;
use sqlx::{PgConnection, Row};

use super::feed::CHANNEL;
use super::migrations::Tables;
use super::{PostgresStore, integer, seconds, text};
use crate::store::{
    Position, Revocable, Revocation, RevocationStore, Revoked, StoreError, StoreFuture,
};

/// Positions come from a row and not from a sequence: whoever has taken one keeps the next
/// waiting until it is committed, so that none comes to light behind one that was read. They are
/// microseconds of the server's clock, each at least one behind the last: tables that begin anew
/// give none a second time. What is the same is found by its hash, since an index has no place for
/// long texts.
pub(super) const TABLES: Tables = Tables {
    need: "revocations",
    steps: &["
        CREATE TABLE portcullis_revocations (
            position BIGINT NOT NULL PRIMARY KEY,
            issuer BYTEA NOT NULL,
            kind SMALLINT NOT NULL,
            id BYTEA NOT NULL,
            up_to BIGINT NOT NULL,
            until BIGINT NOT NULL
        );
        CREATE UNIQUE INDEX portcullis_revocations_same
            ON portcullis_revocations (sha256(issuer), kind, sha256(id));
        CREATE INDEX portcullis_revocations_until ON portcullis_revocations (until);
        CREATE TABLE portcullis_last_revocation (position BIGINT NOT NULL);
        INSERT INTO portcullis_last_revocation (position) VALUES (0);
    "],
};

/// The first step of every revocation: what follows has no other writer beside it. Positions are
/// microseconds of the server's clock, each at least one behind the last: a database that was set
/// back, or a standby that was behind, gives none a second time, which nobody would read.
const NEXT: &str = "UPDATE portcullis_last_revocation SET position = GREATEST(position + 1,
    (extract(epoch FROM clock_timestamp()) * 1000000)::bigint) RETURNING position";

/// Forgets some that are over. Each new revocation makes room for more than itself.
const FORGET: &str = "DELETE FROM portcullis_revocations WHERE position IN (
    SELECT position FROM portcullis_revocations
    WHERE until <= $1 AND until < $2 ORDER BY until LIMIT 16
)";

/// In the place of an earlier one about the same; of either, what reaches further.
const KEEP: &str = "INSERT INTO portcullis_revocations AS earlier
    (position, issuer, kind, id, up_to, until) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (sha256(issuer), kind, sha256(id)) DO UPDATE SET position = EXCLUDED.position,
    up_to = GREATEST(earlier.up_to, EXCLUDED.up_to),
    until = GREATEST(earlier.until, EXCLUDED.until)";

/// How many are read at once.
const PAGE: u16 = 4096;

/// `until` of what is never over.
const NEVER: i64 = i64::MAX;

const TOKEN: i16 = 0;
const SESSION: i16 = 1;
const USER: i16 = 2;

async fn keep(
    connection: &mut PgConnection,
    revocation: Revocation,
    now: u64,
) -> Result<(), StoreError> {
    let (kind, id, up_to) = match revocation.what {
        Revocable::Token(id) => (TOKEN, id, 0),
        Revocable::Session(id) => (SESSION, id, 0),
        Revocable::User { id, up_to } => (USER, id, integer(up_to)),
    };
    let next: i64 = sqlx::query_scalar(NEXT).fetch_one(&mut *connection).await?;
    sqlx::query(FORGET).bind(integer(now)).bind(NEVER).execute(&mut *connection).await?;
    sqlx::query(KEEP)
        .bind(next)
        .bind(revocation.issuer.into_bytes())
        .bind(kind)
        .bind(id.into_bytes())
        .bind(up_to)
        .bind(revocation.until.map_or(NEVER, integer))
        .execute(&mut *connection)
        .await?;
    sqlx::query("SELECT pg_notify($1, '')").bind(CHANNEL).execute(connection).await?;
    Ok(())
}

impl RevocationStore for PostgresStore {
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()> {
        self.bounded(async move {
            let mut writing = self.writing().await?;
            keep(&mut writing, revocation, now).await?;
            writing.commit().await
        })
    }

    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked> {
        self.bounded(async move {
            let mut lent = self.connection().await?;
            let sql = "SELECT position, issuer, kind, id, up_to, until FROM portcullis_revocations
                WHERE position > $1 AND (until > $2 OR until = $3) ORDER BY position LIMIT $4";
            let query = sqlx::query(sql).bind(integer(position.0)).bind(integer(now));
            let rows = query.bind(NEVER).bind(i64::from(PAGE)).fetch_all(&mut *lent).await?;
            let end = match rows.last() {
                Some(row) => seconds(row.try_get("position")?),
                // One that was never given: another database has stood here.
                None => position.0.min(last_position(&mut lent).await?),
            };
            lent.done();
            let revocations = rows.iter().map(stored).collect::<Result<_, _>>()?;
            let more = rows.len() == usize::from(PAGE);
            Ok(Revoked { revocations, position: Position(end), more })
        })
    }

    fn changed(&self) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            self.refuse_if_closed()?;
            self.shared.feed.changed(&self.pool, self.deadline).await
        })
    }
}

async fn last_position(connection: &mut PgConnection) -> Result<u64, StoreError> {
    let sql = "SELECT position FROM portcullis_last_revocation";
    Ok(seconds(sqlx::query_scalar(sql).fetch_one(connection).await?))
}

fn stored(row: &PgRow) -> Result<Revocation, StoreError> {
    let (id, until) = (text(row.try_get("id")?)?, row.try_get("until")?);
    let what = match row.try_get::<i16, _>("kind")? {
        TOKEN => Revocable::Token(id),
        SESSION => Revocable::Session(id),
        USER => Revocable::User { id, up_to: seconds(row.try_get("up_to")?) },
        _ => return Err("there is a revocation of a kind that this version does not know".into()),
    };
    let until = (until != NEVER).then(|| seconds(until));
    Ok(Revocation { issuer: text(row.try_get("issuer")?)?, what, until })
}
