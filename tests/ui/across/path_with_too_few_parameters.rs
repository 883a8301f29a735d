use actix_web::web;
use portcullis::{endpoint, group};

group!(pub TENANT = "/tenants/{tenant}", claims("tenant"));

type Place = web::Path<(String, u32, u32)>;

#[endpoint(get = "/a/{id}", group = TENANT)]
async fn of_group(place: web::Path<(String, u32, u32)>) -> String {
    place.0.clone()
}

#[endpoint(get = "/a/{id:[0-9]{4}}/{other}", get = "/b/{id}")]
async fn alone(place: Place) -> String {
    place.0.clone()
}

fn main() {}
