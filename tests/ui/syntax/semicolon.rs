use portcullis::endpoint;

#[endpoint(get = "/a"; roles("Admin"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
