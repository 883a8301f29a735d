//! What a developer says about where requests may come from.

use std::panic::Location;

use super::origin::{Fault, Origin};
use crate::problem::Problem;

#[doc = include_str!("../../docs/csrf.md")]
#[derive(Clone, Debug, Default)]
pub struct Csrf {
    public: Vec<Named>,
    trusted: Vec<Named>,
    non_browsers: bool,
    forwarded_host: Option<Place>,
    problems: Vec<Problem>,
}

type Place = &'static Location<'static>;

/// An origin, and the place where it was given.
#[derive(Clone, Debug)]
struct Named {
    origin: Origin,
    text: String,
    place: Place,
}

impl Csrf {
    /// The application's own origin as browsers see it, such as `https://app.example`. Say it
    /// wherever a proxy ends TLS or changes `Host`; with it `Host` is not looked at.
    #[track_caller]
    #[must_use]
    pub fn public_origin(mut self, origin: impl Into<String>) -> Self {
        if let Some(named) = self.read(origin.into()) {
            self.public.push(named);
        }
        self
    }

    /// Another origin whose pages may send requests with the caller's credentials: they can do
    /// everything that the caller can. For each one; there are no wildcards.
    #[track_caller]
    #[must_use]
    pub fn trust_origin(mut self, origin: impl Into<String>) -> Self {
        if let Some(named) = self.read(origin.into()) {
            self.trusted.push(named);
        }
        self
    }

    /// Lets requests pass that have neither `Sec-Fetch-Site` nor `Origin`, as programs send them
    /// that are no browsers. Browsers from before 2020 send forms without both, too. `Origin:
    /// null` is still refused: only browsers send it.
    #[must_use]
    pub fn allow_non_browsers(mut self) -> Self {
        self.non_browsers = true;
        self
    }

    /// Compares `Origin` with `X-Forwarded-Host`, where that is sent, instead of `Host`. Only
    /// behind a proxy that sets the field itself, to one host, whatever came in;
    /// [`Csrf::public_origin`] needs no such trust.
    #[track_caller]
    #[must_use]
    pub fn trust_forwarded_host(mut self) -> Self {
        self.forwarded_host = Some(Location::caller());
        self
    }

    pub(super) fn own_origin(&self) -> Option<&Origin> {
        self.public.first().map(|named| &named.origin)
    }

    pub(super) fn trusts(&self, origin: &Origin) -> bool {
        self.trusted.iter().any(|trusted| trusted.origin == *origin)
    }

    pub(super) fn allows_non_browsers(&self) -> bool {
        self.non_browsers
    }

    pub(super) fn trusts_forwarded_host(&self) -> bool {
        self.forwarded_host.is_some()
    }

    /// An origin; `None`, and a problem, if the text is none.
    #[track_caller]
    fn read(&mut self, text: String) -> Option<Named> {
        let place = Location::caller();
        let why = match Origin::parse(&text) {
            Ok(origin) => return Some(Named { origin, text, place }),
            Err(fault) => describe(fault, &text),
        };
        self.problems.push(Problem::new(format!("`{text}` is no origin: {why}")).at_call(place));
        None
    }

    /// What keeps the server from starting.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let mut problems = self.problems.clone();
        let mut refuse = |place: Place, message: String| {
            problems.push(Problem::new(message).at_call(place));
        };
        for other in self.public.iter().skip(1) {
            let message = "is a second public origin; keep one, and trust the other";
            refuse(other.place, format!("`{}` {message}", other.text));
        }
        for public in self.public.iter().filter(|public| !public.origin.is_http()) {
            let message = "cannot be the public origin: browsers reach it by `https`";
            refuse(public.place, format!("`{}` {message}", public.text));
        }
        if let (Some(place), Some(_)) = (self.forwarded_host, self.own_origin()) {
            let message = "`trust_forwarded_host` changes nothing beside `public_origin`";
            refuse(place, format!("{message}; leave it out"));
        }
        for (at, named) in self.trusted.iter().enumerate() {
            if self.trusted.iter().take(at).any(|before| before.origin == named.origin) {
                refuse(named.place, format!("the origin `{}` is trusted twice", named.text));
            }
            if named.origin.is_in_the_clear() && !self.is_in_the_clear() {
                let message = "anyone on the network can speak for it; use `https`";
                refuse(named.place, format!("the origin `{}` is trusted: {message}", named.text));
            }
        }
        problems
    }

    /// What is legal and yet worth a second look.
    pub(crate) fn warnings(&self) -> Vec<Problem> {
        let clear = self.public.iter().filter(|public| public.origin.is_in_the_clear());
        let warning = |public: &Named| {
            let message = "anyone on the network can speak for it, and browsers send it no \
                           `Secure` cookies";
            Problem::new(format!("the public origin is `{}`: {message}", public.text))
                .at_call(public.place)
        };
        clear.map(warning).collect()
    }

    /// Whether the application itself is served in the clear, and says so.
    fn is_in_the_clear(&self) -> bool {
        self.own_origin().is_some_and(Origin::is_in_the_clear)
    }
}

fn describe(fault: Fault, text: &str) -> &'static str {
    match fault {
        _ if !text.is_ascii() => "write its name as browsers send it, in Punycode (`xn--…`)",
        _ if text.contains('*') => "there are no wildcards; name each origin",
        Fault::Scheme => "it begins with a scheme, as in `https://app.example`",
        Fault::Path => "nothing follows its host and port, not even `/`",
        Fault::Host => "after `://` stands a host, and a port if it is not the default one",
    }
}
