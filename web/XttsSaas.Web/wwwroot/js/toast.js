const showMs = 6000;
let timer;

/** Says something that belongs to no field, read out politely. */
export function toast(words) {
  const element = document.getElementById('toast');
  element.textContent = words;
  clearTimeout(timer);
  timer = setTimeout(() => { element.textContent = ''; }, showMs);
}
