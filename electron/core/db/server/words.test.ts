/** What stations say to each other fits into what PostgreSQL takes, and is looked at before it is believed (decision 026). */
import { expect, test } from 'vitest'
import { partsOf, read, write } from './words.ts'

const event = (text: string) => ({ name: 'settings.changed', payload: { keys: [text] } })

test('what is said is read as it was said', () => {
  const telling = { by: 'a', number: 3, done: [7, 8], events: [event('unit.profile')] }
  expect(read(write(telling))).toEqual(telling)
  expect(read('{"by":"a","revision":9}')).toEqual({ by: 'a', revision: 9 })
})

test.each([undefined, '', 'x', 'null', '[]', '{}', '{"by":1,"revision":2}', '{"by":"a","revision":-1}', '{"by":"a","number":1,"done":["x"],"events":[]}', '{"by":"a","number":1,"done":[],"events":{}}'])('%s is nothing of ours', (text) => {
  expect(read(text)).toBeUndefined()
})

test('an event without a name is left out', () => {
  expect(read('{"by":"a","number":1,"done":[],"events":[null,3,{"name":5},{"name":"x.y"}]}')).toMatchObject({ events: [{ name: 'x.y' }] })
})

test('a day of many events goes in parts below 8,000 bytes, none is lost, and the acts count as told with the last', () => {
  const events = Array.from({ length: 300 }, (_, index) => event(`é`.repeat(index % 40) + index))
  const done = Array.from({ length: 200 }, (_, index) => Number.MAX_SAFE_INTEGER - index)
  const parts = partsOf({ done, events })
  expect(parts.flatMap((part) => part.events)).toEqual(events)
  for (const part of parts) expect(Buffer.byteLength(write({ by: '0'.repeat(36), number: 1_000_000, ...part }))).toBeLessThan(8_000)
  expect(parts.map((part) => part.done.length)).toEqual([...parts.slice(1).map(() => 0), 200])
})

test('what cannot be said leaves its act untold, so that the others read everything again; the rest is said', () => {
  const parts = partsOf({ done: [1], events: [event('x'.repeat(5_000)), event('y')] })
  expect(parts).toEqual([{ events: [event('y')], done: [] }])
  expect(partsOf({ done: [1], events: [] })).toEqual([{ events: [], done: [1] }])
  expect(partsOf({ done: [], events: [] })).toEqual([])
})
