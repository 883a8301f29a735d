//! The page that asks for credentials.

use actix_web::HttpRequest;
use actix_web::http::header::HeaderValue;

use super::local_path;

/// The path of a sign-in page, as it was set up.
#[derive(Clone, Debug)]
pub(crate) struct SignInPage(String);

impl SignInPage {
    /// `None` for what is not a path on this server.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        local_path(text).map(|path| Self(path.to_owned()))
    }

    /// Without its query.
    pub(crate) fn path(&self) -> &str {
        self.0.split_once('?').map_or(self.0.as_str(), |(path, _)| path)
    }

    /// The way there, with the path to return to if that is one of this server; `None` for a
    /// request for the page itself, which would go round in circles.
    pub(super) fn location(&self, request: &HttpRequest) -> Option<HeaderValue> {
        if request.path() == self.path() {
            return None;
        }
        let mut location = self.0.clone();
        // What an absolute target says of a server is left behind.
        let target = request.uri().path_and_query().map(|target| target.as_str());
        if let Some(back) = target.and_then(local_path) {
            location.push(if location.contains('?') { '&' } else { '?' });
            location.push_str(RETURN_TO);
            location.push('=');
            location.extend(form_urlencoded::byte_serialize(back.as_bytes()));
        }
        HeaderValue::from_str(&location).ok()
    }
}

/// The parameter of the query that tells where to return to.
pub(super) const RETURN_TO: &str = "return_to";
