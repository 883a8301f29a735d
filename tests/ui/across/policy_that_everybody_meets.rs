use portcullis::policy;

policy! {
    Suspended = claim("suspended", true);
    Active = !policy(Suspended);
    Anyone = policy(Suspended) || policy(Active)
}

fn main() {}
