import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';

const root = document.createElement('app-root');
document.querySelector('#app')!.append(root);
await bootstrapApplication(App);
