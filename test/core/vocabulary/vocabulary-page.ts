import { STATUSES } from '@enrollkit/core';
import { describeLoss, SYSTEMS, toVocabulary } from '@enrollkit/core/vocabulary';
import { format, resolveConfig } from 'prettier';

/** Where the words of a system are. */
const WHERE = {
  'scorm-1.2': 'SCORM 1.2: `cmi.core.lesson_status`',
  'scorm-2004': 'SCORM 2004: `cmi.completion_status`, `cmi.success_status`',
  cmi5: 'cmi5: the verb of a statement, and `moveOn`',
  xapi: 'xAPI: the verb of a statement',
  moodle: 'Moodle: `completionstate`, and whether a time started is there',
  oeapi: 'Open Education API 6: `state` and `attendance` of an association, `passState` of its result',
  springest: 'The marketplace’s API: `participation_status`',
  edudex: 'EDU-DEX Data API 1.0: `status` of a program run',
} as const satisfies Record<(typeof SYSTEMS)[number], string>;

const INTRODUCTION = `# The words of other systems

\`@enrollkit/core/vocabulary\` says a participation status in the words of another system, and reads theirs. This page is made from its
tables by a test.

\`\`\`js
import { describeLoss, fromVocabulary, reportOfStatements, toVocabulary } from '@enrollkit/core/vocabulary';

toVocabulary('did-not-pass', 'scorm-1.2'); // { word: { lessonStatus: 'failed' }, losses: [] }
toVocabulary('no-show', 'scorm-1.2'); // { losses: ['no-word-for-no-show'] }
fromVocabulary({ lessonStatus: 'passed' }, 'scorm-1.2'); // { status: 'completed', losses: ['passed-or-completed'] }
describeLoss('passed-or-completed', 'en'); // 'The kit makes no difference between passed and completed.'
\`\`\`

- A system without a word for a status gets none: no e-learning standard can say no-show or cancelled.
- A word that nobody knows is \`unknown\`, with the original in \`originalStatus\`. Fields may hold anything; nothing throws.
- \`reportOfStatements(statements, { host: 'Moodle', moveOn })\` reads xAPI statements and cmi5's \`moveOn\`: what it answers goes into
  \`backend.changeStatus(id, to, { cause })\`, and history then says that Moodle saw it.
`;

/** The page that shows every table, in both directions. */
export async function vocabularyPage(
  read: Readonly<Record<string, readonly ReadRow[]>>,
  file: string,
): Promise<string> {
  const parts = SYSTEMS.map((system) => {
    const written = STATUSES.map((status) => {
      const { word, losses } = toVocabulary(status, system);
      return `| ${status} | ${word ? code(word) : '-'} | ${losses.map((loss) => describeLoss(loss, 'en')).join(' ')} |`;
    });
    const rows = (read[system] ?? []).map(
      ({ word, status, losses }) =>
        `| ${code(word)} | ${status} | ${losses.map((loss) => describeLoss(loss, 'en')).join(' ')} |`,
    );
    return [
      `## ${WHERE[system]}`,
      `| Status | Written | What is lost |\n| --- | --- | --- |\n${written.join('\n')}`,
      `| Read | Status | What is lost |\n| --- | --- | --- |\n${rows.join('\n')}`,
    ].join('\n\n');
  });
  const text = [INTRODUCTION, ...parts].join('\n');
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

export interface ReadRow {
  readonly word: object;
  readonly status: string;
  readonly losses: readonly Parameters<typeof describeLoss>[0][];
}

function code(word: object): string {
  return Object.entries(word)
    .map(([field, value]) => `\`${field}: ${String(value)}\``)
    .join(', ');
}
