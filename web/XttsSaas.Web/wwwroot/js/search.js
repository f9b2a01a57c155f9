/** "/" shows a filter for the page's list: whatever carries data-search. */
import { applyFilter, filterText } from './filter.js';

let box = null;

function open() {
  const first = document.querySelector('[data-search]');
  if (!first) return;
  if (!box) {
    box = document.createElement('input');
    box.type = 'search';
    box.setAttribute('aria-label', document.querySelector('#shortcuts dd')?.textContent ?? 'Search');
    box.placeholder = box.getAttribute('aria-label');
    box.addEventListener('input', () => { filterText(box.value); applyFilter(); });
    box.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      box.value = '';
      filterText('');
      applyFilter();
      box.remove();
    });
  }
  const list = first.closest('.cards, .panel');
  list.before(box);
  box.focus();
}

document.addEventListener('portal:search', open);
