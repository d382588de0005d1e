/** The commands, in the order of the help. */
export type CommandName = 'check' | 'plan' | 'import' | 'format' | 'convert' | 'json-ld';

/** What is on the line of an option; one that means something else with another command has a key of its own. */
export type OptionKey =
  | 'file'
  | 'strict'
  | 'previousOfCheck'
  | 'previousOfPlan'
  | 'trainers'
  | 'trainersSeen'
  | 'jsonOfCheck'
  | 'jsonOfPlan'
  | 'jsonOfImport'
  | 'csv'
  | 'limit'
  | 'peOrganisations'
  | 'today'
  | 'todayOfJsonLd'
  | 'serverOfPlan'
  | 'serverOfImport'
  | 'tokenFile'
  | 'maxDelete'
  | 'planOnly'
  | 'yes'
  | 'force'
  | 'newIds'
  | 'newIdsExcept'
  | 'resume'
  | 'outputOfFormat'
  | 'output'
  | 'toEdudex'
  | 'toEdudexDiscounts'
  | 'toEdudexInstitute'
  | 'toOeapi'
  | 'orgUnit'
  | 'site'
  | 'provider'
  | 'providerOfInstitute'
  | 'providerUrl'
  | 'encoding'
  | 'lang'
  | 'help';

/** An option as it is written, and what explains it. */
export type HelpLine = readonly [syntax: string, key: OptionKey];

/** Why a command line isn't understood. */
export interface UsageProblems {
  readonly topicUnknown: (values: { readonly name: string }) => string;
  readonly commandUnknown: (values: { readonly name: string }) => string;
  readonly oneFile: (values: { readonly command: string }) => string;
  readonly noFile: (values: { readonly command: string }) => string;
  readonly optionUnknown: (values: { readonly name: string }) => string;
  readonly valueMissing: (values: { readonly name: string }) => string;
  readonly valueTooMany: (values: { readonly name: string }) => string;
  readonly previousOrServer: () => string;
  readonly toNeeded: (values: { readonly formats: readonly string[] }) => string;
  readonly orgUnitNeeded: () => string;
  readonly providerNeeded: () => string;
  readonly serverNeeded: () => string;
  readonly serverNoAddress: () => string;
  readonly serverWithName: () => string;
}

/** All that `--help` says, in one language. Names of options, and what stands for their values, are the same in all. */
export interface HelpTexts {
  readonly usage: string;
  readonly options: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  /** Below the list of commands. */
  readonly foot: string;
  readonly lines: Readonly<Record<OptionKey, string>>;
  /** Below the options of a command: what becomes of what, and the exit codes. */
  readonly notes: Readonly<Record<CommandName, readonly string[]>>;
  readonly problems: UsageProblems;
  readonly tryHelp: (command: string) => string;
}
