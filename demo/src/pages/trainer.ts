import { byId, control, h, notify, whileBusy } from '../dom.js';
import { forgetFailure, startPage, tellBeside, tellFailure } from '../portal.js';
import { text } from '../texts/language.js';
import { showCourses } from '../trainer-courses.js';
import {
  confirmTrainer,
  readInvitation,
  wishLink,
  type InvitedTrainer,
  type LinkWish,
  type TrainerProfile,
} from '../trainer-invitation.js';

const token = new URLSearchParams(location.search).get('token') ?? '';
const form = byId<HTMLFormElement>('profile');
const FIELDS = ['firstName', 'lastName', 'bio', 'photoUrl', 'webAddress', 'linkedIn', 'telephone'] as const;

let trainer: InvitedTrainer | undefined;

await startPage({
  wire() {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void confirmProfile();
    });
    byId('ask').addEventListener('submit', (event) => {
      event.preventDefault();
      const productId = control<HTMLSelectElement>(byId<HTMLFormElement>('ask'), 'course').value;
      void wish({ productId, wanted: true }, byId<HTMLButtonElement>('ask-course'));
    });
  },
  async show() {
    // What is being filled in stays when the language changes.
    if (trainer) {
      showInvited(trainer);
      return;
    }
    // Without a token there is nobody to ask about.
    trainer = token === '' ? undefined : await readInvitation(token);
    if (trainer) showTrainer(trainer);
    else {
      byId('lead').hidden = true;
      const link = h('a', { className: 'button', href: '/products.html' }, text('toProducts'));
      notify(text('invitationMissing'), { tone: 'plain', link });
    }
  },
});

function showTrainer(found: InvitedTrainer): void {
  const { profile, state } = found;
  byId('columns').hidden = false;
  for (const name of FIELDS) control(form, name).value = profile[name] ?? '';
  showInvited(found);
  if (state === 'confirmed') notify(text('alreadyConfirmed'));
}

/** What isn't being filled in. */
function showInvited(found: InvitedTrainer): void {
  byId('email').textContent = text('invitedAs', { email: found.email });
  showCourses(found, wish);
}

async function wish(asked: LinkWish, button: HTMLButtonElement): Promise<void> {
  forgetFailure();
  await whileBusy([button], async () => {
    try {
      trainer = await wishLink(token, asked);
      showCourses(trainer, wish);
      notify(text(asked.wanted ? 'courseAsked' : 'courseDeclined'), { takesFocus: true });
    } catch (error) {
      tellFailure(error, button);
    }
  });
}

async function confirmProfile(): Promise<void> {
  const button = byId<HTMLButtonElement>('confirm');
  forgetFailure();
  await whileBusy([button], async () => {
    try {
      const filled = FIELDS.map((name) => [name, control(form, name).value.trim()] as const);
      const profile = Object.fromEntries(filled.filter(([, value]) => value !== '')) as TrainerProfile;
      const [wrong] = await confirmTrainer(token, profile);
      if (wrong === undefined) {
        if (trainer) showCourses((trainer = { ...trainer, state: 'confirmed' }), wish);
        notify(text('profileConfirmed'), { takesFocus: true });
        return;
      }
      const field = FIELDS.find((name) => name === wrong);
      tellBeside(button, text(field && control(form, field).type === 'url' ? 'wrongLink' : 'failure-invalid'));
      if (field) control(form, field).focus();
    } catch (error) {
      tellFailure(error, button);
    }
  });
}
