//! The claims in which well-known providers write what a caller is.

/// Which claims of a provider carry roles, permissions and scopes: see
/// [`JwtBearer::preset`](crate::JwtBearer::preset). What it does not name is read as by default.
///
/// A preset is about *access* tokens: where a provider tells in a claim what kind a token is, it
/// must be one. All other rules are those of the scheme.
#[derive(Clone, Debug)]
pub struct Preset {
    pub(super) roles: Vec<String>,
    pub(super) role_paths: Vec<Vec<String>>,
    pub(super) scopes: Vec<String>,
    pub(super) audience_claim: Option<&'static str>,
    /// What a claim must be.
    pub(super) demanded: Option<(&'static str, &'static str)>,
}

impl Preset {
    /// [Auth0](https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles):
    /// permissions in `permissions` (an API with RBAC and “Add Permissions in the Access
    /// Token”), scopes in `scope`, and roles in the claim that an Action of yours adds under a
    /// namespace, as in
    /// `api.accessToken.setCustomClaim("https://app.example/roles", event.authorization.roles)`:
    /// the namespace here is `https://app.example/`. The issuer ends with a slash.
    #[must_use]
    pub fn auth0(namespace: &str) -> Self {
        Self { roles: vec![format!("{namespace}roles")], ..Self::with("scope") }
    }

    /// [Microsoft Entra ID](https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference),
    /// version 2.0: app roles in `roles`, delegated permissions in `scp`. The issuer is
    /// `https://login.microsoftonline.com/<tenant id>/v2.0` for exactly one tenant: the
    /// metadata of `common` and `organizations` names no issuer, and is refused. Several tenants
    /// are several issuers. The audience is the client id of this API, and `sub` is the caller's
    /// name for this API alone; `.subject_claim("oid")` is the one that others know.
    #[must_use]
    pub fn entra() -> Self {
        Self { roles: vec!["roles".to_owned()], ..Self::with("scp") }
    }

    /// [Keycloak](https://www.keycloak.org/docs/latest/server_admin/#_oidc_token_role_mappings):
    /// realm roles in `realm_access.roles`, those of a client (the id of this API) in
    /// `resource_access.<client>.roles`, scopes in `scope`. A realm role and a client role of
    /// one name are one role here. The claim `typ` must be `Bearer`, which no id token has. The
    /// issuer is `https://<host>/realms/<realm>`; the audience is what an audience mapper adds.
    #[must_use]
    pub fn keycloak(client: &str) -> Self {
        let path = |path: &[&str]| path.iter().map(ToString::to_string).collect();
        Self {
            role_paths: vec![
                path(&["realm_access", "roles"]),
                path(&["resource_access", client, "roles"]),
            ],
            demanded: Some(("typ", "Bearer")),
            ..Self::with("scope")
        }
    }

    /// [Amazon Cognito](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html):
    /// groups in `cognito:groups` as roles, scopes in `scope`. Access tokens name the app client
    /// in `client_id` and have no `aud`: the audience of the scheme is the id of the app
    /// client, and is demanded there; an `aud`, if there is one, must name an audience too.
    /// `token_use` must be `access`, since id tokens are signed with the same keys and have no
    /// `typ`. The issuer is `https://cognito-idp.<region>.amazonaws.com/<user pool id>`.
    #[must_use]
    pub fn cognito() -> Self {
        Self {
            roles: vec!["cognito:groups".to_owned()],
            audience_claim: Some("client_id"),
            demanded: Some(("token_use", "access")),
            ..Self::with("scope")
        }
    }

    fn with(scope: &str) -> Self {
        Self {
            roles: Vec::new(),
            role_paths: Vec::new(),
            scopes: vec![scope.to_owned()],
            audience_claim: None,
            demanded: None,
        }
    }
}
