//! The safe part of a connection: TLS 1.2 or 1.3, with a certificate for the server's name that the system believes.

use std::io;
use std::sync::Arc;

use rustls::pki_types::{CertificateDer, ServerName};
use rustls_platform_verifier::Verifier;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::stream::MOST;
use super::{Failure, Step, Trust, Why};

/// How the program introduces itself: as nobody's computer in particular.
pub(super) const HELLO: &str = "[127.0.0.1]";

/// Makes a connection safe.
pub(super) async fn secure(stream: TcpStream, host: &str, trust: &Trust) -> Result<TlsStream<TcpStream>, Failure> {
    let failed = |_| Failure::new(Step::Tls, Why::TlsFailed);
    let extra = match trust {
        Trust::System => None,
        Trust::Also(certificate) => Some(CertificateDer::from(certificate.clone())),
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = Verifier::new_with_extra_roots(extra, Arc::clone(&provider)).map_err(failed)?;
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?
        // "Dangerous" is any verifier but the built-in one; this is the system's.
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(|_| Failure::new(Step::Name, Why::NoSuchServer))?;
    let connected = TlsConnector::from(Arc::new(config)).connect(name, stream).await;
    connected.map_err(|error| Failure::new(Step::Tls, why(&error)))
}

fn why(error: &io::Error) -> Why {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented) => Why::Certificate,
        Some(_) | None => Why::TlsFailed,
    }
}

/// Asks a server for a safe connection (RFC 3207). Nothing but that is said in the clear, and nothing the server says
/// there is believed afterwards.
pub(super) async fn ask(stream: &mut TcpStream) -> Result<(), Failure> {
    expect(&reply(stream, Step::Greet).await?, 220, Step::Greet)?;
    say(stream, &format!("EHLO {HELLO}\r\n")).await?;
    let offered = reply(stream, Step::Greet).await?;
    expect(&offered, 250, Step::Greet)?;
    let offers = |line: &str| line.get(4..).is_some_and(|word| word.trim().eq_ignore_ascii_case("STARTTLS"));
    if !offered.lines().any(offers) {
        return Err(Failure::new(Step::Tls, Why::NoTls));
    }
    say(stream, "STARTTLS\r\n").await?;
    expect(&reply(stream, Step::Tls).await?, 220, Step::Tls)
}

async fn say(stream: &mut TcpStream, line: &str) -> Result<(), Failure> {
    stream.write_all(line.as_bytes()).await.map_err(|_| Failure::new(Step::Tls, Why::Broken))
}

/// Reads one reply. What a server says beyond it, before it is spoken to again, is none of its own.
async fn reply(stream: &mut TcpStream, step: Step) -> Result<String, Failure> {
    let garbled = || Failure::new(step, Why::Garbled);
    let mut said: Vec<u8> = Vec::new();
    let mut part = [0; 1024];
    loop {
        let read = stream.read(&mut part).await.map_err(|_| Failure::new(step, Why::Broken))?;
        if read == 0 {
            return Err(Failure::new(step, Why::Broken));
        }
        said.extend_from_slice(part.get(..read).unwrap_or_default());
        if said.len() > MOST {
            return Err(garbled());
        }
        let Some(end) = end(&said).map_err(|()| garbled())? else { continue };
        if end != said.len() {
            return Err(garbled());
        }
        return String::from_utf8(said).map_err(|_| garbled());
    }
}

/// Returns where a reply ends: after the first line whose number is followed by no dash; none where more is to come.
fn end(said: &[u8]) -> Result<Option<usize>, ()> {
    let mut start = 0;
    for (at, _) in said.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
        let line = said.get(start..at).unwrap_or_default();
        start = at + 1;
        match line {
            [a, b, c, rest @ ..] if [a, b, c].iter().all(|byte| byte.is_ascii_digit()) => {
                if rest.first() != Some(&b'-') {
                    return Ok(Some(start));
                }
            }
            _ => return Err(()),
        }
    }
    Ok(None)
}

fn expect(reply: &str, wanted: u16, step: Step) -> Result<(), Failure> {
    let last = reply.lines().last().unwrap_or_default();
    let code: u16 = last.get(..3).and_then(|code| code.parse().ok()).unwrap_or_default();
    let why = match code {
        code if code == wanted => return Ok(()),
        400..=499 => Why::RefusedNow(code),
        500..=599 => Why::Refused(code),
        _ => Why::Garbled,
    };
    Err(Failure { step, why, said: super::connection::on_one_line(last) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_ends_with_its_last_line_and_nowhere_else() {
        for (said, wanted) in [
            (&b"220 hello\r\n"[..], Ok(Some(11))),
            (b"220-one\r\n220 two\r\n", Ok(Some(18))),
            (b"220 hello\r\n250 injected\r\n", Ok(Some(11))),
            (b"220", Ok(None)),
            (b"220-one\r\n", Ok(None)),
            (b"HTTP/1.1 400 Bad Request\r\n", Err(())),
            (b"\r\n", Err(())),
            (b"220\r\n", Ok(Some(5))),
        ] {
            assert_eq!(end(said), wanted, "{said:?}");
        }
    }
}
