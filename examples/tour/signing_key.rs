//! The secret that signs tokens.

use std::env::{self, VarError};
use std::error::Error;
use std::fmt::{self, Display, Formatter};

use portcullis::{Random, SystemRandom};

const VARIABLE: &str = "TOKEN_SIGNING_KEY";

pub(crate) enum SigningKey {
    Given(String),
    Made([u8; 32]),
}

impl SigningKey {
    /// The one of the environment, else one that lasts as long as this process.
    pub(crate) fn choose() -> Result<Self, Box<dyn Error>> {
        match env::var(VARIABLE) {
            Ok(key) => Ok(Self::Given(key)),
            Err(VarError::NotPresent) => Self::make(),
            Err(VarError::NotUnicode(_)) => Err(format!("{VARIABLE} is not UTF-8").into()),
        }
    }

    fn make() -> Result<Self, Box<dyn Error>> {
        let mut key = [0; 32];
        SystemRandom.fill(&mut key)?;
        Ok(Self::Made(key))
    }
}

impl AsRef<[u8]> for SigningKey {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Given(key) => key.as_bytes(),
            Self::Made(key) => key,
        }
    }
}

/// Where it is from, never what it is.
impl Display for SigningKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(_) => write!(f, "the one in {VARIABLE}"),
            Self::Made(_) => write!(
                f,
                "made for this process: its tokens end with it (set {VARIABLE} to keep them)"
            ),
        }
    }
}
