use portcullis::Vocabulary;

#[derive(Vocabulary)]
#[vocabulary(claim)]
enum Claim {
    #[vocabulary(rename = "")]
    Department,
    #[vocabulary(rename = "AdminID ")]
    Admin,
}

fn main() {}
