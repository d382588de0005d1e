import { pageData } from './page-data.js';
import { sentenceOf, type PageTexts } from './lti-texts.js';
import { getFromStorage, type PlatformStorage } from './platform-storage.js';

/** What the server says of the page. */
export interface PageData {
  readonly apiUrl: string;
  readonly session: string;
  readonly locale: string;
  readonly texts: PageTexts;
  readonly storage?: PlatformStorage;
}

/** One of a course's members. */
export interface MemberView {
  readonly name?: string;
  readonly enrollment_id?: string;
  readonly problem?: string;
  readonly is_gone: boolean;
}

export type View =
  | { readonly kind: 'nothing'; readonly why: 'no-booking' | 'no-role' | 'no-product' }
  | { readonly kind: 'product'; readonly element: string; readonly product_id: string; readonly site?: string }
  | { readonly kind: 'booking'; readonly element: string; readonly product_id?: string; readonly enrollment_id: string }
  | {
      readonly kind: 'course';
      readonly element: string;
      readonly product_id: string;
      readonly can_sync: boolean;
      readonly synced_at?: string;
      readonly problem?: string;
      readonly members: readonly MemberView[];
      readonly total: number;
      readonly size: number;
      readonly offset: number;
    }
  | ({ readonly kind: 'choose' } & FoundProducts);

/** The first of the courses to choose from, and how many there are. */
export interface FoundProducts {
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly total: number;
}

/** All that the server may answer; what a refusal says, beside it. */
interface Answer extends FoundProducts {
  readonly view: View;
  readonly token: string;
  readonly expires_at: string;
  readonly url: string;
  readonly jwt: string;
  readonly refusal?: string;
  readonly detail?: string;
}

/** The server refused, and has a sentence for why. */
export class PageRefusal extends Error {}

/** The page's own line to the server: its secret in the body, no cookie. */
export interface PageSession {
  readonly data: PageData;
  /** Opens the page, or another part of its list, and keeps the token. */
  open(offset?: number): Promise<View>;
  sync(offset: number): Promise<View>;
  /** The courses that have this in their names. */
  find(search: string): Promise<FoundProducts>;
  choose(element: string, productId: string): Promise<{ readonly url: string; readonly jwt: string }>;
  /** For the elements: the token that the page has, or a new one when its time is over. */
  getToken(options?: { readonly refresh?: boolean }): Promise<string>;
}

export async function openSession(): Promise<PageSession> {
  const data = pageData<PageData>();
  // Another browser's launch finds nothing here, and is refused.
  const state = data.storage && (await getFromStorage(data.storage));
  let token = '';
  let expiresAtMs = 0;
  let offsetNow = 0;

  async function ask(path: string, more: object): Promise<Answer> {
    const answer = await fetch(`${data.apiUrl}/lti/page/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ session: data.session, ...(state !== undefined && { state }), ...more }),
      credentials: 'omit',
    });
    const body = (await answer.json()) as Answer;
    if (answer.ok) return body;
    const sentence = sentenceOf(data.texts.refusals, body.refusal ?? '', body.detail);
    // What isn't known as a refusal is a failure, after which somebody may try again.
    throw sentence === undefined ? new Error(`HTTP ${answer.status}`) : new PageRefusal(sentence);
  }

  const view = async (path: string, offset: number): Promise<View> => {
    const body = await ask(path, { offset });
    token = body.token;
    expiresAtMs = Date.parse(body.expires_at);
    offsetNow = offset;
    return body.view;
  };

  return {
    data,
    open: (offset = 0) => view('open', offset),
    sync: (offset) => view('sync', offset),
    find: (search) => ask('find', { search }),
    choose: (element, productId) => ask('choose', { element, product_id: productId }),
    async getToken({ refresh = false } = {}) {
      if (refresh || expiresAtMs - 30_000 < Date.now()) await view('open', offsetNow);
      return token;
    },
  };
}
