#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{fs, thread};

use data_encoding::HEXLOWER;

use super::*;

const PAGE: &str = "<!DOCTYPE html><html lang=\"nb\"><head><title>Rapport</title><style>\nh1 { color: rgb(1, 2, 3); }\n</style></head>\
     <body><h1>Åse Ødegård</h1><p id=\"inside\">Ελένη</p><script>document.title = \"run\";</script>\
     <img src=\"x\" onerror=\"document.title='run'\"></body></html>";
const PASSPHRASE: &str = "blå fjord 7 Ærlig";

fn content<'a>(files: &'a [Enclosed<'a>]) -> Content<'a> {
    Content {
        lang: Lang::Nb,
        title: "Forseglet <kopi>",
        from: "Nordlys & sønner",
        number: 412_007,
        page: PAGE,
        files,
        form: None,
    }
}

fn enclosed() -> [Enclosed<'static>; 2] {
    let json = Enclosed { name: "report.json", media: "application/json", bytes: b"{\"a\": 1}" };
    let pdf = Enclosed { name: "report.pdf", media: "application/pdf", bytes: &[0x25, 0, 0xff, 0x50] };
    [json, pdf]
}

/// Returns what stands in an element of the page.
fn block<'p>(page: &'p str, id: &str) -> &'p str {
    page.split(&format!("id=\"{id}\">")).nth(1).unwrap().split("</script>").next().unwrap()
}

/// Opens a page as its script does.
pub(crate) fn opened(page: &str, passphrase: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let bound = block(page, "header");
    let header: Header = serde_json::from_str(bound).unwrap();
    let cipher = cipher(passphrase, &BASE64.decode(header.salt.as_bytes()).unwrap(), header.rounds);
    let nonce: [u8; 12] = BASE64.decode(header.nonce.as_bytes()).unwrap().try_into().unwrap();
    let sealed = BASE64.decode(block(page, "sealed").as_bytes()).unwrap();
    let plain = cipher.decrypt(&Nonce::from(nonce), Payload { msg: &sealed, aad: bound.as_bytes() }).ok()?;
    let (length, rest) = plain.split_first_chunk::<4>().unwrap();
    let (list, mut rest) = rest.split_at(u32::from_be_bytes(*length) as usize);
    let list: Vec<Part> = serde_json::from_slice(list).unwrap();
    let part = |part: Part| {
        let (bytes, after) = rest.split_at(part.length);
        rest = after;
        (part.name, bytes.to_vec())
    };
    Some(list.into_iter().map(part).collect())
}

#[test]
fn the_passphrase_opens_it_and_no_other_does() {
    let page = sealed(&content(&enclosed()), PASSPHRASE).unwrap();
    let parts = opened(&page, PASSPHRASE).unwrap();
    assert_eq!(parts[0], (String::new(), PAGE.as_bytes().to_vec()));
    assert_eq!(parts[2], ("report.pdf".to_owned(), vec![0x25, 0, 0xff, 0x50]));
    // As it is typed elsewhere: letters taken apart, and white space around it.
    assert!(opened(&page, &format!(" {}\n", PASSPHRASE.nfd().collect::<String>())).is_some());
    assert!(opened(&page, "blå fjord 7 ærlig").is_none());
    // What is inside stands nowhere outside.
    assert!(
        !page.contains("Ødegård")
            && !page.contains("report.json")
            && !page.contains(&BASE64.encode(PAGE.as_bytes())[..40])
    );
}

#[test]
fn a_changed_header_or_seal_opens_with_nothing() {
    let page = sealed(&content(&[]), PASSPHRASE).unwrap();
    let changed = [
        page.replace("\"report\":\"412007\"", "\"report\":\"412008\""),
        page.replace("\"version\":1", "\"version\":2"),
    ];
    for changed in changed {
        assert!(changed != page && opened(&changed, PASSPHRASE).is_none());
    }
    let seal = block(&page, "sealed");
    let turned = if seal.starts_with('A') { "B" } else { "A" };
    assert!(opened(&page.replace(seal, &format!("{turned}{}", &seal[1..])), PASSPHRASE).is_none());
}

#[test]
fn the_header_says_how_it_is_sealed_and_no_two_are_alike() {
    let [one, two] = [0; 2].map(|_| sealed(&content(&[]), PASSPHRASE).unwrap());
    let [one, two]: [Header; 2] = [&one, &two].map(|page| serde_json::from_str(block(page, "header")).unwrap());
    assert!(one.rounds >= 600_000 && one.cipher == "AES-256-GCM" && one.key == "PBKDF2-HMAC-SHA-256");
    assert!(one.salt != two.salt && one.nonce != two.nonce);
    assert_eq!(BASE64.decode(one.salt.as_bytes()).unwrap().len(), 16);
}

#[test]
fn the_page_loads_nothing_and_allows_one_script() {
    for lang in [Lang::En, Lang::Nb, Lang::Sv] {
        let html = page(&Content { lang, ..content(&[]) }, "{}", "");
        let policy = html.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe"),
            "{policy}"
        );
        // Its own style and that of the report.
        assert_eq!(policy.matches("'sha256-").count(), 3);
        for from_elsewhere in ["http://", "https://", " src=", "@import", "url("] {
            assert!(!html.contains(from_elsewhere), "{from_elsewhere}");
        }
        for evaluated in ["eval(", "new Function", "innerHTML", "document.write", "import("] {
            assert!(!SCRIPT.contains(evaluated), "{evaluated}");
        }
        assert!(html.contains("Forseglet &lt;kopi&gt;") && html.contains("Nordlys &amp; sønner"));
    }
}

/// The first browser that is on this machine.
fn browser() -> Option<&'static str> {
    let known = ["chromium-headless-shell", "chromium", "google-chrome"];
    known.into_iter().find(|name| Command::new(name).arg("--version").stdout(Stdio::null()).status().is_ok())
}

/// Stands in for the hands: types, clicks, waits until something is said, and says in the title, which the browser tells
/// whoever asks, what the page says then.
const HANDS: &str = "let saved = '';
const address = URL.createObjectURL.bind(URL);
URL.createObjectURL = (blob) => { blob.text().then((text) => { saved = text; }); return address(blob); };
window.addEventListener('load', () => {
  document.getElementById('passphrase').value = PASSPHRASE;
  document.getElementById('open').click();
  const wait = setInterval(() => {
    const wrong = document.getElementById('wrong');
    if (wrong && !wrong.textContent) { return; }
    clearInterval(wait);
    FILL
    setTimeout(() => {
      // A title takes four thousand signs.
      const says = new TextEncoder().encode(saved || document.title + '|' + document.body.innerText);
      document.title = 'done:' + Array.from(says, (byte) => byte.toString(16).padStart(2, '0')).join('') + ';';
    }, 200);
  }, 20);
});";

/// What the hands do in the form.
const FILL: &str = "const title = document.querySelector('#answer input[data-field=title]');
    title.value = 'Innkjøpssjef';
    document.querySelector('#answer input[data-withdraw=marketing]').click();
    document.getElementById('answer-save').click();";

/// Returns what was saved when the form was filled in, in a browser.
pub(crate) fn answered(page: &str, passphrase: &str) -> String {
    in_browser(page, passphrase, FILL)
}

/// Types `passphrase` into the page in a browser, and returns what it says then.
pub(crate) fn in_browser(page: &str, passphrase: &str, fill: &str) -> String {
    let hands = HANDS.replace("PASSPHRASE", &serde_json::to_string(passphrase).unwrap()).replace("FILL", fill);
    // The policy has to name the hands too.
    let hash = BASE64.encode(&Sha256::digest(&hands));
    let page = page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1).replacen(
        "</body>",
        &format!("<script>{hands}</script></body>"),
        1,
    );
    let folder = tempfile::tempdir().unwrap();
    let (path, profile) = (folder.path().join("sealed.html"), folder.path().join("profile"));
    fs::write(&path, page).unwrap();
    let mut running = Command::new(browser().expect("no browser"))
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(&path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let says = (0..600).find_map(|_| {
        thread::sleep(Duration::from_millis(100));
        let told = pages(&fs::read_to_string(profile.join("DevToolsActivePort")).ok()?).ok()?;
        let says = told.split("done:").nth(1)?.split(';').next()?;
        String::from_utf8(HEXLOWER.decode(says.as_bytes()).ok()?).ok()
    });
    running.kill().unwrap();
    running.wait().unwrap();
    says.expect("the page says nothing")
}

/// Returns what a browser on this machine says of the pages that it shows.
fn pages(port: &str) -> io::Result<String> {
    let port: u16 = port.lines().next().and_then(|port| port.parse().ok()).unwrap_or_default();
    let mut line = TcpStream::connect(("127.0.0.1", port))?;
    line.set_read_timeout(Some(Duration::from_millis(500)))?;
    line.write_all(
        format!("GET /json/list HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").as_bytes(),
    )?;
    let mut told = Vec::new();
    // The browser may keep the line open.
    let _ = line.read_to_end(&mut told);
    Ok(String::from_utf8_lossy(&told).into_owned())
}

#[test]
#[ignore = "needs chromium; cargo test --lib a_browser_opens_it -- --ignored"]
fn a_browser_opens_it_with_the_passphrase_and_says_when_it_is_wrong() {
    let page = sealed(&content(&enclosed()), PASSPHRASE).unwrap();
    let opened = in_browser(&page, PASSPHRASE, "");
    // The title is that of the report: nothing of what is inside ran.
    assert!(opened.starts_with("Rapport|") && opened.contains("Ελένη"), "{opened}");
    assert!(opened.contains("report.json") && opened.contains("report.pdf"), "{opened}");
    let wrong = in_browser(&page, "something else", "");
    assert!(wrong.contains(&t!(Lang::Nb, "sealed-wrong")) && !wrong.contains("Ελένη"), "{wrong}");
}

#[test]
fn the_form_lies_inside_the_seal_and_nothing_of_it_outside() {
    let form = Form {
        report: "412007".into(),
        token: "ktsecret".into(),
        fields: vec![Field { field: "title".into(), label: "Tittel".into(), value: "</script>".into(), may: true }],
        ..Form::default()
    };
    let page = sealed(&Content { form: Some(&form), ..content(&enclosed()) }, PASSPHRASE).unwrap();
    assert!(!page.contains("ktsecret") && !page.contains("Tittel"));
    let (name, document) = opened(&page, PASSPHRASE).unwrap().pop().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&document).unwrap();
    assert_eq!((name.as_str(), &document["answer"]["token"]), ("", &serde_json::json!("ktsecret")));
    for (key, text) in document["texts"].as_object().unwrap() {
        assert!(!text.as_str().unwrap().is_empty(), "{key}");
    }
}
