import type { CheckTerms } from '../feed-terms.js';

const PERIODS: Readonly<Record<string, string>> = { yearly: 'par an', monthly: 'par mois', daily: 'par jour' };

/** Ce qui frappe dans un produit une fois lu. */
export const checking: CheckTerms = {
  'duplicate-id': {
    title: 'ID en double',
    sentence: ({ id, firstLine }) =>
      `L’ID « ${id} » figure déjà à la ligne ${firstLine}. Donnez à chaque produit son propre ID.`,
  },
  'duplicate-name': {
    title: 'Nom en double',
    sentence: ({ name, firstLine }) =>
      `Le nom « ${name} » figure déjà à la ligne ${firstLine}. Donnez à chaque produit son propre nom, y compris dans une autre langue.`,
  },
  'duplicate-email': {
    title: 'Adresse e-mail en double',
    sentence: ({ email, firstLine }) =>
      `Le formateur ${email} figure déjà à la ligne ${firstLine}. Ne mentionnez chaque formateur qu’une fois.`,
  },

  'id-is-folder': {
    title: 'ID sans adresse',
    sentence: ({ id }) =>
      `Avec « ${id} » comme ID, le produit n’a pas d’adresse. Donnez-lui un ID composé de lettres ou de chiffres.`,
  },

  'text-over-limit': {
    title: 'Texte trop long',
    sentence: ({ element, length, maximum }, { number }) =>
      `${element} compte ${number(length)} caractères ; le maximum est de ${number(maximum)}. Raccourcissez le texte.`,
  },
  'name-has-markup': {
    title: 'Balisage dans le nom',
    sentence: ({ markup }) =>
      `Le nom contient « ${markup} », et c’est exactement ce que voient les acheteurs. Écrivez le nom sans HTML.`,
  },
  'text-mojibake': {
    title: 'Caractères altérés',
    sentence: ({ element, value, use }) =>
      `${element} contient « ${value} » : de l’UTF-8 lu quelque part comme du Windows-1252. Écrivez « ${use} ».`,
  },
  'text-character-lost': {
    title: 'Caractères perdus',
    sentence: ({ element, value }) =>
      `${element} contient « ${value} » : à la place de �, un caractère a été perdu quand le flux a été créé. Écrivez-le de nouveau.`,
  },
  'description-too-short': {
    title: 'Description trop courte',
    sentence: ({ characters, minimum }, { number }) =>
      `La description compte ${number(characters)} ${characters < 2 ? 'caractère' : 'caractères'} ; le minimum est de ${number(minimum)}. Dites-en plus sur le produit.`,
  },
  'description-few-words': {
    title: 'Description courte',
    sentence: ({ words, minimum }, { number }) =>
      `La description compte ${number(words)} ${words < 2 ? 'mot' : 'mots'}. Écrivez-en au moins ${number(minimum)}, pour que les acheteurs en sachent assez.`,
  },
  'description-tags': {
    title: 'Balises supprimées',
    sentence: ({ element, tags }) =>
      `Ces balises sont supprimées de ${element} : ${tags}. N’utilisez que p, b, strong, h2, em, i, ul, ol, li et br.`,
  },
  'description-attributes': {
    title: 'Attributs supprimés',
    sentence: ({ element, attributes }) =>
      `Des attributs de balises sont supprimés de ${element} : ${attributes}. Écrivez les balises sans attributs.`,
  },
  'description-escaped': {
    title: 'Balises visibles',
    sentence: ({ element }) =>
      `${element} contient &lt; pour une balise, et les lecteurs voient donc la balise elle-même. Écrivez simplement <p> dans CDATA, et &lt;p&gt; une seule fois en dehors.`,
  },
  'study-load-incomplete': {
    title: 'Charge de travail incomplète',
    sentence: ({ element }) =>
      `StudyLoad et StudyLoadUnit vont ensemble, et ${element} est absent. Écrivez les deux ou aucun.`,
  },

  'url-invalid': {
    title: 'Adresse web non valide',
    sentence: ({ url }) =>
      `« ${url} » n’est pas une adresse web. Écrivez l’adresse entière, par exemple https://www.exemple.fr/formation.`,
  },
  'url-without-scheme': {
    title: 'Adresse web sans https',
    sentence: ({ url, use }) => `Il manque le début de « ${url} ». Écrivez ${use}.`,
  },
  'url-has-spaces': {
    title: 'Espace dans une adresse web',
    sentence: ({ url }) => `« ${url} » contient un espace. Donnez au fichier ou à la page une adresse sans espaces.`,
  },
  'url-escaped': {
    title: 'Codes dans l’adresse d’une image',
    sentence: ({ url }) =>
      `« ${url} » contient des codes avec %. Donnez à l’image un nom composé seulement de lettres, de chiffres et de tirets.`,
  },
  'url-escaped-twice': {
    title: 'Adresse web encodée deux fois',
    sentence: ({ url }) =>
      `« ${url} » contient &amp; au lieu de &. Écrivez simplement & dans CDATA, et &amp; une seule fois en dehors.`,
  },
  'url-not-public': {
    title: 'Adresse web inaccessible',
    sentence: ({ url, host }) =>
      `« ${url} » ne fonctionne que dans votre propre réseau (${host}). Écrivez une adresse que les acheteurs peuvent ouvrir.`,
  },
  'url-placeholder': {
    title: 'Adresse d’exemple',
    sentence: ({ url, host }) => `« ${url} » est une adresse d’exemple (${host}). Écrivez la vraie adresse.`,
  },
  'video-host': {
    title: 'Vidéo impossible à afficher',
    sentence: ({ host }) =>
      `Une vidéo de ${host} ne peut pas être affichée. Écrivez une adresse YouTube ou Vimeo, ou laissez VideoEmbed vide.`,
  },
  'linkedin-host': {
    title: 'Adresse LinkedIn non valide',
    sentence: ({ url }) =>
      `« ${url} » n’est pas une adresse LinkedIn. Écrivez l’adresse du profil, par exemple https://www.linkedin.com/in/nom.`,
  },
  'email-invalid': {
    title: 'Adresse e-mail non valide',
    sentence: ({ email }) => `« ${email} » n’est pas une adresse e-mail. Écrivez-la sous la forme nom@entreprise.fr.`,
  },
  'duplicate-trainer': {
    title: 'Formateur en double',
    sentence: ({ email }) =>
      `Le formateur ${email} est déjà mentionné ici. Ne mentionnez chaque formateur qu’une fois.`,
  },

  'group-without-sites': {
    title: 'Groupe sans sites',
    sentence: () =>
      'Avec le type de produit group, seuls les sites d’AllowedSites voient le produit, et il n’y en a pas. Mettez chaque site dans son propre <Go>.',
  },
  'sites-without-group': {
    title: 'Sites non pris en compte',
    sentence: ({ productType }) =>
      `AllowedSites est prévu pour le type de produit group, et celui-ci est « ${productType} ». Le produit n’est visible et ouvert aux inscriptions que sur ces sites. Écrivez group ou laissez AllowedSites vide.`,
  },
  'regions-unused': {
    title: 'Régions non prises en compte',
    sentence: () =>
      'Regions ne compte qu’en l’absence de dates de début, et il y en a. Retirez Regions ; les lieux viennent des dates de début.',
  },

  'duplicate-start-id': {
    title: 'ID d’une date de début en double',
    sentence: ({ id, firstLine }) =>
      `L’ID « ${id} » figure déjà à la ligne ${firstLine} de ce produit. Donnez à chaque date de début son propre ID, sinon les inscriptions ne peuvent pas être distinguées.`,
  },
  'duplicate-start': {
    title: 'Date de début en double',
    sentence: ({ startDate, place, firstLine }, { day }) =>
      `La date de début du ${day(startDate)}${place === '' ? '' : ` à ${place}`} figure déjà à la ligne ${firstLine}. Supprimez l’une des deux.`,
  },
  'start-in-past': {
    title: 'Date de début passée',
    sentence: ({ startDate }, { day }) =>
      `La date de début du ${day(startDate)} est passée et n’est plus ouverte aux inscriptions. Supprimez-la.`,
  },
  'day-outside-course': {
    title: 'Jour hors de la formation',
    sentence: ({ date, startDate, endDate }, { day }) =>
      `Le jour de formation du ${day(date)} n’est pas compris entre le ${day(startDate)} et le ${day(endDate)}. Corrigez le jour, ou Startdate et Enddate.`,
  },
  'end-time-before-start-time': {
    title: 'Heure de fin avant l’heure de début',
    sentence: ({ startTime, endTime }) =>
      `La journée finit à ${endTime} et commence à ${startTime}. Corrigez StartTime ou EndTime.`,
  },

  'min-seats-above-max': {
    title: 'Minimum supérieur au maximum',
    sentence: ({ minSeats, maxSeats }, { number }) =>
      `Il faut au moins ${number(minSeats)} participants et il y a au plus ${number(maxSeats)} places. Diminuez MinNumberOfSeats ou augmentez MaxNumberOfSeats.`,
  },
  'available-seats-above-max': {
    title: 'Plus de places libres que de places',
    sentence: ({ availableSeats, maxSeats }, { number }) =>
      `Places libres : ${number(availableSeats)} sur ${number(maxSeats)}. Corrigez AvailableSeats ou MaxNumberOfSeats.`,
  },
  'seats-above-participants': {
    title: 'Plus de places que de participants',
    sentence: ({ element, seats, maxParticipants }, { number }) =>
      `${element} vaut ${number(seats)}, mais MaxParticipants du produit vaut ${number(maxParticipants)}. Donnez-leur la même valeur, ou retirez MaxParticipants.`,
  },
  'no-participants': {
    title: 'Produit complet',
    sentence: () =>
      'MaxParticipants vaut 0 : le produit est complet et personne ne peut s’inscrire. Retirez l’élément s’il n’y a pas de maximum.',
  },

  'price-hidden': {
    title: 'Prix non affiché',
    sentence: ({ amountMinor }, { money }) =>
      `Le prix est sur demande : ${money(amountMinor)} n’est donc pas affiché. Écrivez PriceAgreement « false » pour afficher le prix, ou Price 0.`,
  },
  'in-company-price-shown': {
    title: 'Prix d’une formation intra-entreprise',
    sentence: ({ amountMinor }, { money }) =>
      `Tout le monde voit le prix de ${money(amountMinor)} de cette formation intra-entreprise. Écrivez PriceAgreement « true » et Price 0.00 s’il est sur demande ; sinon, ne changez rien.`,
  },
  'one-off-beside-recurring': {
    title: 'Frais ponctuels à côté d’un prix récurrent',
    sentence: ({ recurringMinor, oneOffMinor, period }, { money }) =>
      `Les acheteurs voient ${money(recurringMinor)} ${PERIODS[period] ?? period} et, à part, ${money(oneOffMinor)} en une fois. Ajoutez à Price les frais qui reviennent à chaque fois.`,
  },
  'cost-type-other-missing': {
    title: 'Frais sans nom',
    sentence: () =>
      'Ces frais sont du type other et n’ont pas de nom. Écrivez dans TypeOther à quoi ils correspondent.',
  },
  'cost-type-other-unused': {
    title: 'Nom de frais non pris en compte',
    sentence: ({ type, typeOther }) =>
      `TypeOther (« ${typeOther} ») ne compte que pour le type other, et celui-ci est « ${type} ». Retirez TypeOther ou écrivez other.`,
  },
  'exempt-price-of-exempt': {
    title: 'Déjà exonéré',
    sentence: ({ exemptAmountMinor }, { money }) =>
      `Le montant est déjà exonéré de TVA, et pourtant ${money(exemptAmountMinor)} figure comme prix exonéré. Retirez PriceExemptAmount.`,
  },
  'exempt-cost-unused': {
    title: 'Montant exonéré non pris en compte',
    sentence: () =>
      'Sans PriceExemptAmount pour la formation elle-même, il n’y a pas de prix exonéré, et ce montant ne compte pas. Ajoutez-le à la formation, ou retirez-le ici.',
  },

  'organisation-unlisted': {
    title: 'Organisme absent de la liste',
    sentence: ({ organisation, use, name }) =>
      `« ${organisation} » ne figure pas dans la liste des organismes de points de formation continue. ${
        use === undefined
          ? 'Écrivez l’organisme comme dans la liste, ou faites-l’y ajouter.'
          : `Peut-être vouliez-vous dire « ${use} »${name === undefined ? '' : ` (${name})`}. Dans ce cas, écrivez-le ainsi ; sinon, faites ajouter l’organisme à la liste.`
      }`,
  },
  'point-type-unlisted': {
    title: 'Type de points absent de la liste',
    sentence: ({ pointType, organisation, use }) =>
      `D’après la liste, « ${pointType} » n’est pas un type de points de ${organisation}. ${
        use === undefined
          ? 'Écrivez un type de la liste, ou faites-y ajouter celui-ci.'
          : `Peut-être vouliez-vous dire « ${use} ». Dans ce cas, écrivez-le ainsi ; sinon, faites ajouter le type à la liste.`
      }`,
  },
  'points-zero': {
    title: 'Zéro point',
    sentence: ({ organisation }) => `${organisation} donne ici 0 point. Écrivez le nombre, ou retirez PePoint.`,
  },
  'duplicate-points': {
    title: 'Points en double',
    sentence: ({ organisation, pointType }) =>
      `Les points « ${pointType} » de ${organisation} figurent déjà. Écrivez-les une seule fois.`,
  },

  'name-taken': {
    title: 'Nom déjà utilisé',
    sentence: ({ name, productId }) =>
      `Le nom « ${name} » est déjà celui du produit ${productId}, qui reste. Donnez un autre nom à ce produit, ou renommez ou supprimez d’abord le produit ${productId}.`,
  },
  'nothing-deleted': {
    title: 'Rien n’est supprimé',
    sentence: ({ count, firstLine }, { number }) =>
      `Le produit de la ligne ${number(firstLine)} est illisible et peut en cacher d’autres. C’est pourquoi ${count < 2 ? `${number(count)} produit absent du flux est conservé` : `${number(count)} produits absents du flux sont conservés`}. Réparez ce produit et importez à nouveau.`,
  },
};
