//! What is counted by, as numbers that no stranger can choose.

use std::hash::Hasher;
use std::net::{IpAddr, Ipv6Addr};

use siphasher::sip128::{Hasher128, SipHasher24};
use zeroize::Zeroizing;

/// A keyed hash of an account, an address, or both: without the key nobody can look for two
/// that fall together.
pub(super) struct Fingerprints(Zeroizing<[u8; 16]>);

impl Fingerprints {
    pub(super) fn new(key: Zeroizing<[u8; 16]>) -> Self {
        Self(key)
    }

    pub(super) fn of(&self, account: Option<&str>, address: Option<IpAddr>, lured: bool) -> u128 {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write_u8(u8::from(lured));
        hasher.write(&network(address).octets());
        hasher.write_u8(u8::from(address.is_some()));
        hasher.write_u8(u8::from(account.is_some()));
        hasher.write(account.unwrap_or_default().as_bytes());
        hasher.finish128().as_u128()
    }
}

/// An IPv4 address, or the /64 network of an IPv6 address: who has one address of it has all.
fn network(address: Option<IpAddr>) -> Ipv6Addr {
    const HOST: u128 = u64::MAX as u128;
    match address.map(|address| address.to_canonical()) {
        None => Ipv6Addr::UNSPECIFIED,
        Some(IpAddr::V4(address)) => address.to_ipv6_mapped(),
        Some(IpAddr::V6(address)) => Ipv6Addr::from_bits(address.to_bits() & !HOST),
    }
}
