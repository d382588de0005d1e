import { defineElement } from '../base/define-element.js';
import { FeedCheck } from './feed-check.js';

defineElement('feed-check', FeedCheck);

export * from './feed-check.js';
