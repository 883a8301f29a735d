use portcullis::endpoint;

#[endpoint(get = "/a")]
#[portcullis::endpoint(post = "/a")]
async fn handler() -> &'static str {
    ""
}

fn main() {}
