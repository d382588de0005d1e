import { STATUSES } from '@enrollkit/core';
import { describeLoss, fromVocabulary, LOSSES, SYSTEMS, toVocabulary } from '@enrollkit/core/vocabulary';
import fc from 'fast-check';
import * as scorm12 from 'scorm-again/scorm12';
import * as scorm2004 from 'scorm-again/scorm2004';
import { expect, test } from 'vitest';
import { vocabularyPage, type ReadRow } from './vocabulary-page.js';
import { WORDS } from './words.js';

// The package's types promise a default export, its files have a named one.
const { Scorm12API } = scorm12 as unknown as { readonly Scorm12API: typeof scorm12.default };
const { Scorm2004API } = scorm2004 as unknown as { readonly Scorm2004API: typeof scorm2004.default };

const rows = SYSTEMS.flatMap((system) => WORDS[system].map(([word, status]) => ({ system, word, status })));

test('every word of every system is read as what it means, and an unknown one is kept', () => {
  for (const { system, word, status } of rows) {
    const read = fromVocabulary(word, system);
    expect(read.status, `${system} ${JSON.stringify(word)}`).toBe(status);
    expect(read.originalStatus === undefined).toBe(status !== 'unknown');
  }
});

test('a status is read back as it was written, unless it is said what was lost', () => {
  for (const system of SYSTEMS) {
    for (const status of STATUSES) {
      const { word, losses } = toVocabulary(status, system);
      if (word) expect(fromVocabulary(word, system).status, `${system} ${status}`).toBe(status);
      else expect(losses, `${system} ${status}`).not.toEqual([]);
    }
  }
});

test('what the kit doesn’t keep apart is said: two words for one status never both lose nothing', () => {
  for (const system of SYSTEMS) {
    const lossless = WORDS[system].filter(([word]) => fromVocabulary(word, system).losses.length === 0);
    const written = new Map(STATUSES.map((status) => [status, toVocabulary(status, system).word]));
    for (const [word, status] of lossless.filter(([, read]) => read !== 'unknown')) {
      // cmi5 has the unit's own rule beside the verb: a statement that meets it says the same as `satisfied`.
      if (system === 'cmi5' && 'moveOn' in word) continue;
      expect(written.get(status as (typeof STATUSES)[number]), `${system} ${JSON.stringify(word)}`).toEqual(word);
    }
  }
});

test('no e-learning standard is made to say no-show or cancelled', () => {
  for (const system of ['scorm-1.2', 'scorm-2004', 'cmi5', 'xapi', 'moodle'] as const) {
    expect(toVocabulary('no-show', system)).toEqual({ losses: ['no-word-for-no-show'] });
    expect(toVocabulary('cancelled', system)).toEqual({ losses: ['no-word-for-cancelled'] });
  }
});

test('whatever another system says, reading never throws and keeps what it doesn’t know', () => {
  const fields = ['lessonStatus', 'completionStatus', 'successStatus', 'verb', 'moveOn', 'completionState'].concat([
    'isStarted',
    'state',
    'attendance',
    'passState',
    'participationStatus',
    'runStatus',
  ]);
  const value = fc.oneof(
    fc.anything(),
    fc.constantFrom('constructor', '__proto__', 'associated', 'passed', 'completed'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...SYSTEMS),
      fc.record(Object.fromEntries(fields.map((field) => [field, value]))),
      (system, word) => {
        const { status, originalStatus, losses } = fromVocabulary(word as never, system);
        expect(STATUSES).toContain(status);
        expect(typeof originalStatus).toBe(status === 'unknown' ? 'string' : 'undefined');
        for (const loss of losses) expect(describeLoss(loss, 'nl')).not.toBe('');
      },
    ),
  );
  expect(fromVocabulary({ lessonStatus: 'gezakt' }, 'scorm-1.2')).toEqual({
    status: 'unknown',
    originalStatus: 'gezakt',
    losses: ['word-not-recognized'],
  });
  // What PHP hands on, and what an extensible list allows.
  expect(fromVocabulary({ completionState: '3' }, 'moodle').status).toBe('did-not-pass');
  expect(fromVocabulary({ state: 'x-on-leave' }, 'oeapi')).toMatchObject({
    status: 'unknown',
    originalStatus: 'x-on-leave',
  });
});

test('a real SCORM run-time takes what is written, and says what can be read', () => {
  for (const status of STATUSES) {
    const old = new Scorm12API({ logLevel: 5 });
    old.LMSInitialize('');
    const { word, losses } = toVocabulary(status, 'scorm-1.2');
    // The LMS says "not attempted" by itself; content that writes it is refused.
    const isTaken = word !== undefined && old.LMSSetValue('cmi.core.lesson_status', word.lessonStatus) === 'true';
    expect(isTaken, status).toBe(word !== undefined && !losses.includes('set-by-lms'));
    if (word)
      expect(fromVocabulary({ lessonStatus: old.LMSGetValue('cmi.core.lesson_status') }, 'scorm-1.2').status).toBe(
        status,
      );

    const api = new Scorm2004API({ logLevel: 5 });
    api.Initialize('');
    const { word: written } = toVocabulary(status, 'scorm-2004');
    if (!written) continue;
    expect(api.SetValue('cmi.completion_status', written.completionStatus)).toBe('true');
    expect(api.SetValue('cmi.success_status', written.successStatus)).toBe('true');
    const read = {
      completionStatus: api.GetValue('cmi.completion_status'),
      successStatus: api.GetValue('cmi.success_status'),
    };
    expect(fromVocabulary(read, 'scorm-2004').status, status).toBe(status);
  }
});

test('the page shows the tables as they are', async () => {
  const file = `${import.meta.dirname}/../../../packages/core/VOCABULARY.md`;
  const read = Object.fromEntries(
    SYSTEMS.map((system) => [
      system,
      WORDS[system].map(([word]): ReadRow => ({ word, ...fromVocabulary(word, system) })),
    ]),
  );
  const page = await vocabularyPage(read, file);
  await expect(page).toMatchFileSnapshot(file);
  const shown = Object.values(read).flatMap((words) => words.flatMap(({ losses }) => losses));
  const written = SYSTEMS.flatMap((system) => STATUSES.flatMap((status) => toVocabulary(status, system).losses));
  // A loss that nothing says would be a sentence for nobody.
  const unseen = Object.keys(LOSSES).filter(
    (loss) => ![...shown, ...written, 'word-not-recognized'].includes(loss as never),
  );
  expect(unseen).toEqual([]);
});
