#![doc = include_str!("../docs/crate.md")]

mod answer;
mod bits;
mod builder;
mod clock;
mod contain;
mod decision;
mod endpoint;
mod error;
mod gate;
mod instance;
mod interner;
#[cfg(feature = "_jwt")]
mod jwt;
mod mask;
mod mount;
mod oracle;
mod principal;
mod problem;
mod random;
mod registry;
mod route;
mod routing;
mod rule;
mod scheme;
mod startup;
mod table;
mod telemetry;
#[cfg(feature = "test-util")]
pub mod test;
#[cfg(feature = "_jwt")]
mod tokens;
mod verb;

#[doc = include_str!("../docs/endpoint.md")]
pub use portcullis_macros::endpoint;

pub use answer::{Cause, Denial};
pub use builder::Builder;
pub use clock::{Clock, SystemClock};
pub use error::Error;
pub use instance::Portcullis;
#[cfg(feature = "_jwt")]
pub use jwt::{Algorithm, Dangerous, JwtBearer, Key, KeySet};
pub use principal::{Claims, Principal};
pub use problem::{Problem, Problems};
pub use random::{Random, SystemRandom};
pub use route::Route;
pub use rule::{Rule, Value};
pub use scheme::{Answer, Challenge, Found, IntoScheme, Prepared, Reason, Scheme, Seen, Setup};
pub use table::RouteEntry;
pub use telemetry::{Observation, Outcome};
#[cfg(feature = "_jwt")]
pub use tokens::{Token, Tokens};
pub use verb::Verb;

/// What `#[endpoint]` expands to. Not for use by hand: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use actix_web::HttpRequest;
    pub use actix_web::dev::{AppService, HttpServiceFactory, Payload};
    pub use linkme;

    pub use crate::decision::Granted;
    pub use crate::endpoint::{About, Endpoint, Guarded, Notice};
    pub use crate::gate::{Entering, Gate, enter};
    pub use crate::mount::{Wrapped, mount_by_hand, wrap};
    pub use crate::oracle::{judge_by_masks, judge_by_tree};
    pub use crate::registry::ENDPOINTS;
    pub use crate::rule::constant as rule;
    pub use crate::verb::Verb;
}
