#![doc = include_str!("../docs/crate.md")]

mod answer;
#[cfg(feature = "api-key")]
mod api_key;
mod authorize;
mod bits;
mod builder;
mod clock;
mod contain;
#[cfg(any(feature = "cookie-session", all(feature = "refresh-tokens", feature = "_jwt")))]
mod cookies;
mod csrf;
#[cfg(any(feature = "_jwt", feature = "cookie-session"))]
mod dangerous;
mod decision;
mod demand;
mod endpoint;
mod error;
mod gate;
mod group;
mod hierarchy;
#[cfg(feature = "http-basic")]
mod http_basic;
mod instance;
mod interner;
#[cfg(feature = "_jwt")]
mod jwt;
#[cfg(feature = "_jwt")]
mod lookup;
mod mask;
mod mount;
mod nearest;
#[cfg(all(feature = "oauth", feature = "_jwt"))]
mod oauth;
mod oracle;
mod principal;
mod privileges;
mod problem;
mod random;
#[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
mod refresh;
mod registry;
mod requirement;
#[cfg(feature = "revocation")]
mod revocation;
mod route;
mod routing;
mod rule;
mod scheme;
#[cfg(feature = "cookie-session")]
mod session;
mod sign_in;
mod startup;
mod store;
mod table;
mod telemetry;
#[cfg(feature = "test-util")]
pub mod test;
#[cfg(feature = "_jwt")]
mod tokens;
mod user;
mod verb;
mod vocabulary;
mod weigh;

#[doc = include_str!("../docs/endpoint.md")]
#[doc = include_str!("../docs/authorize.md")]
pub use portcullis_macros::endpoint;
#[doc = include_str!("../docs/group.md")]
pub use portcullis_macros::group;
#[doc = include_str!("../docs/policy.md")]
pub use portcullis_macros::policy;

#[doc = include_str!("../docs/from_principal.md")]
pub use portcullis_macros::FromPrincipal;
#[doc = include_str!("../docs/vocabulary.md")]
pub use portcullis_macros::Vocabulary;

pub use answer::{Cause, Denial};
#[cfg(feature = "api-key")]
pub use api_key::{ApiKey, ApiKeys, IssuedApiKey, NewApiKey};
pub use authorize::{Authorized, Denied, FromHead};
pub use builder::Builder;
pub use clock::{Clock, SystemClock};
pub use csrf::{Csrf, SameOrigin};
#[cfg(any(feature = "_jwt", feature = "cookie-session"))]
pub use dangerous::Dangerous;
pub use error::Error;
pub use group::Group;
#[cfg(feature = "http-basic")]
pub use http_basic::{CheckingPassword, HttpBasic, Password, PasswordCheck, Throttle};
pub use instance::Portcullis;
#[cfg(feature = "authority")]
pub use jwt::Authority;
#[cfg(feature = "_jwt")]
pub use jwt::{Algorithm, JwtBearer, Key, KeyHandle, KeySet, Preset, TokenCache, Trusted};
#[cfg(all(feature = "oauth", feature = "_jwt"))]
pub use oauth::{AuthorizationServer, Introspection, IntrospectionRequest, RevocationRequest};
pub use principal::{Claims, FromPrincipal, Mismatch, Principal};
pub use privileges::{PrivilegeCache, PrivilegeSource, Privileges, UserId};
pub use problem::{Problem, Problems};
pub use random::{Random, SystemRandom};
#[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
pub use refresh::{
    Login, Logins, NotIssued, RefreshTokenService, RefreshTokens, Renewal, TokenResponse,
    UserPrivileges,
};
pub use requirement::{Checking, Requirement, requirement_fn};
#[cfg(feature = "revocation")]
pub use revocation::{Opening, Revocations};
pub use route::Route;
pub use rule::{Rule, Value};
pub use scheme::{
    Answer, Challenge, Found, IntoScheme, Prepared, Reason, Scheme, Seen, Setup, Transformed,
};
#[cfg(feature = "cookie-session")]
pub use session::{CookieSession, Limits, Sessions};
pub use sign_in::{ReturnTo, local_path};
#[cfg(feature = "postgres")]
pub use store::PostgresStore;
#[cfg(feature = "sqlite")]
pub use store::SqliteStore;
pub use store::{
    ApiKeyHash, ApiKeyStore, FamilyId, MemoryStore, Position, RefreshHash, RefreshStore, Revocable,
    Revocation, RevocationStore, Revoked, Rotation, SessionKey, SessionStore, Span, SpentToken,
    StoreError, StoreFuture, StoredApiKey, StoredFamily, StoredSession,
};
#[cfg(feature = "redis")]
pub use store::{RedisOptions, RedisStore};
pub use table::RouteEntry;
pub use telemetry::{Observation, Outcome};
#[cfg(feature = "_jwt")]
pub use tokens::{Token, Tokens};
pub use user::{CurrentUser, LoadUser};
pub use verb::Verb;
pub use vocabulary::UnknownName;

#[cfg(doc)]
#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[cfg(all(doc, feature = "_jwt"))]
#[doc = include_str!("../docs/keys.md")]
pub mod keys {}

/// What the macros expand to. Not for use by hand: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use actix_web::dev::{AppService, HttpServiceFactory, Payload};
    pub use actix_web::{Error, FromRequest, HttpRequest};
    pub use linkme;
    pub use serde;

    pub use crate::FromHead;
    pub use crate::authorize::{
        Asked, Asks, Check, Checked, Loads, Question, SayErrWhereYouMeanNo, Stopped, check,
    };
    pub use crate::decision::Granted;
    pub use crate::endpoint::{About, Endpoint, Guarded, Notice};
    pub use crate::gate::{Entering, Gate, enter};
    pub use crate::group::{Grouping, one_group};
    pub use crate::mount::{Wrapped, mount_by_hand, wrap};
    pub use crate::oracle::{judge_by_masks, judge_by_tree};
    pub use crate::principal::typed;
    pub use crate::registry::{ENDPOINTS, NEEDED, TYPED, VOCABULARIES};
    pub use crate::rule::{Definition, constant as rule};
    pub use crate::user::{Needed, Source};
    pub use crate::verb::Verb;
    pub use crate::vocabulary::{UnknownName, expansion as vocabulary};
    pub use crate::weigh::{
        Probe, Unprobed, weigh_anonymous, weigh_argument, weigh_clause, weigh_group_clause,
        weigh_group_schemes, weigh_policy, weigh_schemes,
    };
}
