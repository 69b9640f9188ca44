// Every page works without this file. It keeps what was typed, counts the minutes, and shows what others have done.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // <form data-draft="need-new">: what is typed stays in this tab until the form has been taken.
  const kept = name => "draft:" + name;
  const read = name => { try { return JSON.parse(sessionStorage.getItem(kept(name))) || {}; } catch { return {}; } };
  const write = (name, draft) => { try { sessionStorage.setItem(kept(name), JSON.stringify(draft)); } catch { /* full */ } };

  const ticks = field => /^(checkbox|radio)$/.test(field.type);
  const typed = form => [...form.elements].filter(field => field.name && field.autocomplete !== "off"
    && !/^(hidden|password|file|submit|button|fieldset)$/.test(field.type));
  const key = field => ticks(field) ? field.name + "=" + field.value : field.name;
  const value = field => ticks(field) ? field.checked : field.value;
  const given = field => ticks(field) ? field.defaultChecked
    : field.options ? (all("[selected]", field)[0] || field.options[0] || {}).value : field.defaultValue;

  const keep = form => {
    const name = form.dataset.draft;
    const { fields = {} } = read(name);
    for (const field of typed(form)) {
      const [was, now] = fields[key(field)] || [];
      if (now === undefined || was !== given(field) || now === value(field)) continue;
      field[ticks(field) ? "checked" : "value"] = now;
      all("[data-restored]", form).forEach(note => { note.hidden = false; });
    }
    form.addEventListener("input", () => {
      const changed = typed(form).filter(field => value(field) !== given(field));
      write(name, { fields: Object.fromEntries(changed.map(field => [key(field), [given(field), value(field)]])) });
    });
    form.addEventListener("submit", () => write(name, { ...read(name), sent: true }));
  };

  // A draft that was sent, and whose form is no longer shown, has arrived.
  const forms = all("form[data-draft]");
  const shown = forms.map(form => kept(form.dataset.draft));
  try {
    Object.keys(sessionStorage).filter(name => name.startsWith("draft:") && !shown.includes(name))
      .filter(name => read(name.slice(6)).sent).forEach(name => sessionStorage.removeItem(name));
  } catch { /* no storage, no drafts */ }
  forms.forEach(keep);

  // <time data-until="2026-05-04T10:30:00Z" data-over="Time is up">12 min</time>: counts the last day down.
  const two = number => String(number).padStart(2, "0");
  const count = () => all("[data-until]").forEach(clock => {
    const left = Math.round((Date.parse(clock.dataset.until) - Date.now()) / 1000);
    if (!(left < 86400)) return;
    const hours = Math.floor(left / 3600), minutes = Math.floor(left / 60) % 60;
    clock.textContent = left <= 0 ? clock.dataset.over || "0:00"
      : (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(left % 60);
  });
  if (all("[data-until]").length) { count(); setInterval(count, 1000); }

  // <section id="journal" data-live="/exchanges/…/live">: on word from there, the part is read again from its own page.
  const refresh = async part => {
    if (part.contains(document.activeElement)) return;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = answer.ok && page.getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  };
  const sources = {};
  for (const part of window.EventSource ? all("[data-live][id]") : []) {
    const address = part.dataset.live;
    sources[address] = sources[address] || new EventSource(address);
    sources[address].addEventListener("message", () => refresh(part).catch(() => {}));
  }
})();
