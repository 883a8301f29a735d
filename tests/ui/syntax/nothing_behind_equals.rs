use portcullis::endpoint;

#[endpoint(get =, roles("Admin"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
