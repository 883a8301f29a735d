use portcullis::endpoint;

#[endpoint(get = "/a", claims("dept" == "eng"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
