use portcullis::endpoint;

#[endpoint(verbs(GET, GET), routes("/a"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
