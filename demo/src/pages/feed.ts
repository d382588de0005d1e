import { hasErrorCode, type Backend, type Product } from '@enrollkit/core';
import { readProducts, type FeedIssue } from '@enrollkit/feed';
import { byId, control, h, notify } from '../dom.js';
import { formatCount } from '../format.js';
import { startPage, tellFailure } from '../portal.js';
import { productCard } from '../product-card.js';
import { findingText } from '../texts/feed-findings.js';
import { text } from '../texts/language.js';

const CARDS_AT_ONCE = 60;
const ISSUES_SHOWN = 200;

const picker = byId<HTMLFormElement>('picker');
const drop = byId('drop');
const bar = byId<HTMLProgressElement>('progress-bar');

/** What was read from the last file. */
let products: Product[] = [];
/** Those with an error: shown, so that it can be found, and never kept. */
let faulty = new Set<Product>();
let issues: FeedIssue[] = [];
let shown = 0;
let reading: AbortController | undefined;

await startPage({
  wire(backend) {
    control(picker, 'file').addEventListener('change', ({ target }) => {
      const [file] = (target as HTMLInputElement).files ?? [];
      if (file) void read(file);
    });
    wireDrop();
    byId('stop').addEventListener('click', () => reading?.abort());
    byId('more').addEventListener('click', showMoreCards);
    byId('save').addEventListener('click', () => void saveAll(backend));
    byId('products').addEventListener('click', (event) => void open(backend, event));
  },
  show() {
    if (!reading) showResults();
  },
});

async function read(file: File): Promise<void> {
  reading?.abort();
  const { signal } = (reading = new AbortController());
  products = [];
  faulty = new Set();
  issues = [];
  byId('notice').hidden = true;
  byId('results').hidden = byId('issues-section').hidden = true;
  byId('progress').hidden = false;
  try {
    const onProgress = ({ read, total }: { read: number; total?: number }) => showProgress(file.name, read, total);
    for await (const entry of readProducts(file, { signal, onProgress })) {
      issues.push(...entry.issues);
      if (!entry.product) continue;
      products.push(entry.product);
      if (entry.issues.some(({ severity }) => severity === 'error')) faulty.add(entry.product);
    }
    notify(products.length ? summary(file.name) : text('feedEmpty'), { tone: products.length ? 'good' : 'danger' });
  } catch (error) {
    // Another file was chosen meanwhile: that one has the page now.
    if (reading.signal !== signal) return;
    tellReadingError(error, file.name);
  }
  reading = undefined;
  byId('progress').hidden = true;
  // The same file can be chosen again, after it was corrected.
  control(picker, 'file').value = '';
  showResults();
}

function tellReadingError(error: unknown, name: string): void {
  if (hasErrorCode(error, 'aborted')) {
    notify(text('stopped'));
    return;
  }
  if (!hasErrorCode(error, 'invalid')) {
    tellFailure(error);
    return;
  }
  issues.push(...(error.issues as readonly FeedIssue[]));
  const [issue] = error.issues as readonly FeedIssue[];
  notify(`${name}: ${issue ? `${findingText(issue)} (${place(issue)})` : text('failed')}`, { tone: 'danger' });
}

function showProgress(name: string, done: number, total: number | undefined): void {
  if (total) bar.value = done / total;
  byId('progress-text').textContent = `${name}: ${formatCount(products.length, 'products')}`;
}

function showResults(): void {
  byId('issues-section').hidden = issues.length === 0;
  byId('issues').replaceChildren(...issues.slice(0, ISSUES_SHOWN).map(issueLine));
  if (issues.length > ISSUES_SHOWN) byId('issues').append(h('li', {}, `+ ${issues.length - ISSUES_SHOWN}`));
  byId('results').hidden = products.length === 0;
  byId('products').replaceChildren();
  shown = 0;
  showMoreCards();
}

function showMoreCards(): void {
  const next = products.slice(shown, shown + CARDS_AT_ONCE);
  byId('products').append(...next.map((product) => productCard(product, 'h3')));
  shown += next.length;
  byId('more').hidden = shown >= products.length;
}

function issueLine(issue: FeedIssue): HTMLLIElement {
  const line = h(
    'li',
    {},
    h('span', { className: 'issues__where' }, place(issue)),
    h('span', {}, findingText(issue), issue.path ? h('small', {}, ` ${issue.path}`) : ''),
  );
  line.dataset.severity = issue.severity;
  return line;
}

function place({ line, column }: FeedIssue): string {
  return text('place', { line, column });
}

function summary(name: string): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const counts = [
    formatCount(products.length, 'products'),
    formatCount(errors, 'errors'),
    formatCount(issues.length - errors, 'warnings'),
  ];
  return `${name}: ${counts.join(', ')}.`;
}

/** A course of the file opens like any other, so it has to be among the others first. */
async function open(backend: Backend, event: MouseEvent): Promise<void> {
  const link = (event.target as Element).closest('a');
  const index = link ? [...byId('products').children].findIndex((card) => card.contains(link)) : -1;
  const product = products[index];
  if (!link || !product) return;
  event.preventDefault();
  if (faulty.has(product)) {
    notify(text('productFaulty'), { tone: 'danger' });
    return;
  }
  try {
    await backend.putProduct(product);
    location.href = link.href;
  } catch (error) {
    tellFailure(error);
  }
}

async function saveAll(backend: Backend): Promise<void> {
  const save = byId<HTMLButtonElement>('save');
  save.disabled = true;
  try {
    for (const product of products.filter((each) => !faulty.has(each))) await backend.putProduct(product);
    location.href = '/products.html';
  } catch (error) {
    tellFailure(error);
  } finally {
    save.disabled = false;
  }
}

function wireDrop(): void {
  const isOver = (over: boolean) => drop.toggleAttribute('data-over', over);
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    isOver(true);
  });
  drop.addEventListener('dragleave', () => isOver(false));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    isOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void read(file);
  });
}
