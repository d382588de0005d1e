import { ref } from 'lit/directives/ref.js';

/** Sets style properties as a script does, which every Content-Security-Policy allows. */
export const styled = (properties: Readonly<Record<string, string>>): ReturnType<typeof ref> =>
  ref((element) => {
    if (!(element instanceof HTMLElement)) return;
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
  });
