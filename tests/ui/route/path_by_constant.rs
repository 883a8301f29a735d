use portcullis::endpoint;

#[endpoint(get = PATH, put = routes::PATH)]
async fn handler() -> &'static str {
    ""
}

fn main() {}
