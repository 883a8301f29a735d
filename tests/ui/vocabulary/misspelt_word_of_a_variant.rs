use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role {
    #[vocabulary(name = "admin")]
    Admin,
    #[vocabulary(renamed = "manager")]
    Manager,
}

fn main() {}
