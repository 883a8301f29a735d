//! The servers are what the tests that use them take for granted.

#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::time::Duration;

use portcullis_servers::{Behaviour, Postgres, Proxy, Redis, RedisCluster};

#[test]
fn postgres_keeps_what_it_has_committed_through_a_kill() {
    let mut server = Postgres::start().unwrap();
    psql(&server, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('portcullis')");
    server.kill().unwrap();
    assert!(TcpStream::connect(server.address()).is_err());
    server.restart().unwrap();
    assert_eq!(psql(&server, "SELECT word FROM kept").trim(), "portcullis");
    assert!(String::from_utf8(server.dump().unwrap()).unwrap().contains("'portcullis'"));
    assert_eq!(psql(&server, "SHOW fsync").trim(), "on");
}

#[test]
fn redis_keeps_what_it_has_acknowledged_through_a_kill() {
    let mut server = Redis::start().unwrap();
    server.command(&["SET", "word", "portcullis"]).unwrap();
    server.kill().unwrap();
    assert!(server.command(&["PING"]).is_err());
    server.restart().unwrap();
    assert_eq!(server.command(&["GET", "word"]).unwrap().trim(), "portcullis");
    assert!(contains(&server.dump().unwrap(), b"portcullis"));
}

#[test]
fn a_cluster_has_every_slot_and_comes_back_with_its_keys() {
    let mut cluster = RedisCluster::start().unwrap();
    let first = &cluster.nodes()[0];
    let words = ["-c", "SET", "{somewhere}word", "portcullis"];
    assert_eq!(first.command(&words).unwrap().trim(), "OK");
    cluster.restart().unwrap();
    let read = cluster.nodes()[1].command(&["-c", "GET", "{somewhere}word"]).unwrap();
    assert_eq!(read.trim(), "portcullis");
}

#[test]
fn a_frozen_server_is_silent_and_goes_on_where_it_was() {
    let server = Redis::start().unwrap();
    let mut connection = TcpStream::connect(server.address()).unwrap();
    server.freeze().unwrap();
    connection.write_all(b"PING\r\n").unwrap();
    assert_silent(&mut connection);
    server.thaw().unwrap();
    // Without a password it will not say more than that.
    assert_eq!(read_some(&mut connection), *REFUSAL);
}

#[test]
fn every_process_of_a_frozen_postgres_is_silent() {
    let server = Postgres::start().unwrap();
    let mut connected = TcpStream::connect(server.address()).unwrap();
    // A backend of its own answers this request for TLS, once it is there.
    server.freeze().unwrap();
    connected.write_all(&[0, 0, 0, 8, 4, 210, 22, 47]).unwrap();
    assert_silent(&mut connected);
    server.thaw().unwrap();
    let mut answer = [0];
    connected.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"N");
}

#[test]
fn a_proxy_does_what_it_is_told() {
    let server = Redis::start().unwrap();
    let proxy = Proxy::start(server.address()).unwrap();
    let mut connection = ping(proxy.address());
    assert_eq!(read_some(&mut connection), *REFUSAL);

    proxy.behave(Behaviour::Hang);
    connection.write_all(b"PING\r\n").unwrap();
    assert_silent(&mut connection);
    proxy.behave(Behaviour::Reset);
    let mut rest = Vec::new();
    let error = connection.read_to_end(&mut rest).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
    assert!(rest.len() <= 1, "{rest:?}");

    proxy.behave(Behaviour::Refuse);
    while TcpStream::connect(proxy.address()).is_ok() {}
    proxy.behave(Behaviour::Delay(Duration::from_millis(1)));
    while TcpStream::connect(proxy.address()).is_err() {}
    assert_eq!(read_some(&mut ping(proxy.address())), *REFUSAL);
}

#[test]
fn servers_end_with_a_program_that_is_killed() {
    if std::env::var_os("PORTCULLIS_SERVERS_CHILD").is_some() {
        let (redis, postgres) = (Redis::start().unwrap(), Postgres::start().unwrap());
        println!("at {}\nat {}\nready", redis.address(), postgres.address());
        loop {
            std::thread::park();
        }
    }
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "servers_end_with_a_program_that_is_killed", "--nocapture"])
        .env("PORTCULLIS_SERVERS_CHILD", "1")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = std::io::BufReader::new(child.stdout.take().unwrap());
    let addresses: Vec<SocketAddr> = std::io::BufRead::lines(output)
        .map(Result::unwrap)
        .take_while(|line| line != "ready")
        .filter_map(|line| line.rsplit_once("at ")?.1.parse().ok())
        .collect();
    assert_eq!(addresses.len(), 2);
    child.kill().unwrap();
    child.wait().unwrap();
    let start = std::time::Instant::now();
    while addresses.iter().any(|address| TcpStream::connect(address).is_ok()) {
        assert!(start.elapsed() < Duration::from_secs(30), "they are still there");
    }
}

fn psql(server: &Postgres, sql: &str) -> String {
    let output = Command::new("psql").args(["-tAc", sql, &server.url()]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn ping(address: SocketAddr) -> TcpStream {
    let mut connection = TcpStream::connect(address).unwrap();
    connection.write_all(b"PING\r\n").unwrap();
    connection
}

fn read_some(connection: &mut TcpStream) -> [u8; REFUSAL.len()] {
    connection.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut answer = [0; REFUSAL.len()];
    connection.read_exact(&mut answer).unwrap();
    answer
}

fn assert_silent(connection: &mut TcpStream) {
    connection.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    let error = connection.read(&mut [0; 64]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WouldBlock);
    connection.set_read_timeout(None).unwrap();
}

fn contains(all: &[u8], part: &[u8]) -> bool {
    all.windows(part.len()).any(|window| window == part)
}

/// What Redis says to a command of whom it does not know.
const REFUSAL: &[u8; 34] = b"-NOAUTH Authentication required.\r\n";
