const written = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** Rewrites every <time> below root from UTC to the reader's own zone. */
export function localiseMoments(root = document) {
  for (const element of root.querySelectorAll('time[datetime]')) {
    if (element.title) continue;
    element.title = element.textContent;
    element.textContent = written.format(new Date(element.dateTime));
  }
}
