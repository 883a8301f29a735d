use portcullis::endpoint;

fn function() {
    mod module {
        #[portcullis::endpoint(get = "/third", rolls("Admin"))]
        async fn third() -> &'static str {
            ""
        }
    }
    #[endpoint(get = "/fourth", rolls("Admin"))]
    async fn fourth() -> &'static str {
        ""
    }
}

fn main() {}
