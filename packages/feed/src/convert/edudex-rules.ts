import type { ConvertOptions, JsonRecord } from './conversion.js';

/** What EDU-DEX lets an id of a program be. */
const PROGRAM_ID = /^[- #&'()+,./0-9:?A-Z_a-z|éëïü{}]{1,64}$/;
const EMAIL = /^[a-zA-Z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z0-9-]{2,}$/;
/** What it lets an organisational unit be called, and a client. */
const ORG_UNIT = /^[-+a-z0-9_.{}/&]{1,64}$/;

export function isProgramId(id: string): boolean {
  return PROGRAM_ID.test(id);
}

export function isOrgUnit(name: string): boolean {
  return ORG_UNIT.test(name);
}

export function isMailable(email: string): boolean {
  return EMAIL.test(email);
}

/** Who wrote a record, when and for which version of the API. */
export function edudexHeader({ organisation, now }: ConvertOptions): JsonRecord {
  return { editor: organisation, format: 'EDU-DEX Data API 1.0.2', generator: 'Enrollkit', lastEdited: now };
}
