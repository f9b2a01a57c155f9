/**
 * Keeps a page true. The server renders every number; on an event the page is fetched again and the parts marked
 * data-live are exchanged in place. A part that holds the focus or an open confirmation is left alone
 * until the next event, so nothing moves under a person's hands.
 */
import { onEvent, onCatchUp } from './hub.js';
import { localiseMoments } from './moments.js';
import { applyFilter } from './filter.js';

const quietMs = 900;
const pollMs = 5000;
let timer = null;
let running = false;
let again = false;

export function refreshSoon() {
  if (running) {
    again = true;
    return;
  }
  timer ??= setTimeout(refresh, quietMs);
}

async function refresh() {
  timer = null;
  running = true;
  try {
    const response = await fetch(location.pathname + location.search, { headers: { 'X-Requested-With': 'fetch' } });
    if (response.ok && !response.redirected) exchange(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } catch {
    // The connection's own label says that it is gone; the next event or reconnection tries again.
  } finally {
    running = false;
    if (again) {
      again = false;
      refreshSoon();
    }
  }
}

function exchange(fresh) {
  for (const old of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${old.dataset.live}"]`);
    if (!next || held(old)) continue;
    localiseMoments(next);
    if (old.innerHTML !== next.innerHTML) old.innerHTML = next.innerHTML;
  }
  applyFilter();
  document.dispatchEvent(new CustomEvent('portal:refreshed'));
}

function held(element) {
  return (element.contains(document.activeElement) && document.activeElement.matches('input, textarea, select, button, [data-segment]'))
    || element.querySelector('[popover]:popover-open, [aria-pressed="true"][data-play]') !== null;
}

/** The strip shows all jobs, so every page listens to every event. Pages of no tenant have none, and poll. */
export function watch() {
  onEvent(refreshSoon);
  onCatchUp(refreshSoon);
  if (document.body.dataset.poll) setInterval(refreshSoon, pollMs);
}
