//! What the servers of the tests serve.

/// Signs: only with a key that can.
pub(crate) mod login {
    use std::time::Duration;

    use portcullis::{Error, Tokens, endpoint};
    use serde_json::json;

    #[endpoint(post = "/login", anonymous)]
    async fn login(tokens: Tokens) -> Result<String, Error> {
        tokens
            .subject("ada")
            .roles(["Admin", "Lagerverwalterin für Übersee"])
            .permissions(["docs:write"])
            .scopes(["read", "write"])
            .claim("AdminID", "007")
            .claim("level", 9_007_199_254_740_991_u64)
            .claim("nested", json!({"ids": [1, null, {"half": 0.5}], "": "ä\u{0}\"\u{1F511}"}))
            .expires_in(Duration::from_secs(600))
            .sign()
    }
}

/// Lets in.
pub(crate) mod me {
    use actix_web::{Responder, web};
    use portcullis::{Claims, Principal, endpoint};
    use serde_json::{Map, Value, json};

    /// What the gate tells a handler of its caller.
    #[endpoint(get = "/me", roles("Admin"))]
    async fn me(caller: Principal, Claims(claims): Claims<Map<String, Value>>) -> impl Responder {
        web::Json(json!({
            "id": caller.id(),
            "issuer": caller.issued_by(),
            "roles": caller.roles().collect::<Vec<_>>(),
            "permissions": caller.permissions().collect::<Vec<_>>(),
            "scopes": caller.scopes().collect::<Vec<_>>(),
            "claims": claims,
        }))
    }
}
