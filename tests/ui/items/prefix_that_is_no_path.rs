use portcullis::group;

group!(ONE = "admin", roles("Admin"));
group!(TWO = "/admin/", roles("Admin"));
group!(THREE = "/admin/{tail}*", roles("Admin"));
group!(FOUR = "/{id}/{id}", roles("Admin"));

fn main() {}
