#![doc = include_str!("../docs/crate.md")]

mod answer;
mod bits;
mod builder;
mod clock;
mod contain;
mod decision;
mod demand;
mod endpoint;
mod error;
mod gate;
mod group;
mod hierarchy;
mod instance;
mod interner;
#[cfg(feature = "_jwt")]
mod jwt;
#[cfg(feature = "_jwt")]
mod lookup;
mod mask;
mod mount;
mod nearest;
mod oracle;
mod principal;
mod problem;
mod random;
mod registry;
mod requirement;
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
mod vocabulary;
mod weigh;

#[doc = include_str!("../docs/endpoint.md")]
pub use portcullis_macros::endpoint;
#[doc = include_str!("../docs/group.md")]
pub use portcullis_macros::group;
#[doc = include_str!("../docs/policy.md")]
pub use portcullis_macros::policy;

#[doc = include_str!("../docs/vocabulary.md")]
pub use portcullis_macros::Vocabulary;

pub use answer::{Cause, Denial};
pub use builder::Builder;
pub use clock::{Clock, SystemClock};
pub use error::Error;
pub use group::Group;
pub use instance::Portcullis;
#[cfg(feature = "_jwt")]
pub use jwt::{Algorithm, Dangerous, JwtBearer, Key, KeySet, TokenCache};
pub use principal::{Claims, Principal};
pub use problem::{Problem, Problems};
pub use random::{Random, SystemRandom};
pub use requirement::{Checking, Requirement, requirement_fn};
pub use route::Route;
pub use rule::{Rule, Value};
pub use scheme::{Answer, Challenge, Found, IntoScheme, Prepared, Reason, Scheme, Seen, Setup};
pub use table::RouteEntry;
pub use telemetry::{Observation, Outcome};
#[cfg(feature = "_jwt")]
pub use tokens::{Token, Tokens};
pub use verb::Verb;
pub use vocabulary::UnknownName;

#[cfg(doc)]
#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

/// What the macros expand to. Not for use by hand: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use actix_web::HttpRequest;
    pub use actix_web::dev::{AppService, HttpServiceFactory, Payload};
    pub use linkme;
    pub use serde;

    pub use crate::decision::Granted;
    pub use crate::endpoint::{About, Endpoint, Guarded, Notice};
    pub use crate::gate::{Entering, Gate, enter};
    pub use crate::group::{Grouping, one_group};
    pub use crate::mount::{Wrapped, mount_by_hand, wrap};
    pub use crate::oracle::{judge_by_masks, judge_by_tree};
    pub use crate::registry::{ENDPOINTS, VOCABULARIES};
    pub use crate::rule::{Definition, constant as rule};
    pub use crate::verb::Verb;
    pub use crate::vocabulary::{UnknownName, expansion as vocabulary};
    pub use crate::weigh::{
        Probe, Unprobed, weigh_anonymous, weigh_argument, weigh_clause, weigh_group_clause,
        weigh_group_schemes, weigh_policy, weigh_schemes,
    };
}
