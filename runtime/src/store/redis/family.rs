//! A family of refresh tokens as the fields of a hash.

use std::collections::HashMap;

use super::digits;
use super::script::Call;
use crate::privileges::UserId;
use crate::store::{FamilyId, RefreshHash, Rotation, StoreError, StoredFamily, spent};

type Fields = HashMap<String, Vec<u8>>;

/// Adds the fields to a call, and as what its name was noted.
pub(super) fn write(call: Call, family: StoredFamily, noted: String) -> Result<Call, StoreError> {
    let call = call.with("issuer").with(family.user.issuer());
    let call = call.with("subject").with(family.user.id()).with("noted").with(noted);
    let call = call.with("since").with(digits(family.since));
    let call = call.with("ends").with(digits(family.ends));
    let call = match family.label {
        Some(label) => call.with("label").with(label),
        None => call,
    };
    write_rotation(call, family.rotation)
}

pub(super) fn write_rotation(call: Call, rotation: Rotation) -> Result<Call, StoreError> {
    let call = call.with("current").with(*rotation.current.as_bytes());
    let call = call.with("at").with(digits(rotation.at));
    let call = call.with("until").with(digits(rotation.until));
    Ok(call.with("spent").with(spent::encoded(&rotation.spent)?))
}

/// # Errors
///
/// If this is no family, or not of this version.
pub(super) fn read(mut fields: Fields) -> Result<(StoredFamily, String), StoreError> {
    let user = UserId::new(text(&mut fields, "issuer")?, text(&mut fields, "subject")?);
    let noted = text(&mut fields, "noted")?;
    let label = fields.remove("label").map(String::from_utf8).transpose()?;
    let current: [u8; 32] = field(&mut fields, "current")?.as_slice().try_into()?;
    let rotation = Rotation {
        current: RefreshHash::new(current),
        at: time(&mut fields, "at")?,
        until: time(&mut fields, "until")?,
        spent: spent::decoded(&field(&mut fields, "spent")?)?,
    };
    let (since, ends) = (time(&mut fields, "since")?, time(&mut fields, "ends")?);
    Ok((StoredFamily { user, label, since, ends, rotation }, noted))
}

/// The id of a family whose name this is.
pub(super) fn id(name: &str) -> Result<FamilyId, StoreError> {
    // Shorter names get another length back.
    let id = u128::from_str_radix(name, 16)?.to_be_bytes();
    Ok(FamilyId::new(id))
}

fn field(fields: &mut Fields, name: &str) -> Result<Vec<u8>, StoreError> {
    fields.remove(name).ok_or_else(|| format!("there is no `{name}` in a family").into())
}

fn text(fields: &mut Fields, name: &str) -> Result<String, StoreError> {
    Ok(String::from_utf8(field(fields, name)?)?)
}

fn time(fields: &mut Fields, name: &str) -> Result<u64, StoreError> {
    super::seconds(&text(fields, name)?)
}
