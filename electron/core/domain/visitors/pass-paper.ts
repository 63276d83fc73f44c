/** How a visitor’s pass looks (domain.md 4.8; screens.md 5.5): black on white, as a label printer knows no grey, and the name as large as it can be. Pure. */
import { passSizeOf, type PassSizeName } from '../../../../shared/domain/pass-sizes.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import { createDrawing, heightOf, type Place } from '../documents/drawing.ts'
import type { PdfDefinition, TextMeasure } from '../documents/pdf.ts'
import { passWords } from './pass-words.ts'

export interface PassFacts {
  readonly unitName: string
  readonly lastName: string
  /** Rank and first name, where they have told them. */
  readonly givenName: string | null
  readonly organization: string | null
  readonly host: string | null
  /** What it is about, where nobody is visited. */
  readonly purpose: string | null
  readonly event: string | null
  readonly passLabel: string | null
  readonly date: string
  readonly validUntil: string
  /** 1 = it was not printed before. */
  readonly copy: number
}

const mm = 72 / 25.4
/** Of Roboto, from the top of a line to where its letters stand, as a part of their size. */
const ascent = 0.928

/** What a label and a card differ in, in units of the design; what stays is the room for the name. */
const looks = {
  tall: { band: 10.5, copy: 5.5, escort: 9.5, row: 8, label: 1.95, value: 4.1 },
  wide: { band: 6.8, copy: 4, escort: 4.8, row: 5.8, label: 1.7, value: 2.8 },
} as const

interface Cell {
  readonly label: string
  readonly value: string
  /** Of the row’s width. */
  readonly share: number
}

/** Who reads French first has it first; the other language is always there. */
export function passPaper(facts: PassFacts, sizeName: PassSizeName, language: Language, measure: TextMeasure): PdfDefinition {
  const { both, joined } = passWords(language)
  const { content, fit, write, frame, centre } = createDrawing(measure)
  const { page, pass = page } = passSizeOf[sizeName]
  const [width, height] = [pass[0] * mm, pass[1] * mm]
  const isWide = width > height
  const look = isWide ? looks.wide : looks.tall
  /** One millimetre of the design, which was drawn for a label 62 wide and a card 54 high. */
  const unit = isWide ? height / 54 : width / 62
  const sheet: Place = { x: ((page[0] - pass[0]) / 2) * mm, y: pass === page ? 0 : 20 * mm, width }
  const inner: Place = { x: sheet.x + 3 * unit, y: sheet.y + 3 * unit, width: width - 6 * unit }

  /** From the top: whose building it is, what the bearer is, and whether there is another such paper. @returns where it ends */
  function drawHead(): number {
    if (pass !== page) frame(sheet, height, { lineWidth: 0.5, dash: { length: 4 } })
    const copyWords = facts.copy > 1 ? both('copy').map((word) => `${word} ${facts.copy}`).join(' · ') : null
    const copyHeight = look.copy * unit
    const isBeside = isWide && copyWords !== null
    const unitName = fit(facts.unitName, { width: inner.width * (isBeside ? 0.64 : 1), height: 5 * unit, max: 3.3 * unit, isBold: true })
    write(unitName, inner, { isBold: true })
    const band = { ...inner, y: inner.y + Math.max(heightOf(unitName), isBeside ? copyHeight : 0) + unit }
    frame(band, look.band * unit, { color: 'black', r: 1.2 * unit })
    centre([joined('visitor')], band, look.band * unit, 'white')
    const end = band.y + look.band * unit
    if (copyWords === null) return end
    const place = isBeside ? { x: inner.x + inner.width * 0.67, y: inner.y, width: inner.width * 0.33 } : { ...inner, y: end + 1.2 * unit }
    frame(place, copyHeight, { lineWidth: 0.3 * unit, dash: { length: 1.2 * unit } })
    centre([copyWords], place, copyHeight)
    return isBeside ? end : place.y + copyHeight
  }

  function drawRow(cells: readonly Cell[], place: Place): void {
    let { x } = place
    for (const { label, value, share } of cells) {
      const room = { width: place.width * share - 1.5 * unit }
      const said = fit(label, { ...room, height: 2.4 * unit, max: look.label * unit, isBold: false })
      write(said, { ...place, x }, { isBold: false })
      const told = fit(value, { ...room, height: (look.row - 0.4) * unit - heightOf(said), max: look.value * unit, isBold: true })
      // Smaller letters stand on the line of their neighbours.
      const drop = told.lines.length === 1 ? (look.value * unit - told.size) * ascent : 0
      write(told, { ...place, x, y: place.y + heightOf(said) + drop }, { isBold: true })
      x += place.width * share
    }
  }

  /** From the bottom: whom and when it is for, and what goes with it. @returns where it begins */
  function drawFoot(): number {
    const cell = (name: Parameters<typeof joined>[0], value: string | null): Omit<Cell, 'share'>[] => (value === null ? [] : [{ label: joined(name), value }])
    const shared = (cells: readonly Omit<Cell, 'share'>[], shares: readonly number[]): Cell[] => cells.map((each, index) => ({ ...each, share: cells.length === 1 ? 1 : (shares[index] ?? 0) }))
    const whom = facts.host === null ? cell('purpose', facts.purpose) : cell('host', facts.host)
    const [event, lent, when] = [cell('event', facts.event), cell('pass', facts.passLabel), [...cell('date', facts.date), ...cell('validUntil', facts.validUntil)]]
    const rows = (isWide ? [shared([...whom, ...event], [0.5, 0.5]), shared([...when, ...lent], lent.length === 0 ? [0.5, 0.5] : [0.29, 0.38, 0.33])] : [shared([...whom, ...lent], [0.6, 0.4]), shared(event, []), shared(when, [0.44, 0.56])]).filter((row) => row.length > 0)
    const escort = { ...inner, y: sheet.y + height - (3 + look.escort) * unit }
    const top = escort.y - (0.8 + rows.length * look.row) * unit
    rows.forEach((row, index) => drawRow(row, { ...inner, y: top + index * look.row * unit }))
    frame(escort, look.escort * unit, { lineWidth: 0.45 * unit })
    centre(isWide ? [joined('escort')] : both('escort'), escort, look.escort * unit)
    return top
  }

  /** Between them, with all the room that is left: who it is. */
  function drawName(top: number, room: number): void {
    const { width: wide } = inner
    const gap = 0.8 * unit
    const from = facts.organization === null ? null : fit(facts.organization, { width: wide, height: room * 0.22, max: 5 * unit, isBold: false })
    const fromHeight = from === null ? 0 : heightOf(from) + gap
    const nameRoom = room - fromHeight
    const last = fit(facts.lastName, { width: wide, height: nameRoom * (facts.givenName === null ? 1 : 0.62), max: 15 * unit, isBold: true })
    const given = facts.givenName === null ? null : fit(facts.givenName, { width: wide, height: nameRoom - heightOf(last), max: Math.min(10 * unit, last.size * 0.9), isBold: false })
    const nameHeight = heightOf(last) + (given === null ? 0 : heightOf(given))
    let y = top + Math.max(0, (nameRoom - nameHeight) / 2)
    if (given !== null) {
      write(given, { ...inner, y }, { isBold: false })
      y += heightOf(given)
    }
    write(last, { ...inner, y }, { isBold: true })
    if (from !== null) write(from, { ...inner, y: y + heightOf(last) + gap }, { isBold: false })
  }

  const upper = drawHead()
  const lower = drawFoot()
  drawName(upper + unit, lower - upper - 2 * unit)
  return { pageSize: { width: page[0] * mm, height: page[1] * mm }, pageMargins: 0, content }
}
