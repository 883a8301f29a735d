use portcullis::endpoint;

#[endpoint(get = "/a/{user-id}")]
async fn handler() -> &'static str {
    ""
}

fn main() {}
