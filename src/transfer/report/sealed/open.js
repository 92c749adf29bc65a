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

  function keep(name, type, data) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([data], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  function make(tag, properties, ...inside) {
    const one = Object.assign(document.createElement(tag), properties);
    one.append(...inside);
    return one;
  }

  // The form: what is changed or ticked in it becomes the answer file.
  function answering(form) {
    const says = form.texts;
    const section = make("section", { id: "answer" }, make("h2", { textContent: says.title }));
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, "0"));
    if (day.join("-") > form.answer.valid_until) {
      section.append(make("p", { textContent: says.over }));
      return section;
    }
    section.append(make("p", { textContent: says.says }));
    let count = 0;
    const labelled = (words, field) => {
      count += 1;
      field.id = `answer-${count}`;
      return [make("label", { htmlFor: field.id, textContent: words }), field];
    };
    const group = (words) => make("fieldset", {}, make("legend", { textContent: words }));
    const box = (words) => {
      const field = make("input", { type: "checkbox" });
      const [label] = labelled(words, field);
      return [make("div", { className: "box" }, field, label), field];
    };
    const long = (words) => labelled(words, make("textarea", { rows: 3, maxLength: 5000 }));

    const correct = group(says.correct);
    const fields = form.fields.map((one) => {
      const kind = one.field === "birth_date" ? "date" : "text";
      const input = make("input", { type: kind, value: one.value, readOnly: !one.may, maxLength: 500 });
      input.dataset.field = one.field;
      correct.append(...labelled(one.may ? one.label : `${one.label} ${says.fixed}`, input));
      return [one, input];
    });
    const purposes = [];
    for (const [what, words] of [["withdraw", says.withdraw], ["object", says.object]]) {
      const those = form.purposes.filter((one) => one[what]);
      if (those.length === 0) {
        continue;
      }
      const part = group(words);
      for (const one of those) {
        const [line, tick] = box(one.name);
        part.append(line);
        let why = null;
        if (what === "object") {
          const [label, input] = long(says.why);
          part.append(label, input);
          why = input;
        }
        tick.dataset[what] = one.purpose;
        purposes.push([what, one, tick, why]);
      }
      section.append(part);
    }
    const erase = group(says.rest);
    const [eraseLine, eraseTick] = box(says.erase);
    const [whyLabel, why] = long(says.why);
    const [messageLabel, message] = long(says.message);
    erase.append(eraseLine, whyLabel, why, messageLabel, message);
    if (fields.length > 0) {
      section.insertBefore(correct, section.children[2] || null);
    }
    const told = make("p", {});
    told.setAttribute("role", "status");
    const button = make("button", { type: "button", id: "answer-save", textContent: says.save });
    button.addEventListener("click", () => {
      const said = (what) => purposes.filter(([kind, , tick]) => kind === what && tick.checked)
        .map(([, one, , words]) => ({ purpose: one.purpose, words: words ? words.value.trim() : "" }));
      const changed = fields.filter(([one, input]) => one.may && input.value.trim() !== one.value)
        .map(([one, input]) => ({ field: one.field, value: input.value.trim() }));
      const answer = {
        ...form.answer,
        saved_at: new Date().toISOString(),
        corrections: changed,
        objections: said("object"),
        withdrawals: said("withdraw"),
        erasure: eraseTick.checked ? why.value.trim() : null,
        message: message.value.trim(),
      };
      const parts = [answer.corrections, answer.objections, answer.withdrawals, answer.message];
      if (answer.erasure === null && parts.every((part) => part.length === 0)) {
        told.textContent = says.nothing;
        return;
      }
      keep(form.file, "application/json", JSON.stringify(answer, null, 2));
      told.textContent = says.saved;
      if (form.to) {
        const link = make("a", { textContent: says.send });
        link.href = `mailto:${form.to}?subject=${encodeURIComponent(says.subject)}`;
        told.append(" ", link);
      }
    });
    section.append(erase, button, told);
    return section;
  }

  function show(parts) {
    const [page, ...rest] = parts;
    const isForm = (part) => part.type === "application/vnd.kartotek.form+json";
    const files = rest.filter((part) => !isForm(part));
    const answer = rest.find(isForm);
    // The page holds no script, and none would run: the policy allows this one only.
    const read = new DOMParser().parseFromString(new TextDecoder().decode(page.data), "text/html");
    document.head.append(...read.querySelectorAll("style"));
    document.title = read.title;
    const save = document.getElementById("save");
    for (const file of files) {
      const one = document.createElement("button");
      one.type = "button";
      one.textContent = save.dataset.label.replace("{file}", file.name);
      one.addEventListener("click", () => keep(file.name, file.type, file.data));
      save.append(one);
    }
    save.hidden = files.length === 0;
    document.getElementById("lock").remove();
    document.body.classList.remove("locked");
    document.body.append(...read.body.childNodes);
    if (answer) {
      document.body.append(answering(JSON.parse(new TextDecoder().decode(answer.data))));
    }
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
