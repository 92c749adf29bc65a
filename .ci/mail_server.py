#!/usr/bin/env python3
"""Sends through a mail server from the system's packages, and reads what arrived with Python's own parser.

Usage: mail_server.py PROGRAM

Postfix and OpenSMTPD where they are installed and can be started apart from the system's own (with folders of their own,
and root at most in a name space of their own), and aiosmtpd where Python has it. Each listens on the loopback alone, with
a certificate made here. What cannot be had here is passed over with a word: only what the program does wrong fails.
"""

import email
import email.policy
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import ssl
import stat
import subprocess
import sys
import tempfile
import time

USER, PASSWORD = "office@example.org", "cod-liver-oil"
PASSPHRASE = "correct horse battery staple herring"
# No call of the program and no start of a server takes longer, in seconds; and all of it together.
LONGEST, ALL = 60, 240


class PassedOver(Exception):
    """Something is missing on this machine."""


class Certificates:
    """An authority, and a certificate of its for localhost."""

    def __init__(self, place):
        if shutil.which("openssl") is None:
            raise PassedOver("openssl makes the certificate, and is not here")
        self.authority, self.certificate, self.key = place / "authority.pem", place / "server.pem", place / "server.key"
        authority_key, request, names = place / "authority.key", place / "server.csr", place / "names"
        names.write_text("subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n")
        # RSA: the process of OpenSMTPD that keeps the key knows nothing else in some versions.
        new_key = ["-newkey", "rsa:2048", "-nodes"]
        ask = ["openssl", "req", "-x509", *new_key, "-days", "2", "-subj", "/CN=Test Authority"]
        ask += ["-addext", "keyUsage=critical,keyCertSign,cRLSign"]
        quiet(ask + ["-keyout", authority_key, "-out", self.authority])
        quiet(["openssl", "req", *new_key, "-subj", "/CN=localhost", "-keyout", self.key, "-out", request])
        sign = ["openssl", "x509", "-req", "-in", request, "-CA", self.authority, "-CAkey", authority_key, "-CAcreateserial"]
        quiet(sign + ["-days", "2", "-extfile", names, "-out", self.certificate])


def quiet(command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=LONGEST)
    if done.returncode != 0:
        raise PassedOver(f"{command[0]}: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port, server):
    until = time.monotonic() + 20
    while time.monotonic() < until and server.process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    server.stop()
    raise PassedOver(f"it does not start here {server.process.stdout.read().decode(errors='replace').strip()[-300:]}")


def speaks_tls(server):
    """Passes over a server that cannot make TLS with anybody, such as one built for another OpenSSL."""
    context = ssl.create_default_context(cafile=server.certificates.authority)
    try:
        with socket.create_connection(("127.0.0.1", server.implicit), 10) as stream:
            with context.wrap_socket(stream, server_hostname="localhost") as safe:
                safe.recv(100)
    except OSError as why:
        raise PassedOver(f"it speaks no TLS, with Python either: {why}") from None


class Server:
    """One that listens on two ports: TLS from the first byte, and by STARTTLS."""

    signs_in = True

    def __init__(self, place, certificates):
        self.implicit, self.starttls = free_port(), free_port()
        self.mail = place / "mail"
        self.mail.mkdir()
        self.certificates, self.place = certificates, place
        command = self.command()
        self.process = subprocess.Popen(
            [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            wait_for(self.implicit, self)
            wait_for(self.starttls, self)
            speaks_tls(self)
        except PassedOver:
            self.stop()
            raise

    def stop(self):
        # Its whole group, which is its own.
        for kill in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, kill)
            except ProcessLookupError:
                return
            try:
                self.process.wait(5)
                time.sleep(0.1)
            except subprocess.TimeoutExpired:
                pass

    def arrived(self, count):
        """Returns what arrived, once it is so many or none comes any more."""
        until = time.monotonic() + 20
        while len(list(self.mail.glob("*.eml"))) < count and time.monotonic() < until:
            time.sleep(0.1)
        files = sorted(self.mail.glob("*.eml"))
        messages = [file.read_bytes() for file in files]
        for file in files:
            file.unlink()
        return messages


def found(name):
    return shutil.which(name, path="/usr/lib/postfix/sbin:/usr/libexec/postfix:/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", ""))


def apart(*more):
    """Returns what starts a server apart from the rest; as root of its own name space alone where nobody is root here."""
    command = ["unshare", "--fork", "--kill-child", *more]
    if os.geteuid() != 0:
        # Takes a range of users that the system lends.
        command += ["--user", "--map-root-user", "--map-auto"]
    try:
        quiet(command + ["true"])
    except (PassedOver, OSError):
        raise PassedOver("name spaces cannot be had here") from None
    return command


def open_way(server, *secret):
    """Lets whom a server hands mail to reach the folder where it is kept, and nobody what is secret."""
    for file in secret:
        file.chmod(0o600)
    server.mail.chmod(0o777)
    for folder in (server.place, server.place.parent):
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    store = server.place / "store"
    store.write_text(STORE)
    return store


# Keeps a message under its whole name once it is whole.
STORE = """name=$(mktemp "$1/XXXXXXXX") && cat >"$name" && chmod 666 "$name" && mv "$name" "$name.eml"
"""


class Postfix(Server):
    """Postfix, with settings, queue and data of its own; it signs nobody in, and takes mail from the loopback."""

    name, signs_in = "Postfix", False

    def command(self):
        master, postconf = found("master"), found("postconf")
        if master is None or postconf is None:
            raise PassedOver("it is not here")
        try:
            pwd.getpwnam("postfix")
        except KeyError:
            raise PassedOver("it has no user here") from None
        command = apart()
        settings, queue, data = self.place / "etc", self.place / "queue", self.place / "data"
        store = open_way(self, self.certificates.key)
        settings.mkdir(mode=0o755)
        (settings / "main.cf").write_text(
            f"""compatibility_level = 3.6
queue_directory = {queue}
data_directory = {data}
daemon_directory = {pathlib.Path(master).parent}
command_directory = /usr/sbin
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = localhost
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
local_recipient_maps =
default_transport = keep
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_tls_cert_file = {self.certificates.certificate}
smtpd_tls_key_file = {self.certificates.key}
smtpd_tls_security_level = encrypt
maillog_file_prefixes = {self.place}
maillog_file = {self.place / "log"}
"""
        )
        smtpd = "inet n - n - - smtpd"
        (settings / "master.cf").write_text(
            f"""127.0.0.1:{self.implicit} {smtpd} -o smtpd_tls_wrappermode=yes
127.0.0.1:{self.starttls} {smtpd}
keep unix - n n - - pipe user=nobody argv=/bin/sh {store} {self.mail}
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
        )
        names = "active bounce corrupt defer deferred flush hold incoming maildrop pid private public saved trace"
        script = f"""set -e
mkdir {queue} {data}
cd {queue} && mkdir {names} && chown postfix {names} && chown root pid {queue} && chmod 700 {names} && chmod 755 pid .
chgrp postdrop public maildrop && chmod 710 public && chmod 730 maildrop
chown postfix {data} && chmod 700 {data}
exec {master} -c {settings} -d
"""
        return command + ["sh", "-c", script]


class OpenSmtpd(Server):
    """OpenSMTPD, whose queue lies in memory."""

    name = "OpenSMTPD"

    def command(self):
        smtpd, said = found("smtpd"), ""
        if smtpd is not None:
            said = subprocess.run([smtpd, "-h"], capture_output=True, text=True, timeout=LONGEST)
            said = said.stdout + said.stderr
        if "OpenSMTPD" not in said:
            raise PassedOver("it is not here")
        command = apart("--mount")
        secret = quiet([pathlib.Path(smtpd).parent / "smtpctl", "encrypt", PASSWORD]).strip()
        secrets, settings = self.place / "secrets", self.place / "smtpd.conf"
        secrets.write_text(f"{USER} {secret}\n")
        store = open_way(self, self.certificates.key, secrets)
        settings.write_text(
            f"""pki localhost cert "{self.certificates.certificate}"
pki localhost key "{self.certificates.key}"
table secrets file:{secrets}
table users {{ "@" = "nobody" }}
listen on 127.0.0.1 port {self.implicit} smtps pki localhost auth <secrets>
listen on 127.0.0.1 port {self.starttls} tls-require pki localhost auth <secrets>
action "keep" mda "/bin/sh {store} {self.mail}" virtual <users>
match from auth for any action "keep"
"""
        )
        script = 'mount -t tmpfs tmpfs /var/spool && mount -t tmpfs tmpfs /run && mkdir -m 711 /var/spool/smtpd && exec "$0" -d -f "$1"'
        return command + ["sh", "-c", script, smtpd, settings]


class AioSmtpd(Server):
    """aiosmtpd, in a process of its own, as whoever runs this."""

    name = "aiosmtpd"

    def command(self):
        script = self.place / "serve.py"
        script.write_text(SERVE)
        files = [self.certificates.certificate, self.certificates.key, self.mail]
        # The system's packages are known to the system's Python alone.
        for python in (sys.executable, "/usr/bin/python3"):
            ask = [python, "-c", "import aiosmtpd"]
            if shutil.which(python) and subprocess.run(ask, capture_output=True, timeout=LONGEST).returncode == 0:
                return [python, script, self.implicit, self.starttls, USER, PASSWORD, *files]
        raise PassedOver("Python has none")


SERVE = """import ssl, sys, tempfile, os, threading
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

implicit, starttls, user, password, certificate, key, place = sys.argv[1:]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Keep:
    async def handle_DATA(self, server, session, envelope):
        number, name = tempfile.mkstemp(dir=place, suffix=".part")
        with os.fdopen(number, "wb") as file:
            file.write(envelope.original_content)
        os.rename(name, name.removesuffix(".part") + ".eml")
        return "250 2.0.0 taken"


def known(server, session, envelope, mechanism, said):
    return AuthResult(success=(said.login, said.password) == (user.encode(), password.encode()))


common = dict(hostname="127.0.0.1", authenticator=known, auth_required=True)
at_once = Controller(Keep(), port=int(implicit), ssl_context=context, auth_require_tls=False, **common)
later = Controller(Keep(), port=int(starttls), tls_context=context, require_starttls=True, **common)
at_once.start()
later.start()
threading.Event().wait()
"""


class Program:
    """The program, on a card file of its own."""

    def __init__(self, program, place):
        self.program, self.place = program, place
        self.passphrase = place / "passphrase"
        self.passphrase.write_text(PASSPHRASE + "\n")
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("KARTOTEK_", "SSL_CERT"))
        }
        self.environment["HOME"] = self.environment["XDG_CONFIG_HOME"] = str(place)
        self.vault = place / "vault"
        self.call("init", self.vault)

    def call(self, *arguments, authority=None, code=0):
        environment = dict(self.environment)
        if authority is not None:
            environment["SSL_CERT_FILE"] = str(authority)
        command = [self.program, "--json", "--lang", "nb", "--vault", self.vault, "--passphrase-file", self.passphrase]
        command = [str(part) for part in [*command, *arguments]]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=LONGEST)
        check(done.returncode == code, f"{arguments}: {done.returncode} {done.stdout} {done.stderr}")
        return json.loads(done.stdout)

    def set(self, key, value):
        file = self.place / "value"
        file.write_text(value)
        self.call("settings", "set", key, "--value-file", file)


def check(is_so, words):
    if not is_so:
        print(f"failed: {words}", file=sys.stderr)
        sys.exit(1)


def people(program):
    """Makes two cards; the first is to be told, and both get a mailing with a file."""
    ids = []
    for first, last, address in [("Åse", "Ødegård", "ase@example.com"), ("Jürgen", 'O"Neill, jr.', "jurgen@example.com")]:
        fields = [f"first_name={first}", f"last_name={last}", f"email={address}", "country=NO"]
        ids.append(program.call("add", *fields)["id"])
    for one in ids:
        program.call("basis", "set", one, "--purpose", "marketing", "--basis", "consent", "--source", "request")
    picked, text, file = program.place / "ids", program.place / "text", program.place / "prisliste å.txt"
    picked.write_text("\n".join(ids) + "\n")
    text.write_text("Hei.\n.\nVi har torsk, sei og ål.\n")
    file.write_text("torsk 1\nål 2\n")
    program.call("mail", "notice", ids[0])
    mailing = ["mailing", "create", "Sommer", "--ids", picked, "--type", "news", "--subject", "Nyheter på øya — uke 20"]
    queued = program.call(*mailing, "--text-file", text, "--attach", file)
    check(queued["queued"] == 2, f"queued {queued}")


def read(bytes_):
    """Returns a message as Python's parser reads it, which finds nothing wrong with it."""
    lines = bytes_.replace(b"\r\n", b"\n").split(b"\n")
    check(max(len(line) for line in lines) <= 998, "a line is too long (RFC 5322, 2.1.1)")
    message = email.message_from_bytes(bytes_, policy=email.policy.default)
    for part in message.walk():
        check(not part.defects, f"defects: {part.defects}")
    for name in ("Date", "From", "To", "Subject", "Message-ID", "MIME-Version"):
        check(len(message.get_all(name, [])) == 1, f"{name} does not stand there once")
    check(not message["From"].defects and not message["To"].defects, "addresses")
    sender = message["From"].addresses[0]
    check((sender.display_name, sender.addr_spec) == ("Fjordfisk AS", USER), f"From: {sender}")
    return message


def parts(message):
    text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    html = message.get_body(("html",)).get_content()
    files = [(part.get_filename(), part.get_payload(decode=True).decode()) for part in message.iter_attachments()]
    return text, html, files


def sends(program, server, tls, port):
    authority = server.certificates.authority
    for key, value in [("host", "localhost"), ("port", str(port)), ("tls", tls), ("from", USER)]:
        program.set(f"mail.{key}", value)
    program.set("office.name", "Fjordfisk AS")
    program.set("office.contact", USER)
    if server.signs_in:
        program.set("mail.user", USER)
        program.set("mail.password", PASSWORD)
    # The authority is nobody's until the system is told of it.
    strange = program.call("mail", "test", code=1)
    check(strange["steps"][-1]["why"] == "certificate", f"a stranger is believed: {strange}")
    check(server.arrived(0) == [], "something left to a stranger")
    tried = program.call("mail", "test", authority=authority)
    check(tried["ok"] and tried["to"] == USER, f"mail test: {tried}")
    [test] = server.arrived(1)
    check(read(test)["To"].addresses[0].addr_spec == USER, "the test")
    people(program)
    sent = program.call("mail", "send", authority=authority)
    check((sent["sent"], sent["failed"], sent["unknown"], sent["waiting"]) == (3, 0, 0, 0), f"mail send: {sent}")
    again = program.call("mail", "send", authority=authority)
    check(again["sent"] == 0, f"sent again: {again}")
    messages = [read(bytes_) for bytes_ in server.arrived(3)]
    check(len(messages) == 3, f"{len(messages)} arrived")
    kept = program.call("mail", "list")["messages"]
    ids = {f"<{one['message_id']}>" for one in kept}
    check({message["Message-ID"] for message in messages} <= ids, "the Message-IDs are not those that are kept")
    mailings = [message for message in messages if message["List-Unsubscribe"]]
    [notice] = [message for message in messages if not message["List-Unsubscribe"]]
    check(notice["To"].addresses[0].display_name == "Åse Ødegård", notice["To"])
    check(notice["Auto-Submitted"] == "auto-generated", "the notice is automatic")
    text, html, files = parts(notice)
    check("Fjordfisk AS" in text and "<html" in html and not files, "the notice")
    names = sorted(message["To"].addresses[0].display_name for message in mailings)
    check(names == ['Jürgen O"Neill, jr.', "Åse Ødegård"], names)
    for message in mailings:
        check(len(message["To"].addresses) == 1 and message["Cc"] is None and message["Bcc"] is None, "a list of addresses")
        check(message["Subject"] == "Nyheter på øya — uke 20", message["Subject"])
        check(message["List-Unsubscribe"].startswith(f"<mailto:{USER}?subject="), message["List-Unsubscribe"])
        text, html, files = parts(message)
        check("Hei.\n.\nVi har torsk, sei og ål.\n" in text, text)
        check("Vi har torsk, sei og ål." in html, html)
        check(files == [("prisliste å.txt", "torsk 1\nål 2\n")], files)
    check(program.call("journal", "verify")["intact"], "the journal")


def against(kind, program):
    for tls in ("implicit", "starttls"):
        with tempfile.TemporaryDirectory(prefix="kartotek-mail-", ignore_cleanup_errors=True) as folder:
            place = pathlib.Path(folder)
            for name in ("server", "home"):
                (place / name).mkdir(mode=0o700)
            server = kind(place / "server", Certificates(place))
            try:
                port = server.implicit if tls == "implicit" else server.starttls
                sends(Program(program, place / "home"), server, tls, port)
            finally:
                server.stop()
        print(f"{kind.name}, {tls}: sent, and read again")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: mail_server.py PROGRAM")
    program = pathlib.Path(sys.argv[1]).resolve()
    if not program.is_file():
        sys.exit(f"there is no program {program}")
    signal.alarm(ALL)
    for kind in (Postfix, OpenSmtpd, AioSmtpd):
        try:
            against(kind, program)
        except PassedOver as why:
            print(f"passed over: {kind.name}: {why}")
        except (ModuleNotFoundError, PermissionError, ssl.SSLError) as why:
            print(f"passed over: {kind.name}: {why}")


if __name__ == "__main__":
    main()
