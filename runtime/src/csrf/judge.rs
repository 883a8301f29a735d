//! The one place where it is judged where a request is from. Pure: no request, no clock.
//!
//! `Sec-Fetch-Site` decides wherever it is sent: browsers write it, and no page can (Fetch
//! Metadata §3). `Origin` decides where it is not: on plain HTTP, for a
//! WebSocket, and in browsers before 2023.

use super::authority::Authority;
use super::config::Csrf;
use super::origin::Origin;
use super::refused::Refused;
use super::signals::{Field, Signals};

/// Judges a request that can change something.
///
/// # Errors
///
/// Why it may be forged.
pub(super) fn judge(signals: &Signals<'_>, csrf: &Csrf) -> Result<(), Refused> {
    // Both are read first: what no browser sends is refused, whatever stands beside it.
    let relation = Relation::read(signals.site)?;
    let sender = Sender::read(signals.origin)?;
    let trusted = matches!(&sender, Sender::Page(origin) if csrf.trusts(origin));
    match relation {
        // A page with `Referrer-Policy: no-referrer` sends `Origin: null` to its own origin.
        Some(Relation::SameOrigin | Relation::User) => Ok(()),
        Some(Relation::SameSite | Relation::CrossSite) | None if trusted => Ok(()),
        Some(Relation::SameSite) => Err(Refused::SameSite),
        Some(Relation::CrossSite) => Err(Refused::CrossSite),
        None => match sender {
            Sender::Page(origin) => is_own(&origin, signals, csrf),
            // Only browsers send it, for pages in a sandbox among others: no setting helps.
            Sender::Opaque => Err(Refused::Opaque),
            Sender::Unsaid if csrf.allows_non_browsers() => Ok(()),
            Sender::Unsaid => Err(Refused::Silent),
        },
    }
}

/// What the sender is to this server: the values of `Sec-Fetch-Site` (Fetch Metadata §2.3).
enum Relation {
    SameOrigin,
    SameSite,
    CrossSite,
    /// `none`: the user asked for it, with a bookmark or by typing the address.
    User,
}

impl Relation {
    fn read(field: Field<'_>) -> Result<Option<Self>, Refused> {
        Ok(Some(match field {
            Field::Absent => return Ok(None),
            Field::One("same-origin") => Self::SameOrigin,
            Field::One("same-site") => Self::SameSite,
            Field::One("cross-site") => Self::CrossSite,
            Field::One("none") => Self::User,
            Field::One(_) | Field::Odd => return Err(Refused::OddSite),
        }))
    }
}

/// Who sends a request, by `Origin`.
enum Sender {
    Unsaid,
    /// `null`
    Opaque,
    Page(Origin),
}

impl Sender {
    fn read(field: Field<'_>) -> Result<Self, Refused> {
        match field {
            Field::Absent => Ok(Self::Unsaid),
            Field::One("null") => Ok(Self::Opaque),
            Field::One(text) => Origin::parse(text).map(Self::Page).map_err(|_| Refused::OddOrigin),
            Field::Odd => Err(Refused::OddOrigin),
        }
    }
}

/// Whether an origin is the application's own: the public one, or else the host that the
/// request was sent to.
fn is_own(origin: &Origin, signals: &Signals<'_>, csrf: &Csrf) -> Result<(), Refused> {
    let own = match csrf.own_origin() {
        Some(public) => origin == public,
        // Where this server ends TLS a page of `http` is somebody else; where a proxy does,
        // nothing tells, and both schemes pass.
        None => {
            let host = host(signals, csrf).ok_or(Refused::NoHost)?;
            origin.is_at(&host) && (origin.is_https() || !signals.tls)
        }
    };
    if own { Ok(()) } else { Err(Refused::OtherOrigin) }
}

/// The host that a request was sent to; `None` where it is not one and the same.
fn host(signals: &Signals<'_>, csrf: &Csrf) -> Option<Authority> {
    if csrf.trusts_forwarded_host() {
        match signals.forwarded_host {
            Field::One(host) => return Authority::parse(host),
            Field::Odd => return None,
            // Not by way of the proxy.
            Field::Absent => {}
        }
    }
    let target = match signals.target {
        Some(target) => Some(Authority::parse(target)?),
        None => None,
    };
    match (signals.host, target) {
        (Field::One(host), None) => Authority::parse(host),
        (Field::Absent, target) => target,
        (Field::One(host), Some(target)) => Authority::parse(host).filter(|host| *host == target),
        (Field::Odd, _) => None,
    }
}
