import type { FieldChange, ImportAction } from '@enrollkit/core';
import type { Console } from '../console.js';
import { printable } from '../printable.js';
import type { Locale } from '@enrollkit/core';
import type { Texts } from '../texts/texts.js';
import { fieldWords, valueWords } from './plan-words.js';

/** What a plan will do with one record, for people. */
export interface ShownStep {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly FieldChange[];
  /** What more there is to know of it: enrollments that hang on it, another ID. */
  readonly note?: string | undefined;
}

/** All that a plan will do in one way: how often, and the first of them. */
export interface ShownAction {
  readonly action: ImportAction;
  readonly count: number;
  readonly steps: readonly ShownStep[];
}

const COLORS = { create: 'green', restore: 'green', update: 'yellow', delete: 'red', invite: 'cyan' } as const;
const MOST_CHANGES = 8;

interface PlanSurroundings {
  readonly console: Console;
  readonly texts: Texts;
  readonly language: Locale;
}

/** Says what a plan will do: each kind of step with its number, the first ones by name, changes with old and new value. */
export async function sayPlan(
  { console, texts, language }: PlanSurroundings,
  actions: readonly ShownAction[],
  left: number,
): Promise<void> {
  // What can't be undone comes first.
  const wanted = actions.filter(({ count }) => count > 0).sort((one, other) => weight(one) - weight(other));
  if (wanted.length === 0) await console.say(left > 0 ? texts.nothingImportable(left) : texts.nothingToDo);
  for (const { action, count, steps } of wanted) {
    await console.say(console.paint(['bold', COLORS[action]], texts.actions[action](count)));
    for (const step of steps) await sayStep({ console, texts, language }, step);
    if (count > steps.length && steps.length > 0) {
      await console.say(console.paint('dim', `  … ${texts.moreSteps(count - steps.length)}`));
    }
  }
}

async function sayStep({ console, texts, language }: PlanSurroundings, step: ShownStep): Promise<void> {
  const { id, name, changes, note = '' } = step;
  const title = name === id ? '' : `  ${printable(name)}`;
  const more = note === '' ? '' : console.paint('yellow', `  (${printable(note)})`);
  await console.say(`  ${console.paint('cyan', printable(id))}${title}${more}`);
  for (const { path, from, to } of changes.slice(0, MOST_CHANGES)) {
    const words = (value: unknown): string => (value === undefined ? texts.nothing : valueWords(path, value, language));
    const values = { field: fieldWords(path, language), from: words(from), to: words(to) };
    await console.say(console.paint('dim', `      ${printable(texts.changed(values))}`));
  }
  if (changes.length > MOST_CHANGES) {
    await console.say(console.paint('dim', `      … ${texts.moreSteps(changes.length - MOST_CHANGES)}`));
  }
}

function weight({ action }: ShownAction): number {
  return action === 'delete' ? 0 : 1;
}
