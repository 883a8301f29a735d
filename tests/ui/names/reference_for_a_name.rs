use portcullis::endpoint;

#[endpoint(get = "/a", roles(&ADMIN))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
