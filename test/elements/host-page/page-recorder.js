// A classic script, first on the page: it notes what the page complains about, from the very beginning.
{
  const violations = [];
  const warnings = [];
  const errors = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    violations.push(`${violatedDirective} ${blockedURI}`),
  );
  window.addEventListener('error', ({ message }) => errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  console.warn = (...args) => warnings.push(args.join(' '));
  Object.assign(window, { recorder: { violations, warnings, errors, load: (address) => import(address) } });
}
