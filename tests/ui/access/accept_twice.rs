use portcullis::endpoint;

#[endpoint(get = "/a", accept(dormant, dormant))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
