//! Which tokens a scheme accepts: the rules of the documentation, one after the other.

use super::base64url;
use super::claims::{Facts, Names};
use super::json::{self, Json, Members, member};
use super::keys::Key;

/// What time it is, in seconds since 1970.
pub(crate) const NOW: u64 = 1_800_000_000;

/// What a scheme was told.
#[derive(Debug)]
pub(crate) struct Told {
    /// With their ids.
    pub(crate) keys: &'static [(Option<&'static str>, Key)],
    pub(crate) issuer: Option<&'static str>,
    pub(crate) audiences: &'static [&'static str],
    pub(crate) any_audience: bool,
    pub(crate) leeway: f64,
    pub(crate) max_age: Option<f64>,
    pub(crate) most_bytes: usize,
    pub(crate) names: Names,
}

impl Told {
    /// What a token says of its caller, if it is accepted.
    pub(crate) fn facts(&self, token: &[u8]) -> Option<Facts> {
        let parts = token.split(|byte| *byte == b'.').collect::<Vec<_>>();
        let [header, payload, signature] = parts[..] else { return None };
        if token.len() > self.most_bytes || parts.iter().any(|part| part.is_empty()) {
            return None;
        }
        let members = json::object(&base64url::decode(header)?)?;
        let message = [header, payload].join(&b'.');
        let signature = base64url::decode(signature)?;
        let signed = |key: &Key| key.verifies(&message, &signature);
        if !is_plain(&members) || !self.selected(&members)?.iter().any(signed) {
            return None;
        }
        let claims = json::object(&base64url::decode(payload)?)?;
        let sound = self.is_in_time(&claims)? && self.is_from(&claims)? && self.is_for(&claims)?;
        sound.then(|| self.names.facts(&claims, self.issuer.is_some()))?
    }

    /// The keys that a header means.
    fn selected(&self, header: &Members) -> Option<Vec<Key>> {
        let kid = match member(header, "kid") {
            Some(kid) => Some(kid.text()?),
            None => None,
        };
        let algorithm = member(header, "alg")?.text()?;
        let meant = self.keys.iter().filter(|(id, key)| {
            let by_id = id.is_none() || kid.is_none() || *id == kid;
            by_id && key.algorithm() == algorithm
        });
        Some(meant.map(|(_, key)| *key).collect())
    }

    fn is_in_time(&self, claims: &Members) -> Option<bool> {
        #[expect(clippy::cast_precision_loss, reason = "dates of this age are exact")]
        let now = NOW as f64;
        let (expires, from, issued) =
            (date(claims, "exp")?, date(claims, "nbf")?, date(claims, "iat")?);
        let alive = now < expires? + self.leeway && expires? + self.leeway < i64::MAX as f64;
        let begun = [from, issued].into_iter().flatten().all(|at| at <= now + self.leeway);
        let young = match self.max_age {
            Some(age) => now < issued? + age + self.leeway,
            None => true,
        };
        Some(alive && begun && young)
    }

    fn is_from(&self, claims: &Members) -> Option<bool> {
        let Some(issuer) = member(claims, "iss") else { return Some(self.issuer.is_none()) };
        let issuer = issuer.text()?;
        let sound = !issuer.is_empty() && !issuer.starts_with("urn:portcullis:scheme:");
        Some(sound && self.issuer.is_none_or(|own| own == issuer))
    }

    fn is_for(&self, claims: &Members) -> Option<bool> {
        let Some(audience) = member(claims, "aud") else {
            return Some(self.any_audience || self.audiences.is_empty());
        };
        let audiences = match audience {
            Json::Text(one) => vec![one.as_str()],
            other => other.texts()?,
        };
        Some(self.any_audience || audiences.iter().any(|one| self.audiences.contains(one)))
    }
}

/// No extension, and the type of an access token.
fn is_plain(header: &Members) -> bool {
    let typ = match member(header, "typ") {
        None => true,
        Some(Json::Text(typ)) => {
            let types = ["jwt", "at+jwt", "application/jwt", "application/at+jwt"];
            types.iter().any(|one| one.eq_ignore_ascii_case(typ))
        }
        Some(_) => false,
    };
    typ && ["crit", "b64", "zip", "enc"].iter().all(|name| member(header, name).is_none())
}

/// The date in a claim, if the claim is there; `None` if it is no date.
#[expect(clippy::option_option, reason = "absent, and of the wrong type, are two things")]
fn date(claims: &Members, name: &str) -> Option<Option<f64>> {
    match member(claims, name) {
        None => Some(None),
        Some(Json::Number(seconds, _)) => Some(Some(*seconds)),
        Some(_) => None,
    }
}
