use portcullis::endpoint;

#[endpoint(get = concat!("/a", "/b"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
