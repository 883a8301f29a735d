//! What several endpoints ask, said once.

use portcullis::policy;

use crate::names::{Claim, Permission, Role};

policy! {
    /// Whoever runs a department: the role alone may be somebody's deputy.
    pub(crate) ManagersOnly = role(Role::Manager) && claim(Claim::ManagerID);

    /// Managers and auditors; and whoever may read reports and is not on probation.
    pub(crate) ReportReaders = policy(ManagersOnly)
        || role(Role::Auditor)
        || permission(Permission::ReadReports) && !policy(OnProbation);

    /// Admins who are known by name; a role alone is soon given.
    pub(crate) SessionKeepers = role(Role::Admin) && claim(Claim::AdminID);

    /// Whoever may end logins, and those who audit.
    pub(crate) SessionReaders = policy(SessionKeepers) || role(Role::Auditor);

    OnProbation = claim(Claim::Employment, "probation");
}
