/** What a PDF says to another program than the one that made it (poppler-utils). */
import { execFileSync } from 'node:child_process'

/** Its text, each run of white space as one space. */
export const pdfText = (bytes: Uint8Array): string => run('pdftotext', ['-raw', '-', '-'], bytes).replace(/\s+/g, ' ').trim()

/** Its pages, the size of the first in points, and what it says of itself. */
export function pdfInfo(bytes: Uint8Array): { pages: number; size: readonly number[]; title: string; created: string } {
  const lines = new Map(run('pdfinfo', ['-isodates', '-'], bytes).split('\n').map((line) => [line.split(':', 1)[0] ?? '', line.replace(/^[^:]*:\s*/, '')]))
  const [width, height] = (lines.get('Page size') ?? '').split(/ x | pts/).map(Number)
  return { pages: Number(lines.get('Pages')), size: [width ?? 0, height ?? 0], title: lines.get('Title') ?? '', created: lines.get('CreationDate') ?? '' }
}

/** Names of its fonts, each with whether its letters are in the file. */
export const pdfFonts = (bytes: Uint8Array): { name: string; isEmbedded: boolean }[] =>
  run('pdffonts', ['-'], bytes)
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((line) => ({ name: line.split(/\s/, 1)[0] ?? '', isEmbedded: / yes +(?:yes|no) +(?:yes|no) +\d+ +\d+$/.test(line) }))

const run = (program: string, args: readonly string[], input: Uint8Array): string => execFileSync(program, args, { input, encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
