use actix_web::Responder;
use portcullis::endpoint;

struct Employee {
    id: String,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee) -> impl Responder {
    employee.id
}

fn main() {}
