import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { AS_LISTED, compare, type Verdict } from './compare.js';
import { LAXER_THAN_OUR_TRAINERS, STRICTER_THAN_OUR_TRAINERS } from './differences.js';
import { judgeTrainers, schemaJudge } from './judges.js';
import { changedByChance, everyChange } from './mutated-feeds.js';
import { trainerFeeds } from './trainer-feeds.js';

const OWN = new URL('../../../packages/feed/schema/trainers.xsd', import.meta.url);

let verdicts: readonly Verdict[] = [];

beforeAll(async () => {
  const judge = schemaJudge({ own: readFileSync(OWN) });
  const judged: Verdict[] = [];
  for (const { what, xml } of [...everyChange(trainerFeeds), ...changedByChance(trainerFeeds, 500)]) {
    const feed = new TextEncoder().encode(xml);
    judged.push({ what, strict: await judgeTrainers(feed), official: [], ...judge(feed) });
  }
  verdicts = judged;
});

describe('the schema of trainers in libxml2', () => {
  it('takes what strict mode takes, but for what is listed', () => {
    expect(compare(verdicts, 'own', 'strict', LAXER_THAN_OUR_TRAINERS)).toEqual(AS_LISTED);
  });

  it('refuses what strict mode refuses, but for what is listed', () => {
    expect(compare(verdicts, 'strict', 'own', STRICTER_THAN_OUR_TRAINERS)).toEqual(AS_LISTED);
  });

  it('is tried with feeds of which many are valid and many are not', () => {
    const valid = verdicts.filter(({ own }) => own.length === 0).length;
    expect(valid).toBeGreaterThan(300);
    expect(verdicts.length - valid).toBeGreaterThan(300);
  });
});
