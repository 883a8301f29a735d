use portcullis::endpoint;

#[endpoint(get = "/a", group = "ADMIN")]
async fn by_string() -> &'static str {
    "hello"
}

#[endpoint(get = "/a", group(ADMIN), allow_anonymous)]
async fn by_list() -> &'static str {
    "hello"
}

fn main() {}
