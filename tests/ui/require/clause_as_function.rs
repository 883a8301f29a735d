use portcullis::endpoint;

#[endpoint(get = "/a", require(anonymous() || authenticated()))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
