use portcullis::endpoint;

#[endpoint(get = "/a", roles(["Admin", "Manager"]))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
