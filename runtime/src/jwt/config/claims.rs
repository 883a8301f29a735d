//! Which claims carry what, as the developer writes it.

use super::{JwtBearer, Preset};
use crate::jwt::nested::Path;

impl JwtBearer {
    /// The claim that names the caller. Default `sub`.
    #[must_use]
    pub fn subject_claim(mut self, name: impl Into<String>) -> Self {
        self.names.subject = name.into();
        self
    }

    /// The claims that carry roles. Default `role` and `roles`.
    #[must_use]
    pub fn role_claims<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.names.roles = collect(names);
        self
    }

    /// The claims that carry permissions. Default `permissions`.
    #[must_use]
    pub fn permission_claims<N: Into<String>>(
        mut self,
        names: impl IntoIterator<Item = N>,
    ) -> Self {
        self.names.permissions = collect(names);
        self
    }

    /// The claims that carry OAuth scopes. Default `scope` and `scp`.
    #[must_use]
    pub fn scope_claims<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.names.scopes = collect(names);
        self
    }

    /// A claim inside of others that carries roles as well: the names on the way to it, as in
    /// `["realm_access", "roles"]`.
    #[must_use]
    pub fn role_path<N: Into<String>>(mut self, path: impl IntoIterator<Item = N>) -> Self {
        self.names.nested.roles.push(Path(collect(path)));
        self
    }

    /// A claim inside of others that carries permissions as well.
    #[must_use]
    pub fn permission_path<N: Into<String>>(mut self, path: impl IntoIterator<Item = N>) -> Self {
        self.names.nested.permissions.push(Path(collect(path)));
        self
    }

    /// A claim inside of others that carries OAuth scopes as well.
    #[must_use]
    pub fn scope_path<N: Into<String>>(mut self, path: impl IntoIterator<Item = N>) -> Self {
        self.names.nested.scopes.push(Path(collect(path)));
        self
    }

    /// Reads the claims as a well-known provider writes them: roles and scopes then come from
    /// the claims that the preset names, and from no others, unless they are named after it.
    #[must_use]
    pub fn preset(mut self, preset: Preset) -> Self {
        self.names.roles = preset.roles;
        self.names.nested.roles = preset.role_paths.into_iter().map(Path).collect();
        self.names.scopes = preset.scopes;
        self.names.nested.scopes.clear();
        self.names.demanded = preset.demanded;
        self.names.audience = preset.audience_claim;
        self
    }
}

fn collect<N: Into<String>>(names: impl IntoIterator<Item = N>) -> Vec<String> {
    names.into_iter().map(Into::into).collect()
}
