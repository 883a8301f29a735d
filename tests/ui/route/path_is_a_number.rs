use portcullis::endpoint;

#[endpoint(get = 7)]
async fn handler() -> &'static str {
    ""
}

fn main() {}
