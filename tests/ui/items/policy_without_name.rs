use portcullis::policy;

policy!(role("Manager"));
policy!(pub = role("Manager"));

fn main() {}
