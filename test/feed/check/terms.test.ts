import { PRICE_ISSUES } from '@enrollkit/core';
import {
  CHECK_FINDINGS,
  describeFinding,
  FEED_FINDINGS,
  findingTitle,
  type FindingCode,
  type FindingParams,
} from '@enrollkit/feed';
import { de } from '@enrollkit/feed/terms/de.js';
import { en } from '@enrollkit/feed/terms/en.js';
import { fr } from '@enrollkit/feed/terms/fr.js';
import { nl } from '@enrollkit/feed/terms/nl.js';
import { describe, expect, it } from 'vitest';

const CODES = Object.keys({ ...FEED_FINDINGS, ...CHECK_FINDINGS, ...PRICE_ISSUES }) as FindingCode[];
const LANGUAGES = [nl, en, de, fr] as const;

/** Notes which values a sentence asks for, and answers each with something of its kind. */
function watchedParams(problem: string): {
  readonly params: Record<string, string | number>;
  readonly asked: Set<string>;
} {
  const asked = new Set<string>();
  const params = new Proxy<Record<string, string | number>>(
    {},
    {
      get: (_target, name) => {
        const key = String(name);
        asked.add(key);
        if (['startDate', 'endDate', 'date', 'first', 'second'].includes(key)) return '2027-03-01';
        if (key === 'period') return 'monthly';
        if (key === 'problem') return problem;
        if (key === 'percentage') return '21';
        return /Minor$|[Ll]ine$|Seats$|^(?:limit|count|seconds|length|maximum|minimum|characters|words|seats|maxParticipants)$/.test(
          key,
        )
          ? 1234
          : `Een ${key}`;
      },
    },
  );
  return { params, asked };
}

describe('sentences', () => {
  it.each(LANGUAGES)('exist for every code and none besides: $locale', ({ findings }) => {
    expect(Object.keys(findings).sort()).toEqual([...CODES].sort());
  });

  /** Where there is a sentence for each problem, all of them. */
  const KINDS = CODES.flatMap((code): readonly (readonly [FindingCode, string])[] => {
    const words = en.findings[code];
    return 'sentences' in words ? Object.keys(words.sentences).map((problem) => [code, problem]) : [[code, '']];
  });

  it.each(KINDS)('say what is wrong and what to do: %s %s', (code, problem) => {
    const told = LANGUAGES.map((terms) => {
      const { params, asked } = watchedParams(problem);
      const sentence = describeFinding({ code, params }, terms);
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object|\$\{|(?<!<)!/);
      expect(sentence).toMatch(/^[\p{Lu}“„«€\d]/u);
      expect(sentence).toMatch(/\.$/);
      expect(sentence.length).toBeLessThan(330);
      expect(sentence).not.toContain(code);
      expect(findingTitle({ code }, terms)).toMatch(/^[\p{Lu}&].{2,60}[^.]$/u);
      return { sentence, asked: [...asked].sort() };
    });
    expect(new Set(told.map(({ sentence }) => sentence)).size).toBe(LANGUAGES.length);
    for (const { asked } of told) expect(asked, 'all languages tell the same values').toEqual(told[0]?.asked);
  });

  it('write amounts, days and numbers as the language does', () => {
    const params: FindingParams['vat-looks-like-percentage'] = {
      amountMinor: 125000,
      vatMinor: 2100,
      percentage: '21',
    };
    const finding = { code: 'vat-looks-like-percentage', params: { ...params } } as const;
    expect(plain(describeFinding(finding, nl))).toContain('€ 21,00 op € 1.250,00');
    expect(plain(describeFinding(finding, nl))).toContain('voor 21% is dat € 262,50.');
    expect(plain(describeFinding(finding, en))).toContain('€21.00 on €1,250.00');
    expect(plain(describeFinding(finding, de))).toContain('21,00 € auf 1.250,00 €');
    expect(plain(describeFinding(finding, fr))).toContain('21,00 € sur 1 250,00 €');
    const past = (startDate: string) => ({ code: 'start-in-past', params: { startDate } }) as const;
    expect(describeFinding(past('2026-08-25'), nl)).toContain('25\u00a0augustus 2026');
    expect(describeFinding(past('2026-08'), en)).toContain('August 2026');
    expect(describeFinding(past('2026-08-25'), de)).toContain('25.\u00a0August 2026');
    expect(describeFinding(past('2026-08-25'), fr)).toContain('25\u00a0août 2026');
    expect(describeFinding(past('2026-11-01'), fr)).toContain('du 1er\u00a0novembre 2026');
  });
});

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
