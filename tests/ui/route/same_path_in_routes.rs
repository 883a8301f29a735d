use portcullis::endpoint;

#[endpoint(verbs(GET), routes("/a/{x}", "/a/{y}"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
