use portcullis::endpoint;

#[endpoint(get = "/a", roles())]
async fn handler() -> &'static str {
    let number: u8 = "a";
    ""
}

fn main() {}
