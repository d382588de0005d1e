import type { CheckTerms } from '../feed-terms.js';

const PERIODS: Readonly<Record<string, string>> = { yearly: 'pro Jahr', monthly: 'pro Monat', daily: 'pro Tag' };

/** Was an einem Produkt auffällt, wenn es gelesen ist. */
export const checking: CheckTerms = {
  'duplicate-id': {
    title: 'Doppelte ID',
    sentence: ({ id, firstLine }) =>
      `Die ID „${id}“ steht bereits in Zeile ${firstLine}. Geben Sie jedem Produkt eine eigene ID.`,
  },
  'duplicate-name': {
    title: 'Doppelter Name',
    sentence: ({ name, firstLine }) =>
      `Der Name „${name}“ steht bereits in Zeile ${firstLine}. Geben Sie jedem Produkt einen eigenen Namen, auch in einer anderen Sprache.`,
  },
  'duplicate-email': {
    title: 'Doppelte E-Mail-Adresse',
    sentence: ({ email, firstLine }) =>
      `Die Adresse ${email} steht bereits in Zeile ${firstLine}. Führen Sie jede Trainerin und jeden Trainer nur einmal auf.`,
  },

  'id-is-folder': {
    title: 'ID ohne Adresse',
    sentence: ({ id }) =>
      `Mit „${id}“ als ID hat das Produkt keine Adresse. Geben Sie ihm eine ID mit Buchstaben oder Ziffern.`,
  },

  'text-over-limit': {
    title: 'Text zu lang',
    sentence: ({ element, length, maximum }, { number }) =>
      `${element} hat ${number(length)} Zeichen, erlaubt sind höchstens ${number(maximum)}. Kürzen Sie den Text.`,
  },
  'name-has-markup': {
    title: 'Auszeichnung im Namen',
    sentence: ({ markup }) =>
      `Im Namen steht „${markup}“, und genau das bekommen Käufer zu sehen. Schreiben Sie den Namen ohne HTML.`,
  },
  'text-mojibake': {
    title: 'Verstümmelte Zeichen',
    sentence: ({ element, value, use }) =>
      `In ${element} steht „${value}“: UTF-8, das irgendwo als Windows-1252 gelesen wurde. Schreiben Sie „${use}“.`,
  },
  'text-character-lost': {
    title: 'Verlorene Zeichen',
    sentence: ({ element, value }) =>
      `In ${element} steht „${value}“: An der Stelle von � ging ein Zeichen verloren, als der Feed erstellt wurde. Schreiben Sie es neu.`,
  },
  'description-too-short': {
    title: 'Beschreibung zu kurz',
    sentence: ({ characters, minimum }, { number }) =>
      `Die Beschreibung hat ${number(characters)} Zeichen, nötig sind mindestens ${number(minimum)}. Erzählen Sie mehr über das Produkt.`,
  },
  'description-few-words': {
    title: 'Kurze Beschreibung',
    sentence: ({ words, minimum }, { number }) =>
      `Die Beschreibung hat ${number(words)} Wörter. Schreiben Sie mindestens ${number(minimum)}, damit Käufer genug erfahren.`,
  },
  'description-tags': {
    title: 'Tags fallen weg',
    sentence: ({ element, tags }) =>
      `Diese Tags fallen in ${element} weg: ${tags}. Verwenden Sie nur p, b, strong, h2, em, i, ul, ol, li und br.`,
  },
  'description-attributes': {
    title: 'Attribute fallen weg',
    sentence: ({ element, attributes }) =>
      `Attribute von Tags fallen in ${element} weg: ${attributes}. Schreiben Sie die Tags ohne Attribute.`,
  },
  'description-escaped': {
    title: 'Tags werden sichtbar',
    sentence: ({ element }) =>
      `In ${element} steht &lt; für ein Tag, und so wird das Tag selbst sichtbar. Schreiben Sie in CDATA einfach <p>, und außerhalb davon genau einmal &lt;p&gt;.`,
  },
  'study-load-incomplete': {
    title: 'Lernaufwand unvollständig',
    sentence: ({ element }) =>
      `StudyLoad und StudyLoadUnit gehören zusammen, und ${element} fehlt. Schreiben Sie beide oder keines von beiden.`,
  },

  'url-invalid': {
    title: 'Keine Webadresse',
    sentence: ({ url }) =>
      `„${url}“ ist keine Webadresse. Schreiben Sie die ganze Adresse, zum Beispiel https://www.beispiel.de/kurs.`,
  },
  'url-without-scheme': {
    title: 'Webadresse ohne https',
    sentence: ({ url, use }) => `Bei „${url}“ fehlt der Anfang. Schreiben Sie ${use}.`,
  },
  'url-has-spaces': {
    title: 'Leerzeichen in einer Webadresse',
    sentence: ({ url }) =>
      `„${url}“ enthält ein Leerzeichen. Geben Sie der Datei oder Seite eine Adresse ohne Leerzeichen.`,
  },
  'url-escaped': {
    title: 'Codes in der Adresse eines Bildes',
    sentence: ({ url }) =>
      `„${url}“ enthält Codes mit %. Geben Sie dem Bild einen Namen nur aus Buchstaben, Ziffern und Bindestrichen.`,
  },
  'url-escaped-twice': {
    title: 'Doppelt kodierte Webadresse',
    sentence: ({ url }) =>
      `In „${url}“ steht &amp;, wo & gemeint ist. Schreiben Sie in CDATA einfach &, und außerhalb davon genau einmal &amp;.`,
  },
  'url-not-public': {
    title: 'Webadresse nicht erreichbar',
    sentence: ({ url, host }) =>
      `„${url}“ funktioniert nur im eigenen Netz (${host}). Schreiben Sie eine Adresse, die Käufer öffnen können.`,
  },
  'url-placeholder': {
    title: 'Beispieladresse',
    sentence: ({ url, host }) => `„${url}“ ist eine Beispieladresse (${host}). Schreiben Sie die richtige Adresse.`,
  },
  'video-host': {
    title: 'Video kann nicht gezeigt werden',
    sentence: ({ host }) =>
      `Ein Video auf ${host} kann nicht gezeigt werden. Schreiben Sie eine Adresse von YouTube oder Vimeo, oder lassen Sie VideoEmbed leer.`,
  },
  'linkedin-host': {
    title: 'Keine LinkedIn-Adresse',
    sentence: ({ url }) =>
      `„${url}“ ist keine Adresse von LinkedIn. Schreiben Sie die Adresse des Profils, zum Beispiel https://www.linkedin.com/in/name.`,
  },
  'email-invalid': {
    title: 'Keine E-Mail-Adresse',
    sentence: ({ email }) => `„${email}“ ist keine E-Mail-Adresse. Schreiben Sie sie in der Form name@unternehmen.de.`,
  },
  'duplicate-trainer': {
    title: 'Trainer/in doppelt',
    sentence: ({ email }) =>
      `Die Adresse ${email} steht hier bereits. Nennen Sie jede Trainerin und jeden Trainer nur einmal.`,
  },

  'group-without-sites': {
    title: 'Gruppe ohne Websites',
    sentence: () =>
      'Beim Produkttyp group sehen nur die Websites in AllowedSites das Produkt, und dort steht keine. Setzen Sie jede Website in ein eigenes <Go>.',
  },
  'sites-without-group': {
    title: 'Websites ohne Gruppe',
    sentence: ({ productType }) =>
      `AllowedSites ist für den Produkttyp group, und dies ist „${productType}“. Das Produkt ist nur auf diesen Websites zu sehen und zu buchen. Schreiben Sie group oder lassen Sie AllowedSites leer.`,
  },
  'regions-unused': {
    title: 'Regionen zählen nicht',
    sentence: () =>
      'Regions zählt nur ohne Starttermine, und hier gibt es welche. Lassen Sie Regions weg. Die Orte stehen bei den Startterminen.',
  },

  'duplicate-start-id': {
    title: 'Doppelte ID eines Starttermins',
    sentence: ({ id, firstLine }) =>
      `Die ID „${id}“ steht bei diesem Produkt bereits in Zeile ${firstLine}. Geben Sie jedem Starttermin eine eigene ID, sonst lassen sich Anmeldungen nicht unterscheiden.`,
  },
  'duplicate-start': {
    title: 'Doppelter Starttermin',
    sentence: ({ startDate, place, firstLine }, { day }) =>
      `Der Start am ${day(startDate)}${place === '' ? '' : ` in ${place}`} steht bereits in Zeile ${firstLine}. Entfernen Sie einen der beiden.`,
  },
  'start-in-past': {
    title: 'Starttermin vorbei',
    sentence: ({ startDate }, { day }) =>
      `Der Start am ${day(startDate)} ist vorbei und kann nicht mehr gebucht werden. Entfernen Sie diesen Starttermin.`,
  },
  'day-outside-course': {
    title: 'Kurstag außerhalb des Kurses',
    sentence: ({ date, startDate, endDate }, { day }) =>
      `Der Kurstag am ${day(date)} liegt nicht zwischen dem ${day(startDate)} und dem ${day(endDate)}. Korrigieren Sie den Tag, oder Startdate und Enddate.`,
  },
  'end-time-before-start-time': {
    title: 'Ende vor dem Beginn',
    sentence: ({ startTime, endTime }) =>
      `Der Kurstag endet um ${endTime} Uhr und beginnt um ${startTime} Uhr. Korrigieren Sie StartTime oder EndTime.`,
  },

  'min-seats-above-max': {
    title: 'Minimum über dem Maximum',
    sentence: ({ minSeats, maxSeats }, { number }) =>
      `Nötig sind mindestens ${number(minSeats)} Teilnehmende, es gibt aber höchstens ${number(maxSeats)} Plätze. Senken Sie MinNumberOfSeats oder erhöhen Sie MaxNumberOfSeats.`,
  },
  'available-seats-above-max': {
    title: 'Mehr freie Plätze als Plätze',
    sentence: ({ availableSeats, maxSeats }, { number }) =>
      `${number(availableSeats)} von ${number(maxSeats)} Plätzen sind frei. Korrigieren Sie AvailableSeats oder MaxNumberOfSeats.`,
  },
  'seats-above-participants': {
    title: 'Mehr Plätze als Teilnehmende',
    sentence: ({ element, seats, maxParticipants }, { number }) =>
      `${element} ist ${number(seats)}, MaxParticipants des Produkts aber ${number(maxParticipants)}. Gleichen Sie beides an, oder lassen Sie MaxParticipants weg.`,
  },
  'no-participants': {
    title: 'Produkt ist ausgebucht',
    sentence: () =>
      'MaxParticipants ist 0: Das Produkt ist ausgebucht, niemand kann buchen. Lassen Sie das Element weg, wenn es kein Maximum gibt.',
  },

  'price-hidden': {
    title: 'Preis wird nicht gezeigt',
    sentence: ({ amountMinor }, { money }) =>
      `Den Preis gibt es auf Anfrage, deshalb wird ${money(amountMinor)} nicht gezeigt. Schreiben Sie PriceAgreement „false“, um den Preis zu zeigen, oder Price 0.`,
  },
  'in-company-price-shown': {
    title: 'Preis eines Inhouse-Kurses',
    sentence: ({ amountMinor }, { money }) =>
      `Alle sehen den Preis von ${money(amountMinor)} für diesen Inhouse-Kurs. Schreiben Sie PriceAgreement „true“ und Price 0.00, wenn es ihn nur auf Anfrage gibt. Sonst müssen Sie nichts ändern.`,
  },
  'one-off-beside-recurring': {
    title: 'Einmalige Kosten neben einem wiederkehrenden Preis',
    sentence: ({ recurringMinor, oneOffMinor, period }, { money }) =>
      `Käufer sehen ${money(recurringMinor)} ${PERIODS[period] ?? period} und daneben einmalig ${money(oneOffMinor)}. Rechnen Sie Kosten, die jedes Mal anfallen, zu Price hinzu.`,
  },
  'cost-type-other-missing': {
    title: 'Kosten ohne Namen',
    sentence: () =>
      'Diese Kosten sind vom Typ other und haben keinen Namen. Schreiben Sie in TypeOther, wofür sie anfallen.',
  },
  'cost-type-other-unused': {
    title: 'Name von Kosten zählt nicht',
    sentence: ({ type, typeOther }) =>
      `TypeOther („${typeOther}“) zählt nur beim Typ other, und dies ist „${type}“. Lassen Sie TypeOther weg oder schreiben Sie other.`,
  },
  'exempt-price-of-exempt': {
    title: 'Bereits befreit',
    sentence: ({ exemptAmountMinor }, { money }) =>
      `Der Betrag ist bereits von der MwSt. befreit, und dennoch stehen ${money(exemptAmountMinor)} als befreite Alternative da. Lassen Sie PriceExemptAmount weg.`,
  },
  'exempt-cost-unused': {
    title: 'Befreiter Betrag zählt nicht',
    sentence: () =>
      'Ohne PriceExemptAmount beim Kurs selbst gibt es keinen befreiten Preis, also zählt dieser Betrag nicht. Ergänzen Sie ihn beim Kurs, oder lassen Sie ihn hier weg.',
  },

  'organisation-unlisted': {
    title: 'Organisation nicht in der Liste',
    sentence: ({ organisation, use, name }) =>
      `„${organisation}“ steht nicht in der Liste der Organisationen für Fortbildungspunkte. ${
        use === undefined
          ? 'Schreiben Sie die Organisation wie in der Liste, oder lassen Sie sie dort aufnehmen.'
          : `Vielleicht meinen Sie „${use}“${name === undefined ? '' : ` (${name})`}. Schreiben Sie es dann so, oder lassen Sie die Organisation in die Liste aufnehmen.`
      }`,
  },
  'point-type-unlisted': {
    title: 'Art der Punkte nicht in der Liste',
    sentence: ({ pointType, organisation, use }) =>
      `„${pointType}“ ist laut der Liste keine Art von Punkten von ${organisation}. ${
        use === undefined
          ? 'Schreiben Sie eine Art aus der Liste, oder lassen Sie diese dort aufnehmen.'
          : `Vielleicht meinen Sie „${use}“. Schreiben Sie es dann so, oder lassen Sie die Art in die Liste aufnehmen.`
      }`,
  },
  'points-zero': {
    title: 'Null Punkte',
    sentence: ({ organisation }) =>
      `${organisation} vergibt hier 0 Punkte. Schreiben Sie die Anzahl, oder lassen Sie PePoint weg.`,
  },
  'duplicate-points': {
    title: 'Punkte doppelt',
    sentence: ({ organisation, pointType }) =>
      `Die Punkte „${pointType}“ von ${organisation} stehen bereits da. Schreiben Sie sie nur einmal.`,
  },

  'name-taken': {
    title: 'Name schon vergeben',
    sentence: ({ name, productId }) =>
      `Der Name „${name}“ gehört schon zu Produkt ${productId}, das bestehen bleibt. Geben Sie diesem Produkt einen anderen Namen, oder benennen Sie zuerst Produkt ${productId} um oder löschen Sie es.`,
  },
  'nothing-deleted': {
    title: 'Nichts gelöscht',
    sentence: ({ count, firstLine }, { number }) =>
      `Das Produkt in Zeile ${number(firstLine)} ist nicht lesbar und kann andere Produkte verdecken. Deshalb ${count === 1 ? 'bleibt 1 Produkt bestehen, das' : `bleiben ${number(count)} Produkte bestehen, die`} im Feed ${count === 1 ? 'fehlt' : 'fehlen'}. Reparieren Sie das unlesbare Produkt und importieren Sie erneut.`,
  },
};
