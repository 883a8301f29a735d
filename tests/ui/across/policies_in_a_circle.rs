use portcullis::policy;

policy! {
    Left = policy(Right) || role("Left");
    Right = policy(Left) && role("Right")
}

fn main() {}
