/** What a station tells of its acts, and when an act counts as told (decision 026). */
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createFakeClock } from '../../kit/clock.ts'
import { createTelling, settlesMs } from './telling.ts'
import { read, type Telling } from './words.ts'

function station(send: (text: string) => Promise<void> = async () => {}) {
  const clock = createFakeClock('2026-11-24T18:00:00.000Z')
  const sent: Omit<Telling, 'by'>[] = []
  const failed: unknown[] = []
  const telling = createTelling({
    clock,
    session: 'a',
    async send(text) {
      const { by: _by, ...said } = read(text) as Telling
      sent.push(said)
      await send(text)
    },
    onFailed: (error) => void failed.push(error),
  })
  return { clock, sent, failed, telling }
}
const event = (name: string) => ({ name, payload: {} })
/** Until what was begun has been sent. */
const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 4; turns += 1) await turn()
}

test('events of one turn go together and at once, the same once; the act is told when what follows it has had its time', async () => {
  const { clock, sent, telling } = station()
  telling.committed(7)
  for (const name of ['presence.changed', 'alerts.changed', 'presence.changed']) telling.add(event(name))
  await settle()
  expect(sent).toEqual([{ number: 1, done: [], events: [event('presence.changed'), event('alerts.changed')] }])
  clock.advance(settlesMs - 1)
  await settle()
  expect(sent).toHaveLength(1)
  clock.advance(1)
  await settle()
  expect(sent.slice(1)).toEqual([{ number: 2, done: [7], events: [] }])
})

test('in a rush acts are told with the events of the next', async () => {
  const { clock, sent, telling } = station()
  for (let revision = 1; revision <= 3; revision += 1) {
    telling.committed(revision)
    clock.advance(settlesMs / 2)
  }
  telling.add(event('presence.changed'))
  await settle()
  expect(sent.flatMap(({ done }) => done)).toEqual([1, 2])
})

test('what could not be sent is not sent again, and its act is not told of later', async () => {
  const { clock, sent, failed, telling } = station(async () => Promise.reject(new Error('cut')))
  telling.committed(1)
  telling.add(event('dds.changed'))
  await settle()
  expect([sent.length, failed.length]).toEqual([1, 1])
  // As whoever hears of the failure does.
  telling.forget()
  clock.advance(settlesMs * 2)
  await settle()
  expect(sent).toHaveLength(1)
})

test('who closes tells the rest, acts that have just been kept too', async () => {
  const { sent, telling } = station()
  telling.committed(1)
  telling.add(event('dds.changed'))
  await telling.stop()
  expect(sent).toEqual([{ number: 1, done: [1], events: [event('dds.changed')] }])
})
