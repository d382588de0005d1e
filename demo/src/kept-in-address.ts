import { control } from './dom.js';

/**
 * Puts what is looked for in the page's address, and takes it from there: who comes back, reloads or passes the address on
 * sees the same. It takes the place of what was there, so that going back leaves the page.
 */
export function keepInAddress(form: HTMLFormElement, names: readonly string[]): void {
  const asked = new URLSearchParams(location.search);
  for (const name of names) control<HTMLInputElement | HTMLSelectElement>(form, name).value = asked.get(name) ?? '';
  form.addEventListener('input', () => {
    for (const name of names) putInAddress(name, control<HTMLInputElement | HTMLSelectElement>(form, name).value);
  });
}

export function putInAddress(name: string, value: string): void {
  const address = new URL(location.href);
  if (value === '') address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  history.replaceState(history.state, '', address);
}
