import { renderDescription } from '@enrollkit/feed/html/render.js';

document.querySelector('#described')?.append(renderDescription('<b onclick="x()">Leer</b><script>x()</script> lassen'));
