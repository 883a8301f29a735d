use portcullis::{endpoint, policy};

policy! {
    Empty = ;
    Comma = role("a"), role("b");
    Constant = true;
    Text = "Manager";
    Double == role("a")
}

#[endpoint(get = "/a", policies(Empty, Comma, Constant, Text))]
async fn not_an_echo() -> &'static str {
    "hello"
}

fn main() {}
