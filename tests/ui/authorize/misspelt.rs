use portcullis::endpoint;

#[endpoint(get = "/a", authorise(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
