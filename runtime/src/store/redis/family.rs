//! A family of refresh tokens as the fields of a hash.

use std::collections::HashMap;

use super::digits;
use super::script::Call;
use crate::privileges::UserId;
use crate::store::{FamilyId, RefreshHash, Rotation, SpentToken, StoreError, StoredFamily};

type Fields = HashMap<String, Vec<u8>>;

/// Adds the fields to a call, and as what its name was noted.
pub(super) fn write(call: Call, family: StoredFamily, noted: String) -> Call {
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

pub(super) fn write_rotation(call: Call, rotation: Rotation) -> Call {
    let call = call.with("current").with(*rotation.current.as_bytes());
    let call = call.with("at").with(digits(rotation.at));
    let call = call.with("until").with(digits(rotation.until));
    call.with("spent").with(rotation.spent.iter().flat_map(packed).collect::<Vec<_>>())
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
        spent: unpacked(&field(&mut fields, "spent")?)?,
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

/// 32 bytes of hash, 8 of time, 4 of length, and the successor.
fn packed(token: &SpentToken) -> Vec<u8> {
    // A successor has some hundred bytes.
    let length = u32::try_from(token.successor.len()).unwrap_or(u32::MAX);
    let (until, length) = (token.until.to_be_bytes(), length.to_be_bytes());
    [token.hash.as_bytes().as_slice(), &until, &length, &token.successor].concat()
}

fn unpacked(mut rest: &[u8]) -> Result<Vec<SpentToken>, StoreError> {
    let mut all = Vec::new();
    while !rest.is_empty() {
        let (token, behind) = first_of(rest).ok_or("what was spent in a family is cut off")?;
        all.push(token);
        rest = behind;
    }
    Ok(all)
}

fn first_of(bytes: &[u8]) -> Option<(SpentToken, &[u8])> {
    let (hash, rest) = bytes.split_first_chunk::<32>()?;
    let (until, rest) = rest.split_first_chunk::<8>()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (successor, rest) =
        rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    let until = u64::from_be_bytes(*until);
    Some((SpentToken { hash: RefreshHash::new(*hash), successor: successor.to_vec(), until }, rest))
}
