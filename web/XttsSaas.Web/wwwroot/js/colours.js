/** Resolves a design token to a colour that a canvas can use, in the theme of the moment. */
export function colour(token) {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

export const prefersDark = matchMedia('(prefers-color-scheme: dark)');
