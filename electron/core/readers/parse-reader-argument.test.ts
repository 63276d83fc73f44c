import { expect, test } from 'vitest'
import { parseReaderArgument } from './parse-reader-argument.ts'

test('a path alone is a reader that finds out its protocol by itself', () => {
  expect(parseReaderArgument('serial:/dev/pts/3')).toEqual({
    kind: 'serial',
    id: 'serial:/dev/pts/3',
    name: 'Reader at /dev/pts/3',
    stationId: 'desk',
    path: '/dev/pts/3',
    protocol: 'auto',
    baudRate: 9600,
  })
})

test('everything can be said, and what is not said of the station comes from the host', () => {
  expect(parseReaderArgument('serial:/dev/ttyUSB0?protocol=line&baud=115200&name=Front%20door&station=front-door')).toMatchObject({
    path: '/dev/ttyUSB0',
    protocol: 'line',
    baudRate: 115_200,
    name: 'Front door',
    stationId: 'front-door',
  })
  expect(parseReaderArgument('serial:COM3', 'gate')).toMatchObject({ path: 'COM3', stationId: 'gate' })
})

test('a USB reader is named by what it is, never by its node', () => {
  expect(parseReaderArgument('hid:0C27:3BFA')).toEqual({ kind: 'hid', id: 'hid:0c27:3bfa', name: 'Reader 0c27:3bfa', stationId: 'desk', family: 'rfideas', device: '0c27:3bfa' })
  expect(parseReaderArgument('hid:ffff:0035', 'gate')).toMatchObject({ family: 'keyboard', stationId: 'gate' })
  expect(parseReaderArgument('hid:1a2b:3c4d:Desk01?family=keyboard&name=Gate&station=gate')).toMatchObject({ device: '1a2b:3c4d:Desk01', name: 'Gate', stationId: 'gate' })
})

test.each([
  ['hid:/dev/hidraw0', 'the vendor and the product of a USB device'],
  ['hid:0c27', 'the vendor and the product of a USB device'],
  ['hid:1a2b:3c4d', 'family has to be said: rfideas or keyboard'],
  ['hid:0c27:3bfa?family=osdp', 'family is one of rfideas, keyboard'],
  ['hid:0c27:3bfa?baud=9600', 'it has no option "baud", only family, name, station'],
])('%s is refused in plain words: %s', (argument, why) => {
  expect(() => parseReaderArgument(argument)).toThrow(why)
  expect(() => parseReaderArgument(argument)).toThrow('Write for example hid:0c27:3bfa')
})

test.each([
  ['/dev/ttyUSB0', 'does not begin with serial:'],
  ['serial:', 'does not begin with serial:'],
  ['serial:/dev/ttyUSB0?protocol=osdp', 'protocol is one of auto, em4100, line'],
  ['serial:/dev/ttyUSB0?baud=fast', 'baud is a number from 300 to 921600'],
  ['serial:/dev/ttyUSB0?baud=1', 'baud is a number from 300 to 921600'],
  ['serial:/dev/ttyUSB0?station=Front Door', 'station has lower-case letters'],
  ['serial:/dev/ttyUSB0?name=', 'name has 1 to 100 characters'],
  ['serial:/dev/ttyUSB0?speed=9600', 'it has no option "speed", only protocol, baud, name, station'],
])('%s is refused in plain words: %s', (argument, why) => {
  expect(() => parseReaderArgument(argument)).toThrow(why)
  expect(() => parseReaderArgument(argument)).toThrow('Write for example serial:/dev/ttyUSB0')
})
