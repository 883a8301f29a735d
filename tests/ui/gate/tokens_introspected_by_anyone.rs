use portcullis::{Error, Introspection, IntrospectionRequest, endpoint};

type Asked = IntrospectionRequest;

#[endpoint(post = "/a", anonymous)]
async fn plain(request: IntrospectionRequest) -> Result<Introspection, Error> {
    request.introspect().await
}

#[endpoint(post = "/b", put = "/b", anonymous(POST, PUT))]
async fn aliased(request: Asked) -> Result<Introspection, Error> {
    request.introspect().await
}

fn main() {}
