use portcullis::endpoint;

#[endpoint { get "/a" }]
async fn handler() -> &'static str {
    ""
}

fn main() {}
