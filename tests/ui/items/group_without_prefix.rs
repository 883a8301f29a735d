use portcullis::group;

group!(ADMIN);
group!(ADMIN2 = );
group!(ADMIN3 = roles("Admin"));
group!(ADMIN4 = ADMIN_PATH, roles("Admin"));

fn main() {}
