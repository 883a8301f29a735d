use portcullis::endpoint;

#[endpoint(get = "/a", accept())]
async fn handler() -> &'static str {
    ""
}

fn main() {}
