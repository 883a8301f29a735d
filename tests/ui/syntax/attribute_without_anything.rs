use portcullis::endpoint;

#[endpoint]
async fn handler() -> &'static str {
    ""
}

fn main() {}
