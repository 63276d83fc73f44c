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

test.each([
  ['/dev/ttyUSB0', 'does not begin with serial:'],
  ['serial:', 'does not begin with serial:'],
  ['hid:/dev/hidraw0', 'does not begin with serial:'],
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
