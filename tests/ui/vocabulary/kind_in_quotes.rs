use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary = "role"]
enum Role {
    Admin,
}

fn main() {}
