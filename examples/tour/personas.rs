//! The users of the tour, as they are first written to the database. Their passwords are public.

pub(crate) struct Persona {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) password: &'static str,
    pub(crate) roles: &'static [&'static str],
    pub(crate) permissions: &'static [&'static str],
    pub(crate) scopes: &'static [&'static str],
    pub(crate) claims: &'static [(&'static str, &'static str)],
}

pub(crate) const ADMIN: Persona = Persona {
    id: "user-001",
    name: "admin",
    password: "tour-only-admin",
    roles: &["Admin"],
    permissions: &["UpdateUsersPermission", "DeleteUsersPermission", "ReadReports"],
    scopes: &[],
    claims: &[("AdminID", "A-1")],
};

pub(crate) const MANAGER: Persona = Persona {
    id: "user-002",
    name: "manager",
    password: "tour-only-manager",
    roles: &["Manager"],
    permissions: &["UpdateUsersPermission"],
    scopes: &["inventory:read"],
    claims: &[("EmployeeID", "E-2"), ("ManagerID", "M-2")],
};

pub(crate) const EMPLOYEE: Persona = Persona {
    id: "user-003",
    name: "employee",
    password: "tour-only-employee",
    roles: &["Employee"],
    permissions: &["ManageInventory", "ReadReports"],
    scopes: &["inventory:read"],
    claims: &[("EmployeeID", "E-3"), ("employment", "probation")],
};

pub(crate) const PERSONAS: [&Persona; 3] = [&ADMIN, &MANAGER, &EMPLOYEE];

impl Persona {
    /// Everything the persona may be asked for: kind, name and, of claims, value.
    pub(crate) fn privileges(&self) -> impl Iterator<Item = (&str, &str, Option<&str>)> {
        let plain =
            [("role", self.roles), ("permission", self.permissions), ("scope", self.scopes)];
        let plain = plain
            .into_iter()
            .flat_map(|(kind, names)| names.iter().map(move |name| (kind, *name, None)));
        plain.chain(self.claims.iter().map(|(name, value)| ("claim", *name, Some(*value))))
    }
}
