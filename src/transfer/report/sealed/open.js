"use strict";
(() => {
  const form = document.getElementById("ask");
  const field = document.getElementById("passphrase");
  const button = document.getElementById("open");
  const wrong = document.getElementById("wrong");
  const state = document.getElementById("state");
  const text = (id) => document.getElementById(id).textContent.trim();
  const bytes = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

  // The header is what the passphrase is tried with, and what was sealed is bound to every sign of it.
  const bound = text("header");
  const header = JSON.parse(bound);

  async function opened(passphrase) {
    const encoder = new TextEncoder();
    const typed = encoder.encode(passphrase.normalize("NFKC").trim());
    const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(header.salt), iterations: header.rounds };
    const key = await crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const lock = { name: "AES-GCM", iv: bytes(header.nonce), additionalData: encoder.encode(bound), tagLength: 128 };
    return crypto.subtle.decrypt(lock, key, bytes(text("sealed")));
  }

  // What was sealed: the length of a list (4 bytes, the highest first), the list, and one after the other what it names.
  function unpacked(buffer) {
    const length = new DataView(buffer).getUint32(0);
    const list = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
    let at = 4 + length;
    return list.map((entry) => {
      const part = { name: entry.name, type: entry.type, data: new Uint8Array(buffer, at, entry.length) };
      at += entry.length;
      return part;
    });
  }

  function show(parts) {
    const [page, ...files] = parts;
    // The page holds no script, and none would run: the policy allows this one only.
    const read = new DOMParser().parseFromString(new TextDecoder().decode(page.data), "text/html");
    document.head.append(...read.querySelectorAll("style"));
    document.title = read.title;
    const save = document.getElementById("save");
    for (const file of files) {
      const one = document.createElement("button");
      one.type = "button";
      one.textContent = save.dataset.label.replace("{file}", file.name);
      one.addEventListener("click", () => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([file.data], { type: file.type }));
        link.download = file.name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      });
      save.append(one);
    }
    save.hidden = files.length === 0;
    document.getElementById("lock").remove();
    document.body.classList.remove("locked");
    document.body.append(...read.body.childNodes);
    const heading = document.querySelector("h1");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus();
    }
  }

  form.hidden = false;
  document.getElementById("asleep").hidden = true;
  if (!window.crypto || !crypto.subtle) {
    wrong.textContent = form.dataset.cannot;
    button.disabled = true;
    return;
  }
  field.focus();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) {
      return;
    }
    wrong.textContent = "";
    state.textContent = form.dataset.opening;
    button.disabled = true;
    let plain;
    try {
      plain = await opened(field.value);
    } catch {
      state.textContent = "";
      wrong.textContent = form.dataset.wrong;
      button.disabled = false;
      field.setAttribute("aria-invalid", "true");
      field.select();
      field.focus();
      return;
    }
    field.value = "";
    show(unpacked(plain));
  });
})();
