use portcullis::endpoint;

#[endpoint(get = "/a", summary = 7, description = concat!("a"), name = NAME)]
async fn handler() -> &'static str {
    ""
}

fn main() {}
