use portcullis::endpoint;

#[endpoint(get = b"/a")]
async fn handler() -> &'static str {
    ""
}

fn main() {}
