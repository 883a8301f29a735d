use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(scope)]
enum Scope {
    #[vocabulary(rename = "docs read")]
    Read,
}

fn main() {}
