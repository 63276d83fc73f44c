/** The largest size in which a text has room, all of it. Pure but for the measure. */
import type { TextMeasure } from './pdf.ts'

/** How far apart two lines are, as a part of the letters’ size: what the font itself says. */
export const lineHeight = 1.172

export interface Room {
  readonly width: number
  readonly height: number
  /** Of the letters, in points. */
  readonly max: number
  readonly isBold: boolean
}

export interface FittedText {
  readonly size: number
  readonly lines: readonly string[]
}

/** Below this words may be taken apart: small whole words are worse to read than large parts of one. */
const readable = 13
const smallest = 2

/** Breaks at spaces and after hyphens; inside a word only where the letters would become too small to read. Nothing is ever cut. */
export function fitText(text: string, { width, height, max, isBold }: Room, measure: TextMeasure): FittedText {
  const parts = text.normalize('NFC').split(/(?<=[\s\-‐–/])/u)
  for (let size = max; size > smallest; size -= 0.5) {
    const fits = (line: string): boolean => measure(line.trimEnd(), size, isBold) <= width
    const lines = linesOf(size > Math.min(readable, max / 2) ? parts : parts.flatMap((part) => (fits(part) ? [part] : pieces(part, fits))), fits)
    if (lines.length * size * lineHeight <= height && lines.every(fits)) return { size, lines: lines.map((line) => line.trim()) }
  }
  return { size: smallest, lines: [text] }
}

const linesOf = (parts: readonly string[], fits: (line: string) => boolean): string[] =>
  parts.reduce<string[]>((lines, part) => {
    const last = lines.at(-1)
    return last !== undefined && fits(last + part) ? [...lines.slice(0, -1), last + part] : [...lines, part]
  }, [])

/** By letters as people see them, accents included. */
const pieces = (word: string, fits: (line: string) => boolean): string[] => linesOf(Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment), fits)
