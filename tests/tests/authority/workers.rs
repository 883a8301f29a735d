//! A real server with several workers: one set of keys, one fetch.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;

use actix_web::{App, HttpServer};

use crate::bed::{Bed, claims};

#[test]
fn workers_share_keys_and_fetches() {
    let bed = Bed::new();
    let (known, portcullis) = (bed.token(), bed.portcullis.clone());
    let unknown = (0..400).map(|number| bed.unknown(number)).collect::<Vec<_>>();
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || App::new().configure(portcullis.mount()));
        let server = server.workers(4).disable_signals().shutdown_timeout(0);
        let server = server.bind(("127.0.0.1", 0)).unwrap();
        let address = server.addrs()[0];
        let server = server.run();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        actix_web::rt::task::spawn_blocking(move || {
            // Before there is any key: all wait for the same fetch.
            assert_eq!(statuses(address, &vec![known.clone(); 64]), [200; 64]);
            assert_eq!(bed.asked(), (1, 1));
            bed.clock.on(30);
            assert_eq!(statuses(address, &unknown), [401; 400]);
            assert_eq!(bed.asked(), (2, 2));
            let new = bed.provider.add_key();
            bed.clock.on(30);
            let new = vec![bed.provider.token_of(&new, claims()); 64];
            assert_eq!(statuses(address, &new), [200; 64]);
            assert_eq!(bed.asked(), (3, 3));
            assert_eq!(statuses(address, &[known]), [200]);
        })
        .await
        .unwrap();
        handle.stop(false).await;
    });
}

/// The answers to these tokens, asked by sixteen clients at once, each on new connections.
fn statuses(address: SocketAddr, tokens: &[String]) -> Vec<u16> {
    let share = tokens.len().div_ceil(16);
    thread::scope(|scope| {
        let clients = tokens.chunks(share).map(|tokens| {
            scope.spawn(move || tokens.iter().map(|token| ask(address, token)).collect::<Vec<_>>())
        });
        let clients = clients.collect::<Vec<_>>();
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    })
}

fn ask(address: SocketAddr, token: &str) -> u16 {
    let mut stream = TcpStream::connect(address).unwrap();
    let head = "GET /me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    write!(stream, "{head}Authorization: Bearer {token}\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}
