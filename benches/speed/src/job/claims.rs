//! The claims as a good engineer reads them, and the policy as one writes it by hand.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::answer::Denied;

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Claims {
    pub(crate) sub: String,
    pub(crate) roles: HashSet<String>,
    pub(crate) permissions: HashSet<String>,
    #[serde(rename = "AdminID")]
    pub(crate) admin_id: Option<String>,
    #[serde(rename = "EmployeeID")]
    pub(crate) employee_id: Option<String>,
}

impl Claims {
    /// Any of two roles, both permissions, any of two claims.
    pub(crate) fn may_enter(&self) -> Result<(), Denied> {
        let role = ["Admin", "Owner"].iter().any(|role| self.roles.contains(*role));
        let mut permissions = ["UpdateUsers", "DeleteUsers"].iter();
        let permissions = permissions.all(|permission| self.permissions.contains(*permission));
        let claim = self.admin_id.is_some() || self.employee_id.is_some();
        if role && permissions && claim { Ok(()) } else { Err(Denied::Forbidden) }
    }
}
