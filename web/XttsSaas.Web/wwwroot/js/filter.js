let wanted = '';

export function filterText(text) {
  wanted = text.trim().toLowerCase();
}

/** Hides what does not contain the wanted text; called again after a live refresh. */
export function applyFilter() {
  for (const element of document.querySelectorAll('[data-search]'))
    element.hidden = wanted !== '' && !element.dataset.search.toLowerCase().includes(wanted);
}
