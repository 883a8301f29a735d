use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role {}

fn main() {}
