import { formatMinor, type FieldChange, type ImportAction } from '@enrollkit/core';
import type { Console } from '../console.js';
import { printable } from '../printable.js';
import type { Texts } from '../texts/texts.js';

/** What a plan will do with one record, for people. */
export interface ShownStep {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly FieldChange[];
}

/** All that a plan will do in one way: how often, and the first of them. */
export interface ShownAction {
  readonly action: ImportAction;
  readonly count: number;
  readonly steps: readonly ShownStep[];
}

const COLORS = { create: 'green', restore: 'green', update: 'yellow', delete: 'red', invite: 'cyan' } as const;
const LONGEST_VALUE = 60;
const MOST_CHANGES = 8;

/** Says what a plan will do: each kind of step with its number, the first ones by name, changes with old and new value. */
export async function sayPlan(console: Console, texts: Texts, actions: readonly ShownAction[]): Promise<void> {
  const wanted = actions.filter(({ count }) => count > 0);
  if (wanted.length === 0) await console.say(texts.nothingToDo);
  for (const { action, count, steps } of wanted) {
    await console.say(console.paint(['bold', COLORS[action]], texts.actions[action](count)));
    for (const step of steps) await sayStep(console, texts, step);
    if (count > steps.length && steps.length > 0) {
      await console.say(console.paint('dim', `  … ${texts.moreSteps(count - steps.length)}`));
    }
  }
}

async function sayStep(console: Console, texts: Texts, { id, name, changes }: ShownStep): Promise<void> {
  const title = name === id ? '' : `  ${printable(name)}`;
  await console.say(`  ${console.paint('cyan', printable(id))}${title}`);
  for (const { path, from, to } of changes.slice(0, MOST_CHANGES)) {
    const values = { field: path, from: shown(path, from, texts), to: shown(path, to, texts) };
    await console.say(console.paint('dim', `      ${printable(texts.changed(values))}`));
  }
  if (changes.length > MOST_CHANGES) {
    await console.say(console.paint('dim', `      … ${texts.moreSteps(changes.length - MOST_CHANGES)}`));
  }
}

function shown(path: string, value: unknown, texts: Texts): string {
  if (value === undefined) return texts.nothing;
  if (typeof value === 'number' && path.endsWith('Minor')) return formatMinor(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
  return typeof value === 'string' ? `“${short}”` : short;
}
