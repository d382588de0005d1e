import { html } from 'hono/html';
import type { OpenApiDocument } from './openapi-document.js';
import { renderLine, renderText, type Html } from './render-page.js';

/** What the page shows of an operation; the document says more. */
interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly content?: Contents };
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Contents }>>;
}
interface Reference {
  readonly $ref: string;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: { readonly type?: unknown; readonly description?: string; readonly enum?: readonly unknown[] };
}
type Contents = Readonly<
  Record<
    string,
    {
      readonly example?: unknown;
      readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value?: unknown }>>;
    }
  >
>;

interface Found extends Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

/** The contents: every operation, under its noun. Where there is no room beside the page, the nouns alone. */
export function renderContents(document: OpenApiDocument): Html {
  return html`${groups(document).map(
    ({ name, operations }) =>
      html`<h2><a href="#${idOfTag(name)}">${name}</a></h2>
        <ul>
          ${operations.map(({ id, summary, path }) => html`<li><a href="#${id}">${summary ?? path}</a></li>`)}
        </ul>`,
  )}`;
}

/** What all of it is. */
export function renderIntro({ info }: OpenApiDocument): Html {
  return html`<h1>${info.title} API</h1>
    ${renderText(info.description ?? '')}`;
}

const idOfTag = (name: string): string => `tag-${name.toLowerCase().replaceAll(/\W+/g, '-')}`;

/** Every operation, with its parameters, its examples and its answers. */
export function renderOperations(document: OpenApiDocument): Html {
  const base = document.servers?.[0]?.url ?? '/';
  return html`${groups(document).map(
    ({ name, description, operations }) =>
      html`<section id="${idOfTag(name)}">
        <h2>${name}</h2>
        <p>${renderLine(description)}</p>
        ${operations.map((operation) => renderOperation(operation, document, base))}
      </section>`,
  )}`;
}

function renderOperation(operation: Found, document: OpenApiDocument, base: string): Html {
  const { id, method, path, summary, description, requestBody, responses = {} } = operation;
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter, document));
  return html`<article id="${id}">
    <h3><a href="#${id}">${summary ?? id}</a></h3>
    <p class="request">
      <span class="method ${method}">${method.toUpperCase()}</span> <code>${base === '/' ? '' : base}${path}</code>
    </p>
    ${description === undefined ? '' : renderText(description)}
    ${parameters.length === 0 ? '' : renderParameters(parameters)} ${renderExamples('Request', requestBody?.content)}
    <h4>Answers</h4>
    ${Object.entries(responses).map(([status, response]) => {
      const heading = html`<span class="status s${status[0] ?? ''}">${status}</span>
        ${renderLine(response.description ?? '')}`;
      // What refusals look like is said once, on a page of its own.
      return response.content === undefined || /^[45]/.test(status)
        ? html`<p class="answer">${heading}</p>`
        : html`<details>
            <summary>${heading}</summary>
            ${renderExamples('', response.content)}
          </details>`;
    })}
  </article>`;
}

function renderParameters(parameters: readonly Parameter[]): Html {
  return html`<h4>Parameters</h4>
    <dl>
      ${parameters.map(
        ({ name, in: place, required, description, schema }) =>
          html`<dt><code>${name}</code> <span class="place">${place}${required ? ', required' : ''}</span></dt>
            <dd>
              ${renderText(description ?? schema?.description ?? '')}
              ${schema?.enum ? html`<p>One of ${schema.enum.map((value) => html`<code>${String(value)}</code> `)}</p>` : ''}
            </dd>`,
      )}
    </dl>`;
}

function renderExamples(heading: string, contents: Contents | undefined): Html {
  if (contents === undefined) return html``;
  const shown = Object.entries(contents).flatMap(([type, { example, examples }]) => {
    const all = examples ? Object.values(examples) : example === undefined ? [] : [{ value: example, summary: '' }];
    return all.map(({ value, summary = '' }) => ({ type, value, summary }));
  });
  if (shown.length === 0) return html``;
  return html`${heading === '' ? '' : html`<h4>${heading}</h4>`}
  ${shown.map(
    ({ type, value, summary }) =>
      html`<figure>
        <figcaption>${summary === '' ? '' : html`${renderLine(summary)}, `}<code>${type}</code></figcaption>
        <pre tabindex="0"><code>${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</code></pre>
      </figure>`,
  )}`;
}

function groups(
  document: OpenApiDocument,
): readonly { readonly name: string; readonly description: string; readonly operations: readonly Found[] }[] {
  const all = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, Operation>>).map(([method, operation]): Found => ({
      ...operation,
      id: operation.operationId ?? `${method}-${path.replace(/\W+/g, '-')}`,
      method,
      path,
    })),
  );
  const known = document.tags ?? [];
  const names = [...new Set([...known.map(({ name }) => name), ...all.flatMap(({ tags = ['Other'] }) => tags)])];
  return names
    .map((name) => ({
      name,
      description: known.find((tag) => tag.name === name)?.description ?? '',
      operations: all.filter(({ tags = ['Other'] }) => tags.includes(name)),
    }))
    .filter(({ operations }) => operations.length > 0);
}

function resolve(parameter: Parameter | Reference, { components }: OpenApiDocument): Parameter {
  if (!('$ref' in parameter)) return parameter;
  const name = parameter.$ref.split('/').at(-1) ?? '';
  return components?.parameters?.[name] as unknown as Parameter;
}
