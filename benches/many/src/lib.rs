//! Three thousand endpoints with a parameter each, all with the policy of the job, in modules that
//! make it possible to serve fewer of them.

include!(concat!(env!("OUT_DIR"), "/endpoints.rs"));

/// Where the first so many endpoints are, for a number that [`SIZES`] has.
pub fn modules(endpoints: usize) -> impl Iterator<Item = &'static str> {
    MODULES.iter().filter(move |(size, _)| *size <= endpoints).map(|(_, module)| *module)
}

/// How many endpoints there may be.
pub const SIZES: [usize; 4] = [1, 100, 1000, 3000];
