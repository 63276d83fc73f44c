/** Known-good and corrupted frames of the serial families that ship (hardware.md 4), made from the rules. `in` is bytes in hex. */
import type { RejectReason } from '../../../electron/core/readers/decode/decoded.ts'

export interface FrameVector {
  readonly what: string
  readonly in: string
  readonly tags: readonly string[]
  readonly rejects?: readonly RejectReason[]
}

const text = (value: string): string => Buffer.from(value, 'latin1').toString('hex')

export const em4100Vectors: readonly FrameVector[] = [
  { what: 'RDM6300', in: '0236373030334235314336434203', tags: ['em4100:003B51C6'] },
  { what: 'RDM6300, another card', in: '0236373030334241383643393803', tags: ['em4100:003BA86C'] },
  { what: 'RDM6300, a third card', in: '0236373030334241383637393303', tags: ['em4100:003BA867'] },
  { what: 'ID-12LA', in: '023043303030363231413538450d0a03', tags: ['em4100:000621A5'] },
  { what: 'a number above 2^31', in: '0236324533303836434544303803', tags: ['em4100:E3086CED'] },
  { what: 'lower-case hex', in: '0236373030336235316336636203', tags: ['em4100:003B51C6'] },
  { what: 'paired changes pass: the XOR is weak', in: '0237363030334235314336444103', tags: ['em4100:003B51C6'] },
  { what: 'all F, refused', in: '0246464646464646464646464603', tags: [], rejects: ['idle'] },
  { what: 'all 0, refused', in: '0230303030303030303030303003', tags: [], rejects: ['idle'] },
  { what: 'all 0 but for the version', in: text('\u00020F000000000F\u0003'), tags: [], rejects: ['idle'] },
  { what: 'wrong check', in: '0236383030334235314336434203', tags: [], rejects: ['checksum'] },
  { what: 'one bit flipped', in: '0236373030334234314336434203', tags: [], rejects: ['checksum'] },
  { what: 'one bit flipped in an ID-12LA frame', in: text('\u00020C000621A48E\r\n\u0003'), tags: [], rejects: ['checksum'] },
  { what: '14 digits', in: text('\u0002683003B53QC6CB\u0003'), tags: [], rejects: ['syntax'] },
  { what: 'empty', in: '0203', tags: [], rejects: ['syntax'] },
  { what: 'no hex', in: text('\u0002SomeThingCrap\u0003'), tags: [], rejects: ['syntax'] },
  { what: '11 digits', in: text('\u000267003B51C6C\u0003'), tags: [], rejects: ['syntax'] },
  { what: 'cut by an unplug, then a whole frame', in: text('\u000267003B51\u000267003BA86C98\u0003'), tags: ['em4100:003BA86C'], rejects: ['truncated'] },
  { what: 'noise, then two joined frames', in: `ff006a756e6b${text('\u000267003B51C6CB\u0003\u000267003BA86C98\u0003')}`, tags: ['em4100:003B51C6', 'em4100:003BA86C'] },
  { what: 'a frame without end, then a whole one', in: text(`\u0002${'A'.repeat(40)}\u0003\u000267003B51C6CB\u0003`), tags: ['em4100:003B51C6'], rejects: ['overrun'] },
  { what: 'start byte lost', in: text('67003B51C6CB\u0003'), tags: [] },
]

export const lineVectors: readonly FrameVector[] = [
  { what: 'ten digits, CR', in: text('0005882391\r'), tags: ['0005882391'] },
  { what: 'ten digits, LF', in: text('0005882391\n'), tags: ['0005882391'] },
  { what: 'ten digits, CR LF', in: text('0005882391\r\n'), tags: ['0005882391'] },
  { what: 'ten digits, LF CR', in: text('0005882391\n\r0005882392\n\r'), tags: ['0005882391', '0005882392'] },
  { what: 'QR code with AIM identifier', in: text(']Q3VP-2026-000123\r'), tags: ['VP2026000123'] },
  { what: 'Code 128 with AIM identifier', in: text(']C0VP-2026-000123\r'), tags: ['VP2026000123'] },
  { what: 'barcode without AIM identifier', in: text('VP-2026-000123\r\n'), tags: ['VP2026000123'] },
  { what: 'hex with separators', in: text('04:a1:b2:c3\r04 A1 B2 C3\r04-A1.b2_C3\r'), tags: ['04A1B2C3', '04A1B2C3', '04A1B2C3'] },
  { what: 'a reader that names the technology', in: text('em4100:0059c217\n'), tags: ['em4100:0059C217'] },
  { what: 'two joined lines', in: text('0005882391\r0005882392\r'), tags: ['0005882391', '0005882392'] },
  { what: 'only an end', in: text('\r'), tags: [], rejects: ['length'] },
  { what: 'too short', in: text('123\r'), tags: [], rejects: ['length'] },
  { what: 'too long', in: text(`${'1'.repeat(65)}\r`), tags: [], rejects: ['length'] },
  { what: 'far too long, then a badge', in: text(`${'1'.repeat(5000)}\r0005882391\r`), tags: ['0005882391'], rejects: ['length'] },
  { what: 'NUL inside', in: text('VP\u0000-1\r'), tags: [], rejects: ['control'] },
  { what: 'escape sequence', in: text('\u001b[31m0005882391\r'), tags: [], rejects: ['control'] },
  { what: 'bytes beyond ASCII', in: text('Entr\u00e9e-1\r'), tags: [], rejects: ['characters'] },
  { what: 'idle line', in: text('0000000000\rFFFFFFFF\r'), tags: [], rejects: ['idle', 'idle'] },
  { what: 'JSON', in: text('{"type":"tag","uid":"04a1b2c3"}\n'), tags: [], rejects: ['characters'] },
  {
    what: 'what an ESP32 says when it starts, then a badge',
    in: text('ets Jun  8 2016 00:22:57\r\n\r\nrst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\nload:0x3fff0030,len:1344\r\nho 0 tail 12 room 4\r\nentry 0x400805e4\r\n0005882391\r\n'),
    tags: ['0005882391'],
    rejects: ['characters', 'length', 'characters', 'characters', 'characters', 'characters'],
  },
]

const json = (...messages: readonly object[]): string => text(messages.map((message) => `${JSON.stringify(message)}\n`).join(''))
const tag = { type: 'tag', tech: '14443A', uid: '04a1b2c3d4e5f6' }

export const jsonLineVectors: readonly FrameVector[] = [
  { what: 'a tag', in: json(tag), tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'a tag, CR LF', in: text(`${JSON.stringify(tag)}\r\n`), tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'hello, a sign of life, a tag that comes and goes', in: json({ type: 'hello', firmware: '1.2' }, { type: 'alive' }, tag, { type: 'gone' }), tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'separators', in: json({ ...tag, uid: '04:A1:B2:C3' }), tags: ['iso14443:04A1B2C3'] },
  { what: 'EM4100 without its version byte', in: json({ type: 'tag', tech: 'EM4100', uid: '0f0059c217' }), tags: ['em4100:0059C217'] },
  { what: 'a tag of a kind that is not known', in: json({ type: 'tag', tech: 'felica', uid: '0102030405060708' }), tags: ['0102030405060708'] },
  { what: 'a tag with its check', in: json({ ...tag, crc: '1D38' }), tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'one digit wrong', in: json({ ...tag, uid: '05a1b2c3d4e5f6', crc: '1D38' }), tags: [], rejects: ['checksum'] },
  { what: 'cut', in: text('{"type":"tag","uid":"04a1b2\n'), tags: [], rejects: ['syntax'] },
  { what: 'the number is no text', in: json({ type: 'tag', uid: 123 }), tags: [], rejects: ['syntax'] },
  { what: 'half a byte', in: json({ ...tag, uid: '04a1b2c' }), tags: [], rejects: ['syntax'] },
  { what: 'five bytes are no ISO 14443 id', in: json({ ...tag, uid: '04a1b2c3d4' }), tags: [], rejects: ['length'] },
  { what: 'an id made up by the card', in: json({ ...tag, uid: '08a1b2c3' }), tags: [], rejects: ['random'] },
  { what: 'nothing on the antenna', in: json({ ...tag, uid: '00000000' }), tags: [], rejects: ['idle'] },
  { what: 'what an ESP32 says when it starts is no fault', in: text(`ets Jun  8 2016 00:22:57\r\n\r\nrst:0x1\r\n${JSON.stringify(tag)}\n`), tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'the same text later is one', in: text(`${JSON.stringify(tag)}\nrst:0x1\n`), tags: ['iso14443:04A1B2C3D4E5F6'], rejects: ['syntax'] },
]

export const twn4Vectors: readonly FrameVector[] = [
  { what: 'ISO 14443, seven bytes', in: text('000180380704A1B2C3D4E5F6\r'), tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'lower case, CR LF', in: text('000180380704a1b2c3d4e5f6\r\n'), tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'EM4102, without its version byte', in: text('000140280567003B51C6\r'), tags: ['em4100:003B51C6'] },
  { what: 'a tag of a kind that is not sure', in: text('000182400801020304050607E0\r'), tags: ['01020304050607E0'] },
  { what: 'with CRC', in: text('000180380704A1B2C3D4E5F65ED7\r'), tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'with CRC, one digit wrong', in: text('000180380704b1B2C3D4E5F65ED7\r'), tags: [], rejects: ['checksum'] },
  { what: 'no card', in: text('0000\r'), tags: [] },
  { what: 'no card, with CRC', in: text('0000B8F0\r'), tags: [] },
  { what: 'unknown function', in: text('01\r'), tags: [], rejects: ['status'] },
  { what: 'odd number of digits', in: text('00018038070\r'), tags: [], rejects: ['syntax'] },
  { what: 'cut', in: text('000180380704A1B2C3D4E5\r'), tags: [], rejects: ['length'] },
  { what: 'bits and bytes do not fit', in: text('000180200704A1B2C3D4E5F6\r'), tags: [], rejects: ['length'] },
  { what: 'no hex', in: text('hello!\r'), tags: [], rejects: ['syntax'] },
  { what: 'an id made up by the card', in: text('000180200408A1B2C3\r'), tags: [], rejects: ['random'] },
  { what: 'nothing but F', in: text('0001802004FFFFFFFF\r'), tags: [], rejects: ['idle'] },
  { what: 'no card, card, no card', in: text('0000\r000180200404A1B2C3\r0000\r'), tags: ['iso14443:04A1B2C3'] },
]

const goodIdteck = '0230303035383832333931030d'

export const idteckVectors: readonly FrameVector[] = [
  { what: 'ten digits', in: goodIdteck, tags: ['0005882391'] },
  { what: 'eight digits', in: `02${text('08949687')}0304`, tags: ['08949687'] },
  { what: 'the check is 02', in: `02${text('00000003')}0302`, tags: ['00000003'] },
  { what: 'the check is 03', in: `02${text('00000002')}0303`, tags: ['00000002'] },
  { what: 'two joined frames', in: `02${text('00000003')}030202${text('00000002')}0303`, tags: ['00000003', '00000002'] },
  { what: 'one bit flipped', in: '0230313035383832333931030d', tags: [], rejects: ['checksum'] },
  { what: 'the check is missing, then a whole frame', in: `023030303538383233393103${goodIdteck}`, tags: ['0005882391'], rejects: ['checksum'] },
  { what: 'cut by an unplug, then a whole frame', in: `0230303035${goodIdteck}`, tags: ['0005882391'], rejects: ['truncated'] },
  { what: 'nine digits', in: `02${text('000588239')}03`, tags: [], rejects: ['syntax'] },
  { what: 'eleven digits', in: `02${text('00058823911')}03`, tags: [], rejects: ['syntax'] },
  { what: 'a letter', in: `02${text('000588239A')}03`, tags: [], rejects: ['syntax'] },
  { what: 'all 0, refused', in: `02${text('0000000000')}0301`, tags: [], rejects: ['idle'] },
  { what: 'noise before', in: `ff006a${goodIdteck}`, tags: ['0005882391'] },
]
