import type { UsageProblems } from './help/help-texts.js';

/** The command line isn't understood: one sentence, in the language of `--help`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly describe: (problems: UsageProblems) => string;

  constructor(describe: (problems: UsageProblems) => string) {
    super('The command line is not understood');
    this.describe = describe;
  }
}

/** What is wrong with the command line: ours, or what Node's parser of arguments found. */
export function usageProblem(error: unknown): ((problems: UsageProblems) => string) | undefined {
  if (error instanceof UsageError) return error.describe;
  const { code, message = '' } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS_')) return undefined;
  // Node says which in an English sentence only: "Option '-o, --output <value>' argument missing".
  const name = /'([^']*)'/.exec(message)?.[1]?.replace(/ <value>$/, '') ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return ({ optionUnknown }) => optionUnknown({ name });
  return message.includes('does not take')
    ? ({ valueTooMany }) => valueTooMany({ name })
    : ({ valueMissing }) => valueMissing({ name });
}
