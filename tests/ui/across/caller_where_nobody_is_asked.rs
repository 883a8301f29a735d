use portcullis::{Principal, endpoint};

type Someone = Principal;

#[endpoint(get = "/a", anonymous)]
async fn plain(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(get = "/b", post = "/b", anonymous(GET, POST))]
async fn aliased(caller: Someone) -> String {
    caller.id().to_owned()
}

fn main() {}
