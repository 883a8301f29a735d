use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(permission)]
enum Permission {
    #[vocabulary(rename = "docs:write")]
    Write,
    #[vocabulary(rename = "docs:write")]
    Change,
}

fn main() {}
