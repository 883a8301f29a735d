use portcullis::endpoint;

#[endpoint(get = "/a")]
mod handlers {}

fn main() {}
