use portcullis::endpoint;

struct Employee {
    id: String,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee) -> String {
    employee.id
}

fn main() {}
