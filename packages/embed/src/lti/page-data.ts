/** What the server wrote into the page. */
export function pageData<Data>(): Data {
  return JSON.parse(document.getElementById('lti-data')?.textContent ?? '{}') as Data;
}
