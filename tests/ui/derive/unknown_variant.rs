use portcullis::{FromPrincipal, Vocabulary};

#[derive(Vocabulary)]
#[vocabulary(claim)]
enum Claim {
    EmployeeId,
}

#[derive(FromPrincipal)]
struct Employee {
    #[claim(Claim::EmployeID)]
    id: String,
}

fn main() {}
