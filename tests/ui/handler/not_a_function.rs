use portcullis::endpoint;

#[endpoint(get = "/a")]
struct Handler;

fn main() {}
