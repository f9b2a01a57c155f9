/** The live connection: one per page, silent while it works, calm when it does not. */
const label = document.getElementById('connection');
const listeners = new Set();
const catchUps = new Set();
const delaysMs = [0, 1000, 2000, 5000, 10000];

/** Calls listener with every event {kind, subject, payload, at} of the tenant. */
export function onEvent(listener) {
  listeners.add(listener);
}

/**
 * Calls listener when events may have been missed: a dropped connection came back, or something was running when the
 * server made the page and may have ended before the connection stood.
 */
export function onCatchUp(listener) {
  catchUps.add(listener);
}

export async function connect() {
  const connection = new signalR.HubConnectionBuilder()
    .withUrl('/hubs/tenant')
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: retry => delaysMs[Math.min(retry.previousRetryCount, delaysMs.length - 1)] })
    .configureLogging(signalR.LogLevel.None)
    .build();
  connection.on('event', event => { for (const listener of listeners) listener(event); });
  connection.onreconnecting(() => show('waiting'));
  connection.onreconnected(() => {
    show('live');
    catchUp();
  });
  await start(connection, 0);
}

async function start(connection, attempt) {
  try {
    await connection.start();
    show('live');
    if (attempt > 0 || document.querySelector('.strip li')) catchUp();
  } catch {
    show('waiting');
    setTimeout(() => start(connection, attempt + 1), delaysMs[Math.min(attempt + 1, delaysMs.length - 1)]);
  }
}

function catchUp() {
  for (const listener of catchUps) listener();
}

function show(state) {
  label.dataset.state = state;
  label.firstElementChild.textContent = state === 'live' ? label.dataset.liveText : label.dataset.waitingText;
  label.title = label.firstElementChild.textContent;
}
