import { fromWirePath, toCamelKeys, toSnakeKeys } from '@enrollkit/core/wire';
import { renderDescription } from '@enrollkit/feed/html/render.js';

export interface TrainerProfile {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly bio?: string;
  readonly photoUrl?: string;
  readonly webAddress?: string;
  readonly linkedIn?: string;
  readonly telephone?: string;
}

/** A trainer as the invitation knows them. */
export interface InvitedTrainer {
  readonly email: string;
  readonly state: 'invited' | 'confirmed';
  readonly profile: TrainerProfile;
  /** Those that name the trainer, and those that the trainer asked for. */
  readonly courses: readonly LinkedCourse[];
  /** Others, to ask for. */
  readonly offers: readonly Course[];
}

export interface Course {
  readonly id: string;
  readonly name: string;
}

export interface LinkedCourse extends Course {
  readonly state: 'asked' | 'accepted' | 'declined';
  readonly decidedBy?: 'provider' | 'trainer';
}

/** What a trainer says of a course: to be shown with it, or not (any more). */
export interface LinkWish {
  readonly productId: string;
  readonly wanted: boolean;
}

/** Who is meant by the link of an invitation; nobody when it leads nowhere, as where there is no server. */
export async function readInvitation(token: string): Promise<InvitedTrainer | undefined> {
  const response = await post('invitations', { token });
  if (response.status === 404 || response.status === 405) return undefined;
  if (!response.ok) throw failureOf(response);
  return trainerIn(response);
}

/** Asks for a course, or declines it. Answers how things stand then. */
export async function wishLink(token: string, wish: LinkWish): Promise<InvitedTrainer> {
  const response = await post('links', { token, ...wish });
  if (!response.ok) throw failureOf(response);
  return trainerIn(response);
}

async function trainerIn(response: Response): Promise<InvitedTrainer> {
  const {
    email,
    state,
    courses,
    offers,
    bio = '',
    ...profile
  } = toCamelKeys(await response.json()) as InvitedTrainer & TrainerProfile;
  return { email, state, courses, offers, profile: { ...profile, bio: textOf(bio) } };
}

/** Confirms with what is filled in. Answers which fields the server can't take; none when it is stored. */
export async function confirmTrainer(token: string, profile: TrainerProfile): Promise<readonly string[]> {
  const sent = { ...profile, ...(profile.bio && { bio: htmlOf(profile.bio) }) };
  const response = await post('confirmations', { token, profile: sent });
  if (response.ok) return [];
  if (response.status !== 422) throw failureOf(response);
  const { errors = [] } = (await response.json()) as { readonly errors?: readonly { readonly path: string }[] };
  return errors.map(({ path }) => fromWirePath(path).replace(/^profile\./, ''));
}

function post(what: 'invitations' | 'confirmations' | 'links', body: object): Promise<Response> {
  return fetch(`/api/trainers/${what}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify(toSnakeKeys(body)),
  });
}

function failureOf({ status }: Response): Error {
  const code = { 404: 'not-found', 429: 'rate-limited' }[status] ?? 'unavailable';
  return Object.assign(new Error(`The server answered ${status}.`), { code });
}

/** A bio is HTML; here it is edited as paragraphs. */
function textOf(bio: string): string {
  const shown = renderDescription(bio);
  for (const block of shown.querySelectorAll('p, li, h2, h3, br')) block.after('\n');
  return shown.textContent.trim();
}

function htmlOf(bio: string): string {
  const paragraphs = bio.split(/\n+/).filter((line) => line.trim() !== '');
  return paragraphs.map(paragraphOf).join('');
}

function paragraphOf(line: string): string {
  const paragraph = document.createElement('p');
  paragraph.textContent = line.trim();
  return paragraph.outerHTML;
}
