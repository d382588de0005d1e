// What a page of Moodle does at its end, with what it was told in its own element: RequireJS that enforces define(), and the
// calls of $PAGE->requires. `data-late`: what a page loads when somebody asks for it. On a page of ES modules it calls nothing.
(() => {
  const { cfg, calls } = JSON.parse(document.querySelector('#moodle').textContent);
  window.M = { cfg };
  window.requirejs.config({
    baseUrl: `${cfg.wwwroot}/lib/requirejs.php/1`,
    enforceDefine: true,
    skipDataMain: true,
    waitSeconds: 0,
  });
  const isClassic = document.querySelector('script[type=module]') === null;
  for (const [module, name, params] of isClassic ? calls : []) window.require([module], (amd) => amd[name](...params));
  document.querySelector('#more')?.addEventListener('click', async () => {
    const place = document.querySelector('#late');
    place.innerHTML = await (await fetch(place.dataset.late)).text();
  });
})();
