// Which files people really have are accepted as certificates, beside what other readers open: poppler for PDF, libjpeg for
// photos. Every .pdf, .jpg and .jpeg below the folders that are given is tried; bring collections of your own. Good ones come
// with Debian: `apt-get download golang-github-jung-kurt-gofpdf-dev golang-github-rwcarlsen-goexif-dev` and `dpkg-deb -x`, or
// the sources of qpdf, pdf.js, pikepdf, exiv2 and libimage-exiftool-perl. Run `npm run build` first.
//
//   node test/bench/file-endings.mjs [--list] FOLDER...
//
// --list names every file on which we and the other reader disagree.
import { spawnSync } from 'node:child_process';
import { openAsBlob, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { inspectFile } from '@enrollkit/core';

const READERS = {
  pdf: { name: 'poppler', opens: (path) => /^Pages: +[1-9]/m.test(run('pdfinfo', [path])) },
  jpeg: {
    name: 'libjpeg',
    opens: (path) => spawnSync('djpeg', ['-scale', '1/8', '-outfile', '/dev/null', path]).status === 0,
  },
};
const ENDINGS = { '.pdf': 'pdf', '.jpg': 'jpeg', '.jpeg': 'jpeg' };
const NOTICES = new Set(['file-end-missing', 'file-restricted']);
const accept = ['application/pdf', 'image/jpeg', 'image/png'];

const [withList, folders] = [
  process.argv.includes('--list'),
  process.argv.slice(2).filter((word) => word !== '--list'),
];
const counts = new Map();
for (const path of folders.flatMap(filesBelow)) {
  const kind = ENDINGS[extname(path).toLowerCase()];
  const { issues, notices } = await inspectFile(await openAsBlob(path), { accept, maxSizeBytes: 1e9 });
  const opened = READERS[kind].opens(path);
  const answer = issues?.[0].code ?? notices?.[0].code ?? 'accepted';
  const of = `${kind}: ${READERS[kind].name} ${opened ? 'opens' : 'does not open'}`;
  counts.set(of, [...(counts.get(of) ?? []), answer]);
  if (withList && opened === Boolean(issues))
    console.log(`${of}, we say ${answer} ${JSON.stringify(issues?.[0].params ?? {})}: ${path}`);
}
for (const [of, answers] of [...counts].sort()) {
  const refused = answers.filter((answer) => answer.startsWith('file-') && !NOTICES.has(answer)).length;
  const share = (((answers.length - refused) / answers.length) * 100).toFixed(1);
  console.log(`${of} ${answers.length}; accepted ${answers.length - refused} (${share} %)`);
  for (const answer of [...new Set(answers)].sort())
    console.log(`  ${answer} ${answers.filter((other) => other === answer).length}`);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() in ENDINGS)
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function run(program, args) {
  return spawnSync(program, args, { encoding: 'latin1', timeout: 20_000 }).stdout ?? '';
}
