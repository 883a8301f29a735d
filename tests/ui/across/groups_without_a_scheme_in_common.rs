use portcullis::group;

group!(pub ADMIN = "/admin", schemes("cookie"));
group!(pub MACHINES = "/machines", schemes("jwt"), group = ADMIN);

fn main() {}
