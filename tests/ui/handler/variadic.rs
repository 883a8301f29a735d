use portcullis::endpoint;

#[endpoint(get = "/a")]
async unsafe extern "C" fn handler(_: ...) -> &'static str {
    ""
}

fn main() {}
