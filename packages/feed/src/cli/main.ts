import { parseArgs } from 'node:util';
import { formatInstant, type Clock, type Locale } from '@enrollkit/core';
import { CliError } from './cli-error.js';
import { EXIT, type ExitCode } from './command.js';
import { COMMANDS } from './commands.js';
import { Console, type Surroundings } from './console.js';
import { outputClosed } from './output-closed.js';
import { printable } from './printable.js';
import { chooseLanguage, LANGUAGES } from './texts/choose-language.js';
import { isUsageError, usageError } from './usage-error.js';
import { version } from './version.js';

const USAGE = `Usage: enrollkit feed COMMAND FILE [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join('\n')}

enrollkit feed COMMAND --help explains a command; enrollkit --version shows the version.
`;

interface MainOptions {
  readonly now?: Clock;
}

/** Runs the program and answers its exit code. */
export async function main(
  args: readonly string[],
  surroundings: Surroundings,
  { now = () => formatInstant(Date.now()) }: MainOptions = {},
): Promise<ExitCode> {
  const stop = new AbortController();
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    stop.abort();
  };
  surroundings.on('SIGINT', interrupt);
  const closed = outputClosed(surroundings.stdout);
  const console = new Console(surroundings);
  const work = run(args, { console, now, signal: stop.signal }).catch((error: unknown) => {
    if (!stop.signal.aborted) return explain(error, args, console);
    if (isInterrupted) console.note(LANGUAGES[languageOf(args, surroundings.env)].stopped);
    return EXIT.interrupted;
  });
  try {
    const ended = closed.then(
      () => EXIT.outputClosed,
      (error: unknown) => explain(error, args, console),
    );
    return await Promise.race([work, ended]);
  } finally {
    // What still reads stops now, so that the program can end.
    stop.abort();
    surroundings.off('SIGINT', interrupt);
  }
}

interface RunContext {
  readonly console: Console;
  readonly now: Clock;
  readonly signal: AbortSignal;
}

async function run(args: readonly string[], { console, now, signal }: RunContext): Promise<ExitCode> {
  const [topic, name = '', ...rest] = args;
  if (topic === '--version') return say(console, `${version()}\n`);
  if (topic === undefined || topic === '--help' || topic === '-h') return say(console, USAGE);
  if (topic !== 'feed') throw usageError(`There is no ${topic}`);
  if (['', '--help', '-h'].includes(name)) return say(console, USAGE);
  if (!Object.hasOwn(COMMANDS, name)) throw usageError(`There is no command feed ${name}`);
  const command = await (COMMANDS[name] as (typeof COMMANDS)[string]).load();
  const { values, positionals } = parseArgs({ args: rest, options: command.options, allowPositionals: true });
  if (values.help) return say(console, `Usage: enrollkit feed ${name} ${command.usage}\n\n${command.help}\n`);
  const given = values as Readonly<Record<string, string | boolean | undefined>>;
  const needsFile = command.needsFile?.(given) ?? true;
  const { length } = positionals;
  const isMany = length > 1 && command.takesMany?.(given) === true;
  if (!isMany && length !== (needsFile ? 1 : 0))
    throw usageError(`feed ${name} takes ${needsFile ? 'one' : 'no'} FILE`);
  const language = chooseLanguage(given.lang as string | undefined, console.surroundings.env);
  const invocation = { values: given, console, texts: LANGUAGES[language], language, signal, now };
  let worst: ExitCode = EXIT.good;
  for (const file of needsFile ? positionals : ['']) {
    if (isMany && given.json !== true && given.csv !== true) await console.say(console.paint('bold', printable(file)));
    const code = await command.run({ ...invocation, file }).catch((error: unknown) => {
      if (!isMany || signal.aborted) throw error;
      return explain(error, args, console);
    });
    worst = code > worst ? code : worst;
  }
  return worst;
}

async function say(console: Console, text: string): Promise<ExitCode> {
  await console.write(text);
  return EXIT.good;
}

function explain(error: unknown, args: readonly string[], console: Console): ExitCode {
  const texts = LANGUAGES[languageOf(args, console.surroundings.env)];
  // A server's words, a feed's words: neither may steer the terminal.
  if (error instanceof CliError) console.note(printable(error.describe(texts)));
  else if (isUsageError(error)) console.note(`enrollkit: ${firstSentence(error.message)}\nTry ${helpFor(args)}`);
  else console.note(texts.failed({ reason: reasonOf(error, console.surroundings.env) }));
  return EXIT.notRead;
}

/** Where in the program it was only helps who writes this: they set `NODE_DEBUG=enrollkit`. */
function reasonOf(error: unknown, { NODE_DEBUG: debug = '' }: Surroundings['env']): string {
  if (!(error instanceof Error)) return String(error);
  return debug.split(',').includes('enrollkit') ? (error.stack ?? error.message) : error.message;
}

/** Node adds how to name a file that begins with a dash, which is seldom what was meant. */
function firstSentence(message: string): string {
  return message.split('. ', 1).join();
}

function helpFor([, name = '']: readonly string[]): string {
  return Object.hasOwn(COMMANDS, name) ? `enrollkit feed ${name} --help` : 'enrollkit --help';
}

/** Also when the arguments could not be understood. */
function languageOf(args: readonly string[], env: Surroundings['env']): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at === -1 ? undefined : (/^--lang=(.*)$/.exec(args[at] ?? '')?.[1] ?? args[at + 1]);
  return chooseLanguage(asked, env);
}
