use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(role, claim, rename_al = "lowercase")]
enum Role {
    Admin(u32),
    #[vocabulary(rename = " a")]
    Manager,
}

fn main() {
    println!("{}", Role::Manager);
}
