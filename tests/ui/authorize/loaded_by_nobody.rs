use portcullis::{Authorized, Denied, Principal, endpoint};

struct Document;

async fn owns(_: Principal) -> Result<Document, Denied> {
    Ok(Document)
}

#[endpoint(get = "/a")]
async fn report(_: Authorized<Document>) -> &'static str {
    "hello"
}

#[endpoint(get = "/b", put = "/b", anonymous(GET), authorize(owns))]
async fn other(_: Authorized<Document>) -> &'static str {
    "hello"
}

#[endpoint(get = "/c", put = "/c", on(PUT, authorize(owns)))]
async fn third(_: Authorized<Document>) -> &'static str {
    "hello"
}

fn main() {}
