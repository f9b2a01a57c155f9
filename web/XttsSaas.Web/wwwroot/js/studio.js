/** The studio: text and controls in, audio out, through the same /v1/speech that programs call. */
import { send } from './request.js';
import { snippet } from './snippets.js';
import { loadTake, toggleTake } from './take.js';
import { typing } from './shortcuts.js';

const form = document.getElementById('studio');
const text = form.elements.text;
const speak = document.getElementById('speak');
const error = document.getElementById('speak-error');
const cost = document.getElementById('cost');
const tabs = [...document.querySelectorAll('#snippet-tabs [role="tab"]')];
const numbers = ['speed', 'temperature', 'topP', 'topK', 'repetitionPenalty', 'seed'];
const count = new Intl.NumberFormat('en-US');
const biggestSeed = 2 ** 31 - 1;
let left = Number(form.dataset.left);

function body() {
  const request = { voice: form.elements.voice.value, language: form.elements.language.value, text: text.value };
  for (const name of numbers) {
    if (!form.elements[name].dataset.untouched) request[name] = Number(form.elements[name].value);
  }
  return request;
}

function writeCost() {
  const used = text.value.length;
  const words = used > left ? cost.dataset.over.replace('{1}', count.format(left)) : cost.dataset.words.replace('{1}', count.format(left - used));
  cost.textContent = words.replace('{0}', count.format(used));
  cost.classList.toggle('bad', used > left);
}

function writeSnippet() {
  const tab = tabs.find(t => t.getAttribute('aria-selected') === 'true');
  document.getElementById('snippet').textContent = snippet(tab.dataset.code, location.origin, body());
}

function writeAll() {
  for (const dial of form.querySelectorAll('[data-dial]')) form.querySelector(`output[for="${dial.id}"]`).textContent = dial.dataset.untouched || dial.value;
  writeCost();
  writeSnippet();
}

async function run() {
  error.textContent = '';
  text.classList.remove('input-validation-error');
  const request = body();
  const label = speak.querySelector('span');
  const before = label.textContent;
  speak.disabled = true;
  label.textContent = speak.dataset.busy;
  try {
    const response = await send('/v1/speech', { body: request });
    const billed = Number(response.headers.get('X-Characters') ?? request.text.length);
    left = Math.max(0, left - billed);
    const url = URL.createObjectURL(await response.blob());
    remember(request, url, Number(response.headers.get('X-Audio-Seconds')));
    await loadTake(url, true);
  } catch (problem) {
    error.textContent = problem.message;
    text.classList.add('input-validation-error');
    text.focus();
  } finally {
    speak.disabled = false;
    label.textContent = before;
    writeCost();
  }
}

function remember(request, url, seconds) {
  document.getElementById('history').hidden = false;
  const item = document.createElement('li');
  const play = document.createElement('button');
  play.type = 'button';
  play.className = 'button compact';
  play.textContent = `${seconds.toFixed(1)} s`;
  play.addEventListener('click', () => loadTake(url, true));
  const said = document.createElement('span');
  said.className = 'said';
  said.textContent = request.text;
  const how = document.createElement('span');
  how.className = 'small muted nowrap';
  how.textContent = `${form.elements.voice.selectedOptions[0].textContent} · ${request.seed}`;
  item.append(play, said, how);
  document.getElementById('takes').prepend(item);
}

function choose(tab) {
  for (const other of tabs) {
    other.setAttribute('aria-selected', String(other === tab));
    other.tabIndex = other === tab ? 0 : -1;
  }
  document.getElementById('snippet').setAttribute('aria-labelledby', tab.id);
  writeSnippet();
}

form.addEventListener('submit', event => { event.preventDefault(); run(); });
form.addEventListener('input', event => {
  delete event.target.dataset.untouched;
  writeAll();
});
form.elements.voice.addEventListener('change', event => {
  form.elements.language.value = event.target.selectedOptions[0].dataset.language;
  writeAll();
});
document.getElementById('new-seed').addEventListener('click', () => {
  form.elements.seed.value = crypto.getRandomValues(new Uint32Array(1))[0] % biggestSeed;
  writeAll();
});
tabs.forEach((tab, i) => {
  tab.addEventListener('click', () => choose(tab));
  tab.addEventListener('keydown', event => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!move) return;
    const next = tabs[(i + move + tabs.length) % tabs.length];
    next.focus();
    choose(next);
  });
});
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (!speak.disabled) run();
  } else if (event.key === ' ' && !typing(event.target) && !event.target.matches('button, summary, a, input')) {
    event.preventDefault();
    toggleTake();
  }
});
writeAll();
