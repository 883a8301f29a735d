//! A set-up as `Debug` prints it: by names.

use std::fmt;

use super::Builder;
use crate::rule::Text;

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |names: &mut dyn Iterator<Item = &Text>| names.cloned().collect::<Vec<_>>();
        f.debug_struct("Builder")
            .field("schemes", &names(&mut self.schemes.iter().map(|scheme| &scheme.name)))
            .field("policies", &names(&mut self.policies.iter().map(|policy| &policy.name)))
            .finish_non_exhaustive()
    }
}
