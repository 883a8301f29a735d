use portcullis::endpoint;

#[endpoint(get = "/a", put = "a", on(PUT, role("Editor")), on(PSOT, roles("Editor", "")), on(GET, roles("a", "a"), manual))]
async fn handler() -> &'static str {
    ""
}

fn main() {}
