/** Texts and frames at their places, for papers whose every millimetre counts: labels and passes. Points from the top left. */
import { fitText, lineHeight, type FittedText, type Room } from './fit-text.ts'
import type { PdfContent, TextMeasure } from './pdf.ts'

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

type Frame = { readonly color: string; readonly r?: number } | { readonly lineWidth: number; readonly dash?: { readonly length: number } }

export const heightOf = ({ lines, size }: FittedText): number => lines.length * size * lineHeight

export function createDrawing(measure: TextMeasure) {
  const content: PdfContent[] = []
  const fit = (text: string, room: Room): FittedText => fitText(text, room, measure)
  const write = ({ lines, size }: FittedText, { x, y }: Place, { isBold, color = 'black' }: { isBold: boolean; color?: string }): void =>
    lines.forEach((text, index) => content.push({ text, absolutePosition: { x, y: y + index * size * lineHeight }, fontSize: size, bold: isBold, color, noWrap: true }))
  return {
    /** What was drawn, in the order in which it is read. */
    content,
    fit,
    write,
    frame: ({ x, y, width }: Place, height: number, frame: Frame): void => void content.push({ canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: height, ...frame }], absolutePosition: { x, y } }),
    /** One bold line or more in the middle of a place, all of one size. */
    centre(lines: readonly string[], { x, y, width }: Place, height: number, color = 'black'): void {
      const size = Math.min(...lines.map((text) => fit(text, { width: width * 0.95, height: (height * 0.86) / lines.length, max: height, isBold: true }).size))
      const top = y + (height - lines.length * size * lineHeight) / 2
      lines.forEach((text, index) => write({ lines: [text], size }, { x: x + (width - measure(text, size, true)) / 2, y: top + index * size * lineHeight, width }, { isBold: true, color }))
    },
  }
}
