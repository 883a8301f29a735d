use portcullis::group;

group!(pub ADMIN = "/admin", roles_all("Admin"), require(!role("Admin")));
group!(pub SAME = "/same", roles("Admin"), require(role("Admin") || role("Manager")));

fn main() {}
