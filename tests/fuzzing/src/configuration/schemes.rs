//! Schemes as they are chosen.

use std::time::Duration;

use actix_web::HttpRequest;
use arbitrary::{Arbitrary, Result, Unstructured};
use portcullis::{Algorithm, Answer, Challenge, Found, JwtBearer, Key, Principal, Scheme};

/// The header by which a caller of a scheme that is simply told comes.
pub(super) const HEADER: &str = "x-caller";

#[derive(Clone, Debug)]
pub(super) enum Chosen {
    /// Recognizes whoever is spelled out behind the scheme's number.
    Told(u8),
    Jwt(Jwt),
    /// Hardly a key: any bytes as PEM, DER or JWK.
    NoKey(u8, Vec<u8>),
}

#[derive(Clone, Debug)]
pub(super) struct Jwt {
    /// Its number, and how long it is.
    pub(super) secret: (u8, usize),
    pub(super) issuers: Vec<String>,
    pub(super) audiences: Vec<String>,
    pub(super) leeway: u64,
    pub(super) max_age: Option<u64>,
    pub(super) most_bytes: usize,
    pub(super) roles: Vec<&'static str>,
}

impl Chosen {
    pub(super) fn choose(number: u8, choices: &mut Unstructured<'_>) -> Result<Self> {
        Ok(match choices.int_in_range(0..=9)? {
            0..=4 => Self::Told(number),
            5..=8 => Self::Jwt(Jwt::choose(number, choices)?),
            _ => Self::NoKey(u8::arbitrary(choices)?, Vec::arbitrary(choices)?),
        })
    }

    /// What must never be told.
    pub(super) fn secret(&self) -> Option<Vec<u8>> {
        match self {
            Self::Jwt(jwt) => Some(jwt.secret()),
            Self::Told(_) | Self::NoKey(..) => None,
        }
    }
}

impl Jwt {
    fn choose(number: u8, choices: &mut Unstructured<'_>) -> Result<Self> {
        let texts = |choices: &mut Unstructured<'_>| -> Result<Vec<String>> {
            let count = *choices.choose(&[0, 0, 1, 1, 2])?;
            (0..count).map(|_| text(choices)).collect()
        };
        let mut usually = |usual: u64, odd: &[u64]| -> Result<u64> {
            if choices.ratio(1, 8)? { Ok(*choices.choose(odd)?) } else { Ok(usual) }
        };
        let length = usually(40, &[0, 1, 31, 32, 300])?;
        let leeway = usually(30, &[0, 300, 301, u64::MAX])?;
        let max_age = usually(3600, &[0, 1, u64::MAX])?;
        let most_bytes = usually(8192, &[0, 65536, 65537, u64::MAX])?;
        let has_age = bool::arbitrary(choices)?;
        Ok(Self {
            secret: (number, usize::try_from(length).unwrap_or(0)),
            issuers: texts(choices)?,
            audiences: texts(choices)?,
            leeway,
            max_age: has_age.then_some(max_age),
            most_bytes: usize::try_from(most_bytes).unwrap_or(usize::MAX),
            roles: match choices.int_in_range(0..=9)? {
                0 => vec![],
                1 => vec!["permissions"],
                2 => vec!["roles", "sub"],
                3 => vec!["exp"],
                4 => vec!["roles", "roles"],
                5 => vec![" "],
                _ => vec!["roles"],
            },
        })
    }

    pub(super) fn secret(&self) -> Vec<u8> {
        vec![b'k' + self.secret.0; self.secret.1]
    }

    pub(super) fn bearer(&self) -> JwtBearer {
        let bearer = JwtBearer::hs256(self.secret())
            .leeway(Duration::from_secs(self.leeway))
            .max_token_bytes(self.most_bytes)
            .role_claims(self.roles.clone());
        let bearer = self.issuers.iter().fold(bearer, |it, issuer| it.issuer(issuer));
        let bearer = self.audiences.iter().fold(bearer, |it, audience| it.audience(audience));
        match self.max_age {
            Some(age) => bearer.max_age(Duration::from_secs(age)),
            None => bearer,
        }
    }
}

/// Mostly a sound name, else any text.
pub(super) fn text(choices: &mut Unstructured<'_>) -> Result<String> {
    Ok(match choices.int_in_range(0..=15)? {
        0 => String::arbitrary(choices)?.chars().take(12).collect(),
        1 => (*choices.choose(&["", " ", "a ", "\u{a0}a", "urn:portcullis:scheme:a"])?).to_owned(),
        _ => (*choices.choose(&["a", "b", "c"])?).to_owned(),
    })
}

/// A key of any bytes.
pub(super) fn no_key(kind: u8, bytes: &[u8]) -> JwtBearer {
    let algorithm = [Algorithm::Rs256, Algorithm::Es256, Algorithm::EdDsa][usize::from(kind % 3)];
    JwtBearer::new(match kind / 3 % 3 {
        0 => Key::pem(algorithm, bytes),
        1 => Key::der(algorithm, bytes),
        _ => Key::jwk(String::from_utf8_lossy(bytes)),
    })
    .issuer("i")
    .audience("a")
}

/// Recognizes callers of its own number.
#[derive(Debug)]
pub(super) struct Told(pub(super) u8);

impl Scheme for Told {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let value = request.headers().get(HEADER).and_then(|value| value.to_str().ok());
        let spelled = value.and_then(|value| value.strip_prefix(&format!("{}:", self.0)));
        Answer::Ready(match spelled.and_then(|text| serde_json::from_str(text).ok()) {
            Some(claims) => Found::Caller(principal(&claims)),
            None => Found::Nothing,
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Told")
    }

    /// No browser sends the header unasked.
    fn ambient(&self) -> bool {
        false
    }
}

fn principal(claims: &serde_json::Value) -> Principal {
    let names = |claim: &str| {
        let names = claims.get(claim).and_then(|names| names.as_array()).cloned();
        let names = names.unwrap_or_default().into_iter();
        names.filter_map(|name| name.as_str().map(ToOwned::to_owned)).collect::<Vec<_>>()
    };
    let caller = Principal::new("eve").claim("sub", "eve");
    let caller = names("roles").into_iter().fold(caller, Principal::role);
    let caller = names("permissions").into_iter().fold(caller, Principal::permission);
    let caller = names("scope").into_iter().fold(caller, Principal::scope);
    match claims.get("k") {
        Some(value) => caller.claim("k", value),
        None => caller,
    }
}
