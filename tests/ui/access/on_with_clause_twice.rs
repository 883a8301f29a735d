use portcullis::endpoint;

#[endpoint(get = "/a", on(GET, roles("Admin"), roles("Editor")))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
