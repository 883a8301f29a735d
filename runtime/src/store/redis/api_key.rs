//! An API key as the fields of a hash.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::script::Call;
use super::{digits, seconds};
use crate::store::{ApiKeyHash, StoreError, StoredApiKey};

type Fields = HashMap<String, Vec<u8>>;

/// What callers may do, as JSON in one field.
#[derive(Deserialize, Serialize)]
struct Grants {
    roles: Vec<String>,
    permissions: Vec<String>,
    scopes: Vec<String>,
}

/// Adds the fields to a call, and as what its id was noted.
pub(super) fn write(call: Call, key: StoredApiKey, noted: String) -> Result<Call, StoreError> {
    let StoredApiKey { roles, permissions, scopes, .. } = key;
    let grants = serde_json::to_string(&Grants { roles, permissions, scopes })?;
    let call = call.with("hash").with(*key.hash.as_bytes()).with("owner").with(key.owner);
    let call = call.with("label").with(key.label).with("grants").with(grants);
    let call = call.with("issued").with(digits(key.issued)).with("noted").with(noted);
    let call = call.with("disabled").with(if key.disabled { "1" } else { "0" });
    let times = [("expires", key.expires), ("last_used", key.last_used), ("revoked", key.revoked)];
    let times = times.into_iter().filter_map(|(name, at)| Some((name, at?)));
    Ok(times.fold(call, |call, (name, at)| call.with(name).with(digits(at))))
}

/// # Errors
///
/// If this is no key, or not of this version.
pub(super) fn read(id: &str, mut fields: Fields) -> Result<(StoredApiKey, String), StoreError> {
    let hash = field(&mut fields, "hash")?.as_slice().try_into()?;
    let Grants { roles, permissions, scopes } =
        serde_json::from_slice(&field(&mut fields, "grants")?)?;
    let noted = text(&mut fields, "noted")?;
    let key = StoredApiKey {
        id: id.to_owned(),
        hash: ApiKeyHash::new(hash),
        owner: text(&mut fields, "owner")?,
        label: text(&mut fields, "label")?,
        roles,
        permissions,
        scopes,
        issued: seconds(&text(&mut fields, "issued")?)?,
        expires: time(&mut fields, "expires")?,
        last_used: time(&mut fields, "last_used")?,
        disabled: field(&mut fields, "disabled")? != b"0",
        revoked: time(&mut fields, "revoked")?,
    };
    Ok((key, noted))
}

fn field(fields: &mut Fields, name: &str) -> Result<Vec<u8>, StoreError> {
    fields.remove(name).ok_or_else(|| format!("there is no `{name}` in an API key").into())
}

fn text(fields: &mut Fields, name: &str) -> Result<String, StoreError> {
    Ok(String::from_utf8(field(fields, name)?)?)
}

fn time(fields: &mut Fields, name: &str) -> Result<Option<u64>, StoreError> {
    let Some(digits) = fields.remove(name) else { return Ok(None) };
    seconds(&String::from_utf8(digits)?).map(Some)
}
