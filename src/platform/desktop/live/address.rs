//! Which addresses are streams, and which are local.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::platform::live::{Address, AddressError};

pub fn address(text: &str) -> Result<Address, AddressError> {
    let whole = match text.contains("://") {
        true => text.to_owned(),
        false => format!("http://{text}"),
    };
    // What is wrong with an address that holds a password is not said with it.
    let shown = || if text.contains('@') { "…".to_owned() } else { text.to_owned() };
    let url = Url::parse(&whole)
        .map_err(|error| AddressError::Malformed { text: shown(), cause: error.to_string().to_lowercase() })?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(AddressError::Scheme { text: shown() });
    }
    of_url(&url)
}

/// The same of an address that was taken apart.
pub(super) fn of_url(url: &Url) -> Result<Address, AddressError> {
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::Credentials);
    }
    let Some(host) = url.host() else {
        return Err(AddressError::Malformed { text: url.to_string(), cause: "it names no server".to_owned() });
    };
    let is_local = match host {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => is_local_v4(address),
        Host::Ipv6(address) => is_local_v6(address),
    };
    let host = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_string(),
    };
    let mut url = url.clone();
    url.set_fragment(None);
    Ok(Address { url: url.into(), host, is_local })
}

/// This computer (RFC 1122), private networks (RFC 1918), and those without a server that gives out addresses (RFC 3927).
fn is_local_v4(address: Ipv4Addr) -> bool {
    address.is_loopback() || address.is_private() || address.is_link_local()
}

/// This computer, unique local (RFC 4193) and link-local addresses (RFC 4291); an IPv4 address in the form of an IPv6 one is what it is.
fn is_local_v6(address: Ipv6Addr) -> bool {
    match address.to_ipv4_mapped() {
        Some(address) => is_local_v4(address),
        None => address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local(),
    }
}

/// Whether a server is reached without a proxy, as browsers do: this computer and the local network.
pub(super) fn is_near(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".local"),
        Some(Host::Ipv4(address)) => is_local_v4(address),
        Some(Host::Ipv6(address)) => is_local_v6(address),
        None => false,
    }
}

/// Whether two addresses have one host: neither the port nor the scheme counts.
pub(super) fn is_same_host(one: &Url, other: &Url) -> bool {
    let host = |url: &Url| match url.host() {
        Some(Host::Domain(name)) => {
            name.parse::<IpAddr>().map_or_else(|_| name.to_owned(), |address| address.to_string())
        }
        Some(host) => host.to_string(),
        None => String::new(),
    };
    host(one) == host(other)
}
