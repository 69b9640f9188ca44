// Every page works without this file. It keeps what was typed, counts the minutes, and shows what others have done.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // <form data-draft="need-new">: what is typed stays on this device until the form has been taken.
  const kept = name => "draft:" + name;
  const read = name => {
    try { return JSON.parse(sessionStorage.getItem(kept(name))) || {}; } catch { return {}; }
  };
  const write = (name, draft) => {
    try { sessionStorage.setItem(kept(name), JSON.stringify(draft)); } catch { /* full or forbidden: nothing is kept */ }
  };
  const typed = form => [...form.elements].filter(field =>
    field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type)
      && field.autocomplete !== "off" && field.tagName !== "BUTTON" && field.tagName !== "FIELDSET");
  const key = field => /^(checkbox|radio)$/.test(field.type) ? field.name + "=" + field.value : field.name;
  const given = field => /^(checkbox|radio)$/.test(field.type) ? field.defaultChecked
    : field.options ? ([...field.options].find(option => option.defaultSelected) || field.options[0] || {}).value
    : field.defaultValue;
  const value = field => /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value;

  const keep = form => {
    const name = form.dataset.draft;
    const draft = read(name);
    let restored = false;
    for (const field of typed(form)) {
      const was = (draft.fields || {})[key(field)];
      if (!was || was[0] !== given(field) || was[1] === value(field)) continue;
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = was[1]; else field.value = was[1];
      restored = true;
    }
    if (restored) all("[data-restored]", form).forEach(note => { note.hidden = false; });
    form.addEventListener("input", () => {
      const fields = {};
      for (const field of typed(form)) {
        if (value(field) !== given(field)) fields[key(field)] = [given(field), value(field)];
      }
      write(name, { fields });
    });
    form.addEventListener("submit", () => write(name, { ...read(name), sent: true }));
  };

  // A draft that was sent and whose form is no longer shown has arrived.
  const forms = all("form[data-draft]");
  const shown = forms.map(form => kept(form.dataset.draft));
  try {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith("draft:") && !shown.includes(name) && read(name.slice(6)).sent) sessionStorage.removeItem(name);
    }
  } catch { /* no storage, no drafts */ }
  forms.forEach(keep);

  // <time data-until="2026-05-04T10:30:00Z" data-over="Time is up">12 min</time>
  const two = number => String(number).padStart(2, "0");
  const count = () => {
    for (const clock of all("[data-until]")) {
      const left = Math.round((Date.parse(clock.dataset.until) - Date.now()) / 1000);
      if (!(left < 86400)) continue;
      const hours = Math.floor(left / 3600);
      clock.textContent = left <= 0 ? clock.dataset.over || "0:00"
        : (hours ? hours + ":" + two(Math.floor(left / 60) % 60) : Math.floor(left / 60)) + ":" + two(left % 60);
    }
  };
  if (document.querySelector("[data-until]")) { count(); setInterval(count, 1000); }

  // <section id="journal" data-live="/exchanges/…/live">: on word from the server the part is read again from this page.
  const refresh = async part => {
    if (part.contains(document.activeElement) && part.querySelector("form")) return;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  };
  const sources = new Map();
  for (const part of all("[data-live][id]")) {
    if (!("EventSource" in window)) break;
    const address = part.dataset.live;
    if (!sources.has(address)) sources.set(address, new EventSource(address));
    sources.get(address).addEventListener("message", () => refresh(part).catch(() => {}));
  }
})();
