import { normalizeEmail, type FieldChange, type Trainer } from '@enrollkit/core';

const TRAINER_FIELDS = Object.keys({
  firstName: true,
  lastName: true,
  bio: true,
  photoUrl: true,
  telephone: true,
  webAddress: true,
  linkedIn: true,
} satisfies Record<Exclude<keyof Trainer, 'email'>, true>) as readonly Exclude<keyof Trainer, 'email'>[];

/** What became different in a trainer's profile. The address is the key, in any case. */
export function compareTrainers(before: Trainer, after: Trainer): readonly FieldChange[] {
  return TRAINER_FIELDS.filter((field) => before[field] !== after[field]).map((path) => {
    const { [path]: from } = before;
    const { [path]: to } = after;
    return { path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  });
}

/** How a trainer is called in a list: by name, or else by address. */
export function trainerName({ email, firstName, lastName }: Trainer): string {
  return [firstName, lastName].filter(Boolean).join(' ') || normalizeEmail(email);
}
