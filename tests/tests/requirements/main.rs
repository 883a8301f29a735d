//! Requirements that take asking: when they are asked, how often, and what becomes of a request
//! whose requirement cannot be.

mod answers;
mod endpoints;
mod formulas;
mod oracle;
mod scripted;
mod set_up;
