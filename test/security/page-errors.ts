/** What reached the page that should have stayed inside: exceptions and rejections that nobody caught. */
export function watchPageErrors(): string[] {
  const errors: string[] = [];
  const onError = (event: ErrorEvent): void => void errors.push(event.message);
  const onRejection = (event: PromiseRejectionEvent): void => void errors.push(String(event.reason));
  beforeEach(() => {
    errors.length = 0;
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
  });
  afterEach(() => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  });
  return errors;
}

/** Lets promises, updates and what they start come to an end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}
