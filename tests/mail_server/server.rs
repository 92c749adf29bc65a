//! A mail server for tests: TLS with certificates of its own authority, every way of going wrong that is asked for, and
//! a note of what it heard, in the clear and not.

#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm
)]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Who signs in to it.
pub const USER: &str = "office@example.org";
/// With what.
pub const PASSWORD: &str = "cod-liver-oil";

/// A step of the conversation, as the server sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Connected,
    Greeted,
    SignedIn,
    From,
    To,
    /// The text is asked for, and nothing of it heard.
    Data,
    /// The text is heard, and nothing said to it.
    Text,
    /// The text is taken, and that is said.
    Taken,
}

impl At {
    pub const ALL: [Self; 8] =
        [Self::Connected, Self::Greeted, Self::SignedIn, Self::From, Self::To, Self::Data, Self::Text, Self::Taken];
}

/// How the server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As it should.
    Good,
    /// It offers no STARTTLS.
    NoStartTls,
    /// It offers no STARTTLS, and takes passwords all the same.
    NoStartTlsButSignIn,
    /// It refuses STARTTLS.
    StartTlsRefused,
    /// It says more in the clear after the word to begin with TLS.
    Injects,
    /// It speaks in the clear where TLS begins at once.
    Plain,
    /// It takes the call and says nothing.
    Silent,
    /// It greets without end and without a line break.
    EndlessGreeting,
    /// It answers without end.
    EndlessAnswer,
    /// It says one byte at a time.
    Drips,
    /// It speaks something else.
    Garbage,
    /// Its certificate is for another name.
    OtherName,
    /// Its certificate is over.
    Expired,
    /// Its certificate is its own word alone.
    SelfSigned,
    /// It falls silent at a step.
    Hangs(At),
    /// It hangs up at a step.
    Drops(At),
    /// It refuses at a step, with a number.
    Refuses(At, u16),
}

/// A message it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    pub from: String,
    pub to: String,
    pub data: Vec<u8>,
}

#[derive(Debug, Default)]
pub struct Heard {
    /// What was said in the clear.
    pub clear: Vec<u8>,
    /// What was said over TLS.
    pub safe: Vec<u8>,
    pub messages: Vec<Received>,
    pub connections: usize,
}

type Step = Arc<dyn Fn(At) + Send + Sync>;

pub struct Server {
    pub port: u16,
    /// The authority's certificate, DER and PEM.
    pub authority: Vec<u8>,
    pub authority_pem: String,
    pub heard: Arc<Mutex<Heard>>,
    is_over: Arc<AtomicBool>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // The one that listens is waked.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

#[derive(Clone)]
struct House {
    is_implicit: bool,
    manner: Manner,
    config: Arc<ServerConfig>,
    heard: Arc<Mutex<Heard>>,
    step: Step,
    is_over: Arc<AtomicBool>,
}

impl Server {
    pub fn start(is_implicit: bool, manner: Manner) -> Self {
        Self::start_with(is_implicit, manner, Arc::new(|_| {}))
    }

    /// Starts one that tells which step it is at, before it says what it says there.
    pub fn start_with(is_implicit: bool, manner: Manner, step: Step) -> Self {
        let mut ca = CertificateParams::new(Vec::<String>::new()).unwrap();
        ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        ca.distinguished_name.push(DnType::CommonName, "Test Authority");
        let ca_key = KeyPair::generate().unwrap();
        let ca_cert = ca.self_signed(&ca_key).unwrap();
        let name = if manner == Manner::OtherName { "mail.example.net" } else { "localhost" };
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        if manner == Manner::Expired {
            params.not_before = rcgen::date_time_ymd(2020, 1, 1);
            params.not_after = rcgen::date_time_ymd(2021, 1, 1);
        }
        let key = KeyPair::generate().unwrap();
        let (authority, authority_pem) = (ca_cert.der().to_vec(), ca_cert.pem());
        let cert = match manner {
            Manner::SelfSigned => params.self_signed(&key).unwrap(),
            _ => params.signed_by(&key, &Issuer::new(ca, ca_key)).unwrap(),
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], PrivateKeyDer::try_from(key.serialize_der()).unwrap())
            .unwrap();
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (heard, is_over) = (Arc::<Mutex<Heard>>::default(), Arc::<AtomicBool>::default());
        let house = House {
            is_implicit,
            manner,
            config: Arc::new(config),
            heard: Arc::clone(&heard),
            step,
            is_over: Arc::clone(&is_over),
        };
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if house.is_over.load(Ordering::SeqCst) {
                    return;
                }
                let (house, stream) = (house.clone(), stream.unwrap());
                std::thread::spawn(move || house.serve(stream));
            }
        });
        Self { port, authority, authority_pem, heard, is_over }
    }

    pub fn messages(&self) -> Vec<Received> {
        self.heard.lock().unwrap().messages.clone()
    }

    /// Returns whether anything secret, or of a message, was heard in the clear.
    pub fn leaked(&self, of_the_message: &str) -> bool {
        let heard = self.heard.lock().unwrap();
        let clear = String::from_utf8_lossy(&heard.clear).to_uppercase();
        let secret = data_encoding::BASE64.encode(format!("\0{USER}\0{PASSWORD}").as_bytes()).to_uppercase();
        let words = ["AUTH", "MAIL FROM", "RCPT", "DATA\r\n", &PASSWORD.to_uppercase(), &of_the_message.to_uppercase()];
        clear.contains(&secret) || words.iter().any(|word| clear.contains(word))
    }
}

/// Ends a conversation.
struct Over;

trait Line: Read + Write {}
impl<T: Read + Write> Line for T {}

impl House {
    fn serve(&self, mut stream: TcpStream) {
        self.heard.lock().unwrap().connections += 1;
        let _ = stream.set_nodelay(true);
        let _ = self.converse(&mut stream);
        let _ = stream.shutdown(Shutdown::Both);
    }

    fn converse(&self, stream: &mut TcpStream) -> Result<(), Over> {
        self.at(At::Connected)?;
        match self.manner {
            Manner::Silent => return Err(self.wait(stream)),
            Manner::Garbage => {
                say(stream, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")?;
                return Err(self.wait(stream));
            }
            Manner::EndlessGreeting if !self.is_implicit => return Err(endless(stream)),
            Manner::Drips if !self.is_implicit => return Err(self.drip(stream)),
            _ => {}
        }
        if !self.is_implicit || self.manner == Manner::Plain {
            say(stream, "220 localhost ready\r\n")?;
        }
        if self.manner == Manner::Plain {
            return Err(self.wait(stream));
        }
        if !self.is_implicit {
            self.clear(stream)?;
        }
        let connection = ServerConnection::new(Arc::clone(&self.config)).map_err(|_| Over)?;
        let mut safe = StreamOwned::new(connection, &mut *stream);
        if self.is_implicit {
            match self.manner {
                Manner::EndlessGreeting => return Err(endless(&mut safe)),
                Manner::Drips => return Err(self.drip(&mut safe)),
                _ => say(&mut safe, "220 localhost ready\r\n")?,
            }
        }
        self.safe(&mut safe)
    }

    /// What is said before TLS.
    fn clear(&self, stream: &mut TcpStream) -> Result<(), Over> {
        loop {
            let line = self.hear(stream, false)?.to_uppercase();
            let offers_none = matches!(self.manner, Manner::NoStartTls | Manner::NoStartTlsButSignIn);
            if line.starts_with("EHLO") && offers_none {
                let more = if self.manner == Manner::NoStartTls { "8BITMIME" } else { "AUTH PLAIN LOGIN XOAUTH2" };
                say(stream, &format!("250-localhost\r\n250 {more}\r\n"))?;
            } else if line.starts_with("EHLO") {
                say(stream, "250-localhost\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS\r\n")?;
            } else if line.starts_with("STARTTLS") {
                match self.manner {
                    Manner::StartTlsRefused => say(stream, "454 TLS not available\r\n")?,
                    Manner::Injects => {
                        say(stream, "220 go\r\n250-localhost\r\n250 AUTH PLAIN\r\n")?;
                        return Ok(());
                    }
                    _ => {
                        say(stream, "220 go\r\n")?;
                        return Ok(());
                    }
                }
            } else if line.starts_with("QUIT") {
                say(stream, "221 bye\r\n")?;
                return Err(Over);
            } else {
                // What should not be asked here is answered as if all were well.
                say(stream, "250 ok\r\n")?;
            }
        }
    }

    /// What is said over TLS.
    fn safe(&self, stream: &mut dyn Line) -> Result<(), Over> {
        let (mut from, mut to) = (String::new(), String::new());
        loop {
            let line = self.hear(stream, true)?;
            let word = line.to_uppercase();
            if word.starts_with("EHLO") {
                self.answer(
                    stream,
                    At::Greeted,
                    "250-localhost\r\n250-SMTPUTF8\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN XOAUTH2",
                )?;
            } else if word.starts_with("AUTH PLAIN") {
                let wanted = data_encoding::BASE64.encode(format!("\0{USER}\0{PASSWORD}").as_bytes());
                let is_right = line.split(' ').nth(2).is_some_and(|given| given.trim() == wanted);
                match is_right {
                    true => self.answer(stream, At::SignedIn, "235 welcome")?,
                    false => say(stream, "535 5.7.8 wrong name or password\r\n")?,
                }
            } else if word.starts_with("AUTH XOAUTH2") {
                self.answer(stream, At::SignedIn, "235 welcome")?;
            } else if word.starts_with("MAIL FROM") {
                from = between(&line);
                self.answer(stream, At::From, "250 ok")?;
            } else if word.starts_with("RCPT TO") {
                to = between(&line);
                self.answer(stream, At::To, "250 ok")?;
            } else if word.starts_with("DATA") {
                if !self.answer_is_good(stream, At::Data, "354 go on")? {
                    continue;
                }
                let data = self.text(stream)?;
                if let Manner::Refuses(At::Text, code) = self.manner {
                    say(stream, &format!("{code} no\r\n"))?;
                    continue;
                }
                let taken = Received { from: from.clone(), to: to.clone(), data };
                if self.manner == Manner::Hangs(At::Text) || self.manner == Manner::Drops(At::Text) {
                    // It may be delivered all the same: that is what nobody can know.
                    self.heard.lock().unwrap().messages.push(taken);
                    self.answer(stream, At::Text, "250 taken")?;
                    continue;
                }
                self.at(At::Text)?;
                self.heard.lock().unwrap().messages.push(taken);
                say(stream, "250 2.0.0 taken as 42\r\n")?;
                self.at(At::Taken)?;
                if self.manner == Manner::Drops(At::Taken) {
                    return Err(Over);
                }
            } else if word.starts_with("QUIT") {
                say(stream, "221 bye\r\n")?;
                return Err(Over);
            } else {
                say(stream, "250 ok\r\n")?;
            }
        }
    }

    fn answer(&self, stream: &mut dyn Line, at: At, good: &str) -> Result<(), Over> {
        self.answer_is_good(stream, at, good).map(|_| ())
    }

    /// Answers at a step as the manner is, and says whether that was the good answer.
    fn answer_is_good(&self, stream: &mut dyn Line, at: At, good: &str) -> Result<bool, Over> {
        self.at(at)?;
        match self.manner {
            Manner::Hangs(step) if step == at => Err(self.wait(stream)),
            Manner::Drops(step) if step == at => Err(Over),
            Manner::Refuses(step, code) if step == at => say(stream, &format!("{code} no\r\n")).map(|()| false),
            Manner::EndlessAnswer if at == At::From => Err(endless(stream)),
            _ => say(stream, &format!("{good}\r\n")).map(|()| true),
        }
    }

    fn at(&self, at: At) -> Result<(), Over> {
        (self.step)(at);
        let ends = self.manner == Manner::Drops(At::Connected) && at == At::Connected;
        if ends { Err(Over) } else { Ok(()) }
    }

    /// Waits until the other side ends the call.
    fn wait(&self, stream: &mut dyn Line) -> Over {
        let mut bytes = [0; 4096];
        while let Ok(read) = stream.read(&mut bytes) {
            if read == 0 || self.is_over.load(Ordering::SeqCst) {
                break;
            }
            if self.manner == Manner::Plain || self.manner == Manner::Silent || self.manner == Manner::Garbage {
                self.heard.lock().unwrap().clear.extend(&bytes[..read]);
            }
        }
        Over
    }

    fn drip(&self, stream: &mut dyn Line) -> Over {
        for byte in "220-slow\r\n".bytes().cycle() {
            std::thread::sleep(Duration::from_millis(50));
            let is_gone = stream.write_all(&[byte]).and_then(|()| stream.flush()).is_err();
            if is_gone || self.is_over.load(Ordering::SeqCst) {
                break;
            }
        }
        Over
    }

    fn hear(&self, stream: &mut dyn Line, is_safe: bool) -> Result<String, Over> {
        let mut line = Vec::new();
        let mut byte = [0];
        while !line.ends_with(b"\n") {
            match stream.read(&mut byte) {
                Ok(1) => line.push(byte[0]),
                Ok(_) | Err(_) => return Err(Over),
            }
        }
        let mut heard = self.heard.lock().unwrap();
        if is_safe {
            heard.safe.extend(&line)
        } else {
            heard.clear.extend(&line)
        }
        Ok(String::from_utf8_lossy(&line).into_owned())
    }

    /// Hears a text to its final dot, and takes the dots away that were put before others.
    fn text(&self, stream: &mut dyn Line) -> Result<Vec<u8>, Over> {
        let mut data: Vec<u8> = Vec::new();
        let mut part = [0; 4096];
        while !data.ends_with(b"\r\n.\r\n") {
            match stream.read(&mut part) {
                Ok(read @ 1..) => data.extend(&part[..read]),
                Ok(_) | Err(_) => return Err(Over),
            }
        }
        data.truncate(data.len() - 3);
        let text: Vec<u8> = String::from_utf8_lossy(&data).replace("\r\n..", "\r\n.").into_bytes();
        self.heard.lock().unwrap().safe.extend(&text);
        Ok(text)
    }
}

fn endless(stream: &mut dyn Line) -> Over {
    let part = [b'2'; 16 * 1024];
    let mut said = 0_usize;
    while stream.write_all(&part).is_ok() && said < 1 << 30 {
        said += part.len();
    }
    Over
}

fn say(stream: &mut dyn Line, words: &str) -> Result<(), Over> {
    stream.write_all(words.as_bytes()).and_then(|()| stream.flush()).map_err(|_| Over)
}

fn between(line: &str) -> String {
    let inner = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inner.map_or_else(String::new, |(address, _)| address.to_owned())
}
