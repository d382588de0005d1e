import { byId, h } from './dom.js';
import { text, type TextKey } from './texts/language.js';
import type { InvitedTrainer, LinkedCourse, LinkWish } from './trainer-invitation.js';

type Wish = (wish: LinkWish, button: HTMLButtonElement) => Promise<void>;

/** Where a trainer stands with each course, and what can be done about it. */
export function showCourses({ courses, offers, state }: InvitedTrainer, wish: Wish): void {
  byId('no-courses').hidden = courses.length > 0;
  byId('courses').hidden = courses.length === 0;
  byId('courses').replaceChildren(...courses.map((course) => courseRow(course, wish)));
  // Who isn't known to be the trainer yet has nothing to ask.
  byId('ask').hidden = state !== 'confirmed' || offers.length === 0;
  const select = byId<HTMLSelectElement>('offers');
  const chosen = select.value;
  select.replaceChildren(...offers.map(({ id, name }) => h('option', { value: id }, name)));
  if (offers.some(({ id }) => id === chosen)) select.value = chosen;
}

function courseRow(course: LinkedCourse, wish: Wish): HTMLLIElement {
  const { id, name } = course;
  const [words, action] = standing(course);
  const button = action && h('button', { className: 'button', type: 'button' }, text(action));
  if (button) {
    button.setAttribute('aria-label', text('actionOn', { action: text(action), what: name }));
    button.addEventListener('click', () => void wish({ productId: id, wanted: action === 'showAfterAll' }, button));
  }
  return h(
    'li',
    {},
    h('a', { href: `/product.html?id=${encodeURIComponent(id)}&as=visitor` }, name),
    h('p', { className: 'soft' }, text(words)),
    button,
  );
}

/** What is said of it, and what the trainer can do. What the provider declined, only the provider can change. */
function standing({ state, decidedBy }: LinkedCourse): readonly [TextKey, TextKey | undefined] {
  if (state === 'accepted') return ['linkAccepted', 'dontShow'];
  if (state === 'asked') return ['linkAsked', 'takeBack'];
  return decidedBy === 'trainer' ? ['linkRefused', 'showAfterAll'] : ['linkDeclined', undefined];
}
