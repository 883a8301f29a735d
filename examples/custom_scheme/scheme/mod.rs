//! A scheme of our own: requests that are signed with a secret which client and server share.
//!
//! `Authorization: Acme-HMAC <key id>.<nonce>.<signature>`, with `Signed-At` (seconds since
//! 1970) and `Content-Digest` (RFC 9530). What is signed is in [`message`]. A signature cannot
//! be used for another request, again, or later, and the secret is never sent.
//!
//! - [`config`]: how it is registered, and what is wrong with a configuration
//! - [`verifier`]: the head of a request → a caller. A scheme never reads the body:
//! - [`body`]: the extractor that holds the body against the digest which was signed
//! - [`replay`]: what was seen already
//!
//! A standard for this is RFC 9421, which lets client and server choose what is signed.

mod body;
mod config;
mod message;
mod replay;
mod verifier;

pub(crate) use body::SignedBody;
pub(crate) use config::SignedRequests;
pub(crate) use message::{Message, content_digest};
