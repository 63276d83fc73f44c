/** Papers as PDF (screens.md 5.5): the one place that knows the library. Nothing is fetched, and the same data at the same moment gives the same bytes. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Column, Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Language } from '../../../../shared/i18n/index.ts'

export type PdfContent = Content
export type PdfColumn = Column
export type PdfCell = TableCell
/** What stands where; what the file says of itself is given apart. */
export type PdfDefinition = Omit<TDocumentDefinitions, 'info' | 'language' | 'displayTitle' | 'defaultStyle' | 'version'>

interface About {
  /** Of the injected clock: the file’s date, and with its title what it is known by. */
  readonly now: Date
  readonly title: string
  readonly language: Language
}

/** Width of a line of text in points. */
export type TextMeasure = (text: string, size: number, isBold: boolean) => number

/** The library comes with its fonts, wherever it was installed. */
const fontFile = (name: string): string => join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto', `Roboto-${name}.ttf`)
const fonts = { normal: fontFile('Regular'), bold: fontFile('Medium'), italics: fontFile('Italic'), bolditalics: fontFile('MediumItalic') }

let library: ReturnType<typeof load> | undefined
/** With the first paper, as opening the desk does not need it. */
const loaded = (): ReturnType<typeof load> => (library ??= load())

async function load() {
  const { default: pdfmake } = await import('pdfmake')
  const files: readonly string[] = Object.values(fonts)
  // SECURITY: whatever a text says, nothing is fetched and no file but a font is read.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => files.includes(path))
  pdfmake.setFonts({ Roboto: fonts })
  return pdfmake
}

/** Renders a paper in Roboto, the letters of it embedded. Distances are points from the top left. The library writes into the definition: it serves once. */
export async function renderPdf(definition: PdfDefinition, { now, title, language }: About): Promise<Buffer> {
  const pdfmake = await loaded()
  const info = { title, creator: 'Sentinel Duty Desk', producer: 'Sentinel Duty Desk', creationDate: now, modDate: now }
  return pdfmake.createPdf({ ...definition, info, language: `${language}-CA`, displayTitle: true, version: '1.7', defaultStyle: { font: 'Roboto' } }).getBuffer()
}

let measure: TextMeasure | undefined

/** Measures as the paper is set, for what must be as large as its place allows. */
export async function textMeasure(): Promise<TextMeasure> {
  if (measure === undefined) {
    const document = await (await loaded()).createPdf({ content: '' }).getStream()
    measure = (text, size, isBold) => document.font(isBold ? fonts.bold : fonts.normal, size).widthOfString(text)
  }
  return measure
}
