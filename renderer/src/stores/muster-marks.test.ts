import { expect, test } from 'vitest'
import type { MusterState } from '../../../shared/domain/muster.ts'
import type { Result } from '../../../shared/contract/kit.ts'
import { createMarks, type Mark } from './muster-marks.ts'

const ok: Result<unknown> = { ok: true, value: {} }
const unreachable: Result<unknown> = { ok: false, error: { code: 'unreachable', message: '' } }
const closed: Result<unknown> = { ok: false, error: { code: 'muster_closed', message: '' } }
const mark = (id: string, state: MusterState): Mark => ({ musterId: 'm', entryIds: [id], state })

function bench(answers: (() => Promise<Result<unknown>>)[] = []) {
  const sent: Mark[] = []
  let said: ReadonlyMap<string, MusterState> = new Map()
  let waiting = 0
  const problems: string[] = []
  const marks = createMarks({
    send: (next) => {
      sent.push(next)
      return (answers.shift() ?? (async () => ok))()
    },
    onChange: (now, count) => {
      said = now
      waiting = count
    },
    onKept: () => {},
    onRefused: ({ code }) => problems.push(code),
    wait: async () => {},
  })
  const settled = async (): Promise<void> => {
    await expect.poll(() => waiting).toBe(0)
  }
  return { marks, sent, problems, settled, said: () => said, waiting: () => waiting }
}

test('a tap holds at once, and until a list that was asked for afterwards is shown (two desks may mark at the same time)', async () => {
  const { marks, said, settled } = bench()
  const early = marks.asking()
  marks.say(mark('a', 'safe'))
  expect(said().get('a')).toBe('safe')
  await settled()
  early()
  expect(said().get('a')).toBe('safe')
  marks.asking()()
  expect(said().has('a')).toBe(false)
})

test('a second tap on the same row outlives the answer to the first', async () => {
  const { marks, said, settled } = bench()
  marks.say(mark('a', 'safe'))
  marks.say(mark('a', 'missing'))
  await settled()
  expect(said().get('a')).toBe('missing')
})

test('while the core does not answer a tap waits, and the others behind it in their order', async () => {
  const { marks, sent, settled, said } = bench([async () => unreachable, async () => unreachable])
  marks.say(mark('a', 'safe'))
  marks.say(mark('b', 'essential'))
  await settled()
  expect(sent.map(({ entryIds: [id] }) => id)).toEqual(['a', 'a', 'a', 'b'])
  expect([...said()]).toEqual([['a', 'safe'], ['b', 'essential']])
})

test('what the core refuses is taken back and said', async () => {
  const { marks, said, settled, problems } = bench([async () => closed])
  marks.say(mark('a', 'safe'))
  await settled()
  expect(said().size).toBe(0)
  expect(problems).toEqual(['muster_closed'])
})
