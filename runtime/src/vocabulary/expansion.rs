//! What `#[derive(Vocabulary)]` expands to, and how `#[endpoint]` asks for the right kind of
//! name: a marker for each kind, with the text that rustc shows where it is missing.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserializer, Error, Visitor};

use super::UnknownName;
pub use super::{Kind, Vocabulary};

/// Names of roles.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no vocabulary of roles",
    label = "not a role",
    note = "roles are the variants of an enum with `#[derive(Vocabulary)]` and \
            `#[vocabulary(role)]`"
)]
pub trait RoleName: Sized {
    /// The enum. Where the marker is missing rustc knows no such type, and so tells no second
    /// error of what is asked of it.
    type Itself;
}

/// Names of permissions.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no vocabulary of permissions",
    label = "not a permission",
    note = "permissions are the variants of an enum with `#[derive(Vocabulary)]` and \
            `#[vocabulary(permission)]`"
)]
pub trait PermissionName: Sized {
    /// See [`RoleName::Itself`].
    type Itself;
}

/// Names of OAuth scopes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no vocabulary of scopes",
    label = "not a scope",
    note = "scopes are the variants of an enum with `#[derive(Vocabulary)]` and \
            `#[vocabulary(scope)]`"
)]
pub trait ScopeName: Sized {
    /// See [`RoleName::Itself`].
    type Itself;
}

/// Names of claims.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no vocabulary of claims",
    label = "not a claim",
    note = "claims are the variants of an enum with `#[derive(Vocabulary)]` and \
            `#[vocabulary(claim)]`"
)]
pub trait ClaimName: Sized {
    /// See [`RoleName::Itself`].
    type Itself;
}

/// The role, if it is one.
pub const fn role<V: RoleName<Itself = V>>(name: &V) -> &<V as RoleName>::Itself {
    name
}

/// The permission, if it is one.
pub const fn permission<V: PermissionName<Itself = V>>(name: &V) -> &<V as PermissionName>::Itself {
    name
}

/// The scope, if it is one.
pub const fn scope<V: ScopeName<Itself = V>>(name: &V) -> &<V as ScopeName>::Itself {
    name
}

/// The claim, if it is one.
pub const fn claim<V: ClaimName<Itself = V>>(name: &V) -> &<V as ClaimName>::Itself {
    name
}

/// That a text is none of these names.
#[must_use]
pub fn unknown(kind: Kind, given: &str, known: &[&'static str]) -> UnknownName {
    UnknownName::new(kind, given, known)
}

/// Reads a name from a string.
///
/// # Errors
///
/// Of the deserializer, and [`UnknownName`].
pub fn deserialize<'de, V: FromStr<Err = UnknownName>, D: Deserializer<'de>>(
    kind: Kind,
    deserializer: D,
) -> Result<V, D::Error> {
    deserializer.deserialize_str(Reader { kind, of: PhantomData })
}

struct Reader<V> {
    kind: Kind,
    of: PhantomData<V>,
}

impl<V: FromStr<Err = UnknownName>> Visitor<'_> for Reader<V> {
    type Value = V;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {}", self.kind.noun())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V, E> {
        text.parse().map_err(E::custom)
    }
}
