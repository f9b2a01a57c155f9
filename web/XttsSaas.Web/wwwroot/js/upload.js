/**
 * Uploads: files dropped anywhere on the page or chosen, one request per recording so that each has its own progress
 * and its own error. Transcripts (.txt, .csv) name recordings, so they go last, when every recording is there.
 */
import { token, wordsOf } from './request.js';
import { refreshSoon } from './live.js';

const zone = document.querySelector('[data-drop]');
const page = document.querySelector('.page');
const panel = document.querySelector('[data-uploads]');
const list = document.querySelector('[data-upload-list]');
const isTranscript = file => /\.(txt|csv)$/i.test(file.name);
const queue = [];
let working = false;

function endpoint() {
  const chosen = zone.querySelector('[data-drop-target]')?.value;
  return zone.dataset.endpoint ?? `/v1/datasets/${chosen ?? zone.dataset.dataset}/sources`;
}

function add(files) {
  const all = [...files];
  const url = endpoint();
  for (const file of all.filter(f => !isTranscript(f))) queue.push({ url, files: [file], row: row(file.name, file.size) });
  const transcripts = all.filter(isTranscript);
  if (transcripts.length > 0) {
    const size = transcripts.reduce((sum, file) => sum + file.size, 0);
    queue.push({ url, files: transcripts, row: row(transcripts.map(file => file.name).join(', '), size) });
  }
  panel.hidden = list.children.length === 0;
  work();
}

async function work() {
  if (working) return;
  working = true;
  while (queue.length > 0) {
    await upload(queue.shift());
    refreshSoon();
  }
  working = false;
}

function row(name, size) {
  const item = document.createElement('li');
  const title = document.createElement('span');
  title.textContent = name;
  const state = document.createElement('span');
  state.className = 'muted small';
  state.setAttribute('aria-live', 'polite');
  state.textContent = bytes(size);
  const progress = document.createElement('progress');
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute('aria-label', name);
  item.append(title, state, progress);
  list.append(item);
  return { item, state, progress };
}

function upload({ url, files, row: { item, state, progress } }) {
  return new Promise(resolve => {
    const form = new FormData();
    for (const file of files) form.append('file', file, file.name);
    const request = new XMLHttpRequest();
    const started = performance.now();
    request.open('POST', url);
    request.setRequestHeader('RequestVerificationToken', token());
    request.upload.onprogress = event => {
      if (!event.lengthComputable) return;
      progress.value = event.loaded / event.total;
      const seconds = (performance.now() - started) / 1000;
      const left = (event.total - event.loaded) / (event.loaded / seconds);
      state.textContent = event.loaded === event.total ? bytes(event.total) : `${bytes(event.loaded)} / ${bytes(event.total)} · ${Math.ceil(left)} s`;
    };
    request.onload = () => {
      if (request.status < 300) done();
      else failed(wordsOf(request.responseText) ?? `${request.status}`);
    };
    request.onerror = () => failed(navigator.onLine ? 'The connection was lost. Drop the file again.' : 'You are offline. Drop the file again later.');
    request.onloadend = () => resolve();
    request.send(form);

    function done() {
      progress.value = 1;
      state.textContent = '✓';
      state.className = 'good';
    }

    function failed(words) {
      progress.remove();
      state.textContent = '';
      const error = document.createElement('span');
      error.className = 'bad';
      error.setAttribute('role', 'alert');
      error.textContent = words;
      item.append(error);
    }
  });
}

function bytes(count) {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let unit = 0;
  while (count >= 1024 && unit < units.length - 1) { count /= 1024; unit += 1; }
  return `${unit === 0 ? count : count.toFixed(1)} ${units[unit]}`;
}

if (zone) {
  const carriesFiles = event => event.dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    page.classList.add('dropping');
  });
  document.addEventListener('dragleave', event => {
    if (event.relatedTarget === null) page.classList.remove('dropping');
  });
  document.addEventListener('drop', event => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    page.classList.remove('dropping');
    add(event.dataTransfer.files);
  });
  const input = document.querySelector('[data-drop-input]');
  const take = () => {
    if (input.files.length === 0) return;
    add(input.files);
    input.value = '';
  };
  input.addEventListener('change', take);
  // Files may have been chosen before this script had loaded.
  take();
}
