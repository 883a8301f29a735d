use portcullis::{IntoScheme, JwtBearer, Portcullis, Principal};

fn portcullis() -> portcullis::Builder {
    let jwt = JwtBearer::hs256([0; 32]).transform(|caller: Principal| {
        caller.role("Employee");
    });
    Portcullis::builder().scheme("jwt", jwt)
}

fn main() {}
