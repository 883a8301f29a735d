mod names {
    #[derive(portcullis_tests::framework::Vocabulary)]
    #[vocabulary(role, crate = portcullis_tests::framework)]
    pub enum Role {
        Reader,
    }
}

portcullis_tests::greeting!(hello, "/a", names::Role::Reader);

fn main() {
    let _ = actix_web::App::new().service(hello);
}
