//! The decision against its definition: an oracle says who may enter, and over every small
//! caller the rules' tree, the masks and the gate must say the same.

mod callers;
mod credentials;
mod endpoints;
mod judged;
mod oracle;
mod served;
