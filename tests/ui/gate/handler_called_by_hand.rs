use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin"))]
async fn restricted() -> &'static str {
    "in"
}

fn main() {
    let _ = restricted();
}
