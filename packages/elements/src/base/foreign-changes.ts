/** On the live region of the page: by this another copy of the kit, and whoever looks after the page, knows it. */
export const ANNOUNCER_ATTRIBUTE = 'data-enrollkit-announcer';

/** More than a person's browser ever does to one element between two of its updates. */
const MOST_KEPT = 500;

/**
 * Notices what others do to an element's shadow tree, and takes it back. Page translators put `<font>` in the place of text
 * nodes or set texts anew, extensions add and remove nodes: Lit would go on writing into nodes that nobody sees, and a
 * translation that comes late would say what was true before.
 *
 * What they do stays until the element has something new to say. The first thing they do after that is taken back once,
 * for it may be about the old text; a translator then sees the new one, and what it makes of that stays.
 */
export class ForeignChanges {
  readonly #onStale: () => void;
  /** Made when there is something to be changed: the first rendering is nobody else's, and a server has no observers. */
  #observer: MutationObserver | undefined;
  #root: ShadowRoot | undefined;
  #changes: MutationRecord[] = [];
  #saidAnew = false;

  /** `onStale` is called when what is shown may be older than what the element has said. */
  constructor(onStale: () => void) {
    this.#onStale = onStale;
  }

  #observe(root: ShadowRoot): void {
    this.#root = root;
    this.#observer = new MutationObserver((records) => {
      const changes = foreignOf(records);
      this.#changes.push(...changes);
      if (changes.length > 0 && this.#saidAnew) this.#onStale();
    });
    this.#observer.observe(root, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });
  }

  /** Before the element renders. Answers `false` when its tree can't be put right, and has to be made anew. */
  takeBack(): boolean {
    const changes = [...this.#changes, ...this.#takeRecords()];
    this.#changes = [];
    if (changes.length === 0) return true;
    this.#saidAnew = false;
    const isDone = changes.length <= MOST_KEPT && changes.reverse().every((change) => this.#undo(change));
    this.#takeRecords();
    return isDone;
  }

  /** After the element has rendered: what happened until now was its own doing. The first time is the first to be looked at. */
  forget(root: ShadowRoot): void {
    if (!this.#observer) this.#observe(root);
    else if (this.#takeRecords().length === 0) return;
    this.#saidAnew = true;
  }

  #takeRecords(): MutationRecord[] {
    return foreignOf(this.#observer?.takeRecords() ?? []);
  }

  #undo({ type, target, oldValue, addedNodes, removedNodes, nextSibling }: MutationRecord): boolean {
    if (type === 'characterData') {
      (target as CharacterData).data = oldValue ?? '';
      return true;
    }
    for (const node of addedNodes) if (node.parentNode === target) target.removeChild(node);
    if (removedNodes.length > 0 && nextSibling && nextSibling.parentNode !== target) return false;
    for (const node of removedNodes) target.insertBefore(node, nextSibling);
    return this.#root?.contains(target) ?? false;
  }
}

/** The live region of the page comes and goes in an element's own dialog, by itself. */
const foreignOf = (records: readonly MutationRecord[]): MutationRecord[] =>
  records.filter(({ addedNodes, removedNodes }) => !isAnnouncer(addedNodes[0] ?? removedNodes[0]));

const isAnnouncer = (node: Node | undefined): boolean =>
  node !== undefined && 'matches' in node && (node as Element).matches(`[${ANNOUNCER_ATTRIBUTE}]`);
