use portcullis::endpoint;

#[endpoint(get = "/a", where("Admin"), crate)]
async fn handler() -> &'static str {
    ""
}

fn main() {}
