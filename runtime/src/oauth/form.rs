//! The form that names a token (RFC 7009 §2.1, RFC 7662 §2.1).

use std::fmt;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use zeroize::Zeroizing;

use super::refused::Refused;

/// Of a body, in bytes: the longest token that a scheme may read, and what stands around it.
const LONGEST: usize = 66 * 1024;

/// Of a body: each is compared with all before it.
const MOST: usize = 64;

/// A token that somebody asks about. Not verified.
pub(super) struct Form {
    pub(super) token: Zeroizing<String>,
    pub(super) hint: Option<Hint>,
}

/// What the client believes the token to be. A wrong one changes nothing but where is looked
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    AccessToken,
    RefreshToken,
}

impl Form {
    /// Reads the body of a request.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub(super) async fn of(
        request: &HttpRequest,
        mut payload: Payload,
    ) -> Result<Self, actix_web::Error> {
        if !is_form(request) {
            return Err(Refused::Request("the body is no form").into());
        }
        let body = web::Payload::from_request(request, &mut payload).await?;
        let body = match body.to_bytes_limited(LONGEST).await {
            Ok(Ok(body)) => body,
            Ok(Err(_)) => return Err(Refused::Request("the body cannot be read").into()),
            Err(_) => return Err(Refused::Request("the body is too long").into()),
        };
        Ok(Self::parse(&body)?)
    }

    /// Parameters are not repeated, and one without a value counts as left out (RFC 6749 §3.2).
    /// Those of clients, `client_id` and `client_secret`, are nothing to us: schemes read heads.
    fn parse(body: &[u8]) -> Result<Self, Refused> {
        let (mut token, mut hint) = (None, None);
        let mut seen = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            if seen.len() == MOST {
                return Err(Refused::Request("there are too many parameters"));
            }
            if seen.contains(&name) {
                return Err(Refused::Request("a parameter is repeated"));
            }
            match &*name {
                "token" => token = Some(Zeroizing::new(value.into_owned())),
                "token_type_hint" => hint = Hint::of(&value),
                _ => {}
            }
            seen.push(name);
        }
        let token = token.filter(|token| !token.is_empty());
        Ok(Self { token: token.ok_or(Refused::Request("`token` is missing"))?, hint })
    }
}

/// Quotes no token.
impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form").field("hint", &self.hint).finish_non_exhaustive()
    }
}

impl Hint {
    /// Others may be known to other servers (RFC 7009 §2.1), and are no mistake.
    fn of(text: &str) -> Option<Self> {
        match text {
            "access_token" => Some(Self::AccessToken),
            "refresh_token" => Some(Self::RefreshToken),
            _ => None,
        }
    }
}

fn is_form(request: &HttpRequest) -> bool {
    let mut kinds = request.headers().get_all(CONTENT_TYPE);
    let kind = kinds.next().filter(|_| kinds.next().is_none());
    let essence = kind.and_then(|kind| kind.to_str().ok()?.split(';').next());
    essence
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}
