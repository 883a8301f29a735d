use portcullis::Vocabulary;

#[derive(Clone, Copy, Vocabulary)]
#[vocabulary(role)]
struct Role;

fn main() {
    assert_eq!(Role.to_string(), "Admin");
}
