use portcullis::endpoint;

#[endpoint(get = "/a", anonymous("/a", GET | POST))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
