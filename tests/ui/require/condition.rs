use portcullis::endpoint;

#[endpoint(get = "/a", require(if true { role("Admin") } else { role("b") }))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
