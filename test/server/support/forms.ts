import { pdf } from './course.js';

export function form(
  parts: readonly (readonly [string, string | File])[],
  headers: Record<string, string> = {},
): RequestInit {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value);
  return { method: 'POST', body, headers };
}

export const pdfFile = (content: string, name = 'diploma.pdf') => new File([new Uint8Array(pdf(content))], name);

export async function issuesOf(response: Response): Promise<readonly (readonly [string, string])[]> {
  const { errors = [] } = (await response.json()) as { errors?: { code: string; path: string }[] };
  return errors.map(({ code, path }) => [code, path] as const);
}
