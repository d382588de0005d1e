import { bootstrapApplication } from '@angular/platform-browser';
import { CODE } from './code';

const root = document.createElement('app-root');
document.querySelector('#app')!.append(root);
const { App } = await CODE[location.search.slice(1)]!();
await bootstrapApplication(App);
