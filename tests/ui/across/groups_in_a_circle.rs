use portcullis::group;

group!(pub ONE = "/one", group = OTHER);
group!(pub OTHER = "/other", group = ONE);

fn main() {}
