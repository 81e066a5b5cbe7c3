// Search where there is no server: names are loaded by their first two sounds, as the pages of names are, and compared
// here. What is typed goes nowhere: it stands in no address, and nothing is kept.
"use strict";

(() => {
  const root = new URL("../names/", document.currentScript.src);
  const here = document.getElementById("here");
  const field = document.getElementById("typed");
  const list = document.getElementById("found");
  const loaded = new Map();
  let begins = null;
  window.habeas = {
    begins(told) { begins = told; },
    names(key, told) { loaded.set(key, told); show(); },
  };

  function load(file) {
    const script = document.createElement("script");
    script.src = new URL(file, root).href;
    document.head.append(script);
  }

  function wanted(words) {
    return [...new Set(words.flatMap((word) => begins[word.slice(0, 2)] || []))];
  }

  // A word as typed finds names printed alike; these tell the sounds by which the same name is found in other letters.
  function fitting(words) {
    const entries = wanted(words).flatMap((key) => loaded.get(key) || []);
    const sounds = new Set();
    for (const [, , word, sound] of entries) {
      const typed = words.find((one) => word.startsWith(one));
      if (typed) sounds.add(sound.slice(0, Math.max(3, typed.length - 1)));
    }
    return entries.filter(([, , , sound]) => [...sounds].some((one) => sound.startsWith(one)));
  }

  function ranked(words, entries) {
    const fits = ([text]) => words.filter((word) => text.toLowerCase().includes(word)).length;
    return entries.sort((one, other) => fits(other) - fits(one) || one[0].localeCompare(other[0]));
  }

  function show() {
    const words = field.value.toLowerCase().split(/[^\p{L}'’]+/u).filter((word) => word.length > 1);
    list.replaceChildren();
    if (!begins || !words.length) return;
    for (const key of wanted(words)) {
      if (!loaded.has(key)) { loaded.set(key, []); load(`${encodeURIComponent(key.replace(/[^\x00-\x7f]/g, (one) => `~${one.codePointAt(0).toString(16)}`))}.js`); }
    }
    const seen = new Set();
    for (const [text, id] of ranked(words, fitting(words))) {
      if (seen.has(id) || seen.size >= 40) continue;
      seen.add(id);
      const link = document.createElement("a");
      link.href = `${here.dataset.people}${id}.html`;
      link.textContent = text;
      const row = document.createElement("li");
      row.append(link);
      list.append(row);
    }
  }

  here.hidden = false;
  field.addEventListener("input", show);
  load("begins.js");
})();
