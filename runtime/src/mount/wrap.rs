//! An endpoint's own middleware, outside its gate.

use actix_service::boxed::{self, BoxServiceFactory};
use actix_service::{ServiceFactoryExt, apply};
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse, Transform};

use crate::gate::Gate;

/// A gate with middleware around it.
pub type Wrapped = BoxServiceFactory<(), ServiceRequest, ServiceResponse, Error, ()>;

/// Puts middleware around a gate.
pub fn wrap<M, B>(middleware: M, gate: Gate) -> Wrapped
where
    M: Transform<
            Gate,
            ServiceRequest,
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    boxed::factory(apply(middleware, gate).map(ServiceResponse::map_into_boxed_body))
}
