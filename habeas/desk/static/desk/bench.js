// The workbench under the fingers: keys, and only the parts of the page that changed. Every action works without it.
"use strict";

(function () {
  const bench = document.querySelector("[data-bench]");
  const part = (name) => document.getElementById(name);
  const EVERY = 5000;
  let line = Number(bench.dataset.line);
  let busy = false;

  function current() {
    return bench.querySelector(".row[aria-current]");
  }

  function focusOn(number) {
    // A row that came anew may bear the mark already, while the one before still has it.
    for (const before of bench.querySelectorAll(".row[aria-current]")) before.removeAttribute("aria-current");
    const row = part("row-" + number);
    if (!row) return;
    row.setAttribute("aria-current", "true");
    row.scrollIntoView({ block: "nearest" });
    const address = new URL(location.href);
    address.searchParams.set("row", number);
    address.hash = "";
    history.replaceState(null, "", address);
  }

  function replaceRow(number, html) {
    const row = part("row-" + number);
    if (!row) return;
    const made = document.createElement("template");
    made.innerHTML = html;
    row.replaceWith(made.content.firstElementChild);
  }

  // What was under the fingers is replaced with its part of the page; the same thing in the new part takes its place.
  function under() {
    const there = document.activeElement;
    // After a name was looked for the keys are for the answer, not for the field.
    if (!there || there === document.body || there.id === "find") return null;
    if (part("detail").contains(there)) return () => part("detail").querySelector(named(there)) || part("detail").querySelector("input, button");
    if (part("sum").contains(there)) return () => part("sum").querySelector(named(there)) || part("sum").querySelector("a, button");
    if (part("rows").contains(there)) return () => current() && current().querySelector("a");
    return null;
  }

  function named(there) {
    if (there.name && there.value && there.type !== "text") return `[name="${there.name}"][value="${CSS.escape(there.value)}"]`;
    return there.id ? "#" + there.id : there.tagName.toLowerCase();
  }

  function show(parts, keepsFocus) {
    const back = under();
    replaceParts(parts, keepsFocus);
    const there = back && !document.activeElement.closest("#detail, #sum, #rows") && back();
    if (there) there.focus({ preventScroll: true });
  }

  function replaceParts(parts, keepsFocus) {
    line = parts.line;
    for (const [number, html] of Object.entries(parts.rows)) replaceRow(number, html);
    part("sum").innerHTML = parts.sum;
    part("news").innerHTML = parts.news;
    if (keepsFocus) return;
    part("detail").innerHTML = parts.detail;
    part("detail").scrollTop = 0;
    focusOn(parts.row);
  }

  async function ask(address, options) {
    const url = new URL(address, location.href);
    url.searchParams.set("since", line);
    url.hash = "";
    const answer = await fetch(url, { ...options, headers: { Accept: "application/json" }, redirect: "error" });
    if (!(answer.headers.get("Content-Type") || "").startsWith("application/json")) {
      // Signed out, or locked meanwhile: the page says so better than we could.
      location.reload();
      return null;
    }
    return answer.json();
  }

  async function act(address, options) {
    if (busy) return;
    busy = true;
    bench.classList.add("busy");
    try {
      const parts = await ask(address, options);
      if (parts) show(parts, false);
    } catch (failure) {
      location.reload();
    } finally {
      busy = false;
      bench.classList.remove("busy");
    }
  }

  function look(number) {
    const address = new URL(bench.dataset.address, location.href);
    const only = new URL(location.href).searchParams.get("show");
    address.searchParams.set("row", number);
    if (only) address.searchParams.set("show", only);
    focusOn(number);
    act(address, {});
  }

  async function hear() {
    const row = current();
    if (busy || document.hidden) return;
    const number = row ? row.id.slice(4) : "";
    try {
      const address = new URL(bench.dataset.address, location.href);
      if (number) address.searchParams.set("row", number);
      const only = new URL(location.href).searchParams.get("show");
      if (only) address.searchParams.set("show", only);
      const parts = await ask(address, {});
      if (!parts || busy) return;
      const typing = document.activeElement && document.activeElement.id === "find";
      show(parts, typing || !(number in parts.rows));
      if (number) focusOn(number);
    } catch (failure) {
      // No answer now; the next round asks again.
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-act]");
    if (!form) return;
    event.preventDefault();
    act(form.action, { method: "POST", body: new FormData(form, event.submitter) });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-row]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    look(link.dataset.row);
  });

  function step(by) {
    const row = current();
    const next = row ? (by > 0 ? row.nextElementSibling : row.previousElementSibling) : bench.querySelector(".row");
    if (next) look(next.id.slice(4));
  }

  function press(selector) {
    const button = bench.querySelector(selector);
    if (button && !button.disabled) button.click();
  }

  function choose(place) {
    const choices = part("detail").querySelectorAll("input[name=other]");
    if (choices[place - 1]) choices[place - 1].checked = true;
  }

  const RULINGS = { s: "same", d: "different", u: "unsure", n: "new", x: "not-a-person" };

  // Editors write in Cyrillic: a key is the one that bears the Latin letter, whatever layout is on.
  function pressed(event) {
    if (event.key.length !== 1) return event.key;
    if (event.code === "Slash" && /[.,/?]/.test(event.key)) return event.shiftKey ? "?" : "/";
    const letter = /^Key([A-Z])$/.exec(event.code);
    return (event.key > "\x7f" && letter ? letter[1] : event.key).toLowerCase();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !event.target.matches) return;
    if (event.target.matches("input:not([type=radio]), textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const key = pressed(event);
    if (key === "j" || key === "ArrowDown" && !event.target.matches("input")) step(1);
    else if (key === "k" || key === "ArrowUp" && !event.target.matches("input")) step(-1);
    else if (key in RULINGS) press(`[name=ruling][value="${RULINGS[key]}"]`);
    else if (key === "z") press("[data-act=undo] button");
    else if (key >= "1" && key <= "9") choose(Number(key));
    else if (key === "/") part("find").focus();
    else if (key === "?") part("keys").open = !part("keys").open;
    else return;
    event.preventDefault();
  });

  const start = current();
  if (start && !location.hash) start.scrollIntoView({ block: "center" });
  setInterval(hear, EVERY);
})();
