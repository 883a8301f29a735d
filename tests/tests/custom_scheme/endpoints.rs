//! What is asked for.

pub(crate) mod plain {
    use crate::scheme::SignedBody;
    use portcullis::{Principal, endpoint};

    #[endpoint(get = "/me", post = "/me", put = "/me")]
    async fn me(caller: Principal) -> String {
        format!("{} {} {}", caller.id(), caller.scheme(), caller.issued_by())
    }

    #[endpoint(post = "/body")]
    async fn body(body: SignedBody) -> String {
        String::from_utf8_lossy(&body.0).into_owned()
    }

    #[endpoint(get = "/open", post = "/open", anonymous)]
    async fn open(caller: Option<Principal>) -> String {
        caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
    }

    #[endpoint(get = "/admin", roles("Admin"))]
    async fn admin() -> &'static str {
        "admin"
    }
}

pub(crate) mod both {
    use crate::scheme::SignedBody;
    use portcullis::{Principal, endpoint};

    #[endpoint(get = "/signed-first", schemes("signed", "key"))]
    async fn signed_first(caller: Principal) -> String {
        caller.scheme().to_owned()
    }

    #[endpoint(get = "/key-first", schemes("key", "signed"))]
    async fn key_first(caller: Principal) -> String {
        caller.scheme().to_owned()
    }

    #[endpoint(get = "/demanded", schemes("key", "signed"), require(scheme("signed") || role("Admin")))]
    async fn demanded() -> &'static str {
        "signed"
    }

    #[endpoint(post = "/either-body", schemes("key", "signed"))]
    async fn either_body(_body: SignedBody) -> &'static str {
        "signed"
    }
}

pub(crate) mod signing {
    use portcullis::{Error, Tokens, endpoint};

    #[endpoint(post = "/token", anonymous)]
    async fn token(tokens: Tokens) -> Result<String, Error> {
        let tokens = tokens.scheme("jwt").subject("ada");
        tokens.expires_in(std::time::Duration::from_secs(60)).sign()
    }
}
