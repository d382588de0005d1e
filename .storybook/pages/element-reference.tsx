import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { attributesOf, elementDoc, propertiesOf } from '../manifest.js';
import { NOT_FOR } from './purpose.js';

/** Attributes and properties of an element that shows nothing itself. */
export function ElementReference({ tag }: { readonly tag: string }): ReactElement {
  const element = elementDoc(tag);
  if (!element) throw new Error(`No <${tag}> in the manifest.`);
  const rows = [
    ...attributesOf(element).map(({ attribute, description }) => [attribute, description]),
    ...propertiesOf(element).map(({ name, description }) => [`.${name}`, description]),
  ];
  const lines = rows.map(([name, text]) => `| \`${name}\` | ${(text ?? '').replaceAll(/\s+/g, ' ')} |`);
  return (
    <Markdown>{`**When not.** ${NOT_FOR[tag] ?? ''}\n\n| Name | What it is |\n| --- | --- |\n${lines.join('\n')}`}</Markdown>
  );
}
