use portcullis::FromPrincipal;

#[derive(FromPrincipal)]
struct Employee<'a> {
    #[id]
    id: &'a str,
}

fn main() {}
