import { buildTrainer, type TrainerDraft } from './build-trainer.js';
import { itemRule, rulesFor, type ElementRule } from './element-rule.js';
import { text } from './value-reader.js';

const trainer = rulesFor<TrainerDraft>();

/**
 * The trainer feed: every element, and the property of core's `Trainer` it ends up in. The original's list of fields is
 * not public, so this one is ours. Source: domain.md section 5.
 */
export const TRAINER_RULE: ElementRule = itemRule('Trainer', buildTrainer, [
  trainer.value('Email', 'required', 'email', text),
  trainer.value('FirstName', 'optional', 'firstName', text),
  trainer.value('LastName', 'optional', 'lastName', text),
  trainer.value('Bio', 'optional', 'bio', text),
  trainer.value('PhotoUrl', 'optional', 'photoUrl', text),
  trainer.value('Telephone', 'optional', 'telephone', text),
  trainer.value('WebAddress', 'optional', 'webAddress', text),
  trainer.value('LinkedIn', 'optional', 'linkedIn', text),
]);
