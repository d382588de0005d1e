import type { CheckTerms } from '../feed-terms.js';

const PERIODS: Readonly<Record<string, string>> = { yearly: 'per year', monthly: 'per month', daily: 'per day' };

/** What is remarkable about a product once it is read. */
export const checking: CheckTerms = {
  'duplicate-id': {
    title: 'Repeated ID',
    sentence: ({ id, firstLine }) =>
      `The ID “${id}” is already used on line ${firstLine}. Give each product an ID of its own.`,
  },
  'duplicate-name': {
    title: 'Repeated name',
    sentence: ({ name, firstLine }) =>
      `The name “${name}” is already used on line ${firstLine}. Give each product a name of its own, across all languages.`,
  },
  'duplicate-email': {
    title: 'Repeated email address',
    sentence: ({ email, firstLine }) => `The trainer ${email} is already on line ${firstLine}. List each trainer once.`,
  },

  'id-is-folder': {
    title: 'ID without an address',
    sentence: ({ id }) => `With “${id}” as its ID the product has no address. Give it an ID with letters or digits.`,
  },

  'text-over-limit': {
    title: 'Text too long',
    sentence: ({ element, length, maximum }, { number }) =>
      `${element} has ${number(length)} characters; the maximum is ${number(maximum)}. Make the text shorter.`,
  },
  'name-has-markup': {
    title: 'Markup in the name',
    sentence: ({ markup }) =>
      `The name contains “${markup}”, and buyers see exactly that. Write the name without HTML.`,
  },
  'text-mojibake': {
    title: 'Garbled characters',
    sentence: ({ element, value, use }) =>
      `${element} has “${value}” in it: UTF-8 that was read as Windows-1252 somewhere. Write “${use}”.`,
  },
  'text-character-lost': {
    title: 'Lost characters',
    sentence: ({ element, value }) =>
      `${element} has “${value}” in it: a character was lost at � when the feed was made. Write it again.`,
  },
  'description-too-short': {
    title: 'Description too short',
    sentence: ({ characters, minimum }, { number }) =>
      `The description has ${number(characters)} characters; the minimum is ${number(minimum)}. Say more about the product.`,
  },
  'description-few-words': {
    title: 'Short description',
    sentence: ({ words, minimum }, { number }) =>
      `The description has ${number(words)} words. Write at least ${number(minimum)}, so that buyers know enough.`,
  },
  'description-tags': {
    title: 'Tags are removed',
    sentence: ({ element, tags }) =>
      `These tags are removed from ${element}: ${tags}. Use only p, b, strong, h2, em, i, ul, ol, li and br.`,
  },
  'description-attributes': {
    title: 'Attributes are removed',
    sentence: ({ element, attributes }) =>
      `Attributes of tags are removed from ${element}: ${attributes}. Write the tags without them.`,
  },
  'description-escaped': {
    title: 'Tags become visible',
    sentence: ({ element }) =>
      `${element} has &lt; for a tag, so readers see the tag itself. Write plain <p> in CDATA, and &lt;p&gt; just once outside it.`,
  },
  'study-load-incomplete': {
    title: 'Study load incomplete',
    sentence: ({ element }) =>
      `StudyLoad and StudyLoadUnit belong together, and ${element} is missing. Write both or neither.`,
  },

  'url-invalid': {
    title: 'Not a web address',
    sentence: ({ url }) =>
      `“${url}” is not a web address. Write the whole address, such as https://www.example.com/course.`,
  },
  'url-without-scheme': {
    title: 'Web address without https',
    sentence: ({ url, use }) => `The beginning of “${url}” is missing. Write ${use}.`,
  },
  'url-has-spaces': {
    title: 'Space in a web address',
    sentence: ({ url }) => `“${url}” contains a space. Give the file or page an address without spaces.`,
  },
  'url-escaped': {
    title: 'Codes in the address of an image',
    sentence: ({ url }) => `“${url}” contains codes with %. Give the image a name of letters, digits and hyphens only.`,
  },
  'url-escaped-twice': {
    title: 'Web address escaped twice',
    sentence: ({ url }) =>
      `“${url}” has &amp; where & is meant. Write plain & in CDATA, and &amp; just once outside it.`,
  },
  'url-not-public': {
    title: 'Web address not reachable',
    sentence: ({ url, host }) =>
      `“${url}” only works in your own network (${host}). Write an address that buyers can open.`,
  },
  'url-placeholder': {
    title: 'Example address',
    sentence: ({ url, host }) => `“${url}” is an example address (${host}). Write the real one.`,
  },
  'video-host': {
    title: 'Video can’t be shown',
    sentence: ({ host }) =>
      `A video on ${host} can’t be shown. Write an address of YouTube or Vimeo, or leave VideoEmbed empty.`,
  },
  'linkedin-host': {
    title: 'Not a LinkedIn address',
    sentence: ({ url }) =>
      `“${url}” is not a LinkedIn address. Write the address of the profile, such as https://www.linkedin.com/in/name.`,
  },
  'email-invalid': {
    title: 'Not an email address',
    sentence: ({ email }) => `“${email}” is not an email address. Write it as name@company.com.`,
  },
  'duplicate-trainer': {
    title: 'Trainer repeated',
    sentence: ({ email }) => `The trainer ${email} is already listed here. List each trainer once.`,
  },

  'group-without-sites': {
    title: 'Group without sites',
    sentence: () =>
      'With the product type group, only the sites in AllowedSites see the product, and there are none. Put each site in a <Go> of its own.',
  },
  'sites-without-group': {
    title: 'Sites without a group',
    sentence: ({ productType }) =>
      `AllowedSites is for the product type group, and this is “${productType}”. The product is only shown and booked on those sites. Write group, or leave AllowedSites empty.`,
  },
  'regions-unused': {
    title: 'Regions are ignored',
    sentence: () =>
      'Regions only counts when there are no starting dates, and there are some. Leave Regions out. The places come from the starting dates.',
  },

  'duplicate-start-id': {
    title: 'Repeated ID of a starting date',
    sentence: ({ id, firstLine }) =>
      `The starting date ID “${id}” is already used on line ${firstLine} of this product. Give each starting date an ID of its own, or enrollments can’t be told apart.`,
  },
  'duplicate-start': {
    title: 'Repeated starting date',
    sentence: ({ startDate, place, firstLine }, { day }) =>
      `The start on ${day(startDate)}${place === '' ? '' : ` in ${place}`} is already on line ${firstLine}. Remove one of them.`,
  },
  'start-in-past': {
    title: 'Starting date has passed',
    sentence: ({ startDate }, { day }) =>
      `The start on ${day(startDate)} has passed and can no longer be booked. Remove this starting date.`,
  },
  'day-outside-course': {
    title: 'Course day outside the course',
    sentence: ({ date, startDate, endDate }, { day }) =>
      `The course day ${day(date)} is not between ${day(startDate)} and ${day(endDate)}. Correct the day, or Startdate and Enddate.`,
  },
  'end-time-before-start-time': {
    title: 'End time before start time',
    sentence: ({ startTime, endTime }) =>
      `The day ends at ${endTime} and starts at ${startTime}. Correct StartTime or EndTime.`,
  },

  'min-seats-above-max': {
    title: 'Minimum above maximum',
    sentence: ({ minSeats, maxSeats }, { number }) =>
      `At least ${number(minSeats)} participants are needed and there are at most ${number(maxSeats)} seats. Lower MinNumberOfSeats or raise MaxNumberOfSeats.`,
  },
  'available-seats-above-max': {
    title: 'More seats available than there are',
    sentence: ({ availableSeats, maxSeats }, { number }) =>
      `${number(availableSeats)} seats are available out of ${number(maxSeats)}. Correct AvailableSeats or MaxNumberOfSeats.`,
  },
  'seats-above-participants': {
    title: 'More seats than participants',
    sentence: ({ element, seats, maxParticipants }, { number }) =>
      `${element} is ${number(seats)}, but MaxParticipants of the product is ${number(maxParticipants)}. Make them the same, or leave MaxParticipants out.`,
  },
  'no-participants': {
    title: 'Product is full',
    sentence: () =>
      'MaxParticipants is 0: the product is full and nobody can book. Leave the element out if there is no maximum.',
  },

  'price-hidden': {
    title: 'Price is not shown',
    sentence: ({ amountMinor }, { money }) =>
      `The price is on request, so ${money(amountMinor)} is not shown. Write PriceAgreement “false” to show the price, or Price 0.`,
  },
  'in-company-price-shown': {
    title: 'Price of an in-company course',
    sentence: ({ amountMinor }, { money }) =>
      `Everybody sees the price of ${money(amountMinor)} of this in-company course. Write PriceAgreement “true” and Price 0.00 if it is on request; otherwise nothing needs to change.`,
  },
  'one-off-beside-recurring': {
    title: 'One-off costs beside a recurring price',
    sentence: ({ recurringMinor, oneOffMinor, period }, { money }) =>
      `Buyers see ${money(recurringMinor)} ${PERIODS[period] ?? period} plus ${money(oneOffMinor)} once. Add costs that recur each time to Price.`,
  },
  'cost-type-other-missing': {
    title: 'Costs without a name',
    sentence: () => 'These costs are of the type other and have no name. Write in TypeOther what they are for.',
  },
  'cost-type-other-unused': {
    title: 'Name of costs is ignored',
    sentence: ({ type, typeOther }) =>
      `TypeOther (“${typeOther}”) only counts for the type other, and this is “${type}”. Leave TypeOther out or write other.`,
  },
  'exempt-price-of-exempt': {
    title: 'Already exempt',
    sentence: ({ exemptAmountMinor }, { money }) =>
      `The amount is already exempt from VAT, and yet there is ${money(exemptAmountMinor)} as an exempt alternative. Leave PriceExemptAmount out.`,
  },
  'exempt-cost-unused': {
    title: 'Exempt amount is ignored',
    sentence: () =>
      'Without PriceExemptAmount for the course itself there is no exempt price, so this amount is ignored. Add it to the course, or leave it out here.',
  },

  'organisation-unlisted': {
    title: 'Organization not in the list',
    sentence: ({ organisation, use, name }) =>
      `“${organisation}” is not in the list of organizations for PE points. ${
        use === undefined
          ? 'Write the organization as in the list, or have it added there.'
          : `Perhaps you mean “${use}”${name === undefined ? '' : ` (${name})`}. If so, write that; if not, have the organization added to the list.`
      }`,
  },
  'point-type-unlisted': {
    title: 'Kind of points not in the list',
    sentence: ({ pointType, organisation, use }) =>
      `According to the list, “${pointType}” is not a kind of points of ${organisation}. ${
        use === undefined
          ? 'Write a kind from the list, or have this one added there.'
          : `Perhaps you mean “${use}”. If so, write that; if not, have the kind added to the list.`
      }`,
  },
  'points-zero': {
    title: 'Zero points',
    sentence: ({ organisation }) => `${organisation} gives 0 points here. Write the number, or leave PePoint out.`,
  },
  'duplicate-points': {
    title: 'Points repeated',
    sentence: ({ organisation, pointType }) =>
      `The ${pointType} points of ${organisation} are already listed. Write them once.`,
  },

  'name-taken': {
    title: 'Name in use',
    sentence: ({ name, productId }) =>
      `The name “${name}” belongs to product ${productId}, which stays. Give this product another name, or rename or remove product ${productId} first.`,
  },
  'nothing-deleted': {
    title: 'Nothing deleted',
    sentence: ({ count, firstLine }, { number }) =>
      `The product on line ${number(firstLine)} can’t be read and may hide others. Therefore ${count === 1 ? '1 product that is missing from the feed stays' : `${number(count)} products that are missing from the feed stay`}. Repair that product and import again.`,
  },
};
