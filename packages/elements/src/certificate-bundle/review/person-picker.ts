import { foldText, meetsSearch, parseSearch, searchWords, type Enrollment } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { keep, sentence } from '../../base/language/kept-words.js';
import type { CertificateBundleTerms } from '../../terms/certificate-bundle.js';

/** More are no help: who doesn't see the right one types on. */
const MOST_SHOWN = 30;

interface PickerView {
  readonly t: CertificateBundleTerms;
  readonly fileName: string;
  readonly people: ReadonlyMap<string, Enrollment>;
  readonly onChoose: (enrollmentId: string) => void;
  readonly onClose: () => void;
}

/**
 * A combobox of participants, for one file at a time: type a part of a name in any order, without accents, and choose with
 * arrows and Enter. Source: ARIA authoring practices, editable combobox with list.
 */
export class PersonPicker {
  /** The file for which somebody is being chosen. */
  itemId: string | undefined;

  readonly #host: EnrollkitElement;
  #text = '';
  #active = -1;

  constructor(host: EnrollkitElement) {
    this.#host = host;
  }

  open(itemId: string): void {
    this.itemId = itemId;
    this.#text = '';
    this.#active = -1;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#input?.focus());
  }

  close(): void {
    this.itemId = undefined;
    this.#host.requestUpdate();
  }

  get #input(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('#person');
  }

  render(view: PickerView): TemplateResult {
    const { t } = view;
    const found = findPeople(view.people, this.#text);
    const active = found[this.#active];
    return html`<div class="picker" part="picker">
      <label class="picker-label" for="person">${sentence(t.whose(keep(view.fileName)))}</label>
      <input
        id="person"
        class="field-input"
        part="field"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        placeholder=${t.search}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls="people"
        aria-activedescendant=${active ? `person-${this.#active}` : nothing}
        @input=${(event: Event) => this.#typed(event, view)}
        @keydown=${(event: KeyboardEvent) => this.#pressed(event, found, view)}
      />
      <div id="people" class="people" role="listbox" aria-label=${t.choosePerson}>
        ${found.map((person, index) => this.#renderPerson(person, index, view))}
        ${found.length === 0 ? html`<p class="muted none" role="option" aria-disabled="true" aria-selected="false">${t.noneFound}</p>` : nothing}
      </div>
    </div>`;
  }

  #renderPerson({ id, participant }: Enrollment, index: number, { onChoose }: PickerView): TemplateResult {
    return html`<div
      id="person-${index}"
      class="person"
      role="option"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      @click=${() => onChoose(id)}
    >
      <bdi translate="no">${participant.name}</bdi>
      <bdi class="muted" translate="no">${participant.email}</bdi>
    </div>`;
  }

  #typed(event: Event, { t, people }: PickerView): void {
    this.#text = (event.target as HTMLInputElement).value;
    const found = findPeople(people, this.#text);
    this.#active = this.#text && found.length > 0 ? 0 : -1;
    this.#host.announce(found.length > 0 ? t.suggestions(found.length) : t.noneFound);
    this.#host.requestUpdate();
  }

  #pressed(event: KeyboardEvent, found: readonly Enrollment[], { onChoose, onClose }: PickerView): void {
    const last = found.length - 1;
    const goes: Readonly<Record<string, number>> = {
      ArrowDown: this.#active >= last ? 0 : this.#active + 1,
      ArrowUp: this.#active <= 0 ? last : this.#active - 1,
      PageDown: Math.min(last, this.#active + 10),
      PageUp: Math.max(0, this.#active - 10),
    };
    const next = goes[event.key];
    const chosen = found[this.#active];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') {
      if (chosen) onChoose(chosen.id);
    } else if (next !== undefined && last >= 0) {
      this.#active = next;
      this.#host.requestUpdate();
      void this.#host.updateComplete.then(() =>
        this.#host.renderRoot.querySelector(`#person-${next}`)?.scrollIntoView({ block: 'nearest' }),
      );
    } else return;
    event.preventDefault();
    // Escape is for this list, and not for a dialog of the page around it.
    event.stopPropagation();
  }
}

/**
 * Every word that was typed is one of the name, as it is everywhere, or is in the address or a number. Who has more of them as whole
 * words comes first: Enter after "Jan Jansen" must not mean Emine Jansen.
 */
function findPeople(people: ReadonlyMap<string, Enrollment>, text: string): readonly Enrollment[] {
  const wanted = text
    .split(/\s+/)
    .filter(Boolean)
    .map((typed) => ({ typed: foldText(typed), terms: parseSearch(typed) }));
  const found: { readonly person: Enrollment; readonly whole: number }[] = [];
  for (const person of people.values()) {
    if (person.status === 'cancelled') continue;
    const { name, email, externalId = '' } = person.participant;
    const words = searchWords([name]);
    const others = `${email.toLowerCase()} ${foldText(person.id)} ${foldText(externalId)}`;
    const isMeant = wanted.every(
      ({ typed, terms }) => others.includes(typed) || (terms.length > 0 && meetsSearch(words, terms)),
    );
    if (isMeant) found.push({ person, whole: wanted.filter(({ typed }) => words.includes(typed)).length });
  }
  return found
    .toSorted((a, b) => b.whole - a.whole || a.person.participant.name.localeCompare(b.person.participant.name))
    .slice(0, MOST_SHOWN)
    .map(({ person }) => person);
}
