/**
 * Review: listen, correct, keep or drop, without leaving the keyboard. Each row is a form; this sends it quietly.
 * Rows come and go with live refreshes, so everything listens on the document.
 */
import { send } from './request.js';
import { toggle } from './player.js';
import { toast } from './toast.js';
import { typing } from './shortcuts.js';

const rows = () => [...document.querySelectorAll('[data-segment]:not([hidden])')];
const rowOf = element => element?.closest?.('[data-segment]') ?? null;

async function save(row, verdict) {
  const body = new URLSearchParams(new FormData(row));
  if (verdict) body.set('verdict', verdict);
  try {
    const response = await send(row.action, { body });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-segment]');
    row.className = fresh.className;
    for (const button of row.querySelectorAll('[name="verdict"]'))
      button.setAttribute('aria-pressed', fresh.querySelector(`[value="${button.value}"]`).getAttribute('aria-pressed'));
    row.elements.text.defaultValue = fresh.querySelector('[name="text"]').defaultValue;
  } catch (problem) {
    toast(problem.message);
  }
}

function step(row, direction) {
  const all = rows();
  const next = all[all.indexOf(row) + direction];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function judge(row, verdict) {
  save(row, verdict);
  step(row, 1);
}

const keys = {
  ' ': row => toggle(row.querySelector('[data-play]')),
  a: row => judge(row, 'Accepted'),
  x: row => judge(row, 'Rejected'),
  e: row => row.elements.text.focus(),
  ArrowDown: row => step(row, 1),
  ArrowUp: row => step(row, -1),
};

document.addEventListener('submit', event => {
  const row = rowOf(event.target);
  if (!row) return;
  event.preventDefault();
  // Enter in the text field submits with the first button: there it only means "done", and leaving the field saves.
  if (document.activeElement === row.elements.text) row.focus();
  else save(row, event.submitter?.value);
});

document.addEventListener('change', event => {
  if (event.target.name === 'text' && rowOf(event.target)) save(rowOf(event.target));
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = rowOf(document.activeElement);
  if (row && event.key === 'Escape') {
    row.focus();
    return;
  }
  if (typing(event.target)) return;
  if (!row) {
    if (event.key === 'ArrowDown' && document.activeElement === document.body) rows()[0]?.focus();
    return;
  }
  if (!keys[event.key] || (event.key === ' ' && event.target.matches('button'))) return;
  event.preventDefault();
  keys[event.key](row);
});
