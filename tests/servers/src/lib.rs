//! Database servers that a test starts for itself, on private sockets or ports.
