portcullis::policy!();

fn main() {}
