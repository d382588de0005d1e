import type { FieldChange } from '@enrollkit/core';
import { h } from '../dom.js';
import { formatAmount } from '../format.js';
import { codeText, isTextKey, text } from '../texts/language.js';

const LONGEST = 80;

/** One field: what it was, and what it will be. */
export function changeLine({ path, from, to }: FieldChange): HTMLLIElement {
  return h(
    'li',
    {},
    label(path),
    ' ',
    from === undefined ? text('wasEmpty') : h('del', {}, shown(path, from)),
    ' → ',
    to === undefined ? text('willBeEmpty') : h('ins', {}, shown(path, to)),
  );
}

/** The words for a field, else for what it is a part of. */
function label(path: string): Node {
  const [whole = path] = path.split(/[.[]/);
  const words = codeText('field', path) ?? codeText('field', whole) ?? (isTextKey(whole) ? text(whole) : undefined);
  return words === undefined ? h('code', {}, path) : h('span', {}, `${words}:`);
}

function shown(path: string, value: unknown): string {
  if (typeof value === 'number' && path.endsWith('Minor')) return formatAmount(value);
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
