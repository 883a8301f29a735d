//! The names of the tour. One that is misspelt, renamed or removed breaks the build at every use.

use portcullis::Vocabulary;

#[derive(Clone, Copy, Vocabulary)]
#[vocabulary(role)]
pub(crate) enum Role {
    Admin,
    Manager,
    Employee,
    Auditor,
}

#[derive(Clone, Copy, Vocabulary)]
#[vocabulary(permission)]
pub(crate) enum Permission {
    UpdateUsers,
    DeleteUsers,
    ManageInventory,
    ReadReports,
}

#[derive(Clone, Copy, Vocabulary)]
#[vocabulary(scope)]
pub(crate) enum Scope {
    #[vocabulary(rename = "inventory:read")]
    ReadInventory,
}

#[derive(Clone, Copy, Vocabulary)]
#[vocabulary(claim)]
pub(crate) enum Claim {
    AdminID,
    EmployeeID,
    ManagerID,
    #[vocabulary(rename = "employment")]
    Employment,
}
