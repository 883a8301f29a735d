//! What a handler's arguments need of its endpoint, told while the program is compiled.
//!
//! The type is asked, not its spelling: an inherent constant of [`Probe`] is found before
//! the one of the trait [`Unprobed`], which every type has.

use std::marker::PhantomData;

use actix_web::web;

use super::text::Text;
use crate::authorize::Authorized;
use crate::endpoint::Endpoint;
use crate::group::Group;
use crate::principal::FromPrincipal;
use crate::user::{CurrentUser, LoadUser, Source};
use crate::verb::Verb;

/// Asks a type what it needs.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

/// What a type needs of which nothing is known: nothing.
pub trait Unprobed {
    /// How many parameters of the path it reads; 0 where that is not known.
    const PARAMETERS: usize = 0;
    /// Whether it is there only if somebody is calling.
    const NEEDS_CALLER: bool = false;
    /// Whether it is there only if a function in `authorize` is asked.
    const NEEDS_CHECK: bool = false;
    /// What it is loaded from.
    const SOURCE: Option<Source> = None;
}

impl<T> Unprobed for Probe<T> {}

impl<T: FromPrincipal> Probe<T> {
    /// See [`Unprobed::NEEDS_CALLER`].
    pub const NEEDS_CALLER: bool = true;
}

/// A stranger is not told what tokens are worth.
#[cfg(all(feature = "oauth", feature = "_jwt"))]
impl Probe<crate::oauth::IntrospectionRequest> {
    /// See [`Unprobed::NEEDS_CALLER`].
    pub const NEEDS_CALLER: bool = true;
}

impl<U: LoadUser> Probe<CurrentUser<U>> {
    /// See [`Unprobed::NEEDS_CALLER`].
    pub const NEEDS_CALLER: bool = true;
    /// See [`Unprobed::SOURCE`].
    pub const SOURCE: Option<Source> = Some(Source::of::<U>());
}

impl<U: LoadUser> Probe<Option<CurrentUser<U>>> {
    /// See [`Unprobed::SOURCE`].
    pub const SOURCE: Option<Source> = Some(Source::of::<U>());
}

impl<T> Probe<Authorized<T>> {
    /// See [`Unprobed::NEEDS_CHECK`].
    pub const NEEDS_CHECK: bool = true;
}

impl Probe<web::Path<String>> {
    /// See [`Unprobed::PARAMETERS`].
    pub const PARAMETERS: usize = 1;
}

macro_rules! tuples {
    ($($count:literal: $($name:ident)+;)+) => {
        $(
            impl<$($name),+> Probe<web::Path<($($name,)+)>> {
                /// See [`Unprobed::PARAMETERS`].
                pub const PARAMETERS: usize = $count;
            }
        )+
    };
}

tuples! {
    1: A;
    2: A B;
    3: A B C;
    4: A B C D;
    5: A B C D E;
    6: A B C D E F;
    7: A B C D E F G;
    8: A B C D E F G H;
    9: A B C D E F G H I;
    10: A B C D E F G H I J;
    11: A B C D E F G H I J K;
    12: A B C D E F G H I J K L;
}

/// Whether an argument can be had on every verb and route of its endpoint. An argument that
/// needs a caller can be had unless every verb is anonymous.
///
/// # Panics
///
/// If it cannot: that is how the compiler tells.
#[track_caller]
#[expect(clippy::panic, reason = "the only way in which a constant can refuse")]
pub const fn weigh_argument(
    endpoint: &Endpoint,
    parameters: usize,
    needs_caller: bool,
    needs_check: bool,
) {
    if needs_caller && is_open(endpoint) {
        let text = Text::new("").and_quoted(endpoint.handler).and(
            " is anonymous on every verb, so there may be no caller; wrap the argument in `Option`",
        );
        panic!("{}", text.as_str());
    }
    let mut rest = endpoint.routes;
    while let Some(((verb, path), behind)) = rest.split_first() {
        if needs_check && !is_checked(endpoint, *verb) {
            panic!("{}", unchecked(endpoint, *verb).as_str());
        }
        let has = parameters_of(endpoint.group, path);
        if parameters > has {
            panic!("{}", too_long(endpoint, path, parameters, has).as_str());
        }
        rest = behind;
    }
}

const fn too_long(endpoint: &Endpoint, path: &str, wants: usize, has: usize) -> Text {
    let text = Text::new("").and_quoted(endpoint.handler).and(" reads ").and_number(wants);
    let text = text.and(" of the path's parameters, but ").and_quoted(path).and(" has ");
    let text = text.and_number(has);
    let text = match endpoint.group {
        Some(_) => text.and(" with those of its group"),
        None => text,
    };
    text.and("; take no more, or name more in the path")
}

const fn unchecked(endpoint: &Endpoint, verb: Verb) -> Text {
    let text =
        Text::new("").and_quoted(endpoint.handler).and(" takes what a check has loaded, but on ");
    let text = text.and_quoted(verb.as_str());
    text.and(" no function in `authorize` is asked; ask one, or take `Option<Authorized<…>>`")
}

const fn is_open(endpoint: &Endpoint) -> bool {
    let mut rest = endpoint.routes;
    while let Some(((verb, _), behind)) = rest.split_first() {
        if !is_anonymous(endpoint, *verb) {
            return false;
        }
        rest = behind;
    }
    true
}

const fn is_anonymous(endpoint: &Endpoint, verb: Verb) -> bool {
    let mut anonymous = endpoint.anonymous;
    while let Some((one, more)) = anonymous.split_first() {
        if *one as u8 == verb as u8 {
            return true;
        }
        anonymous = more;
    }
    false
}

/// Whether some function is asked on a verb.
const fn is_checked(endpoint: &Endpoint, verb: Verb) -> bool {
    let mut checks = endpoint.checks;
    while let Some((check, more)) = checks.split_first() {
        let asked = match check.verb {
            Some(only) => only as u8 == verb as u8,
            None => true,
        };
        if asked {
            return !is_anonymous(endpoint, verb);
        }
        checks = more;
    }
    false
}

const fn parameters_of(group: Option<Group>, path: &str) -> usize {
    let mut count = parameters_in(path);
    let mut group = group;
    while let Some(outer) = group {
        count += parameters_in(outer.grouping().prefix);
        group = outer.grouping().parent;
    }
    count
}

/// The `{…}` of a path; a regular expression inside may have braces of its own.
const fn parameters_in(path: &str) -> usize {
    let mut rest = path.as_bytes();
    let mut depth = 0_usize;
    let mut count = 0;
    while let Some((byte, behind)) = rest.split_first() {
        if *byte == b'{' {
            if depth == 0 {
                count += 1;
            }
            depth += 1;
        } else if *byte == b'}' {
            depth = depth.saturating_sub(1);
        }
        rest = behind;
    }
    count
}
