//! Where the linker collects the endpoints of a program, its libraries included. This crate
//! declares the list and adds nothing to it.

use linkme::distributed_slice;

use crate::endpoint::Endpoint;

/// Every `#[endpoint]` of the program.
#[distributed_slice]
pub static ENDPOINTS: [&'static Endpoint];
