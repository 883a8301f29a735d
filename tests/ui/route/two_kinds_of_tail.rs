use portcullis::endpoint;

#[endpoint(get = "/a/{tail:.+}*")]
async fn handler() -> &'static str {
    ""
}

fn main() {}
