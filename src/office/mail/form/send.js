"use strict";
(() => {
  const form = document.getElementById("form");
  const line = (id) => document.getElementById(id).value.replace(/\s+/g, " ").trim();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const lines = [form.dataset.format];
    for (const id of ["name", "company", "email"]) {
      lines.push(`${id}: ${line(id)}`);
    }
    for (const box of form.querySelectorAll("input[type=checkbox]:checked")) {
      lines.push(`consent: ${box.value}`);
    }
    const part = encodeURIComponent;
    const to = part(form.dataset.to).replace("%40", "@");
    window.location.href = `mailto:${to}?subject=${part(form.dataset.subject)}&body=${part(lines.join("\r\n") + "\r\n")}`;
  });
})();
