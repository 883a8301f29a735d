//! Families of refresh tokens as rows.

use sqlx::postgres::PgRow;
use sqlx::{PgConnection, Row};

use super::{integer, seconds, text};
use crate::privileges::UserId;
use crate::store::{FamilyId, RefreshHash, Rotation, SpentToken, StoreError, StoredFamily};

/// The spent tokens of a rotation, one list for each column.
struct Spent {
    hashes: Vec<Vec<u8>>,
    successors: Vec<Vec<u8>>,
    until: Vec<i64>,
}

impl Spent {
    fn of(spent: Vec<SpentToken>) -> Self {
        Self {
            hashes: spent.iter().map(|token| token.hash.as_bytes().to_vec()).collect(),
            until: spent.iter().map(|token| integer(token.until)).collect(),
            successors: spent.into_iter().map(|token| token.successor).collect(),
        }
    }

    fn tokens(self) -> Result<Vec<SpentToken>, StoreError> {
        let Self { hashes, successors, until } = self;
        if hashes.len() != successors.len() || hashes.len() != until.len() {
            return Err("a family has been written by somebody else".into());
        }
        let parts = hashes.into_iter().zip(successors).zip(until);
        let token = |((hash, successor), until)| {
            Ok(SpentToken { hash: hashed(hash)?, successor, until: seconds(until) })
        };
        parts.map(token).collect()
    }
}

fn hashed(bytes: Vec<u8>) -> Result<RefreshHash, StoreError> {
    let bytes = <[u8; 32]>::try_from(bytes.as_slice())?;
    Ok(RefreshHash::new(bytes))
}

pub(super) fn stored(row: &PgRow) -> Result<(FamilyId, StoredFamily), StoreError> {
    let id: &[u8] = row.try_get("id")?;
    let label: Option<Vec<u8>> = row.try_get("label")?;
    let spent = Spent {
        hashes: row.try_get("spent")?,
        successors: row.try_get("successors")?,
        until: row.try_get("spent_until")?,
    };
    let rotation = Rotation {
        current: hashed(row.try_get("current")?)?,
        at: seconds(row.try_get("rotated")?),
        until: seconds(row.try_get("until")?),
        spent: spent.tokens()?,
    };
    let (issuer, subject) = (text(row.try_get("issuer")?)?, text(row.try_get("subject")?)?);
    let family = StoredFamily {
        user: UserId::new(issuer, subject),
        label: label.map(text).transpose()?,
        since: seconds(row.try_get("since")?),
        ends: seconds(row.try_get("ends")?),
        rotation,
    };
    Ok((FamilyId::new(id.try_into()?), family))
}

pub(super) async fn insert(
    connection: &mut PgConnection,
    id: &FamilyId,
    family: StoredFamily,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO portcullis_families (id, issuer, subject, label, since, ends, current,
        rotated, until, spent, successors, spent_until)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING";
    let Spent { hashes, successors, until } = Spent::of(family.rotation.spent);
    let done = sqlx::query(sql)
        .bind(id.as_bytes().as_slice())
        .bind(family.user.issuer().as_bytes())
        .bind(family.user.id().as_bytes())
        .bind(family.label.map(String::into_bytes))
        .bind(integer(family.since))
        .bind(integer(family.ends))
        .bind(family.rotation.current.as_bytes().as_slice())
        .bind(integer(family.rotation.at))
        .bind(integer(family.rotation.until))
        .bind(hashes)
        .bind(successors)
        .bind(until)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn replace(
    connection: &mut PgConnection,
    id: &FamilyId,
    from: &RefreshHash,
    to: Rotation,
) -> Result<bool, StoreError> {
    let sql = "UPDATE portcullis_families SET current = $3, rotated = $4, until = $5, spent = $6,
        successors = $7, spent_until = $8 WHERE id = $1 AND current = $2";
    let Spent { hashes, successors, until } = Spent::of(to.spent);
    let done = sqlx::query(sql)
        .bind(id.as_bytes().as_slice())
        .bind(from.as_bytes().as_slice())
        .bind(to.current.as_bytes().as_slice())
        .bind(integer(to.at))
        .bind(integer(to.until))
        .bind(hashes)
        .bind(successors)
        .bind(until)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}
