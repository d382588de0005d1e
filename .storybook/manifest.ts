import customElements from '../packages/elements/custom-elements.json' with { type: 'json' };

/** Something that the manifest names: an attribute, a part, a token. */
interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

interface Member extends Named {
  readonly kind: string;
  readonly readonly?: boolean;
  /** The attribute that sets it. */
  readonly attribute?: string;
}

/** What the manifest says of one element. */
export interface ElementDoc {
  readonly tagName: string;
  /** Its class, and its component for React. */
  readonly name: string;
  readonly summary: string;
  readonly members: readonly Member[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const ELEMENTS: ReadonlyMap<string, ElementDoc> = new Map(
  (customElements.modules as unknown as readonly { declarations: readonly ElementDoc[] }[])
    .flatMap(({ declarations }) => declarations)
    .map((element) => [element.tagName, element]),
);

/** Every tag of the kit. */
export const TAGS: readonly string[] = [...ELEMENTS.keys()];

export function elementDoc(tag: string | undefined): ElementDoc | undefined {
  return tag === undefined ? undefined : ELEMENTS.get(tag);
}

/** What a host can set as an attribute, by the name of its property. */
export function attributesOf({ members }: ElementDoc): readonly (Member & { attribute: string })[] {
  return members.filter((member): member is Member & { attribute: string } => isSettable(member) && !!member.attribute);
}

/** What can only be set as a property: records, and the backend. */
export function propertiesOf({ members }: ElementDoc): readonly Member[] {
  return members.filter((member) => isSettable(member) && !member.attribute);
}

const isSettable = ({ kind, readonly }: Member): boolean => kind === 'field' && !readonly;
