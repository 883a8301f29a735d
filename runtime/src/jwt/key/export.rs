//! Public keys as others may have them: a JWK Set (RFC 7517 §5).

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::accept::encode;
use super::super::algorithm::Algorithm;
use super::public::Public;

/// Public keys as a JWK Set (RFC 7517 §5), such as is served at `/.well-known/jwks.json`.
/// Serializes to `{"keys":[…]}`. Of private keys only the public part is in it, and of shared
/// secrets nothing.
///
/// ```
/// use actix_web::{Responder, web};
/// use portcullis::Portcullis;
///
/// async fn jwks(portcullis: web::Data<Portcullis>) -> impl Responder {
///     web::Json(portcullis.public_keys())
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct KeySet {
    keys: Vec<Jwk>,
}

/// The members of a public key.
pub(in super::super) type Jwk = BTreeMap<&'static str, String>;

impl KeySet {
    /// Each key once.
    pub(crate) fn of(keys: impl IntoIterator<Item = Jwk>) -> Self {
        let mut set = Self::default();
        for key in keys {
            if !set.keys.contains(&key) {
                set.keys.push(key);
            }
        }
        set
    }

    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

impl Public {
    /// The key as a JWK (RFC 7517 §4, RFC 7518 §6, RFC 8037 §2). Without an id it is named by
    /// its thumbprint, as in the tokens that its private key signs.
    pub(super) fn jwk(&self, algorithm: Algorithm, id: Option<&str>) -> Result<Jwk, String> {
        let id = match id {
            Some(id) => id.to_owned(),
            None => self.thumbprint()?,
        };
        let mut key = Jwk::from([
            ("alg", algorithm.name().to_owned()),
            ("kid", id),
            ("use", "sig".to_owned()),
        ]);
        key.extend(self.members());
        Ok(key)
    }

    /// The members that are required of its kind (RFC 7638 §3.2).
    pub(super) fn members(&self) -> impl Iterator<Item = (&'static str, String)> {
        let members = match self {
            Self::Rsa { n, e } => {
                vec![("e", encode(e)), ("kty", "RSA".to_owned()), ("n", encode(n))]
            }
            Self::Ec { curve, x, y } => vec![
                ("crv", (*curve).to_owned()),
                ("kty", "EC".to_owned()),
                ("x", encode(x)),
                ("y", encode(y)),
            ],
            Self::Ed25519 { x } => {
                vec![("crv", "Ed25519".to_owned()), ("kty", "OKP".to_owned()), ("x", encode(x))]
            }
        };
        members.into_iter()
    }
}
