/** Keys that work on every page: g + letter goes somewhere, / searches, ? lists them all. */
const places = { d: '/app/data', t: '/app/training', v: '/app/voices', s: '/app/studio', o: '/app', k: '/app/keys', u: '/app/usage' };
const sequenceMs = 1200;
let goUntil = 0;

export function typing(target) {
  return target.matches('input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable]');
}

const sheet = document.getElementById('shortcuts');

function open() {
  document.getElementById('more')?.hidePopover?.();
  if (!sheet.open) sheet.showModal();
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-shortcuts]')) open();
});

if (sheet) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === '?') {
      event.preventDefault();
      open();
    } else if (event.key === '/') {
      event.preventDefault();
      document.dispatchEvent(new CustomEvent('portal:search'));
    } else if (event.key === 'g') {
      goUntil = performance.now() + sequenceMs;
    } else if (performance.now() < goUntil && places[event.key]) {
      goUntil = 0;
      location.assign(places[event.key]);
    }
  });
}
