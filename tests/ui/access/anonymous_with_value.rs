use portcullis::endpoint;

#[endpoint(get = "/a", anonymous = true)]
async fn handler() -> &'static str {
    ""
}

fn main() {}
