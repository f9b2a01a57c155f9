/**
 * One player at a time. Every button with data-play is a remote control of the same audio element, and starting it
 * stops whatever else registered here.
 */
const audio = new Audio();
let current = null;
const others = new Set();

audio.preload = 'none';
audio.addEventListener('ended', stopButton);
audio.addEventListener('pause', stopButton);

/** Registers a player of another kind: its pause function is called when something else starts. */
export function exclusive(pause) {
  others.add(pause);
  return () => {
    stop();
    for (const other of others) if (other !== pause) other();
  };
}

export function toggle(button) {
  if (current === button && !audio.paused) {
    audio.pause();
    return;
  }
  stop();
  for (const other of others) other();
  audio.src = button.dataset.play;
  current = button;
  show(button, 'pause');
  audio.play().catch(() => stopButton());
}

export function stop() {
  audio.pause();
  stopButton();
}

function stopButton() {
  if (current) show(current, 'play');
  current = null;
}

function show(button, icon) {
  button.setAttribute('aria-pressed', String(icon === 'pause'));
  button.querySelector('use')?.setAttribute('href', `/icons.svg#${icon}`);
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-play]');
  if (button) toggle(button);
});
