import { addDays, type Backend, type CalendarDay, type Instant } from '@enrollkit/core';

/** What a provider of some size teaches, each in several levels. */
const SUBJECTS = (
  'Excel,Word,PowerPoint,Power BI,Timemanagement,Notuleren,Presenteren,Onderhandelen,Gesprekstechniek,Conflicthantering,' +
  'Coachend leidinggeven,Verandermanagement,Scrum,Lean,Inkoop,Boekhouden,Loonadministratie,Arbeidsrecht,AVG,Heftruck,VCA,' +
  'Reanimatie,Werken op hoogte,Voedselveiligheid,Engels,Duits,Frans,Klantcontact,Schrijven voor het web,Datavisualisatie'
).split(',');
const LEVELS = ['basis', 'vervolg', 'opfrisdag'];
const PLACES = ['Utrecht', 'Rotterdam', 'Zwolle', 'Eindhoven', 'Groningen', 'Online', 'Breda', 'Arnhem'];
/** A model from the feed for each level: its price, its costs and its texts. */
const MODELS = ['DW-101', 'DW-102', 'DW-402'];

/** What fills the server, and who approves. */
export interface CatalogueStage {
  readonly provider: Backend;
  readonly staff: Backend;
  readonly setTime: (now: Instant) => void;
  readonly today: CalendarDay;
}

/** Ninety courses with dates over a year, and a certification for each subject: three in four approved, the last ones waiting. */
export async function playCatalogue({ provider, staff, setTime, today }: CatalogueStage): Promise<void> {
  setTime(`${addDays(today, -400)}T09:00:00.000Z`);
  const models = await Promise.all(MODELS.map((id) => provider.getProduct(id)));
  for (const [subject, name] of SUBJECTS.entries()) {
    const certification = `certificering-${subject + 1}`;
    await provider.createCertification({ id: certification, name, requiresValidUntil: subject % 3 === 1 });
    if (subject % 4 !== 3) await staff.verifyCertification(certification);
    for (const [level, model] of models.entries()) {
      const number = subject * LEVELS.length + level;
      const id = `DW-C${String(number + 1).padStart(3, '0')}`;
      const startingDates = [0, 1, 2].map((turn) => {
        const startDate = addDays(today, 9 + ((number * 17 + turn * 113) % 340));
        const place = PLACES[(number + turn * 3) % PLACES.length] ?? '';
        const isKnownAs = { startDateIsMonthOnly: false, endDateIsMonthOnly: false };
        return {
          id: `${id}-${turn + 1}`,
          startDate,
          endDate: addDays(startDate, level),
          place,
          ...isKnownAs,
          schedule: [],
        };
      });
      await provider.putProduct({ ...model, id, name: `${name}, ${LEVELS[level]}`, startingDates });
      await provider.linkCertifications(id, [certification]);
    }
  }
}
