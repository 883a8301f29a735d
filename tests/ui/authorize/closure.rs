use portcullis::endpoint;

#[endpoint(get = "/a", authorize(|caller: portcullis::Principal| async { Ok(()) }))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
