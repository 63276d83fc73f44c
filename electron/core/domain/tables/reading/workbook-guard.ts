/**
 * What a workbook may hold before anything of it is unpacked (trust.md V5 5.2.3): an .xlsx is an archive, and an archive of
 * 50 KB can unpack to gigabytes, or to one cell in the last row and column of a sheet.
 */
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { unreadable } from './file.ts'

const limits = { entries: 500, unpackedBytes: 30_000_000, rows: 20_000, columns: 256 } as const
/** A spreadsheet's own last row: LibreOffice writes it, empty, for the height of the rows below. */
const lastRow = 1_048_576

/** The attribute `r` of a row or a cell, whatever its prefix, as the reader takes it; `xmlns:r` is none. */
const addresses = /(?:[\s"'<]|(?<![\s"'<]xmlns):)r\s*=\s*["']?([^"'\s<>]*)/g

const inflate = promisify(inflateRaw)

interface Entry {
  readonly name: string
  readonly method: number
  readonly unpacked: number
  readonly data: Buffer
}

/** Refuses `roll_unreadable` for an archive that is none, is locked, or would unpack to more than a roll can be. */
export async function guardWorkbook(bytes: Uint8Array): Promise<void> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(archive)
  const named = new Set(entries.map(({ name }) => name))
  if (named.has('EncryptedPackage')) throw unreadable('password')
  if (named.has('xl/workbook.bin')) throw unreadable('binary_workbook')
  if (!named.has('xl/workbook.xml')) throw unreadable('not_workbook')
  if (entries.reduce((total, { unpacked }) => total + unpacked, 0) > limits.unpackedBytes) throw unreadable('unpacks_too_large')
  for (const entry of entries) if (/\.xml(\.rels)?$/.test(entry.name)) guardSheet(await unpack(entry))
}

/** The archive's own list of what is in it, read as the reader of workbooks reads it, so that both see the same. */
function readDirectory(archive: Buffer): Entry[] {
  try {
    const end = archive.lastIndexOf('PK\u0005\u0006', archive.length - 22, 'latin1')
    if (end < 0 || archive.length - end > 65_557) throw unreadable('cut_off_workbook')
    // Archives beyond 4 GB have a second list, which nothing here could need.
    if (end >= 20 && archive.toString('latin1', end - 20, end - 16) === 'PK\u0006\u0007') throw unreadable('unpacks_too_large')
    const count = archive.readUInt16LE(end + 8)
    if (count > limits.entries) throw unreadable('unpacks_too_large')
    const entries: Entry[] = []
    for (let index = 0, at = archive.readUInt32LE(end + 16); index < count; index += 1) {
      const [flags, method, packed, unpacked] = [archive.readUInt16LE(at + 8), archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)]
      const [nameLength, extra, comment, local] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)]
      if ((flags & 1) === 1) throw unreadable('password')
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      entries.push({ name: archive.toString('utf8', at + 46, at + 46 + nameLength), method, unpacked: method === 0 ? packed : unpacked, data: archive.subarray(from, from + packed) })
      at += 46 + nameLength + extra + comment
    }
    return entries
  } catch (error) {
    if (error instanceof RangeError) throw unreadable('damaged_workbook')
    throw error
  }
}

/** Never more than the list says: a list that lies is found out here, off the main thread, and not by the reader. */
async function unpack({ method, unpacked, data }: Entry): Promise<string> {
  if (method !== 0 && method !== 8) throw unreadable('damaged_workbook')
  const content = method === 0 ? data : await inflate(data, { maxOutputLength: Math.max(1, unpacked) }).catch(() => undefined)
  if (content === undefined || content.length !== unpacked) throw unreadable('damaged_workbook')
  return content.toString('latin1')
}

/** The reader fills the whole rectangle up to the last cell: where that lies is asked before, whatever else the sheet says of itself. */
function guardSheet(xml: string): void {
  if (!xml.includes('sheetData')) return
  let rows = 0
  for (const _ of xml.matchAll(/<(?:\w+:)?row\b/g)) rows += 1
  if (rows > limits.rows) throw unreadable('too_many_rows')
  for (const [, address = ''] of xml.matchAll(addresses)) {
    const [, letters, digits = ''] = /^([A-Z]*)(\d*)$/.exec(address) ?? []
    // An address that hides what it is.
    if (letters === undefined) throw unreadable('damaged_workbook')
    const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
    if (column > limits.columns) throw unreadable('too_many_columns')
    if (Number(digits) > (letters === '' ? lastRow : limits.rows)) throw unreadable('too_many_rows')
  }
}
