use portcullis::endpoint;

#[endpoint(verbs(GET), routes(PATH))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
