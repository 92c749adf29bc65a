//! A connection that listens to so much at once and no more.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

/// How much a server may say, in bytes, before it is spoken to again. The longest reply that is any use has a tenth.
pub(super) const MOST: usize = 64 * 1024;

/// A safe connection to a server. What it may say is bounded anew by everything it is told.
#[derive(Debug)]
pub(super) struct Bounded {
    inner: TlsStream<TcpStream>,
    peer: SocketAddr,
    left: usize,
    /// What is read before anything of the server: after STARTTLS, it greets nobody again, but whoever listens waits for
    /// a greeting.
    first: &'static [u8],
}

impl Bounded {
    pub fn new(inner: TlsStream<TcpStream>, peer: SocketAddr, first: &'static [u8]) -> Self {
        Self { inner, peer, left: MOST, first }
    }
}

impl AsyncRead for Bounded {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if !self.first.is_empty() {
            let (now, later) = self.first.split_at(self.first.len().min(into.remaining()));
            into.put_slice(now);
            self.first = later;
            return Poll::Ready(Ok(()));
        }
        if self.left == 0 {
            return Poll::Ready(Err(io::Error::new(io::ErrorKind::InvalidData, "the server says too much")));
        }
        let most = self.left.min(into.remaining());
        let mut part = ReadBuf::new(into.initialize_unfilled_to(most));
        let done = Pin::new(&mut self.inner).poll_read(context, &mut part);
        let read = part.filled().len();
        into.advance(read);
        self.left -= read;
        done
    }
}

impl AsyncWrite for Bounded {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.left = MOST;
        Pin::new(&mut self.inner).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

impl AsyncTokioStream for Bounded {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}
