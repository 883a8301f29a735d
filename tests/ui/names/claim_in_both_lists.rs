use portcullis::endpoint;

#[endpoint(get = "/a", claims("dept" = "eng"), claims_all("dept" = "eng"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
