//! The client's address. A header is believed only when it comes through a proxy that we were told to trust.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Entries of `X-Forwarded-For` that are read, from the right.
const HOPS: usize = 16;

/// Networks whose word about the client is believed (`--trusted-proxy`).
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<(IpAddr, u8)>);

impl TrustedProxies {
    /// Addresses or CIDR networks: `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`.
    pub fn parse<S: AsRef<str>>(networks: &[S]) -> anyhow::Result<TrustedProxies> {
        networks.iter().map(|text| network(text.as_ref())).collect::<anyhow::Result<_>>().map(TrustedProxies)
    }

    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|(network, bits)| prefix(*network, *bits) == prefix(address, *bits) && same_family(*network, address))
    }

    /// The nearest address that is not a trusted proxy's. `forwarded` is the `X-Forwarded-For` header, all its
    /// values joined by commas.
    pub fn client(&self, peer: IpAddr, forwarded: Option<&str>) -> IpAddr {
        let mut client = plain(peer);
        let hops = forwarded.unwrap_or_default().rsplit(',').take(HOPS);
        for hop in hops {
            if !self.contains(client) {
                break;
            }
            let Some(address) = hop_address(hop) else { break };
            client = plain(address);
        }
        client
    }
}

/// An address as a proxy writes it: bare, with a port, or bracketed.
fn hop_address(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    hop.parse::<IpAddr>()
        .ok()
        .or_else(|| hop.parse::<std::net::SocketAddr>().ok().map(|address| address.ip()))
        .or_else(|| hop.strip_prefix('[')?.strip_suffix(']')?.parse().ok())
}

fn network(text: &str) -> anyhow::Result<(IpAddr, u8)> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address.trim().parse()?, Some(bits.trim().parse::<u8>()?)),
        None => (text.trim().parse::<IpAddr>()?, None),
    };
    let widest = if address.is_ipv4() { 32 } else { 128 };
    let bits = bits.unwrap_or(widest);
    anyhow::ensure!(bits <= widest, "{text} is not a network");
    Ok((address, bits))
}

fn same_family(left: IpAddr, right: IpAddr) -> bool {
    left.is_ipv4() == right.is_ipv4()
}

/// IPv4 written as IPv6 is IPv4.
fn plain(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

/// The network part of an address, the rest zero.
pub fn prefix(address: IpAddr, bits: u8) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(bits.min(32))).unwrap_or(0);
            IpAddr::V4(Ipv4Addr::from_bits(v4.to_bits() & mask))
        }
        IpAddr::V6(v6) => {
            let mask = u128::MAX.checked_shl(128 - u32::from(bits.min(128))).unwrap_or(0);
            IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & mask))
        }
    }
}

/// What one household or office shares: /24 of IPv4, /64 of IPv6.
pub fn neighbourhood(address: IpAddr) -> IpAddr {
    prefix(address, if address.is_ipv4() { 24 } else { 64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn a_header_is_believed_only_from_a_trusted_proxy() {
        let proxies = TrustedProxies::parse(&["10.0.0.0/8", "::1"]).expect("networks");
        assert_eq!(proxies.client(ip("10.1.2.3"), Some("203.0.113.9")), ip("203.0.113.9"));
        assert_eq!(proxies.client(ip("::ffff:10.1.2.3"), Some("203.0.113.9, 10.0.0.7")), ip("203.0.113.9"));
        assert_eq!(proxies.client(ip("198.51.100.4"), Some("203.0.113.9")), ip("198.51.100.4"));
        // What a client wrote itself stands to the left of what our proxy saw.
        assert_eq!(proxies.client(ip("::1"), Some("1.1.1.1, 203.0.113.9")), ip("203.0.113.9"));
        assert_eq!(proxies.client(ip("::1"), Some("nonsense")), ip("::1"));
        assert_eq!(proxies.client(ip("::1"), Some("[2001:db8::5]:443")), ip("2001:db8::5"));
        assert!(TrustedProxies::parse(&["10.0.0.0/33"]).is_err());
    }

    #[test]
    fn neighbours_share_a_network() {
        assert_eq!(neighbourhood(ip("203.0.113.9")), ip("203.0.113.0"));
        assert_eq!(neighbourhood(ip("2001:db8:1:2:3::4")), ip("2001:db8:1:2::"));
        assert_eq!(prefix(ip("203.0.113.9"), 0), ip("0.0.0.0"));
    }
}
