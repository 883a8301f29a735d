use portcullis::{FromPrincipal, Vocabulary};

#[derive(Vocabulary)]
#[vocabulary(permission)]
enum Permission {
    Write,
}

#[derive(FromPrincipal)]
struct Employee {
    #[claim(Permission::Write)]
    id: String,
}

fn main() {}
