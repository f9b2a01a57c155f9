/** Review: listen, correct, keep or drop, without leaving the keyboard. Each row is a form; this sends it quietly. */
import { send } from './request.js';
import { toggle } from './player.js';
import { toast } from './toast.js';
import { typing } from './shortcuts.js';

const list = document.querySelector('[data-segments]');
const rows = () => [...list.querySelectorAll('[data-segment]:not([hidden])')];

async function save(form, verdict) {
  const body = new URLSearchParams(new FormData(form));
  if (verdict) body.set('verdict', verdict);
  const focused = form.contains(document.activeElement) ? document.activeElement : null;
  try {
    const response = await send(form.action, { body });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-segment]');
    form.className = fresh.className;
    form.querySelector('.verdict').replaceChildren(...fresh.querySelector('.verdict').children);
    const input = form.querySelector('input[name="text"]');
    input.defaultValue = fresh.querySelector('input[name="text"]').defaultValue;
    if (focused && !focused.isConnected) form.focus();
  } catch (problem) {
    toast(problem.message);
  }
}

function press(form, value) {
  return save(form, value).then(() => step(form, 1));
}

function step(form, direction) {
  const all = rows();
  const next = all[all.indexOf(form) + direction];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

if (list) {
  list.addEventListener('submit', event => {
    event.preventDefault();
    save(event.target, event.submitter?.value);
    if (!event.submitter?.value) event.target.focus();
  });
  list.addEventListener('change', event => {
    if (event.target.name === 'text') save(event.target.form);
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const form = document.activeElement.closest?.('[data-segment]');
    if (form && event.key === 'Escape') {
      form.focus();
      return;
    }
    if (typing(event.target)) return;
    if (!form) {
      if ((event.key === 'ArrowDown' || event.key === 'a') && document.activeElement === document.body) rows()[0]?.focus();
      return;
    }
    const onButton = event.target.matches('button');
    const action = {
      ' ': onButton ? null : () => toggle(form.querySelector('[data-play]')),
      a: () => press(form, 'Accepted'),
      x: () => press(form, 'Rejected'),
      e: () => form.querySelector('input[name="text"]').focus(),
      ArrowDown: () => step(form, 1),
      ArrowUp: () => step(form, -1),
    }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
