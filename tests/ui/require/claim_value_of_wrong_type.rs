use portcullis::endpoint;

#[endpoint(get = "/a", require(claim("level", 1.5) || role(7)))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
