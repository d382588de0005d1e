import { toJson } from '@enrollkit/core';
import { EMPTY_DRAFT, MOST_PARTICIPANTS, type Draft, type Row } from './booking-draft.js';

/** A draft, and the keys under which it was sent: sent again after a reload it is still booked once. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly keys: Readonly<Record<string, string>>;
}

// The browser forgets it with the tab. Storage that is off, full or forbidden must not keep anybody from booking.

export function keepDraft(name: string, kept: KeptDraft): void {
  try {
    sessionStorage.setItem(name, toJson(kept));
  } catch {
    // It is still on screen.
  }
}

export function forgetDraft(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // There was nothing kept either.
  }
}

/** What was filled in before the page was loaded anew. Anything may be written there: what can't be read is left out. */
export function keptDraft(name: string): KeptDraft | undefined {
  try {
    const { draft, keys } = JSON.parse(sessionStorage.getItem(name) ?? '') as Partial<KeptDraft>;
    const { startingDateId, selectedCosts, buyer, rows } = draft ?? EMPTY_DRAFT;
    const readable = Array.isArray(rows) ? rows.filter(isRow).slice(0, MOST_PARTICIPANTS).map(readRow) : [];
    return {
      draft: {
        startingDateId: typeof startingDateId === 'string' ? startingDateId : '',
        selectedCosts: Array.isArray(selectedCosts) ? selectedCosts.map(String) : [],
        buyer: buyer === 'consumer' || buyer === 'company' ? buyer : undefined,
        rows: readable.length > 0 ? readable : EMPTY_DRAFT.rows,
      },
      keys: { ...keys },
    };
  } catch {
    return undefined;
  }
}

/** What was booked stays booked; why something failed is found out anew. */
function readRow({ key, name, email, outcome }: Row): Row {
  const isDone = outcome?.kind === 'queued' || (outcome?.kind === 'booked' && typeof outcome.enrollment === 'object');
  return { key, name, email, ...(isDone && { outcome }) };
}

function isRow(row: unknown): row is Row {
  const { key, name, email } = (row ?? {}) as Partial<Row>;
  return Number.isInteger(key) && typeof name === 'string' && typeof email === 'string';
}
