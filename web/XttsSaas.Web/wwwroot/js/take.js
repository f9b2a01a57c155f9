/** The studio's player: one waveform with time, speed and download, whichever take is loaded. */
import WaveSurfer from '/lib/wavesurfer.esm.js';
import { colour } from './colours.js';
import { exclusive } from './player.js';

const byId = id => document.getElementById(id);
let wave = null;
let started = () => {};

function build() {
  wave = WaveSurfer.create({
    container: '#wave',
    height: 64,
    barWidth: 2,
    barGap: 1,
    barRadius: 1,
    waveColor: colour('--wave'),
    progressColor: colour('--accent'),
    cursorColor: colour('--accent'),
    cspNonce: document.querySelector('link[nonce]').nonce,
  });
  started = exclusive(() => wave.pause());
  wave.on('play', () => { started(); show('pause', byId('take-play').dataset.pauseLabel); });
  wave.on('pause', () => show('play', byId('take-play').dataset.playLabel));
  wave.on('timeupdate', writeTime);
  wave.on('ready', writeTime);
  byId('take-play').addEventListener('click', () => wave.playPause());
  byId('take-rate').addEventListener('change', event => wave.setPlaybackRate(Number(event.target.value), true));
}

function show(icon, words) {
  byId('take-play').querySelector('use').setAttribute('href', `/icons.svg#${icon}`);
  byId('take-play').setAttribute('aria-label', words);
}

function writeTime() {
  byId('take-time').textContent = `${clock(wave.getCurrentTime())} / ${clock(wave.getDuration())}`;
}

function clock(seconds) {
  const tenths = Math.round(seconds * 10);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`;
}

export function toggleTake() {
  wave?.playPause();
}

export async function loadTake(url, play) {
  byId('take').hidden = false;
  if (!wave) build();
  byId('take-download').href = url;
  await wave.load(url);
  wave.setPlaybackRate(Number(byId('take-rate').value), true);
  if (play) await wave.play().catch(() => {});
}
