/** The archive that an XLSX is carries, file by file, the time of its making: without it the same rows are the same bytes (domain.md 4.20). */

const centralHeader = 0x02014b50
const localHeader = 0x04034b50
const endRecord = 0x06054b50
/** 1 January 1980, 00:00: the first moment that a ZIP can name, and what is written where there is none. */
const noTime = 0x00210000

/** Sets every time in a ZIP to its first one, in place. Throws where the bytes are no ZIP. */
export function withoutTimes(zip: Buffer): Buffer {
  // No comment follows: our writer adds none.
  const end = zip.length - 22
  if (end < 0 || zip.readUInt32LE(end) !== endRecord) throw new Error('not a ZIP')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = zip.readUInt32LE(at + 42)
    if (zip.readUInt32LE(at) !== centralHeader || zip.readUInt32LE(local) !== localHeader) throw new Error('not a ZIP')
    zip.writeUInt32LE(noTime, at + 12)
    zip.writeUInt32LE(noTime, local + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}
