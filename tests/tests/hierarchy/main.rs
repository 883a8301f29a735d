//! What roles bring with them, and which exclude each other: over every small hierarchy and
//! every caller, an oracle that shares nothing with the runtime, and the answers of the gate.

mod answers;
mod endpoints;
mod oracle;
mod set_up;
mod worlds;
