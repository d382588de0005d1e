import type { MatchPerson, MatchSource } from '@enrollkit/core';

// Names as they are on the lists of Dutch providers, and what people call the files of their certificates. Made, and the same
// in every run.

const GIVEN =
  'Anna Jan Sanne Daan Emma Lucas Sophie Bram Julia Thijs Lotte Sem Fleur Milan Eva Lars Noor Finn Tess Jesse Anne-Fleur Jan-Willem Marie-Louise Pieter-Jan Anna Maria|Jan Peter|Fatma Nur|Mehmet Ali|Ayşe Gül|José María Fatima Mohammed Youssef Hüseyin Ayşe Çağla İlknur Gökhan Şeyma Łukasz Małgorzata Zbigniew Katarzyna Paweł Agnieszka Zoë Chloé André René Björn Jürgen Søren Åsa Ximena Iñigo Nguyễn|Thị Xiaoming Priya Oluwaseun Kofi Siobhán Thomas James Simon Vincent Martin Renske Femke Sjoerd Jelle Wietske Gerrit Hendrik Cornelia Wilhelmina Johannes Petra Karin Monique Esther Ruben Naomi Rachel Daniël Michaël Gaëlle';
const SURNAMES =
  'Jansen|de Jong|van der Berg|van den Berg|van de Ven|Bakker|Smit|de Vries|Visser|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|van der Linden|Kok|Jacobs|de Haan|Vermeulen|van den Heuvel|van der Veen|van den Broek|de Bruijn|van der Heijden|Schouten|van Beek|Willems|van Vliet|van de Ven|Hoekstra|Maas|Verhoeven|Koster|van Dam|Prins|Blom|Huisman|Peeters|Kuipers|van ’t Hof|’t Hart|in ’t Veld|op den Kamp|ter Horst|ten Brink|Öztürk|Yılmaz|Şahin|Çelik|Kaya|Demir|Yıldırım|Güneş|Kowalski|Wiśniewska|Wójcik|Żółtowski|Łukaszewicz|Nowak|El Khatib|el Amrani|Ben Ali|Benali|O’Brien|d’Ancona|McDonald|Müller|Schäfer|von der Leyen|Groß|García López|Núñez|da Silva|dos Santos|Jansen-de Vries|Smit-Bakker|van Dijk-van den Berg|Meijer-Öztürk|Nguyen|Tran|Li|Chen|Thomas|Simon|Martin|Vincent|James|Peter|Bergström|Sørensen|Åkesson|Hadžić|Đorđević|Ștefănescu|Kőszegi|Dvořáková|Papadopoulos|Wang|Ma|Sen|Ali';

const given = GIVEN.split('|')
  .flatMap((part) => part.split(' '))
  .filter((name) => name.length > 1);
const doubleGiven = [
  'Anna Maria',
  'Jan Peter',
  'Fatma Nur',
  'Mehmet Ali',
  'Ayşe Gül',
  'José María',
  'Johanna Cornelia',
];
const surnames = SURNAMES.split('|');

/** Mulberry32: the same numbers in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface MadePerson extends MatchPerson {
  readonly given: string;
  readonly letters: readonly string[];
  readonly surname: string;
}

export interface MadeFile extends MatchSource {
  /** Whose it is. Absent: somebody who isn't on the list, or nobody could say. */
  readonly owner?: string;
  /** Whether anybody could know with the list in hand: what it says fits one person only. */
  readonly isDecidable: boolean;
  /** What kind of name it has, for the message when it goes wrong. */
  readonly kind: string;
}

export function madePeople(count: number, random: () => number): readonly MadePerson[] {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  return Array.from({ length: count }, (_, at) => {
    const first = random() < 0.12 ? pick(doubleGiven) : pick(given);
    const surname = pick(surnames);
    const style = random();
    const initials = initialsOf(first)
      .map((letter) => `${letter}.`)
      .join('');
    const name =
      style < 0.06
        ? `${initials} ${surname}`
        : style < 0.1
          ? `${surname}, ${first}`
          : style < 0.13
            ? `drs. ${first} ${surname}`
            : `${first} ${surname}`;
    // Providers have long numbers, short ones, or those of another system; companies book with one address for all.
    const id = random() < 0.5 ? `B-${20_000 + at}` : `0192f3a4-7c1e-7000-8000-${String(at).padStart(12, '0')}`;
    const email = random() < 0.05 ? 'opleidingen@example.nl' : `${plain(first)}.${at}@example.nl`;
    return {
      id,
      name,
      email,
      externalId: random() < 0.5 ? `P${at}` : `STU${40_000 + at}`,
      given: style < 0.06 ? '' : first,
      letters: initialsOf(first),
      surname,
    };
  });
}

/** One file for each person, and some of people who aren't on the list. */
export function madeFiles(people: readonly MadePerson[], random: () => number): readonly MadeFile[] {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const whoSays = new Map<string, Set<string>>();
  for (const person of people) {
    for (const said of allStatements(person))
      whoSays.set(plain(said), (whoSays.get(plain(said)) ?? new Set()).add(person.id));
  }
  const isOnly = (said: string, { id }: MatchPerson): boolean =>
    whoSays.get(plain(said))?.size === 1 && whoSays.get(plain(said))!.has(id);

  const own = people.map((person, at): MadeFile => {
    const style = random();
    const scan = pick(['001', 'scan0007', 'IMG_20260512_101500', 'Scan 12', 'doc00042', 'WhatsApp Image 2026-05-12']);
    const file = (kind: string, said: string, isDecidable: boolean, pages?: readonly string[]): MadeFile => ({
      kind,
      name: pages ? `${scan}-${at}.pdf` : `${dressed(said, pick, random)}.pdf`,
      ...(pages && { pages }),
      owner: person.id,
      isDecidable,
    });
    if (style < 0.06) return file('booking number', person.id, true);
    if (style < 0.1) return file('external id', person.externalId!, person.externalId!.startsWith('STU'));
    if (style < 0.13) return { ...file('e-mail', '', isOnly(person.email, person)), name: `${person.email}.pdf` };
    if (style < 0.16) return file('first name alone', person.given || 'Anna', false);
    if (style < 0.19) return file('surname alone', person.surname, false);
    if (style < 0.22) return file('scan without text', '', false, ['', '']);
    const said = pick(
      person.given ? [...statements(person), ...initialStatements(person)] : [...initialStatements(person)],
    );
    if (style < 0.5) {
      const words = pick([
        `CERTIFICAAT\nHierbij verklaren wij dat\n${said}\nmet goed gevolg heeft deelgenomen aan BHV basis.\nDirecteur: Wil van Elst`,
        `Certificate of completion\nAwarded to ${said} on 12 May 2026.\nCertificate no. 774411-02\nTrainer: Bo Zwanenburg`,
        `Naam: ${said}\nGeboren: 12-05-1988\nUitgereikt te Utrecht op 12 mei 2026`,
      ]);
      // Initials in a text may be those of who signed it: nobody can know.
      return file('text', said, !isInitials(said) && isOnly(said, person), [words]);
    }
    return file('name', said, isOnly(said, person));
  });

  const strangers = madePeople(Math.ceil(people.length / 5), random).flatMap((stranger): MadeFile[] => {
    const said = `${stranger.given || 'Ottoline'} ${stranger.surname}`;
    // Who could be somebody on the list by what the file says is nobody's to decide.
    if (whoSays.has(plain(said))) return [];
    return [{ kind: 'stranger', name: `${dressed(said, pick, random)}.pdf`, isDecidable: false }];
  });
  return [...own, ...strangers];
}

const isInitials = (said: string): boolean => /(?:^|\s)\p{Lu}\.|\s\p{Lu}$/u.test(said);

/** How people write somebody's name: what a person reading it would take as that name. */
function* statements({ given: first, surname }: MadePerson): Iterable<string> {
  const bare = withoutParticles(surname);
  if (first) {
    const [call = first] = first.split(' ');
    yield `${first} ${surname}`;
    yield `${surname} ${first}`;
    yield `${surname}, ${first}`;
    yield `${call} ${surname}`;
    yield `${bare} ${first}`;
    yield `${first} ${bare}`;
    yield `${bare}, ${first} ${surname.slice(0, surname.length - bare.length).trim()}`.trim();
  }
}

function* initialStatements(person: MadePerson): Iterable<string> {
  const { letters } = person;
  const bare = withoutParticles(person.surname);
  yield `${letters[0]}. ${person.surname}`;
  yield `${letters.join('.')}. ${person.surname}`;
  yield `${bare} ${letters.join('.')}`;
}

/** Everything that may be said of a person, also what the files of this corpus don't say: who else could be meant? */
function* allStatements(person: MadePerson): Iterable<string> {
  yield* statements(person);
  yield* initialStatements(person);
  yield person.email;
  const pieces = person.surname.split('-');
  if (pieces.length > 1) for (const surname of pieces) yield* statements({ ...person, surname });
}

const initialsOf = (name: string): readonly string[] =>
  name.split(/[\s-]+/).map((word) => word.slice(0, 1).toUpperCase());

function withoutParticles(surname: string): string {
  return surname.replace(/^(?:(?:van|de|den|der|ter|ten|op|in|von|da|dos|el|El|’t) )+/, '');
}

function dressed(said: string, pick: <Item>(items: readonly Item[]) => Item, random: () => number): string {
  const cased = pick([said, said, said.toLowerCase(), said.toUpperCase(), ascii(said), ascii(said).toLowerCase()]);
  const separated = cased.replace(/[\s,]+/g, pick([' ', ' ', '_', '-', '.', '__']));
  const before = pick(['', '', 'BHV-basis_', 'certificaat ', '2026-05-12_', 'Diploma - ']);
  const behind = pick(['', '', '', '_bhv', ' certificaat', '-2026', ' (1)', '_def. versie 2'.replace('def. ', '')]);
  return `${before}${separated}${random() < 0.5 ? behind : ''}`;
}

const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[đĐ]/g, 'd')
    .replace(/æ/g, 'ae');

/** What two ways of writing have in common, spaces or not. */
const plain = (text: string): string =>
  ascii(text)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9@]+/g, '');
