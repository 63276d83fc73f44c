/** Archives for tests: as a spreadsheet writes them, and as nobody should. */
import { crc32, deflateRawSync } from 'node:zlib'

interface Entry {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the archive says it unpacks to, where that is a lie. */
  readonly claims?: number
  /** Bit 0: encrypted. */
  readonly flags?: number
  readonly stored?: boolean
}

const numbers = (...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes)
      buffer.writeUIntLE(value, 0, bytes)
      return buffer
    }),
  )

export function archiveOf(entries: readonly Entry[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, flags = 0, stored = false } of entries) {
    const bytes = Buffer.from(content)
    const data = stored ? bytes : deflateRawSync(bytes)
    const title = Buffer.from(name)
    const shared = numbers([20, 2], [flags, 2], [stored ? 0 : 8, 2], [0, 2], [0x21, 2], [crc32(bytes), 4], [data.length, 4], [claims ?? bytes.length, 4], [title.length, 2], [0, 2])
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, title, data])
    local.push(file)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), numbers([20, 2]), shared, numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), title]))
    offset += file.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...local, list, Buffer.from('PK\u0005\u0006', 'latin1'), numbers([0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [list.length, 4], [offset, 4], [0, 2])])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The least that is a workbook: one sheet, of this XML. */
export const workbookOf = (sheetData: string, more: readonly Entry[] = []): Buffer =>
  archiveOf([
    { name: 'xl/workbook.xml', content: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Roll" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>` },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>` },
    ...more,
  ])
