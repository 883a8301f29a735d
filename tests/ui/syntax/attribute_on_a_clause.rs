use portcullis::endpoint;

#[endpoint(get = "/a", #[cfg(test)] anonymous)]
async fn handler() -> &'static str {
    ""
}

fn main() {}
