//! Names and passwords: what is read, what is answered, and how many attempts may fail.

mod answers;
mod at_once;
mod cross_site;
mod directory;
mod endpoints;
mod limits;
mod malformed;
mod set_up;
mod written;
