import { Controls, Markdown, Primary, Title, useOf } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { elementDoc, type ElementDoc } from '../manifest.js';
import { Anatomy } from './anatomy.js';
import { EveryState } from './every-state.js';
import { NOT_FOR } from './purpose.js';

/** What an element is for, what it looks like, what it can be told, what it is made of; then every state. */
export function ElementPage(): ReactElement {
  const { preparedMeta } = useOf('meta', ['meta']);
  const tag = typeof preparedMeta.component === 'string' ? preparedMeta.component : undefined;
  const element = elementDoc(tag);
  return (
    <>
      <Title />
      {element && <Markdown>{introduction(element)}</Markdown>}
      <Primary />
      {element && <Anatomy element={element} />}
      {element && <Markdown>{hooks(element)}</Markdown>}
      <h2>What it can be told</h2>
      <Controls />
      <EveryState />
    </>
  );
}

function introduction({ tagName, summary }: ElementDoc): string {
  const not = NOT_FOR[tagName];
  return `\`<${tagName}>\`: ${lowered(summary)}\n\n${not ? `**When not.** ${not}` : ''}`;
}

function hooks({ tagName, cssStates = [], slots = [], events = [] }: ElementDoc): string {
  return [
    table('States', cssStates, ({ name }) => `\`${tagName}:state(${name})\``),
    table('Slots', slots, ({ name }) => (name ? `\`slot="${name}"\`` : 'default')),
    table('Events', events, ({ name }) => `\`${name}\``),
  ].join('\n\n');
}

type Entry = NonNullable<ElementDoc['events']>[number];

function table(heading: string, entries: readonly Entry[], name: (entry: Entry) => string): string {
  if (entries.length === 0) return '';
  const rows = entries.map((entry) => `| ${name(entry)} | ${(entry.description ?? '').replaceAll(/\s+/g, ' ')} |`);
  return `## ${heading}\n\n| Name | What it is |\n| --- | --- |\n${rows.join('\n')}`;
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replaceAll(/\s+/g, ' ');
