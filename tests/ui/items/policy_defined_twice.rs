use portcullis::policy;

policy! {
    Managers = role("Manager");
    Managers = role("Boss")
}

fn main() {}
