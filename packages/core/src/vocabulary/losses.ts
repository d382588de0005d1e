import type { Locale } from '../locales.js';

/** Why a word of another system doesn't say all that the kit's status says, or the other way round. */
export const LOSSES = {
  'no-word-for-no-show': {
    en: 'It has no word for a no-show: nothing is written, rather than something that is not so.',
    nl: 'Er is geen woord voor een no-show: er wordt niets geschreven, liever dan iets wat niet klopt.',
  },
  'no-word-for-cancelled': {
    en: 'It has no word for a cancelled enrollment: nothing is written, rather than something that is not so.',
    nl: 'Er is geen woord voor een geannuleerde inschrijving: er wordt niets geschreven, liever dan iets wat niet klopt.',
  },
  'no-word-for-unknown': {
    en: 'It has no word for an unknown status: nothing is written.',
    nl: 'Er is geen woord voor een onbekende status: er wordt niets geschreven.',
  },
  'not-about-persons': {
    en: 'It describes courses and says nothing about one person’s participation.',
    nl: 'Het beschrijft opleidingen en zegt niets over de deelname van één persoon.',
  },
  'all-of-the-run': {
    en: 'The word is about the whole run, so it goes for everybody who was enrolled in it.',
    nl: 'Het woord gaat over de hele uitvoering, dus het geldt voor iedereen die daarvoor was ingeschreven.',
  },
  'set-by-lms': {
    en: 'Content may not write this value: it is what the LMS says before the first launch.',
    nl: 'Lesmateriaal mag deze waarde niet schrijven: het LMS zegt dit vóór de eerste start.',
  },
  'passed-or-completed': {
    en: 'The kit makes no difference between passed and completed.',
    nl: 'De kit maakt geen verschil tussen geslaagd en afgerond.',
  },
  'only-looked': {
    en: 'The kit makes no difference between looking through a course and working on it.',
    nl: 'De kit maakt geen verschil tussen een cursus doorbladeren en eraan werken.',
  },
  'finer-word': {
    en: 'The word is finer than the kit’s status: which one it was is not kept.',
    nl: 'Het woord is fijner dan de status van de kit: welk woord het was, wordt niet bewaard.',
  },
  'not-finished': {
    en: 'Whether the person has worked through everything is not kept: the result counts.',
    nl: 'Of iemand alles heeft doorgewerkt, wordt niet bewaard: het resultaat telt.',
  },
  'session-ended': {
    en: 'That a session ended says nothing about the course: it counts as started.',
    nl: 'Dat een sessie is beëindigd, zegt niets over de cursus: die geldt als gestart.',
  },
  waived: {
    en: 'That the requirement was waived is not kept: it counts as completed.',
    nl: 'Dat er vrijstelling is gegeven, wordt niet bewaard: het geldt als afgerond.',
  },
  'only-attended': {
    en: 'Having been there is not having completed: it counts as started.',
    nl: 'Aanwezig zijn geweest is niet hetzelfde als afgerond: het geldt als gestart.',
  },
  'move-on-unknown': {
    en: 'Whether this is enough depends on moveOn, which was not given.',
    nl: 'Of dit genoeg is, hangt af van moveOn, en dat is niet meegegeven.',
  },
  'move-on-not-met': {
    en: 'moveOn asks for something else or for more: it counts as started until that has come.',
    nl: 'moveOn vraagt iets anders of meer: het geldt als gestart tot dat er is.',
  },
  'time-started-unknown': {
    en: 'Incomplete is enrolled or started, depending on the time started, which was not given.',
    nl: 'Niet voltooid is ingeschreven of gestart, afhankelijk van de begintijd, en die is niet meegegeven.',
  },
  'hidden-from-learner': {
    en: 'That the learner may not see the result is not kept.',
    nl: 'Dat de deelnemer het resultaat niet mag zien, wordt niet bewaard.',
  },
  'booking-not-decided': {
    en: 'Nobody has accepted the booking yet, so there is no participation status.',
    nl: 'Niemand heeft de boeking nog geaccepteerd, dus er is geen deelnamestatus.',
  },
  'denied-or-cancelled': {
    en: 'The kit keeps a refused booking apart from a cancelled one; as a status both are cancelled.',
    nl: 'De kit onderscheidt een geweigerde boeking van een geannuleerde; als status zijn beide geannuleerd.',
  },
  'attendance-unknown': {
    en: 'Nothing is known about attendance, so the person may have started already.',
    nl: 'Over de aanwezigheid is niets bekend, dus iemand kan al begonnen zijn.',
  },
  'not-ended-yet': {
    en: 'The enrollment has not ended, and yet it says how it will: that counts.',
    nl: 'De inschrijving loopt nog en toch staat er al hoe ze eindigt: dat telt.',
  },
  'ended-without-result': {
    en: 'The enrollment has ended and nothing says how.',
    nl: 'De inschrijving is beëindigd en niets zegt hoe.',
  },
  'absent-and-result': {
    en: 'The attendance and the result can’t both be kept: the result counts when the person passed, else the absence.',
    nl: 'Aanwezigheid en resultaat kunnen niet allebei worden bewaard: bij geslaagd telt het resultaat, anders de afwezigheid.',
  },
  'word-not-recognized': {
    en: 'The word is none that is known here: the status is unknown, and the word is kept as it came.',
    nl: 'Het woord is hier niet bekend: de status is onbekend, en het woord wordt bewaard zoals het kwam.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;

/** A literal such as `no-word-for-no-show`. */
export type Loss = keyof typeof LOSSES;

/**
 * Says what is lost, in a sentence.
 *
 * @example
 * describeLoss('set-by-lms', 'en');
 * // 'Content may not write this value: it is what the LMS says before the first launch.'
 */
export function describeLoss(loss: Loss, locale: Locale): string {
  return LOSSES[loss][locale];
}
