use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(role, permission)]
enum Role {
    Admin,
}

fn main() {}
