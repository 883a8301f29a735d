use portcullis::Portcullis;

struct Nothing;

fn main() {
    let _ = Portcullis::builder().scheme("nothing", Nothing);
}
