//! Who gets past the check, as one would say it aloud. Knows nothing of how it is done.

/// What `Sec-Fetch-Site` may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    Absent,
    SameOrigin,
    SameSite,
    CrossSite,
    None,
    Empty,
    Capitals,
    Unknown,
    Twice,
}

/// What `Origin` may be, beside what the server is told of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Absent,
    /// The public origin where there is one, else that of `Host`.
    Own,
    OwnOtherPort,
    /// That of `Host`, while the public origin is another.
    Hosts,
    Trusted,
    Other,
    Null,
    WithPath,
    Garbage,
    Twice,
}

/// One request, and the set-up that it meets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    pub(crate) ambient: bool,
    pub(crate) verb: &'static str,
    pub(crate) websocket: bool,
    pub(crate) site: Site,
    pub(crate) origin: Origin,
    /// Whether the set-up says `trust_origin`, `allow_non_browsers`, `public_origin`.
    pub(crate) trusts: bool,
    pub(crate) non_browsers: bool,
    pub(crate) public: bool,
}

impl Case {
    /// Whether the caller counts as the one who has sent the request.
    pub(crate) fn is_the_callers_own(&self) -> bool {
        // Only what browsers add by themselves can be borrowed.
        if !self.ambient {
            return true;
        }
        // Looking changes nothing; a WebSocket is more than looking.
        let looks = ["GET", "HEAD", "OPTIONS"].contains(&self.verb);
        if looks && !(self.verb == "GET" && self.websocket) {
            return true;
        }
        self.is_well_formed() && self.comes_from_us()
    }

    fn is_well_formed(&self) -> bool {
        let odd_sites = [Site::Empty, Site::Capitals, Site::Unknown, Site::Twice];
        let odd_origins = [Origin::WithPath, Origin::Garbage, Origin::Twice];
        !odd_sites.contains(&self.site) && !odd_origins.contains(&self.origin)
    }

    fn comes_from_us(&self) -> bool {
        let trusted = self.trusts && self.origin == Origin::Trusted;
        let own = match self.origin {
            Origin::Own => true,
            Origin::Hosts => !self.public,
            _ => false,
        };
        let from_no_browser = self.origin == Origin::Absent && self.non_browsers;
        match self.site {
            Site::SameOrigin | Site::None => true,
            Site::SameSite | Site::CrossSite => trusted,
            _ => trusted || own || from_no_browser,
        }
    }
}
