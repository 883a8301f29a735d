//! Where the linker collects the endpoints and vocabularies of a program, its libraries included.
//! This crate declares the lists and adds nothing to them.

use linkme::distributed_slice;

use crate::endpoint::Endpoint;
use crate::principal::typed::Typed;
use crate::user::Needed;
use crate::vocabulary::Vocabulary;

/// Every `#[endpoint]` of the program.
#[distributed_slice]
pub static ENDPOINTS: [&'static Endpoint];

/// Every enum of the program with `#[derive(Vocabulary)]`.
#[distributed_slice]
pub static VOCABULARIES: [&'static Vocabulary];

/// What arguments of handlers need of the instance that serves them.
#[distributed_slice]
pub static NEEDED: [&'static Needed];

/// Every struct of the program with `#[derive(FromPrincipal)]` that asks for names.
#[distributed_slice]
pub static TYPED: [&'static Typed];
