//! Whether a request stays on this machine.

use std::net::IpAddr;

use actix_web::HttpRequest;
use actix_web::http::header::HOST;

/// From a loopback address, to a name that no other machine has, and not by way of a proxy. One
/// on this machine that serves others is told apart by their `Host`, or by what it adds; one that
/// does neither is not.
pub(super) fn is_local(request: &HttpRequest) -> bool {
    let is_passed_on = PROXIES.iter().any(|name| request.headers().contains_key(*name));
    let from_here = request.peer_addr().is_some_and(|peer| peer.ip().is_loopback());
    let mut hosts = request.headers().get_all(HOST);
    let host = hosts.next().filter(|_| hosts.next().is_none());
    let host = host.and_then(|host| host.to_str().ok());
    from_here && !is_passed_on && host.is_some_and(is_loopback)
}

/// What proxies add.
const PROXIES: [&str; 5] =
    ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"];

fn is_loopback(host: &str) -> bool {
    let port = host.rfind(':').filter(|at| !host.ends_with(']') && *at > 0);
    let name = port.map_or(host, |at| host.get(..at).unwrap_or_default());
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name == "localhost" || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn names_of_this_machine() {
        for host in ["localhost", "localhost:8080", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8"]
        {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["", "localhost.evil.example", "app.example", "10.0.0.1:80", "[::2]:80", ":80"]
        {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
