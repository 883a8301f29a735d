use portcullis::policy;

policy! {
    Managers = role("Manager")
    Clerks = role("Clerk")
}

fn main() {}
