/** The readable page of the OpenAPI document: plain HTML made here, no script, nothing from elsewhere. */
import type { openApi } from './openapi.ts'

interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly security?: readonly unknown[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** The little of Markdown that our own descriptions use: paragraphs, lists, code. */
const prose = (text: string): string =>
  escape(text)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .split('\n\n')
    .map((part) => (part.startsWith('- ') ? `<ul>${part.split('\n').map((line) => `<li>${line.slice(2)}</li>`).join('')}</ul>` : `<p>${part}</p>`))
    .join('')

const schemaBlock = (title: string, schema: object | undefined): string => (schema === undefined ? '' : `<details><summary>${title}</summary><pre tabindex="0">${escape(JSON.stringify(schema, null, 2))}</pre></details>`)

function section(method: string, path: string, operation: Operation): string {
  const input = operation.requestBody?.content['application/json']?.schema
  const output = operation.responses['200']?.content?.['application/json']?.schema
  return `<article id="${escape(operation.operationId)}"><h3><span class="method">${method.toUpperCase()}</span> <code>${escape(path)}</code></h3><p class="summary">${escape(operation.summary)}</p>${operation.security?.length === 0 ? '<p class="open">No key needed.</p>' : ''}${operation.description === undefined ? '' : prose(operation.description)}${schemaBlock('Body', input)}${schemaBlock('Answer', output)}</article>`
}

export function docsPage(document: ReturnType<typeof openApi>): string {
  const operations = Object.entries(document.paths as unknown as Record<string, Record<string, Operation>>).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })))
  const parts = document.tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name))
    return { name, description, count: own.length, html: `<section aria-labelledby="tag-${name}"><h2 id="tag-${name}">${escape(description)}</h2>${own.map(({ method, path, operation }) => section(method, path, operation)).join('')}</section>` }
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Gateway · ${escape(document.info.title)}</title><link rel="stylesheet" href="/api/v1/docs.css"></head><body>
<header><h1>${escape(document.info.title)}: gateway</h1><p>Version ${escape(document.info.version)} · <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a></p></header>
<div class="columns"><nav aria-label="Parts"><ul>${parts.map(({ name, description, count }) => `<li><a href="#tag-${name}">${escape(description)}</a> <span>${count}</span></li>`).join('')}</ul></nav>
<main>${prose(document.info.description)}<p>Send <code>Authorization: Bearer sdk_…</code> with every request. Keys are made at the desk, under <i>Admin → Gateway</i>.</p>${parts.map(({ html }) => html).join('')}</main></div></body></html>`
}

export const docsStyle = `:root{color-scheme:light dark;--ink:#14202e;--muted:#55606e;--ground:#f4f6f8;--panel:#fff;--line:#d5dbe2;--brand:#0b3556}
@media(prefers-color-scheme:dark){:root{--ink:#e8edf2;--muted:#a3afbc;--ground:#10171f;--panel:#18212b;--line:#2d3946;--brand:#0b3556}}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
header{background:var(--brand);color:#fff;padding:1rem 1.5rem}header h1{margin:0;font-size:1.4rem}header p{margin:0}header a{color:#fff}a{color:inherit}
.columns{display:grid;grid-template-columns:16rem minmax(0,1fr);gap:1.5rem;max-width:80rem;margin:0 auto;padding:1.5rem}
nav{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}nav ul{list-style:none;margin:0;padding:0}nav li{display:flex;justify-content:space-between;gap:.5rem;padding:.15rem 0}nav span{color:var(--muted)}
h2{margin:2rem 0 .5rem;font-size:1.25rem}article{background:var(--panel);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;margin:.6rem 0}
h3{margin:0;font-size:1rem;font-weight:600;overflow-wrap:anywhere}.method{font-size:.75rem;border:1px solid var(--line);border-radius:.3rem;padding:.1rem .35rem}
.summary{margin:.3rem 0}.open{color:var(--muted);margin:.2rem 0}article p,article ul{margin:.3rem 0;font-size:.95rem}
code,pre{font-family:ui-monospace,monospace;font-size:.88em}pre{overflow:auto;max-height:24rem;background:var(--ground);padding:.6rem;border-radius:.4rem}details{margin-top:.3rem}summary{cursor:pointer}
@media(max-width:50rem){.columns{grid-template-columns:1fr;padding:1rem}nav{position:static;max-height:12rem}}`
