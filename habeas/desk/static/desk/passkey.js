// Asks the browser to make or show a passkey, and puts its answer into the form that the page holds.
"use strict";

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const withBytes = (keys) => (keys || []).map((key) => ({ ...key, id: toBytes(key.id) }));

async function made(options) {
  const key = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    },
  });
  return told(key, {
    attestationObject: toText(key.response.attestationObject),
    clientDataJSON: toText(key.response.clientDataJSON),
  });
}

async function shown(options) {
  const key = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    },
  });
  return told(key, {
    authenticatorData: toText(key.response.authenticatorData),
    clientDataJSON: toText(key.response.clientDataJSON),
    signature: toText(key.response.signature),
    userHandle: key.response.userHandle ? toText(key.response.userHandle) : null,
  });
}

const told = (key, response) =>
  JSON.stringify({ id: key.id, rawId: toText(key.rawId), type: key.type, response, clientExtensionResults: {} });

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !window.PublicKeyCredential;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const options = JSON.parse(form.dataset.passkey);
    try {
      form.elements.passkey.value = await (form.dataset.deed === "make" ? made(options) : shown(options));
      form.submit();
    } catch (problem) {
      form.querySelector("[role=alert]").hidden = false;
    }
  });
}
