// A client of Springest's certificates API, written from its documentation and its published examples alone: it knows
// nothing of this project. Documentation: help.admin.springest.nl/article/539 (introduction), /2328 (certificates), /2366
// (user certificates), /2617 (bookings); paging as in github.com/Springest/api-examples (php/trainings.php).
//
// node existing-client.mjs <address of the API> <api key>; the files come in as JSON on standard input.
import { text } from 'node:stream/consumers';

const [, , host, apiKey] = process.argv;
const { certification, bundle, withConversion, withoutConversion } = JSON.parse(await text(process.stdin));

const address = (path, parameters = {}) =>
  `${host}${path}?${new URLSearchParams({ api_key: apiKey, ...parameters }).toString()}`;

/** Page after page, until `meta.results` are read. */
async function readAll(path, list, parameters = {}) {
  const items = [];
  let total = 1;
  for (let offset = 0; offset < total; offset += 2) {
    const response = await fetch(address(path, { ...parameters, size: '2', offset: String(offset) }));
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const page = await response.json();
    total = page.meta.results;
    items.push(...page[list]);
  }
  return items;
}

/** As the PHP example does it, in XML. */
async function readAllXml(path) {
  const ids = [];
  let total = 1;
  for (let offset = 0; offset < total; offset += 2) {
    const xml = await (await fetch(address(path, { size: '2', offset: String(offset) }))).text();
    total = Number(/<response>\s*<meta>\s*<results[^>]*>(\d+)</.exec(xml)[1]);
    ids.push(...[...xml.matchAll(/<certificate>\s*<id type="integer">(\d+)<\/id>/g)].map(([, id]) => Number(id)));
  }
  return ids;
}

/** `POST /certificates`: multipart/form-data, the file as it is. */
async function postForm(path, fields, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set('file', new Blob([Buffer.from(file, 'base64')], { type: 'application/pdf' }), 'diploma.pdf');
  const response = await fetch(address(path), { method: 'POST', body: form });
  return { status: response.status, text: await response.text() };
}

async function postJson(path, body) {
  const response = await fetch(address(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const certifications = await readAll('/certifications.json', 'certifications');
const certification_id = certifications.find(({ name }) => name === certification).id;
const bookings = await readAll('/bookings.json', 'bookings', { participation_status: 'enrolled' });
const conversion_id = bookings.find(({ user }) => user.email === withConversion.email).id;
const { valid_from, file } = withConversion;
const first = { certification_id, conversion_id, email: withConversion.email, valid_from };

const sentAsForm = await postForm('/certificates.xml', first, file);
const { file: otherFile, ...other } = withoutConversion;
const sentWithoutConversion = await postForm('/certificates.json', { certification_id, ...other }, otherFile);
const items = bundle.map((item) => ({ certification_id, ...item }));
const sentAsBundle = await postJson('/users/certificates.json', { certificates: items });
const sentAgain = await postJson('/users/certificates.json', { certificates: items });

process.stdout.write(
  JSON.stringify({
    certification_id,
    conversion_id,
    booking: await (await fetch(address(`/bookings/${conversion_id}.json`))).json(),
    sentAsForm,
    sentWithoutConversion: { ...sentWithoutConversion, body: JSON.parse(sentWithoutConversion.text) },
    sentAsBundle,
    sentAgain,
    read: await readAll('/users/certificates.json', 'certificates', { certification_id: String(certification_id) }),
    ofOne: await readAll('/users/certificates.json', 'certificates', { email: withConversion.email.toUpperCase() }),
    since: await readAll('/users/certificates.json', 'certificates', { created_from: '2999-01-01' }),
    readAsXml: await readAllXml('/users/certificates.xml'),
    refusals: {
      noDate: await postForm('/certificates.json', { certification_id, email: first.email }, file),
      otherCertification: await postForm('/certificates.json', { ...first, certification_id: 4711 }, file),
      wrongKey: (await fetch(`${host}/users/certificates.json?api_key=wrong`)).status,
      noKey: (await fetch(`${host}/users/certificates.xml`)).status,
      noBooking: (await fetch(address('/bookings/4711.json'))).status,
      nowhere: (await fetch(address('/trainings.json'))).status,
    },
  }),
);
