import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { action } from 'storybook/actions';
import { attributesOf, elementDoc, type ElementDoc } from '../manifest.js';
import { lengthUnit } from './arg-types.js';

type Values = Readonly<Record<string, unknown>>;

/** What a control has set on an element: only that is taken back. */
const touched = new WeakMap<Element, Set<string>>();
const heard = new WeakSet<Element>();

/**
 * Has every control of an element act, whatever its story binds: attributes as attributes, tokens as custom properties, and
 * every event told in the actions panel. What nobody has changed stays as the story made it.
 */
export const withControls: Decorator = (story, { args, initialArgs, component }) => {
  const element = typeof component === 'string' ? elementDoc(component) : undefined;
  if (!element) return story();
  const settled = (marker: Element | undefined): void => {
    for (const each of marker?.parentElement?.querySelectorAll(element.tagName) ?? []) {
      tellEvents(each, element);
      applyAttributes(each, element, args, initialArgs);
      applyTokens(each as HTMLElement, element, args, initialArgs);
    }
  };
  // An empty text is one that nobody has filled in. The template comes last, when what is before it is there.
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== ''));
  return html`${story({ args: given })}<template ${ref(settled)}></template>`;
};

function applyAttributes(each: Element, element: ElementDoc, args: Values, initial: Values): void {
  for (const { name, attribute } of attributesOf(element)) {
    if (!isChanged(each, name, args, initial)) continue;
    const value = args[name];
    if (typeof value === 'boolean') each.toggleAttribute(attribute, value);
    else if (value === undefined || value === null || value === '') each.removeAttribute(attribute);
    else each.setAttribute(attribute, `${value as string | number}`);
  }
}

function applyTokens(each: HTMLElement, element: ElementDoc, args: Values, initial: Values): void {
  for (const { name, default: byItself } of element.cssProperties ?? []) {
    if (!isChanged(each, name, args, initial)) continue;
    const value = args[name];
    if (value === initial[name] || value === '' || value === undefined) each.style.removeProperty(name);
    else each.style.setProperty(name, `${value as string | number}${lengthUnit(byItself) ?? ''}`);
  }
}

/** Whether a control says something else than the story, or did before. */
function isChanged(each: Element, name: string, args: Values, initial: Values): boolean {
  const names = touched.get(each) ?? new Set();
  if (args[name] !== initial[name]) touched.set(each, names.add(name));
  return names.has(name);
}

function tellEvents(each: Element, { events = [] }: ElementDoc): void {
  if (heard.has(each)) return;
  heard.add(each);
  for (const { name } of events)
    each.addEventListener(name, (event) => {
      action(name)((event as CustomEvent<unknown>).detail);
    });
}
