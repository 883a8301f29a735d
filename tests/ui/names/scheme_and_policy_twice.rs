use portcullis::endpoint;

#[endpoint(get = "/a", schemes("jwt", "jwt"), policies("Paid", "Paid"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
