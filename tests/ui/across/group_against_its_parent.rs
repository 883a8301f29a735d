use portcullis::group;

group!(pub STAFF = "/staff", roles_all("Employee"));
group!(pub GUESTS = "/guests", group = STAFF, require(!role("Employee")), permissions("read"));

fn main() {}
