use portcullis::endpoint;

#[endpoint(get = "/a", name = "", summary = "", tags(""))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
