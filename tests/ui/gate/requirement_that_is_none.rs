use portcullis::Portcullis;

struct Rota;

fn main() {
    let _ = Portcullis::builder().requirement("IsOnCall", Rota).build();
}
