//! Whether there is a display to open a window on.
//!
//! The library that opens windows gives up with a panic where there is none, so the same question is asked before.

use std::ffi::OsString;

/// A display that answered.
///
/// It is to be kept until the window is open: an X server whose last guest leaves may start anew, and refuses whoever
/// comes meanwhile.
#[derive(Debug)]
pub struct Reached {
    #[cfg(unix)]
    _connection: Option<std::os::fd::OwnedFd>,
}

impl Reached {
    const WITHOUT: Self = Self {
        #[cfg(unix)]
        _connection: None,
    };
}

/// Returns the display that a window can be opened on: what the variables name can be reached.
///
/// Everywhere but on Linux and its relatives there is always a display.
pub fn reach() -> Option<Reached> {
    if cfg!(all(unix, not(target_os = "macos"))) {
        Named::from(|name| std::env::var_os(name)).reach()
    } else {
        Some(Reached::WITHOUT)
    }
}

/// What the environment says about the display.
#[derive(Debug, PartialEq, Eq)]
enum Named {
    /// Nothing.
    Nothing,
    /// A connection that was handed over already.
    Given,
    /// The socket of a Wayland server.
    Wayland(std::path::PathBuf),
    /// An X server: host (empty for this computer) and number.
    X11(String, u16),
}

impl Named {
    /// Returns what the window library would choose: Wayland where it is named, else X11.
    fn from(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        if let Some(socket) = set("WAYLAND_DISPLAY") {
            let runtime = set("XDG_RUNTIME_DIR").map(std::path::PathBuf::from).unwrap_or_default();
            return Self::Wayland(runtime.join(socket));
        }
        if set("WAYLAND_SOCKET").is_some() {
            return Self::Given;
        }
        let display = set("DISPLAY").and_then(|display| display.into_string().ok());
        display.and_then(|display| Self::x11(&display)).unwrap_or(Self::Nothing)
    }

    /// Reads `[host]:number[.screen]`, as X(7) describes it.
    fn x11(display: &str) -> Option<Self> {
        let (host, rest) = display.rsplit_once(':')?;
        let number = rest.split('.').next()?.parse().ok()?;
        let host = host.strip_suffix('/').unwrap_or(host);
        let host = if host == "unix" { "" } else { host };
        Some(Self::X11(host.to_owned(), number))
    }

    #[cfg(unix)]
    fn reach(&self) -> Option<Reached> {
        use std::net::{TcpStream, ToSocketAddrs};
        use std::os::unix::net::UnixStream;
        use std::time::Duration;

        let connection = match self {
            Self::Nothing => return None,
            Self::Given => return Some(Reached::WITHOUT),
            Self::Wayland(socket) => UnixStream::connect(socket).ok()?.into(),
            Self::X11(host, number) if host.is_empty() => {
                let socket = UnixStream::connect(format!("/tmp/.X11-unix/X{number}")).ok();
                socket.or_else(|| abstract_socket(*number))?.into()
            }
            Self::X11(host, number) => {
                let port = 6000_u16.saturating_add(*number);
                let addresses = (host.as_str(), port).to_socket_addrs();
                let connect = |address| TcpStream::connect_timeout(&address, Duration::from_secs(3)).ok();
                addresses.into_iter().flatten().find_map(connect)?.into()
            }
        };
        Some(Reached { _connection: Some(connection) })
    }

    #[cfg(not(unix))]
    fn reach(&self) -> Option<Reached> {
        Some(Reached::WITHOUT)
    }
}

/// Returns the socket that has no file, where an X server listens on it, as in some containers.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn abstract_socket(number: u16) -> Option<std::os::unix::net::UnixStream> {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};

    let address = SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}"));
    address.and_then(|address| UnixStream::connect_addr(&address)).ok()
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
fn abstract_socket(_number: u16) -> Option<std::os::unix::net::UnixStream> {
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn named(variables: &[(&str, &str)]) -> Named {
        Named::from(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_variables_name_a_display() {
        assert_eq!(named(&[]), Named::Nothing);
        assert_eq!(named(&[("DISPLAY", "")]), Named::Nothing);
        assert_eq!(named(&[("DISPLAY", "nonsense")]), Named::Nothing);
        assert_eq!(named(&[("DISPLAY", ":0")]), Named::X11(String::new(), 0));
        assert_eq!(named(&[("DISPLAY", ":12.1")]), Named::X11(String::new(), 12));
        assert_eq!(named(&[("DISPLAY", "unix:1")]), Named::X11(String::new(), 1));
        assert_eq!(named(&[("DISPLAY", "desk.example:10.0")]), Named::X11("desk.example".into(), 10));
        assert_eq!(named(&[("WAYLAND_SOCKET", "5")]), Named::Given);
        let both = [("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "wayland-1"), ("XDG_RUNTIME_DIR", "/run/user/1")];
        assert_eq!(named(&both), Named::Wayland("/run/user/1/wayland-1".into()));
        assert_eq!(named(&[("WAYLAND_DISPLAY", "/run/w")]), Named::Wayland("/run/w".into()));
    }

    #[cfg(unix)]
    #[test]
    fn a_named_display_has_to_answer() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("wayland-0");
        assert!(Named::Nothing.reach().is_none());
        assert!(Named::Wayland(socket.clone()).reach().is_none());
        assert!(Named::X11(String::new(), 64_999).reach().is_none());
        let _server = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert!(Named::Wayland(socket).reach().is_some());
    }
}
