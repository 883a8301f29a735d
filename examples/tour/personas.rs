//! The users of the tour, as they are first written to the database. Their passwords are public.

use crate::names::{Claim, Permission, Role, Scope};

pub(crate) struct Persona {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) password: &'static str,
    pub(crate) roles: &'static [Role],
    pub(crate) permissions: &'static [Permission],
    pub(crate) scopes: &'static [Scope],
    pub(crate) claims: &'static [(Claim, &'static str)],
    pub(crate) on_watch: bool,
}

/// Whose role brings the permissions to update and to delete users.
pub(crate) const ADMIN: Persona = Persona {
    id: "user-001",
    name: "admin",
    password: "tour-only-admin",
    roles: &[Role::Admin],
    permissions: &[Permission::ReadReports],
    scopes: &[],
    claims: &[(Claim::AdminID, "A-1")],
    on_watch: false,
};

/// Whose role brings the role of an employee.
pub(crate) const MANAGER: Persona = Persona {
    id: "user-002",
    name: "manager",
    password: "tour-only-manager",
    roles: &[Role::Manager],
    permissions: &[Permission::UpdateUsers],
    scopes: &[Scope::ReadInventory],
    claims: &[(Claim::EmployeeID, "E-2"), (Claim::ManagerID, "M-2")],
    on_watch: false,
};

pub(crate) const EMPLOYEE: Persona = Persona {
    id: "user-003",
    name: "employee",
    password: "tour-only-employee",
    roles: &[Role::Employee],
    permissions: &[Permission::ManageInventory, Permission::ReadReports],
    scopes: &[Scope::ReadInventory],
    claims: &[(Claim::EmployeeID, "E-3"), (Claim::Employment, "probation")],
    on_watch: true,
};

/// Has two roles that nobody may have together, by a mistake of whoever wrote the database.
pub(crate) const DOUBLE: Persona = Persona {
    id: "user-004",
    name: "double",
    password: "tour-only-double",
    roles: &[Role::Manager, Role::Auditor],
    permissions: &[Permission::UpdateUsers],
    scopes: &[Scope::ReadInventory],
    claims: &[(Claim::EmployeeID, "E-4"), (Claim::ManagerID, "M-4")],
    on_watch: true,
};

pub(crate) const PERSONAS: [&Persona; 4] = [&ADMIN, &MANAGER, &EMPLOYEE, &DOUBLE];

/// What the database keeps of a persona: kind, name and, of a claim, its value.
type Privilege = (&'static str, &'static str, Option<&'static str>);

impl Persona {
    pub(crate) fn privileges(&self) -> impl Iterator<Item = Privilege> {
        let roles = self.roles.iter().map(|role| ("role", role.as_str(), None));
        let permissions = self.permissions.iter().map(|one| ("permission", one.as_str(), None));
        let scopes = self.scopes.iter().map(|scope| ("scope", scope.as_str(), None));
        let claims = self.claims.iter().map(|(name, value)| ("claim", name.as_str(), Some(*value)));
        roles.chain(permissions).chain(scopes).chain(claims)
    }
}
