import { createFileMatcher, inspectFile, type Certificate, type FileMatcher } from '@enrollkit/core';
import type { TransferredFiles } from '../../base/files/transferred-files.js';
import { newKey } from '../../base/new-key.js';
import type { UploadLimits } from '../../certificate-upload/read-limits.js';
import { isOnItsWay, isOver, ownerOf, withoutBytes, type BundleItem } from '../bundle-item.js';
import type { ItemList } from '../item-list.js';
import type { PdfReader } from '../pdf/pdf-reader.js';
import type { BundleRecord } from '../read-roster.js';
import { collectFiles } from './collect-files.js';
import { digestOf } from './digest-of.js';
import type { FoundFile } from './found-file.js';

export interface MatchingOptions {
  readonly record: () => BundleRecord | undefined;
  readonly limits: () => UploadLimits;
  readonly reader: () => PdfReader | undefined;
}

export const MOST_FILES = 1000;
const MOST_BYTES = 2 * 1024 ** 3;
/** Files that are looked into at the same time. */
const LOOK_AT_ONCE = 4;

/** Takes files in: out of folders and zips, their bytes checked, and whose they are found out. */
export class FileMatching {
  readonly #items: ItemList;
  readonly #options: MatchingOptions;
  #matcher: FileMatcher | undefined;
  #intakes = 0;
  /** One after the other: what one is reading, the next would take for read. */
  #turn: Promise<void> = Promise.resolve();

  constructor(items: ItemList, options: MatchingOptions) {
    this.#items = items;
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#intakes > 0;
  }

  async take(given: TransferredFiles): Promise<void> {
    this.#intakes += 1;
    const limits = this.#options.limits();
    const looking = new Set<Promise<void>>();
    const maxFiles = Math.max(0, MOST_FILES - this.#items.all.length);
    for await (const found of collectFiles(given, { ...limits, maxTotalBytes: MOST_BYTES, maxFiles })) {
      const look = this.#look(found, limits).finally(() => looking.delete(look));
      looking.add(look);
      if (looking.size >= LOOK_AT_ONCE) await Promise.race(looking);
    }
    await Promise.all(looking);
    await this.matchAll();
    this.#intakes -= 1;
  }

  /** The people may be others now: what no person decided is decided anew. */
  rematch(): Promise<void> {
    this.#matcher = undefined;
    return this.matchAll();
  }

  /** First by the names, which costs nothing; then by the text of those whose names say too little. */
  matchAll(): Promise<void> {
    const matched = this.#turn.then(() => this.#matchAllNow());
    this.#turn = matched.catch(() => undefined);
    return matched;
  }

  async #matchAllNow(): Promise<void> {
    // Names are compared when all are known: what they share is about the course.
    this.#matcher = undefined;
    const open = this.#items.all.filter((item) => !item.problem && !isOver(item) && !isOnItsWay(item));
    for (const item of open) this.match(item, { keep: false });
    this.#findSent();
    await this.#items.keep(new Set(open.map(({ id }) => id)));
    await this.#readTexts();
  }

  /** What the backend kept until there was a connection, and has sent since: nobody here is told, and the list has it. */
  #findSent(): void {
    for (const item of this.#items.all) {
      const there = item.state === 'queued' && this.#thereFor(item);
      if (there) this.#items.replace(withoutBytes({ ...item, state: 'sent', certificateId: there.id }));
    }
  }

  async #readTexts(): Promise<void> {
    const reader = this.#options.reader();
    if (!reader || !this.#options.record()) return;
    const unread = this.#items.all.filter(
      (item) => item.state === 'ready' && !item.problem && !item.pages && ownerOf(item) === undefined,
    );
    for (const item of unread) this.#items.replace({ ...item, state: 'reading' }, { keep: false });
    for (const { id, file } of unread) {
      // What can't be read says nothing: a scan of a picture, a type without text.
      const pages = await reader.readText(file).catch(() => []);
      const item = this.#items.find(id);
      if (item) this.match({ ...item, state: 'ready', pages }, { keep: true });
    }
  }

  /** Whose one file is; and whether it is there already, or is given twice. */
  match(item: BundleItem, how: { readonly keep: boolean }): void {
    const { path: name, pages } = item;
    const match = this.#matcherNow?.({ name, ...(pages && { pages }) });
    const matched = { ...item, ...(match && { match }) };
    this.#items.replace(this.#judged(matched), how);
  }

  /** With what is wrong with it as soon as it is known whose it is. */
  #judged(item: BundleItem): BundleItem {
    const there = this.#thereFor(item);
    // It was sent, or somebody else has sent it, before the page could hear of it.
    if (there && item.isRestored) return withoutBytes({ ...item, state: 'there', certificateId: there.id });
    if (there) return { ...item, problem: { code: 'duplicate', params: { certificateId: there.id } } };
    return this.#isChosenTwice(item) ? { ...item, problem: { code: 'duplicate-chosen', params: {} } } : item;
  }

  /** A certificate with these bytes, when there is one for each certification that the file can be for. */
  #thereFor(item: BundleItem): Certificate | undefined {
    const { there, certifications = [] } = this.#options.record() ?? {};
    const found = (there?.get(ownerOf(item) ?? '') ?? []).filter(({ file }) => file.sha256 === item.sha256);
    const isForAll = certifications.every(({ id }) => found.some(({ certificationId }) => certificationId === id));
    return isForAll ? found[0] : undefined;
  }

  get #matcherNow(): FileMatcher | undefined {
    const record = this.#options.record();
    if (!record) return undefined;
    const people = [...record.people.values()].map(({ id, participant }) => ({ id, ...participant }));
    this.#matcher ??= createFileMatcher(people, {
      fileNames: this.#items.all.map(({ path }) => path),
      courseNames: [record.product.name, ...record.certifications.map(({ name }) => name)],
    });
    return this.#matcher;
  }

  #isChosenTwice(item: BundleItem): boolean {
    const owner = ownerOf(item);
    const { id, sha256 } = item;
    if (owner === undefined || sha256 === undefined) return false;
    // The first of them is the one that is sent.
    const first = this.#items.all.find(
      (each) => each.id === id || (each.sha256 === sha256 && ownerOf(each) === owner && !each.problem),
    );
    return first !== undefined && first.id !== id;
  }

  async #look({ path, file, code }: FoundFile, limits: UploadLimits): Promise<void> {
    const id = newKey();
    this.#items.add({ id, path, file, state: 'checking' });
    const { issues } = code ? { issues: [{ code, params: {} }] } : await inspectFile(file, limits);
    const issue = issues?.[0];
    const sha256 = issue ? undefined : await digestOf(file);
    const item = { id, path, file, state: 'ready' as const, ...(sha256 !== undefined && { sha256 }) };
    const isAgain =
      sha256 !== undefined && this.#items.all.some((each) => each.path === path && each.sha256 === sha256);
    if (issue) this.#items.replace({ ...item, problem: { code: issue.code, params: issue.params } });
    // The same file from the same place, dropped once more.
    else if (isAgain) this.#items.drop(id);
    else this.#items.replace(item, { keep: false });
  }
}
