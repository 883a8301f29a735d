use portcullis::endpoint;

#[endpoint(get = "/a", authorize())]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
