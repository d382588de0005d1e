import { Component } from '@angular/core';
import { setDefaultFeedChecker } from '@enrollkit/elements';
import { FeedCheck } from '@enrollkit/elements/angular';
import { createFeedChecker } from '@enrollkit/feed/worker';

setDefaultFeedChecker(createFeedChecker());

@Component({ selector: 'app-root', imports: [FeedCheck], template: '<feed-check />' })
export class App {}
