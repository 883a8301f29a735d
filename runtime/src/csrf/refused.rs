//! Why a request may be forged, in words that hold nothing of the request.

use crate::answer::{Cause, Denial};

/// Why a request is not taken for one of the application's own pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// `Sec-Fetch-Site` is doubled, or none of its four values.
    OddSite,
    /// `Origin` is doubled, or no origin.
    OddOrigin,
    /// `Sec-Fetch-Site` says that another site sends it, whose origin is not trusted.
    CrossSite,
    /// … or another origin of the same site.
    SameSite,
    /// `Origin: null`: a page that hides where it is from.
    Opaque,
    /// `Origin` is neither the application's own nor trusted.
    OtherOrigin,
    /// There is an `Origin`, and no host to compare it with.
    NoHost,
    /// Neither header is there: not a browser, or a very old one.
    Silent,
}

impl Refused {
    /// For the log.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::OddSite => "cross-site check: `Sec-Fetch-Site` is doubled or unknown",
            Self::OddOrigin => "cross-site check: `Origin` is doubled or malformed",
            Self::CrossSite => "cross-site check: sent by another site",
            Self::SameSite => "cross-site check: sent by another origin of the same site",
            Self::Opaque => "cross-site check: `Origin` is null",
            Self::OtherOrigin => "cross-site check: `Origin` is another one",
            Self::NoHost => "cross-site check: `Origin` has no sound host to be compared with",
            Self::Silent => "cross-site check: neither `Sec-Fetch-Site` nor `Origin`",
        }
    }

    /// What a developer can do about it.
    fn next_step(self) -> &'static str {
        match self {
            Self::OddSite | Self::OddOrigin | Self::Opaque => "no setting lets it pass",
            Self::CrossSite | Self::SameSite => "`Csrf::trust_origin` lets an origin pass",
            Self::OtherOrigin | Self::NoHost => {
                "behind a proxy say the `Csrf::public_origin`; `Csrf::trust_origin` lets others \
                 pass"
            }
            Self::Silent => "`Csrf::allow_non_browsers` lets it pass",
        }
    }

    pub(crate) fn denial(self) -> Denial {
        Denial::new(Cause::CrossSite).because(self.reason()).explained(format!(
            "{}; {}",
            self.reason(),
            self.next_step()
        ))
    }
}
