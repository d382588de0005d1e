import type { Command } from '../command.js';
import type { CommandName, HelpTexts } from './help-texts.js';

const WIDTH = 120;
/** Where the explanation of an option begins, or further on behind a longer one. */
const LEAST_INDENT = 22;

/** What `enrollkit --help` shows. */
export function programHelp(help: HelpTexts): string {
  const commands = Object.entries(help.commands).map(([name, says]) => entry(name, says, 12));
  return `${help.usage}: enrollkit feed COMMAND FILE [${help.options}]\n\n${commands.join('\n')}\n\n${help.foot}\n`;
}

/** What `--help` with a command shows. */
export function commandHelp(name: CommandName, command: Pick<Command, 'usage' | 'help'>, help: HelpTexts): string {
  const indent = Math.max(LEAST_INDENT, ...command.help.map(([syntax]) => syntax.length + 4));
  const [file = '', ...options] = command.help.map(([syntax, key]) => entry(syntax, help.lines[key], indent));
  const usage = command.usage.map((usage) => `enrollkit feed ${name} ${usage} [${help.options}]`);
  const parts = [
    `${help.usage}: ${usage.join(`\n${' '.repeat(help.usage.length + 2)}`)}`,
    file,
    options.join('\n'),
    help.notes[name].map((note) => wrapped(note, 0)).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A name, and what it does, with the lines that follow below the first. */
function entry(name: string, says: string, indent: number): string {
  return `  ${name.padEnd(indent - 3)} ${wrapped(says, indent)}`;
}

function wrapped(text: string, indent: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && indent + line.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
