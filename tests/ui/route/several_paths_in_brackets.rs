use portcullis::endpoint;

#[endpoint(get = ["/a", "/b"])]
async fn handler() -> &'static str {
    ""
}

fn main() {}
