use portcullis::policy;

policy! {
    Managers = rolle("Manager") && Role::Boss;
    Never = role("a") && !role("a")
}

fn main() {}
