use portcullis::endpoint;

#[endpoint(get = "/a", require(|caller| role("Admin")))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
