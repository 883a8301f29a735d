use portcullis::endpoint;

#[endpoint(get = "/{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}/{i}/{j}/{k}/{l}/{m}/{n}/{o}/{p}/{q}")]
async fn handler() -> &'static str {
    ""
}

fn main() {}
