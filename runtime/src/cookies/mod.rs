//! Cookies, read and written raw: no name is decoded.

mod header;
mod name;
mod set_cookie;

pub(crate) use header::Sent;
#[cfg(feature = "cookie-session")]
pub(crate) use header::values;
#[cfg(feature = "cookie-session")]
pub(crate) use name::PREFIX;
pub(crate) use name::odd_name;
pub(crate) use set_cookie::Shape;
