import type { CheckTerms } from '../feed-terms.js';

const PERIODS: Readonly<Record<string, string>> = { yearly: 'per jaar', monthly: 'per maand', daily: 'per dag' };

/** Wat er opvalt als een product gelezen is. */
export const checking: CheckTerms = {
  'duplicate-id': {
    title: 'Dubbele ID',
    sentence: ({ id, firstLine }) => `De ID “${id}” staat al op regel ${firstLine}. Geef elk product een eigen ID.`,
  },
  'duplicate-name': {
    title: 'Dubbele naam',
    sentence: ({ name, firstLine }) =>
      `De naam “${name}” staat al op regel ${firstLine}. Geef elk product een eigen naam, ook in een andere taal.`,
  },
  'duplicate-email': {
    title: 'Dubbel e-mailadres',
    sentence: ({ email, firstLine }) =>
      `De trainer ${email} staat al op regel ${firstLine}. Zet elke trainer er één keer in.`,
  },

  'id-is-folder': {
    title: 'ID zonder adres',
    sentence: ({ id }) => `Met “${id}” als ID heeft het product geen adres. Geef het een ID met letters of cijfers.`,
  },

  'text-over-limit': {
    title: 'Tekst te lang',
    sentence: ({ element, length, maximum }, { number }) =>
      `${element} telt ${number(length)} tekens; het maximum is ${number(maximum)}. Maak de tekst korter.`,
  },
  'name-has-markup': {
    title: 'Opmaak in de naam',
    sentence: ({ markup }) =>
      `In de naam staat “${markup}”, en dat zien kopers letterlijk. Schrijf de naam zonder HTML.`,
  },
  'text-mojibake': {
    title: 'Verminkte tekens',
    sentence: ({ element, value, use }) =>
      `In ${element} staat “${value}”: UTF-8 die ergens als Windows-1252 is gelezen. Schrijf “${use}”.`,
  },
  'text-character-lost': {
    title: 'Verloren tekens',
    sentence: ({ element, value }) =>
      `In ${element} staat “${value}”: waar � staat, ging een teken verloren toen de feed werd gemaakt. Schrijf het opnieuw.`,
  },
  'description-too-short': {
    title: 'Omschrijving te kort',
    sentence: ({ characters, minimum }, { number }) =>
      `De omschrijving telt ${number(characters)} tekens; het minimum is ${number(minimum)}. Vertel meer over het product.`,
  },
  'description-few-words': {
    title: 'Korte omschrijving',
    sentence: ({ words, minimum }, { number }) =>
      `De omschrijving telt ${number(words)} woorden. Schrijf er minstens ${number(minimum)}, dan weten kopers genoeg.`,
  },
  'description-tags': {
    title: 'Tags vallen weg',
    sentence: ({ element, tags }) =>
      `Deze tags vallen weg uit ${element}: ${tags}. Gebruik alleen p, b, strong, h2, em, i, ul, ol, li en br.`,
  },
  'description-attributes': {
    title: 'Attributen vallen weg',
    sentence: ({ element, attributes }) =>
      `Attributen op tags vallen weg uit ${element}: ${attributes}. Schrijf de tags zonder.`,
  },
  'description-escaped': {
    title: 'Tags worden zichtbaar',
    sentence: ({ element }) =>
      `In ${element} staat &lt; voor een tag, en zo zien lezers de tag zelf. Schrijf in CDATA gewoon <p>, en daarbuiten één keer &lt;p&gt;.`,
  },
  'study-load-incomplete': {
    title: 'Studielast onvolledig',
    sentence: ({ element }) =>
      `StudyLoad en StudyLoadUnit horen bij elkaar, en ${element} ontbreekt. Schrijf ze allebei of geen van beide.`,
  },

  'url-invalid': {
    title: 'Geen webadres',
    sentence: ({ url }) => `“${url}” is geen webadres. Schrijf het hele adres, zoals https://www.voorbeeld.nl/cursus.`,
  },
  'url-without-scheme': {
    title: 'Webadres zonder https',
    sentence: ({ url, use }) => `Het begin van “${url}” ontbreekt. Schrijf ${use}.`,
  },
  'url-has-spaces': {
    title: 'Spatie in een webadres',
    sentence: ({ url }) => `In “${url}” staat een spatie. Geef het bestand of de pagina een adres zonder spaties.`,
  },
  'url-escaped': {
    title: 'Codes in het adres van een afbeelding',
    sentence: ({ url }) =>
      `In “${url}” staan codes met %. Geef de afbeelding een naam met alleen letters, cijfers en streepjes.`,
  },
  'url-escaped-twice': {
    title: 'Dubbel gecodeerd webadres',
    sentence: ({ url }) =>
      `In “${url}” staat &amp; waar & bedoeld is. Schrijf in CDATA gewoon &, en daarbuiten één keer &amp;.`,
  },
  'url-not-public': {
    title: 'Webadres niet bereikbaar',
    sentence: ({ url, host }) =>
      `“${url}” werkt alleen binnen een eigen netwerk (${host}). Schrijf het adres dat kopers kunnen openen.`,
  },
  'url-placeholder': {
    title: 'Voorbeeldadres',
    sentence: ({ url, host }) => `“${url}” is een voorbeeldadres (${host}). Schrijf het echte adres.`,
  },
  'video-host': {
    title: 'Video kan niet worden getoond',
    sentence: ({ host }) =>
      `Een video op ${host} kan niet worden getoond. Schrijf een adres van YouTube of Vimeo, of laat VideoEmbed leeg.`,
  },
  'linkedin-host': {
    title: 'Geen LinkedIn-adres',
    sentence: ({ url }) =>
      `“${url}” is geen adres van LinkedIn. Schrijf het adres van het profiel, zoals https://www.linkedin.com/in/naam.`,
  },
  'email-invalid': {
    title: 'Geen e-mailadres',
    sentence: ({ email }) => `“${email}” is geen e-mailadres. Schrijf het als naam@bedrijf.nl.`,
  },
  'duplicate-trainer': {
    title: 'Trainer dubbel',
    sentence: ({ email }) => `De trainer ${email} staat hier al bij. Noem elke trainer één keer.`,
  },

  'group-without-sites': {
    title: 'Groep zonder sites',
    sentence: () =>
      'Bij het producttype group zien alleen de sites in AllowedSites het product, en daar staat niets. Zet elke site in een eigen <Go>.',
  },
  'sites-without-group': {
    title: 'Sites zonder groep',
    sentence: ({ productType }) =>
      `AllowedSites is voor het producttype group, en dit is “${productType}”. Het product is nu alleen op die sites te zien en te boeken. Schrijf group, of laat AllowedSites leeg.`,
  },
  'regions-unused': {
    title: 'Regio’s tellen niet mee',
    sentence: () =>
      'Regions telt alleen mee als er geen startdata zijn, en die zijn er. Laat Regions weg. De plaatsen komen uit de startdata.',
  },

  'duplicate-start-id': {
    title: 'Dubbele ID van een startdatum',
    sentence: ({ id, firstLine }) =>
      `De startdatum-ID “${id}” staat bij dit product al op regel ${firstLine}. Geef elke startdatum een eigen ID, anders zijn inschrijvingen niet te onderscheiden.`,
  },
  'duplicate-start': {
    title: 'Dubbele startdatum',
    sentence: ({ startDate, place, firstLine }, { day }) =>
      `De start op ${day(startDate)}${place === '' ? '' : ` in ${place}`} staat al op regel ${firstLine}. Verwijder een van de twee.`,
  },
  'start-in-past': {
    title: 'Startdatum voorbij',
    sentence: ({ startDate }, { day }) =>
      `De start op ${day(startDate)} is voorbij en is niet meer te boeken. Haal deze startdatum weg.`,
  },
  'day-outside-course': {
    title: 'Lesdag buiten de cursus',
    sentence: ({ date, startDate, endDate }, { day }) =>
      `De lesdag ${day(date)} ligt niet tussen ${day(startDate)} en ${day(endDate)}. Verbeter de dag, of Startdate en Enddate.`,
  },
  'end-time-before-start-time': {
    title: 'Eindtijd vóór de begintijd',
    sentence: ({ startTime, endTime }) =>
      `De les eindigt om ${endTime} en begint om ${startTime}. Verbeter StartTime of EndTime.`,
  },

  'min-seats-above-max': {
    title: 'Minimum boven maximum',
    sentence: ({ minSeats, maxSeats }, { number }) =>
      `Er zijn minstens ${number(minSeats)} deelnemers nodig, maar er zijn hoogstens ${number(maxSeats)} plaatsen. Verlaag MinNumberOfSeats of verhoog MaxNumberOfSeats.`,
  },
  'available-seats-above-max': {
    title: 'Meer vrije plaatsen dan er zijn',
    sentence: ({ availableSeats, maxSeats }, { number }) =>
      `Er zijn ${number(availableSeats)} plaatsen vrij van ${number(maxSeats)}. Verbeter AvailableSeats of MaxNumberOfSeats.`,
  },
  'seats-above-participants': {
    title: 'Meer plaatsen dan deelnemers',
    sentence: ({ element, seats, maxParticipants }, { number }) =>
      `${element} is ${number(seats)}, maar MaxParticipants van het product is ${number(maxParticipants)}. Maak ze gelijk, of laat MaxParticipants weg.`,
  },
  'no-participants': {
    title: 'Product is vol',
    sentence: () =>
      'MaxParticipants is 0: het product is vol en niemand kan boeken. Laat het element weg als er geen maximum is.',
  },

  'price-hidden': {
    title: 'Prijs wordt niet getoond',
    sentence: ({ amountMinor }, { money }) =>
      `De prijs is op aanvraag, dus ${money(amountMinor)} wordt niet getoond. Schrijf PriceAgreement “false” om de prijs te tonen, of Price 0.`,
  },
  'in-company-price-shown': {
    title: 'Prijs van een in-company cursus',
    sentence: ({ amountMinor }, { money }) =>
      `Iedereen ziet de prijs van ${money(amountMinor)} van deze in-company cursus. Schrijf PriceAgreement “true” en Price 0.00 als die op aanvraag is; anders klopt het zo.`,
  },
  'one-off-beside-recurring': {
    title: 'Eenmalige kosten naast een terugkerende prijs',
    sentence: ({ recurringMinor, oneOffMinor, period }, { money }) =>
      `Kopers zien ${money(recurringMinor)} ${PERIODS[period] ?? period} en daarnaast ${money(oneOffMinor)} eenmalig. Tel kosten die elke keer terugkomen bij Price op.`,
  },
  'cost-type-other-missing': {
    title: 'Kosten zonder naam',
    sentence: () => 'Deze kosten zijn van het type other en hebben geen naam. Schrijf in TypeOther waarvoor ze zijn.',
  },
  'cost-type-other-unused': {
    title: 'Naam van kosten telt niet mee',
    sentence: ({ type, typeOther }) =>
      `TypeOther (“${typeOther}”) telt alleen mee bij het type other, en dit is “${type}”. Laat TypeOther weg of schrijf other.`,
  },
  'exempt-price-of-exempt': {
    title: 'Al vrijgesteld',
    sentence: ({ exemptAmountMinor }, { money }) =>
      `Het bedrag is al vrijgesteld van btw, en toch staat er ${money(exemptAmountMinor)} als vrijgesteld alternatief. Laat PriceExemptAmount weg.`,
  },
  'exempt-cost-unused': {
    title: 'Vrijgesteld bedrag telt niet mee',
    sentence: () =>
      'Zonder PriceExemptAmount bij de cursus zelf is er geen vrijgestelde prijs, dus dit bedrag telt niet mee. Voeg het toe bij de cursus, of laat het hier weg.',
  },

  'organisation-unlisted': {
    title: 'Organisatie niet in de lijst',
    sentence: ({ organisation, use, name }) =>
      `“${organisation}” staat niet in de lijst van organisaties voor PE-punten. ${
        use === undefined
          ? 'Schrijf de organisatie zoals in de lijst, of laat haar daarin opnemen.'
          : `Misschien bedoel je “${use}”${name === undefined ? '' : ` (${name})`}. Schrijf het dan zo, of laat de organisatie in de lijst opnemen.`
      }`,
  },
  'point-type-unlisted': {
    title: 'Soort punten niet in de lijst',
    sentence: ({ pointType, organisation, use }) =>
      `“${pointType}” is volgens de lijst geen soort punten van ${organisation}. ${
        use === undefined
          ? 'Schrijf een soort uit de lijst, of laat deze daarin opnemen.'
          : `Misschien bedoel je “${use}”. Schrijf het dan zo, of laat de soort in de lijst opnemen.`
      }`,
  },
  'points-zero': {
    title: 'Nul punten',
    sentence: ({ organisation }) => `${organisation} geeft hier 0 punten. Schrijf het aantal, of laat PePoint weg.`,
  },
  'duplicate-points': {
    title: 'Punten dubbel',
    sentence: ({ organisation, pointType }) =>
      `De ${pointType}-punten van ${organisation} staan er al. Schrijf ze één keer.`,
  },

  'name-taken': {
    title: 'Naam al in gebruik',
    sentence: ({ name, productId }) =>
      `De naam “${name}” is al van product ${productId}, dat blijft staan. Geef dit product een andere naam, of hernoem of verwijder eerst product ${productId}.`,
  },
  'nothing-deleted': {
    title: 'Niets verwijderd',
    sentence: ({ count, firstLine }, { number }) =>
      `Het product op regel ${number(firstLine)} is niet te lezen en kan andere producten verbergen. Daarom ${count === 1 ? 'blijft 1 product' : `blijven ${number(count)} producten`} staan die in de feed ontbreken. Herstel dat product en importeer opnieuw.`,
  },
};
