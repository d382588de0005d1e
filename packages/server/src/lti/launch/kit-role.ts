/** What somebody from a platform can be here: who teaches the course acts for the provider, in this course only. */
export const KIT_ROLES = ['provider', 'participant'] as const;
export type KitRole = (typeof KIT_ROLES)[number];

const CONTEXT = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/**
 * LTI's roles in the course that was launched from. Who teaches somewhere in the institution, or looks after its systems, is
 * not thereby a teacher here: a registration may say so. The short names are LTI's too, for roles in the course.
 * Source: LTI 1.3 core, appendix A.2.
 */
const ROLES: Readonly<Record<string, KitRole>> = {
  [`${CONTEXT}#Instructor`]: 'provider',
  [`${CONTEXT}#Administrator`]: 'provider',
  [`${CONTEXT}#Manager`]: 'provider',
  [`${CONTEXT}#Learner`]: 'participant',
  Instructor: 'provider',
  Administrator: 'provider',
  Manager: 'provider',
  Learner: 'participant',
};

/**
 * What somebody is here by the roles that a platform says. `lowered`: a custom parameter asks for the participant's view. It
 * can never raise anybody: whoever places a link fills in its parameters.
 */
export function kitRoleOf(
  roles: readonly string[],
  { more, lowered = false }: { readonly more: Readonly<Record<string, KitRole>>; readonly lowered?: boolean },
): KitRole | undefined {
  const found = roles.map((role) =>
    Object.hasOwn(more, role) ? more[role] : Object.hasOwn(ROLES, role) ? ROLES[role] : undefined,
  );
  const highest = KIT_ROLES.find((role) => found.includes(role));
  return highest === 'provider' && lowered ? 'participant' : highest;
}
