use portcullis::endpoint;

#[endpoint(get = "/a", portcullis::roles("Admin"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
