use portcullis::endpoint;

#[endpoint(get = "/a")]
const HANDLER: u8 = 7;

fn main() {}
