use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin"), roles_all("Admin"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
