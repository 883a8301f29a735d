//! What is asked for: formulas that start-up names, and some that are written out.

pub(crate) mod formula {
    use portcullis::endpoint;

    #[endpoint(get = "/formula", policies("Formula"))]
    async fn formula() -> &'static str {
        "in"
    }
}

pub(crate) mod written {
    use actix_web::web;
    use portcullis::{Principal, endpoint};

    #[endpoint(
        get = "/twice",
        post = "/twice",
        policies("UsesR", "R", "UsesRToo"),
        anonymous(POST),
        on(GET, policies("RUnlessX"))
    )]
    async fn twice() -> &'static str {
        "in"
    }

    #[endpoint(post = "/body", require(policy("R")))]
    async fn body(body: web::Json<u8>) -> String {
        body.to_string()
    }

    #[endpoint(get = "/not", require(!policy("R")))]
    async fn not() -> &'static str {
        "in"
    }

    #[endpoint(get = "/scope", scopes("read"), policies("R"))]
    async fn scope() -> &'static str {
        "in"
    }

    #[endpoint(get = "/open", anonymous)]
    async fn open(caller: Option<Principal>) -> String {
        caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
    }
}
