import { Window } from 'happy-dom';
import { useElements } from './use-elements.js';

const window = new Window({ url: 'http://localhost/' });
window.document.documentElement.lang = 'en';
await useElements(window);
