/** What a backend answered that isn't what it was asked for; `expected` is for the developer. Has the code of core's errors. */
export function badAnswer(expected: string): Error {
  return Object.assign(new Error(`The backend answered no ${expected}.`), { code: 'bad-answer' });
}
