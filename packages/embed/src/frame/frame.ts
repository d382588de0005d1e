/**
 * For a page that others show in a frame: tells the page around it how tall it is, whenever that changes. The message is that of
 * LTI (`lti.frameResize`), so platforms understand it without a script of ours; other pages load `enrollkit-frame-host.js`.
 */
const page = document.documentElement;
let told = 0;

/** Anybody may know how tall a page is: the one around it needn't be named. */
function tellHeight(): void {
  const height = Math.ceil(page.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  window.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
}

if (window.parent !== window) {
  new ResizeObserver(tellHeight).observe(page);
  tellHeight();
}

export {};
