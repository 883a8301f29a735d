use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(role, rename_all = "snakecase")]
enum Role {
    Admin,
}

fn main() {}
