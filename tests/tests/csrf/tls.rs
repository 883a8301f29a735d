//! Where the server ends TLS itself, the scheme of a page is known to count.

use actix_web::{App, HttpServer, rt};
use portcullis::Csrf;
use portcullis_tests::tls::Certificate;

use super::builder;

#[actix_web::test]
async fn a_page_in_the_clear_is_somebody_else_than_the_same_host_by_tls() {
    let portcullis = builder(Csrf::default()).build().unwrap();
    let certificate = Certificate::of(&["app.example"]).unwrap();
    let app = move || App::new().configure(portcullis.mount());
    let server = HttpServer::new(app).workers(1).disable_signals();
    let server = server.bind_rustls_0_23(("127.0.0.1", 0), certificate.server().unwrap()).unwrap();
    let port = server.addrs()[0].port();
    let server = server.run();
    let handle = server.handle();
    rt::spawn(server);

    let ask = move || {
        // The port of `Host` is whatever the origin's own default is.
        let rows = [
            ("https://app.example", "app.example", "200"),
            ("http://app.example", "app.example", "403"),
            ("http://app.example:443", "app.example:443", "403"),
            ("https://app.example", "app.example:443", "200"),
        ];
        for (origin, host, expected) in rows {
            let request = format!(
                "POST /guarded HTTP/1.1\r\nHost: {host}\r\nCookie: sid=ada.admin\r\n\
                 Origin: {origin}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            );
            let answer = certificate.send(port, "app.example", &request).unwrap();
            let status = answer.split(' ').nth(1);
            assert_eq!(status, Some(expected), "{origin} {host}: {answer}");
        }
    };
    rt::task::spawn_blocking(ask).await.unwrap();
    handle.stop(false).await;
}
