//! Families of refresh tokens as rows.

use sqlx::postgres::PgRow;
use sqlx::{PgConnection, Row};

use super::{integer, seconds, text};
use crate::privileges::UserId;
use crate::store::spent::{decoded, encoded};
use crate::store::{FamilyId, RefreshHash, Rotation, StoreError, StoredFamily};

pub(super) fn stored(row: &PgRow) -> Result<(FamilyId, StoredFamily), StoreError> {
    let id: &[u8] = row.try_get("id")?;
    let label: Option<Vec<u8>> = row.try_get("label")?;
    let current: &[u8] = row.try_get("current")?;
    let rotation = Rotation {
        current: RefreshHash::new(current.try_into()?),
        at: seconds(row.try_get("rotated")?),
        until: seconds(row.try_get("until")?),
        spent: decoded(row.try_get("spent")?)?,
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
    let sql = "INSERT INTO portcullis_refresh (id, issuer, subject, label, since, ends, current,
        rotated, until, spent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING";
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
        .bind(encoded(&family.rotation.spent)?)
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
    let sql = "UPDATE portcullis_refresh SET current = $3, rotated = $4, until = $5, spent = $6
        WHERE id = $1 AND current = $2";
    let done = sqlx::query(sql)
        .bind(id.as_bytes().as_slice())
        .bind(from.as_bytes().as_slice())
        .bind(to.current.as_bytes().as_slice())
        .bind(integer(to.at))
        .bind(integer(to.until))
        .bind(encoded(&to.spent)?)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}
