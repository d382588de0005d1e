import type { Command } from './command.js';

interface CommandEntry {
  readonly summary: string;
  /** Only what is asked for is loaded: most of the time of a small feed would go into reading the program. */
  readonly load: () => Promise<Command>;
}

/** What the program can do, in the order of its help. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  check: {
    summary: 'finds what is wrong with a feed, and says what to do',
    load: async () => (await import('./commands/check-command.js')).checkCommand,
  },
  plan: {
    summary: 'tells what importing a feed would change, and changes nothing',
    load: async () => (await import('./commands/plan-command.js')).planCommand,
  },
  import: {
    summary: 'sends a feed to a server, shows what it would change, and has it applied',
    load: async () => (await import('./commands/import-command.js')).importCommand,
  },
  format: {
    summary: "writes a feed in the schema's spelling, with everything repaired that can be",
    load: async () => (await import('./commands/format-command.js')).formatCommand,
  },
  convert: {
    summary: 'writes the products for EDU-DEX or the Open Education API, and says what is lost',
    load: async () => (await import('./commands/convert-command.js')).convertCommand,
  },
  'json-ld': {
    summary: 'writes the products as schema.org JSON-LD, with the all-in price',
    load: async () => (await import('./commands/json-ld-command.js')).jsonLdCommand,
  },
};
