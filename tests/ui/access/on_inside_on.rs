use portcullis::endpoint;

#[endpoint(get = "/a", on(GET, on(GET, roles("Admin")), anonymous))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
