import { parseArgs } from 'node:util';
import { formatInstant, type Clock, type Locale } from '@enrollkit/core';
import { CliError } from './cli-error.js';
import { EXIT, type ExitCode } from './command.js';
import { COMMANDS, isCommand } from './commands.js';
import { Console, type Surroundings } from './console.js';
import { loadHelp } from './help/load-help.js';
import { commandHelp, programHelp } from './help/show-help.js';
import { outputClosed } from './output-closed.js';
import { printable } from './printable.js';
import { chooseLanguage, LANGUAGES } from './texts/choose-language.js';
import { UsageError, usageProblem } from './usage-error.js';
import { version } from './version.js';

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
  const language = languageOf(args, console.surroundings.env);
  const help = async () => say(console, programHelp(await loadHelp(language)));
  if (topic === undefined || ['--help', '-h', '--lang'].includes(topic.replace(/=.*$/, ''))) return help();
  if (topic !== 'feed') throw new UsageError(({ topicUnknown }) => topicUnknown({ name: topic }));
  if (['', '--help', '-h'].includes(name)) return help();
  if (!isCommand(name)) throw new UsageError(({ commandUnknown }) => commandUnknown({ name }));
  const command = await COMMANDS[name]();
  const { values, positionals } = parseArgs({ args: rest, options: command.options, allowPositionals: true });
  if (values.help) return say(console, commandHelp(name, command, await loadHelp(language)));
  const given = values as Readonly<Record<string, string | boolean | undefined>>;
  const needsFile = command.needsFile?.(given) ?? true;
  const { length } = positionals;
  const isMany = length > 1 && command.takesMany?.(given) === true;
  if (!isMany && length !== (needsFile ? 1 : 0))
    throw new UsageError(({ oneFile, noFile }) => (needsFile ? oneFile : noFile)({ command: name }));
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

async function explain(error: unknown, args: readonly string[], console: Console): Promise<ExitCode> {
  const language = languageOf(args, console.surroundings.env);
  const texts = LANGUAGES[language];
  const problem = usageProblem(error);
  // A server's words, a feed's words: neither may steer the terminal.
  if (error instanceof CliError) console.note(printable(error.describe(texts)));
  else if (problem) {
    const { problems, tryHelp } = await loadHelp(language);
    console.note(`enrollkit: ${printable(problem(problems))}\n${tryHelp(helpOf(args))}`);
  } else console.note(texts.failed({ reason: reasonOf(error, console.surroundings.env) }));
  return EXIT.notRead;
}

/** Where in the program it was only helps who writes this: they set `NODE_DEBUG=enrollkit`. */
function reasonOf(error: unknown, { NODE_DEBUG: debug = '' }: Surroundings['env']): string {
  if (!(error instanceof Error)) return String(error);
  return debug.split(',').includes('enrollkit') ? (error.stack ?? error.message) : error.message;
}

function helpOf([, name = '']: readonly string[]): string {
  return isCommand(name) ? `enrollkit feed ${name} --help` : 'enrollkit --help';
}

/** Also when the arguments could not be understood. */
function languageOf(args: readonly string[], env: Surroundings['env']): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at === -1 ? undefined : (/^--lang=(.*)$/.exec(args[at] ?? '')?.[1] ?? args[at + 1]);
  return chooseLanguage(asked, env);
}
