//! A denial that must look as if nothing were there.

use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::{HttpMessage, HttpRequest};

use super::Entered;

/// Carried by a request that the App's own default service is to answer. That is done outside
/// the endpoint's middleware, whose headers would give the endpoint away.
pub(crate) struct Hidden;

impl Hidden {
    pub(super) fn mark(request: &HttpRequest) {
        request.extensions_mut().insert(Self);
    }

    /// Whether a response is to look as if nothing were there.
    pub(crate) fn marks(response: &ServiceResponse) -> bool {
        response.request().extensions().contains::<Self>()
    }

    /// The request of a response again, without its body, for the App's default service.
    pub(crate) fn request(response: ServiceResponse) -> ServiceRequest {
        let (request, answer) = response.into_parts();
        drop(answer);
        request.extensions_mut().remove::<Entered>();
        ServiceRequest::from_parts(request, Payload::None)
    }
}
