// Runs before the first paint, so that a chosen language or theme doesn't flash. Classic and tiny on purpose.
(function () {
  const root = document.documentElement;
  try {
    root.lang = localStorage.getItem('portal-language') || 'nl';
    root.dataset.theme = localStorage.getItem('portal-theme') || 'system';
  } catch {
    // Storage is blocked: the defaults of the page stay.
  }
})();
