//! Endpoints that lean on what start-up is told.

/// Of any set-up with a scheme.
pub(crate) mod free {
    use portcullis::endpoint;

    #[endpoint(get = "/any")]
    async fn any() -> &'static str {
        ""
    }

    #[endpoint(
        get = "/half",
        post = "/half",
        anonymous(GET),
        roles("A", "B"),
        permissions_all("x")
    )]
    async fn half() -> &'static str {
        ""
    }
}

/// Of a set-up with the policies `p` and `q`.
pub(crate) mod bound {
    use portcullis::endpoint;

    #[endpoint(get = "/p", put = "/p", policies("p"), on(PUT, policies("q"), scopes("s")))]
    async fn p() -> &'static str {
        ""
    }

    #[endpoint(get = "/mixed", require(!policy("p") && role("A") || policy("q") && !claim("k")))]
    async fn mixed() -> &'static str {
        ""
    }

    /// With the schemes `a` and `b` besides.
    pub(crate) mod schemed {
        use portcullis::endpoint;

        #[endpoint(get = "/ab", schemes("a", "b"), require(scheme("b") || policy("p")))]
        async fn ab() -> &'static str {
            ""
        }
    }
}
