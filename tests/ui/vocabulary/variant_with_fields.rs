use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role {
    Admin,
    Manager(u32),
    Auditor { of: u32 },
}

fn main() {
    println!("{} {:?}", Role::Admin, Role::ALL.len());
}
