use portcullis::endpoint;

#[endpoint(get = "/a", require("role(\"Admin\")"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
