use portcullis::policy;

policy! {
    Suspended = claim("suspended", true);
    Active = !policy(Suspended);
    Never = policy(Suspended) && policy(Active) && role("Admin");
}

fn main() {}
