import { foldText } from '../search/search-words.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words between first name and surname that come and go: van der Berg, Berg, v.d. Berg. */
export const PARTICLES = words(
  "van de der den het 't t ten ter te op in von zu zum zur und af av di da do dos das del della degli du des le la el al",
);

/** One name with the word behind it, always written: Ben Ali is never Ali. */
export const BOUND_WORDS = words('ben bin bint ibn abu abd abdel abdul abdoel abdal ould ap');

/** What stands before a name and is none. */
export const TITLES = words('mr mw mevr mevrouw dhr heer drs dr ir ing prof mrs ms miss');

/** What stands behind one. Shorter ones, such as MA, are surnames too. */
export const DEGREES = words('bsc msc mba phd llm');

/** Behind a name too: of father and son each is one, and a file that says which is nobody else's. */
export const GENERATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  [['jr', 'junior'], ['sr', 'senior'], ['ii'], ['iii']].flatMap((alike) => alike.map((word) => [word, alike] as const)),
);

/** Whoever stands beside one of these on a certificate has signed it. */
export const SIGNERS = words(
  `trainer trainster docent docente instructeur instructrice instructor examinator examinatrice examiner examinateur directeur directrice
  director beoordelaar assessor coach begeleider opleider leraar lerares leerkracht voorzitter secretaris namens getekend ondertekend
  ondertekening handtekening ondergetekende verklaart teacher tutor principal chair chairman manager ceo signed signature undersigned dozent
  dozentin ausbilder ausbilderin trainerin leiter leiterin prufer pruferin geschaftsfuhrer geschaftsfuhrerin bescheinigt formateur formatrice
  president presidente soussigne soussignee signe`,
);

/** What stands beside names in file names and on certificates, and makes no other name of them. */
export const PLAIN_WORDS = words(
  `cert certs certificaat certificaten certificate certificates diploma diplomas getuigschrift bewijs bewijzen deelname deelnamebewijs attest
  attestation verklaring scan scans img image foto photo doc document file bestand bestanden pdf jpg jpeg png pagina page blz copy kopie
  final definitief versie version nieuw new signed getekend ondertekend cursist cursisten deelnemer deelnemers student students participant
  participants naam name aan to awarded uitgereikt voor for by door met with dat that hierbij heeft has op on at the het een an en and is
  geslaagd behaald passed completed afgerond training trainingen cursus course opleiding workshop seminar examen exam basis herhaling
  foundation practitioner bhv ehbo vca nen itil prince scrum januari februari maart augustus september oktober november december january
  february september october dhr mw mevr mevrouw heer mr mrs ms drs dr ir ing prof bsc msc mba phd geboren born geb datum date nr no nummer
  number id uit from certify certifies this dit`,
);

/** Before a number: then it counts pages and photographs, and nobody. */
export const COUNTERS = words(
  'scan scans img image foto photo dsc dscn doc document pagina page blz p bladzijde file bestand nr no copy kopie screenshot pic pxl wa',
);

/** Words that so many files share, and no fewer than three, are about the course and nobody's name. */
const SHARED_BY = 1 / 5;

/** What many files of a batch have in their names: `bhv-basis-2026-…`. */
export function sharedWords(names: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const word of new Set(foldText(name).match(/\p{L}+/gu))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = Math.max(3, names.length * SHARED_BY);
  return new Set([...counts].flatMap(([word, count]) => (count >= least ? [word] : [])));
}
