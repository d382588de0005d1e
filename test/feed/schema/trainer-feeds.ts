import fc from 'fast-check';
import { addressOrEmpty, all, anything } from './feed-parts.js';
import { element, type XmlElement } from './xml-tree.js';

const trainer = all(
  'Trainer',
  {},
  {
    FirstName: anything,
    LastName: anything,
    Bio: anything,
    PhotoUrl: addressOrEmpty,
    Telephone: anything,
    WebAddress: addressOrEmpty,
    LinkedIn: addressOrEmpty,
  },
);

/** A feed of one to three trainers, as a tree. Every address is another one. */
export const trainerFeeds: fc.Arbitrary<XmlElement> = fc
  .array(trainer, { minLength: 1, maxLength: 3 })
  .map((trainers) =>
    element(
      'Trainers',
      ...trainers.map((each, index) => ({
        ...each,
        content: [...each.content, element('Email', `t${index}@kader.nl`)],
      })),
    ),
  );
