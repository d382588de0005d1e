import type { Command } from './command.js';
import type { CommandName } from './help/help-texts.js';

/** What the program can do. Only what is asked for is loaded: most of the time of a small feed would go into reading the program. */
export const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check-command.js')).checkCommand,
  plan: async () => (await import('./commands/plan-command.js')).planCommand,
  import: async () => (await import('./commands/import-command.js')).importCommand,
  format: async () => (await import('./commands/format-command.js')).formatCommand,
  convert: async () => (await import('./commands/convert-command.js')).convertCommand,
  'json-ld': async () => (await import('./commands/json-ld-command.js')).jsonLdCommand,
};

export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
