//! What OAuth clients and other servers ask about tokens of this server: revocation (RFC 7009),
//! introspection (RFC 7662), and where to ask (RFC 8414).
//!
//! request → `form` (what was sent) → `verify` (access tokens: whose they are) → `revoke` or
//! `introspect` → `introspection`; `server` is the metadata

mod form;
mod introspect;
mod introspection;
mod refused;
mod revoke;
mod server;
mod startup;
mod verify;

pub use introspect::IntrospectionRequest;
pub use introspection::Introspection;
pub use revoke::RevocationRequest;
pub use server::AuthorizationServer;
pub(crate) use server::{METADATA_ENDPOINT, Publishing, Signer};
pub(crate) use startup::lacking;
