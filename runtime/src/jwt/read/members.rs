//! What each member of the claims is for. Made once for each scheme.

use std::collections::BTreeMap;

use super::super::json::Scalar;
use super::ClaimNames;
use crate::bits::Bits;
use crate::interner::{ClaimBits, Interner};
use crate::lookup::Lookup;
use crate::rule::Scalar as Wanted;

/// The names that mean something in claims, and in the values of those that carry names.
#[derive(Debug)]
pub(in super::super) struct Members {
    pub(super) table: Lookup<Member>,
    pub(super) roles: Lookup<Bits>,
    pub(super) permissions: Lookup<usize>,
    pub(super) scopes: Lookup<usize>,
    /// The scheme's own bit: every caller of it has that one.
    pub(super) scheme: Bits,
}

/// A member that means something.
#[derive(Debug, Default)]
pub(super) struct Member {
    pub(super) part: Part,
    /// What policies ask about it.
    pub(super) asked: ClaimBits,
}

/// What a member tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    Audiences,
    Expires,
    Issued,
    Issuer,
    NotBefore,
    Permissions,
    Roles,
    Scopes,
    Subject,
    /// Only what policies ask.
    #[default]
    Other,
}

impl Part {
    /// Whether it may be an array.
    pub(super) fn may_be_several(self) -> bool {
        match self {
            Self::Audiences | Self::Permissions | Self::Roles | Self::Scopes | Self::Other => true,
            Self::Expires | Self::Issued | Self::Issuer | Self::NotBefore | Self::Subject => false,
        }
    }
}

impl Members {
    /// INVARIANT: start-up has seen to it that no claim is read as two things.
    pub(in super::super) fn new(names: &ClaimNames, interner: &Interner, scheme: &str) -> Self {
        let mut members = BTreeMap::<&str, Member>::new();
        for (name, asked) in interner.claims() {
            members.entry(name).or_default().asked = asked.clone();
        }
        let registered = [
            ("aud", Part::Audiences),
            ("exp", Part::Expires),
            ("iat", Part::Issued),
            ("iss", Part::Issuer),
            ("nbf", Part::NotBefore),
            (names.subject.as_str(), Part::Subject),
        ];
        let carriers = [
            (&names.roles, Part::Roles),
            (&names.permissions, Part::Permissions),
            (&names.scopes, Part::Scopes),
        ];
        let carriers = carriers
            .into_iter()
            .flat_map(|(names, part)| names.iter().map(move |name| (name.as_str(), part)));
        for (name, part) in registered.into_iter().chain(carriers) {
            members.entry(name).or_default().part = part;
        }
        Self {
            table: members.into_iter().collect(),
            roles: interner.roles().collect(),
            permissions: interner.permissions().collect(),
            scopes: interner.scopes().collect(),
            scheme: interner.scheme(scheme).map(Bits::of).unwrap_or_default(),
        }
    }
}

impl ClaimBits {
    /// Adds the bits of the values that a scalar is. `None` if that takes the strict reader.
    pub(super) fn mark_scalar(&self, bits: &mut Bits, scalar: &Scalar<'_>) -> Option<()> {
        for (wanted, bit) in &self.values {
            let is_it = match (&wanted.0, scalar) {
                (Wanted::Text(_), Scalar::Escaped) => return None,
                (Wanted::Boolean(wanted), Scalar::Boolean(boolean)) => wanted == boolean,
                (Wanted::Integer(wanted), Scalar::Integer(number)) => wanted == number,
                (Wanted::Text(wanted), Scalar::Text(text)) => wanted.as_bytes() == text.bytes,
                _ => false,
            };
            if is_it {
                bits.insert(*bit);
            }
        }
        Some(())
    }
}
