use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(permision)]
enum Permission {
    Write,
}

#[portcullis::endpoint(get = "/a", permissions(Permission::Write))]
async fn handler() -> &'static str {
    "hello"
}

fn main() {}
