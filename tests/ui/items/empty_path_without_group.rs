use portcullis::endpoint;

#[endpoint(get = "")]
async fn nowhere() -> &'static str {
    "hello"
}

fn main() {}
