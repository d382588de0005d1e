import type { Locale } from '../locales.js';

/** Why a word of another system doesn't say all that the kit's status says, or the other way round. */
export const LOSSES = {
  'no-word-for-no-show': {
    en: 'It has no word for a no-show: nothing is written, rather than something that is not so.',
    nl: 'Er is geen woord voor een no-show: er wordt niets geschreven, liever dan iets wat niet klopt.',
    de: 'Für „nicht erschienen“ gibt es dort kein Wort: Es wird lieber nichts geschrieben als etwas, das nicht stimmt.',
    fr: 'Il n’y a pas de mot pour une absence : rien n’est écrit, plutôt que quelque chose d’inexact.',
  },
  'no-word-for-cancelled': {
    en: 'It has no word for a cancelled enrollment: nothing is written, rather than something that is not so.',
    nl: 'Er is geen woord voor een geannuleerde inschrijving: er wordt niets geschreven, liever dan iets wat niet klopt.',
    de: 'Für eine stornierte Anmeldung gibt es dort kein Wort: Es wird lieber nichts geschrieben als etwas, das nicht stimmt.',
    fr: 'Il n’y a pas de mot pour une inscription annulée : rien n’est écrit, plutôt que quelque chose d’inexact.',
  },
  'no-word-for-unknown': {
    en: 'It has no word for an unknown status: nothing is written.',
    nl: 'Er is geen woord voor een onbekende status: er wordt niets geschreven.',
    de: 'Für einen unbekannten Status gibt es dort kein Wort: Es wird nichts geschrieben.',
    fr: 'Il n’y a pas de mot pour un statut inconnu : rien n’est écrit.',
  },
  'not-about-persons': {
    en: 'It describes courses and says nothing about one person’s participation.',
    nl: 'Het beschrijft cursussen en zegt niets over de deelname van één persoon.',
    de: 'Es beschreibt Kurse und sagt nichts über die Teilnahme einer einzelnen Person.',
    fr: 'Il décrit des formations et ne dit rien de la participation d’une personne.',
  },
  'all-of-the-run': {
    en: 'The word is about the whole run, so it goes for everybody who was enrolled in it.',
    nl: 'Het woord gaat over de hele uitvoering, dus het geldt voor iedereen die daarvoor was ingeschreven.',
    de: 'Das Wort betrifft die ganze Durchführung und gilt also für alle, die dafür angemeldet waren.',
    fr: 'Le mot concerne toute la session : il vaut donc pour tous ceux qui y étaient inscrits.',
  },
  'set-by-lms': {
    en: 'Content may not write this value: it is what the LMS says before the first launch.',
    nl: 'Lesmateriaal mag deze waarde niet schrijven: het LMS zegt dit vóór de eerste start.',
    de: 'Lerninhalte dürfen diesen Wert nicht schreiben: Das LMS sagt ihn vor dem ersten Start.',
    fr: 'Un contenu ne peut pas écrire cette valeur : c’est ce que dit le LMS avant le premier lancement.',
  },
  'passed-or-completed': {
    en: 'The kit makes no difference between passed and completed.',
    nl: 'De kit maakt geen verschil tussen geslaagd en afgerond.',
    de: 'Das Kit unterscheidet nicht zwischen bestanden und abgeschlossen.',
    fr: 'Le kit ne distingue pas réussi et terminé.',
  },
  'only-looked': {
    en: 'The kit makes no difference between looking through a course and working on it.',
    nl: 'De kit maakt geen verschil tussen een cursus doorbladeren en eraan werken.',
    de: 'Das Kit unterscheidet nicht zwischen dem Durchsehen eines Kurses und der Arbeit daran.',
    fr: 'Le kit ne distingue pas le fait de parcourir une formation et celui d’y travailler.',
  },
  'finer-word': {
    en: 'The word is finer than the kit’s status: which one it was is not kept.',
    nl: 'Het woord is fijner dan de status van de kit: welk woord het was, wordt niet bewaard.',
    de: 'Das Wort ist genauer als der Status des Kits: Welches Wort es war, wird nicht aufbewahrt.',
    fr: 'Le mot est plus précis que le statut du kit : lequel c’était n’est pas conservé.',
  },
  'not-finished': {
    en: 'Whether the person has worked through everything is not kept: the result counts.',
    nl: 'Of iemand alles heeft doorgewerkt, wordt niet bewaard: het resultaat telt.',
    de: 'Ob die Person alles durchgearbeitet hat, wird nicht aufbewahrt: Das Ergebnis zählt.',
    fr: 'Le fait que la personne ait tout parcouru n’est pas conservé : c’est le résultat qui compte.',
  },
  'session-ended': {
    en: 'That a session ended says nothing about the course: it counts as started.',
    nl: 'Dat een sessie is beëindigd, zegt niets over de cursus: die geldt als gestart.',
    de: 'Dass eine Sitzung beendet wurde, sagt nichts über den Kurs: Er gilt als begonnen.',
    fr: 'La fin d’une séance ne dit rien de la formation : elle compte comme en cours.',
  },
  waived: {
    en: 'That the requirement was waived is not kept: it counts as completed.',
    nl: 'Dat er vrijstelling is gegeven, wordt niet bewaard: het geldt als afgerond.',
    de: 'Dass die Anforderung erlassen wurde, wird nicht aufbewahrt: Es gilt als abgeschlossen.',
    fr: 'La dispense accordée n’est pas conservée : la formation compte comme terminée.',
  },
  'only-attended': {
    en: 'Having attended is not having completed: it counts as started.',
    nl: 'Aanwezig zijn geweest is niet hetzelfde als hebben afgerond: het geldt als gestart.',
    de: 'Da gewesen zu sein heißt nicht, abgeschlossen zu haben: Es gilt als begonnen.',
    fr: 'Avoir été présent n’est pas avoir terminé : la formation compte comme en cours.',
  },
  'move-on-unknown': {
    en: 'Whether this is enough depends on moveOn, which was not given.',
    nl: 'Of dit genoeg is, hangt af van moveOn, en dat is niet meegegeven.',
    de: 'Ob das reicht, hängt von moveOn ab, und das wurde nicht angegeben.',
    fr: 'Que ce soit suffisant dépend de moveOn, qui n’a pas été indiqué.',
  },
  'move-on-not-met': {
    en: 'moveOn asks for something else or for more: until then it counts as started.',
    nl: 'moveOn vraagt iets anders of meer: het geldt als gestart tot dat er is.',
    de: 'moveOn verlangt etwas anderes oder mehr: Bis dahin gilt es als begonnen.',
    fr: 'moveOn demande autre chose ou davantage : jusque-là, la formation compte comme en cours.',
  },
  'time-started-unknown': {
    en: 'Incomplete is enrolled or started, depending on the time started, which was not given.',
    nl: 'Niet voltooid is ingeschreven of gestart, afhankelijk van de begintijd, en die is niet meegegeven.',
    de: 'Unvollständig heißt angemeldet oder begonnen, je nach der Startzeit, und die wurde nicht angegeben.',
    fr: 'Incomplet veut dire inscrit ou en cours, selon l’heure de début, qui n’a pas été indiquée.',
  },
  'hidden-from-learner': {
    en: 'That the learner may not see the result is not kept.',
    nl: 'Dat de deelnemer het resultaat niet mag zien, wordt niet bewaard.',
    de: 'Dass die Person das Ergebnis nicht sehen darf, wird nicht aufbewahrt.',
    fr: 'Le fait que l’apprenant ne doive pas voir le résultat n’est pas conservé.',
  },
  'booking-not-decided': {
    en: 'Nobody has accepted the booking yet, so there is no participation status.',
    nl: 'Niemand heeft de boeking nog geaccepteerd, dus er is geen deelnamestatus.',
    de: 'Noch hat niemand die Buchung angenommen, also gibt es keinen Teilnahmestatus.',
    fr: 'Personne n’a encore accepté l’inscription : il n’y a donc pas de statut de participation.',
  },
  'denied-or-cancelled': {
    en: 'The kit keeps a declined booking apart from a cancelled one; as a status both are cancelled.',
    nl: 'De kit onderscheidt een afgewezen boeking van een geannuleerde; als status zijn beide geannuleerd.',
    de: 'Das Kit unterscheidet eine abgelehnte von einer stornierten Buchung; als Status sind beide storniert.',
    fr: 'Le kit distingue une inscription refusée d’une inscription annulée ; comme statut, les deux sont annulées.',
  },
  'attendance-unknown': {
    en: 'Nothing is known about attendance, so the person may have started already.',
    nl: 'Over de aanwezigheid is niets bekend, dus iemand kan al begonnen zijn.',
    de: 'Über die Anwesenheit ist nichts bekannt, die Person kann also schon begonnen haben.',
    fr: 'On ne sait rien de la présence : la personne peut donc avoir déjà commencé.',
  },
  'not-ended-yet': {
    en: 'The enrollment has not ended, and yet it says how it will: that counts.',
    nl: 'De inschrijving loopt nog en toch staat er al hoe ze eindigt: dat telt.',
    de: 'Die Anmeldung läuft noch, und doch steht schon da, wie sie endet: Das zählt.',
    fr: 'L’inscription n’a pas pris fin, et elle dit pourtant comment elle finira : c’est ce qui compte.',
  },
  'ended-without-result': {
    en: 'The enrollment has ended and nothing says how.',
    nl: 'De inschrijving is beëindigd en niets zegt hoe.',
    de: 'Die Anmeldung ist beendet, und nichts sagt, wie.',
    fr: 'L’inscription a pris fin et rien ne dit comment.',
  },
  'absent-and-result': {
    en: 'The attendance and the result can’t both be kept: the result counts when the person passed, else the absence.',
    nl: 'Aanwezigheid en resultaat kunnen niet allebei worden bewaard: bij geslaagd telt het resultaat, anders de afwezigheid.',
    de: 'Anwesenheit und Ergebnis lassen sich nicht beide aufbewahren: Wer bestanden hat, behält das Ergebnis, sonst zählt die Abwesenheit.',
    fr: 'La présence et le résultat ne peuvent pas être conservés tous les deux : en cas de réussite, c’est le résultat qui compte, sinon l’absence.',
  },
  'word-not-recognized': {
    en: 'The word is not known here: the status is unknown, and the word is kept as it came.',
    nl: 'Het woord is hier niet bekend: de status is onbekend, en het woord wordt bewaard zoals het kwam.',
    de: 'Das Wort ist hier nicht bekannt: Der Status ist unbekannt, und das Wort wird so aufbewahrt, wie es kam.',
    fr: 'Ce mot n’est pas connu ici : le statut est inconnu, et le mot est conservé tel qu’il est arrivé.',
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
