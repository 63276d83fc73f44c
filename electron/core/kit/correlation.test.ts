import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { correlated, correlationId } from './correlation.ts'
import { createHub } from './hub.ts'
import { createLog, errorFields } from './log.ts'

const listen = () => {
  const lines: { event: string; correlationId?: unknown }[] = []
  return { lines, log: createLog((_level, event, fields) => lines.push({ event, ...fields })) }
}

test('what is logged of a query that failed leaves out its values', () => {
  const fields = errorFields(new Error('Failed query: insert into "member" values ($1, $2)\nparams: V271828,Quenneville'))
  expect(fields).toMatchObject({ message: 'Failed query: insert into "member" values ($1, $2)', stack: expect.stringContaining('correlation.test.ts') })
  expect(JSON.stringify(fields)).not.toMatch(/V271828|Quenneville/)
})

describe('the number of an act (issue 8: correlation from reader to row)', () => {
  test('stands in every line that is written meanwhile, after awaits too, and in none besides', async () => {
    const { lines, log } = listen()
    const work = async (name: string): Promise<void> => {
      log.info(`${name}.began`)
      await turn()
      log.info(`${name}.ended`)
    }
    await Promise.all([correlated(() => work('a'), 'aaaaaaaa'), correlated(() => work('b'), 'bbbbbbbb'), work('c')])
    const of = (letter: string): unknown[] => lines.filter(({ event }) => event.startsWith(letter)).map((line) => line.correlationId)
    expect([of('a'), of('b'), of('c')]).toEqual([['aaaaaaaa', 'aaaaaaaa'], ['bbbbbbbb', 'bbbbbbbb'], [undefined, undefined]])
  })

  test('is that of who asked, not of whose turn it was before, where acts wait for one another', async () => {
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = (): Promise<string | undefined> => {
      const mine = last.then(async () => {
        await turn()
        return correlationId()
      })
      last = mine
      return mine
    }
    expect(await Promise.all([correlated(inTurn, '11111111'), correlated(inTurn, '22222222'), inTurn()])).toEqual(['11111111', '22222222', undefined])
  })

  test('a line that brings its own keeps it', () => {
    const { lines, log } = listen()
    correlated(() => log.error('call.failed', { correlationId: 'cccccccc' }), 'dddddddd')
    expect(lines).toEqual([{ event: 'call.failed', correlationId: 'cccccccc' }])
  })

  test('an event that leaves for the windows is written down under it, without what it says', () => {
    const { lines, log } = listen()
    const hub = createHub<{ 'presence.scanned': { name: string } }>(log)
    correlated(() => hub.emit('presence.scanned', { name: 'S1 Tremblay, M' }), 'eeeeeeee')
    expect(lines).toEqual([{ event: 'event.sent', name: 'presence.scanned', correlationId: 'eeeeeeee' }])
  })
})
