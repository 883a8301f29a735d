use portcullis::endpoint;

#[endpoint(get = "/a", roles(7, 1.5), permissions(-1), schemes(true), claims('A'), policies(b"Admin", c"Manager"))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
