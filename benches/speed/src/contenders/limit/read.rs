//! The claims in one pass of serde: names straight to bits, everything else left where it is.

use std::borrow::Cow;
use std::fmt;
use std::ops::BitOr;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::job::{AUDIENCE, ISSUER};

/// What a token says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verified {
    pub(super) bits: Bits,
    /// Seconds since 1970.
    pub(super) expires: u64,
}

/// The names that the policy asks for, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bits(u8);

impl Bits {
    const ROLE: Self = Self(1);
    const CLAIM: Self = Self(1 << 1);
    const UPDATE: Self = Self(1 << 2);
    const DELETE: Self = Self(1 << 3);

    /// Any of two roles, both permissions, any of two claims: of what is an alternative, one bit.
    pub(super) fn may_enter(self) -> bool {
        self.0 == (Self::ROLE | Self::CLAIM | Self::UPDATE | Self::DELETE).0
    }

    fn role(name: &str) -> Self {
        if matches!(name, "Admin" | "Owner") { Self::ROLE } else { Self(0) }
    }

    fn permission(name: &str) -> Self {
        match name {
            "UpdateUsers" => Self::UPDATE,
            "DeleteUsers" => Self::DELETE,
            _ => Self(0),
        }
    }
}

impl BitOr for Bits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Reads the claims of a token whose signature holds.
pub(super) fn claims(text: &[u8]) -> Option<Verified> {
    let mut json = serde_json::Deserializer::from_slice(text);
    let verified = json.deserialize_map(Claims).ok()??;
    json.end().ok()?;
    Some(verified)
}

struct Claims;

impl<'de> Visitor<'de> for Claims {
    type Value = Option<Verified>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("claims")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut claims: A) -> Result<Self::Value, A::Error> {
        let (mut bits, mut expires, mut issuer, mut audience) = (Bits(0), None, false, false);
        while let Some(Text(name)) = claims.next_key()? {
            match &*name {
                "iss" => issuer = claims.next_value::<Text<'_>>()?.0 == ISSUER,
                "aud" => audience = claims.next_value::<Text<'_>>()?.0 == AUDIENCE,
                "exp" => expires = Some(claims.next_value()?),
                "roles" => bits = bits | claims.next_value_seed(Names(Bits::role))?,
                "permissions" => bits = bits | claims.next_value_seed(Names(Bits::permission))?,
                "AdminID" | "EmployeeID" => {
                    let claim: Option<Text<'_>> = claims.next_value()?;
                    if claim.is_some_and(|Text(claim)| !claim.is_empty()) {
                        bits = bits | Bits::CLAIM;
                    }
                }
                _ => {
                    claims.next_value::<IgnoredAny>()?;
                }
            }
        }
        let expires = expires.filter(|_| issuer && audience);
        Ok(expires.map(|expires| Verified { bits, expires }))
    }
}

/// A string, borrowed unless it has escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// A list of names.
struct Names(fn(&str) -> Bits);

impl<'de> serde::de::DeserializeSeed<'de> for Names {
    type Value = Bits;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Bits, D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Names {
    type Value = Bits;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of names")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Bits, A::Error> {
        let mut bits = Bits(0);
        while let Some(Text(name)) = names.next_element()? {
            bits = bits | (self.0)(&name);
        }
        Ok(bits)
    }
}
