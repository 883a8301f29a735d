use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(role)]
enum Role<T> {
    Admin,
    Custom(T),
}

fn main() {
    println!("{}", Role::<u8>::Admin);
}
