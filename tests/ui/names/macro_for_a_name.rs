use portcullis::endpoint;

#[endpoint(get = "/a", roles(concat!("Ad", "min")))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
