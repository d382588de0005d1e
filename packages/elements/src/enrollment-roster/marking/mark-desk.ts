import type { Enrollment, ParticipationStatus } from '@enrollkit/core';
import { nothing, type TemplateResult } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { formatDecimal } from '../../base/language/formats.js';
import { keep } from '../../base/language/kept-words.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import type { Counted } from '../../terms/feed-check.js';
import type { RosterRows } from '../rows/roster-rows.js';
import { isForList, readMarkKeys, type MarkKeys } from './mark-keys.js';
import { NotePrompt } from './note-prompt.js';
import { renderMarkBar } from './render-mark-bar.js';
import { RosterCursor } from './roster-cursor.js';
import { RosterMarks } from './roster-marks.js';
import type { Outcome } from './row-mark.js';
import { sayOutcome } from './say-outcome.js';

/** Statuses with which people say why. */
const NOTED: ReadonlySet<ParticipationStatus> = new Set(['no-show']);
/** As far as one press of Page Down goes. */
const ROWS_OF_A_PAGE = 10;

export interface MarkDeskOptions {
  readonly terms: () => EnrollmentRosterTerms;
  readonly locale: () => string;
  readonly isEditable: () => boolean;
  readonly keys: () => string | undefined;
  readonly open: (id: string) => void;
  readonly focusRow: (index: number) => void;
  readonly focusSearch: () => void;
}

/** What a person does with the rows: going through them, choosing some, setting their status. */
export class MarkDesk {
  readonly cursor: RosterCursor;
  readonly marks: RosterMarks;
  readonly #host: EnrollkitElement;
  readonly #rows: RosterRows;
  readonly #options: MarkDeskOptions;
  readonly #prompt: NotePrompt;
  #showsKeys = false;
  /** As long as the rest of a long list is read to be chosen, keys are about what will be chosen. */
  #selecting: Promise<void> | undefined;
  #keys: { readonly of: readonly unknown[]; readonly keys: MarkKeys } | undefined;

  constructor(host: EnrollkitElement, rows: RosterRows, options: MarkDeskOptions) {
    this.#host = host;
    this.#rows = rows;
    this.#options = options;
    this.cursor = new RosterCursor({
      get count() {
        return rows.count;
      },
      idAt: (index) => rows.at(index)?.id,
      placeOf: (id) => rows.placeOf(id),
    });
    this.marks = new RosterMarks(host, rows, this.#say);
    this.#prompt = new NotePrompt(
      host,
      ({ status, targets, text }) => {
        const now = targets.flatMap(({ id }) => rows.get(id) ?? []);
        void this.#mark(now, status, text.trim());
      },
      () => options.focusRow(this.cursor.index),
    );
  }

  get keys(): MarkKeys {
    const of = [this.#options.keys(), this.#options.terms()];
    const isKnown = this.#keys?.of.every((part, index) => part === of[index]) ?? false;
    const { keys } =
      isKnown && this.#keys ? this.#keys : { keys: readMarkKeys(of[0] as string, this.#options.terms().keys) };
    this.#keys = { of, keys };
    return keys;
  }

  renderBar(): TemplateResult | typeof nothing {
    if (!this.#options.isEditable()) return nothing;
    const { marks, cursor } = this;
    const terms = this.#options.terms();
    const outcome = marks.outcome;
    const { noting } = this.#prompt;
    return renderMarkBar({
      terms,
      common: this.#host.common,
      keys: this.keys,
      about: this.#aboutWhom(this.#targets()),
      isBusy: marks.isBusy,
      hasSelection: cursor.selected.size > 0,
      outcome: marks.isBusy ? terms.marking : outcome ? this.#say(outcome) : '',
      canUndo: marks.canUndo,
      failed: marks.failed.length,
      overwrite: outcome && outcome.kept.length > 0 ? outcome.to : undefined,
      noting: noting && { status: noting.status, text: noting.text, who: this.#aboutWhom(noting.targets) },
      showsKeys: this.#showsKeys,
      onMark: (status) => this.#ask(status),
      onRest: () => void this.#markRest(),
      onUndo: () => void marks.undo(),
      onRetry: () => void marks.retry(marks.failed),
      onOverwrite: () => void this.#overwrite(),
      onClear: this.#clear,
      onKeys: this.#toggleKeys,
      onKeydown: this.onKeydown,
      onNoteInput: this.#prompt.onInput,
      onNoteKeydown: this.#prompt.onKeydown,
      onNoteSubmit: this.#prompt.onSubmit,
      onNoteCancel: this.#prompt.cancel,
    });
  }

  readonly onSelectAll = (): void => {
    const { size } = this.cursor.selected;
    if (size > 0 && size >= this.#rows.count) this.#clear();
    else this.#selectAll();
  };

  readonly onFocus = (event: FocusEvent): void => {
    const index = indexOf(event);
    if (index === undefined || index === this.cursor.index) return;
    this.cursor.moveTo(index);
    this.#host.requestUpdate();
  };

  /** A range begins where the cursor was: it doesn't go along, and no text is marked. */
  readonly onMousedown = (event: MouseEvent): void => {
    if (event.shiftKey && indexOf(event) !== undefined) event.preventDefault();
  };

  readonly onClick = (event: MouseEvent): void => {
    const index = indexOf(event);
    const row = index === undefined ? undefined : this.#rows.at(index);
    if (index === undefined || !row) return;
    const action = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset.do;
    if (action === 'open') this.#options.open(row.id);
    else if (action === 'select') this.cursor.toggle(index, event.shiftKey);
    else if (action === 'retry') void this.marks.retry([this.marks.of(row.id)].filter((mark) => mark !== undefined));
    else if (action === 'dismiss') {
      this.marks.dismiss(row.id);
      this.#options.focusRow(index);
    } else if (event.shiftKey && this.#options.isEditable()) this.#move(index, true);
    this.#host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (isForList(event) && this.#press(event)) {
      event.preventDefault();
      // The key was for the list: shortcuts of the page around it are not meant.
      event.stopPropagation();
    }
  };

  /** Answers whether the key meant something here. */
  #press(event: KeyboardEvent): boolean {
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const isEditable = this.#options.isEditable();
    const { index } = this.cursor;
    const last = this.#rows.count - 1;
    const MOVES: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + ROWS_OF_A_PAGE,
      PageUp: index - ROWS_OF_A_PAGE,
      Home: 0,
      End: last,
    };
    const target = MOVES[key];
    if (target !== undefined) this.#move(target, shiftKey && isEditable);
    else if (key === 'Enter' && !isCommand) this.#open();
    else if (key === '/' && !isCommand) this.#options.focusSearch();
    else if (!isEditable) return false;
    else if (key === ' ') this.cursor.toggle(index, shiftKey);
    else if (key === '?') this.#toggleKeys();
    else if (key === 'Escape') return this.#escape();
    else if (isCommand && key.toLowerCase() === 'a') this.#selectAll();
    else if (isCommand && key.toLowerCase() === 'z') void this.marks.undo();
    else {
      const status = isCommand ? undefined : this.keys.get(key.toLowerCase());
      if (!status) return false;
      this.#ask(status);
    }
    this.#host.requestUpdate();
    return true;
  }

  #move(index: number, extend: boolean): void {
    const target = Math.min(Math.max(index, 0), this.#rows.count - 1);
    const go = (): void => {
      this.cursor.moveTo(target, extend);
      this.#options.focusRow(this.cursor.index);
    };
    if (this.#rows.at(target)) go();
    else void this.#rows.load(target).then(go);
  }

  #open(): void {
    const { id } = this.cursor;
    if (id !== undefined) this.#options.open(id);
  }

  #escape(): boolean {
    if (this.#showsKeys) this.#toggleKeys();
    else if (this.cursor.selected.size > 0) this.#clear();
    else return false;
    return true;
  }

  readonly #clear = (): void => {
    this.cursor.clear();
    this.#host.requestUpdate();
  };

  readonly #toggleKeys = (): void => {
    this.#showsKeys = !this.#showsKeys;
    this.#host.requestUpdate();
  };

  #selectAll(): void {
    this.#selecting ??= this.#all().then((all) => {
      this.#selecting = undefined;
      this.cursor.select(all.map(({ id }) => id));
      this.#host.announce(this.#options.terms().chosen(this.#counted(all.length).text));
      this.#host.requestUpdate();
    });
  }

  async #markRest(): Promise<void> {
    await this.marks.mark(await this.#all(), 'completed', { overwrite: false });
  }

  async #overwrite(): Promise<void> {
    const { to, kept = [], note } = this.marks.outcome ?? {};
    const now = kept.flatMap(({ id }) => this.#rows.get(id) ?? []);
    if (to) await this.marks.mark(now, to, { overwrite: true, ...(note && { note }) });
  }

  /** Everybody who is shown; what isn't here yet comes first. */
  async #all(): Promise<readonly Enrollment[]> {
    try {
      return await this.#rows.loadAll();
    } catch {
      // The list says what is wrong with the rest. Half of everybody is not everybody.
      return [];
    }
  }

  /** Those that are chosen, else the row with the cursor. */
  #targets(): readonly Enrollment[] {
    const { selected, id } = this.cursor;
    const ids = selected.size > 0 ? [...selected] : id === undefined ? [] : [id];
    return ids.flatMap((each) => this.#rows.get(each) ?? []);
  }

  #ask(status: ParticipationStatus): void {
    if (this.#selecting) {
      void this.#selecting.then(() => this.#ask(status));
      return;
    }
    const targets = this.#targets();
    if (targets.length === 0) return;
    if (NOTED.has(status)) this.#prompt.ask(status, targets);
    else void this.#mark(targets, status);
  }

  /** One row after the other: the next is at hand when this one is done. */
  async #mark(targets: readonly Enrollment[], status: ParticipationStatus, note?: string): Promise<void> {
    const isGoingThrough = this.cursor.selected.size === 0;
    const { index } = this.cursor;
    const stored = this.marks.mark(targets, status, note ? { note } : {});
    if (isGoingThrough) this.cursor.moveTo(index + 1);
    else this.cursor.leaveOut(targets.map(({ id }) => id));
    this.#options.focusRow(this.cursor.index);
    await stored;
  }

  #aboutWhom(targets: readonly Enrollment[]): string {
    const terms = this.#options.terms();
    const [first] = targets;
    if (!first) return terms.nobodyChosen;
    return targets.length === 1 ? keep(first.participant.name) : terms.chosen(this.#counted(targets.length).text);
  }

  #counted(count: number): Counted {
    return { count, text: formatDecimal(String(count), this.#options.locale()) };
  }

  readonly #say = (outcome: Outcome): string =>
    sayOutcome(outcome, {
      terms: this.#options.terms(),
      statuses: this.#host.common.statuses,
      count: (some) => this.#counted(some),
    });
}

function indexOf(event: Event): number | undefined {
  const row = (event.target as Element).closest<HTMLElement>('tr[data-index]');
  return row ? Number(row.dataset.index) : undefined;
}
