import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { call, event, type Handlers } from '../../../shared/contract/kit.ts'
import { needs as allNeeds, permits, type Caller } from '../../../shared/domain/access.ts'
import { createLog, silentLog } from '../kit/log.ts'
import { refuse } from '../kit/refusal.ts'
import { createDispatcher, type CallContext } from './dispatcher.ts'
import { createInProcessTransport } from './in-process-transport.ts'

const contract = {
  door: {
    knock: call({ needs: 'basic', summary: 'Knocks.', input: v.object({ times: v.pipe(v.number(), v.maxValue(3)) }), output: v.object({ answer: v.string() }), errors: ['member_unknown'] }),
    open: call({ needs: 'admin', summary: 'Opens.', input: v.object({}), output: v.object({}), errors: [] }),
    opened: event({ needs: 'admin', summary: 'It opened.', payload: v.object({}) }),
    knocked: event({ needs: 'display', summary: 'Somebody knocked.', payload: v.object({ times: v.number() }) }),
  },
}

const person: Caller = { kind: 'desk', id: 'desk', stationId: 'desk', scopes: [], person: null, level: 1, liveDds: false }

type Knock = Handlers<typeof contract, CallContext>['door']['knock']
const setUp = (knock: Knock, log = silentLog) =>
  createDispatcher(contract, { door: { knock, open: async () => ({}) } } satisfies Handlers<typeof contract, CallContext>, log)

describe('the dispatcher (design.md 5)', () => {
  test('answers a call with what its output declares: an undeclared column does not cross', async () => {
    const dispatch = setUp(async () => ({ answer: 'come in', pinHash: 'secret' }))
    expect(await dispatch(person, 'door.knock', { times: 1 })).toEqual({ ok: true, value: { answer: 'come in' } })
  })

  test.each(['constructor.constructor', '__proto__.toString', 'door.constructor', 'door.__proto__', 'door.hasOwnProperty', 'toString.call', 'door', 'door.knock.now', '', '.', 'door.opened'])(
    'finds nothing under %j: only own calls are calls',
    async (name) => {
      const dispatch = setUp(async () => ({ answer: 'x' }))
      expect(await dispatch({ ...person, level: 6 }, name, {})).toMatchObject({ ok: false, error: { code: 'call_unknown' } })
    },
  )

  test('refuses a caller below what the call needs, before it looks at the input', async () => {
    const dispatch = setUp(async () => ({ answer: 'x' }))
    expect(await dispatch(person, 'door.open', 'nonsense')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test('refuses an input that does not fit, naming the field, and never runs the handler', async () => {
    const knock = vi.fn<Knock>(async () => ({ answer: 'x' }))
    const answer = await setUp(knock)(person, 'door.knock', { times: 9 })
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { field: 'times' } } })
    expect(knock).not.toHaveBeenCalled()
  })

  test('a NUL sign, and half of a sign, which no database takes, are refused wherever they stand', async () => {
    const dispatch = createDispatcher({ door: { say: call({ needs: 'basic', summary: 'Says.', input: v.object({ words: v.array(v.object({ text: v.string() })), by: v.record(v.string(), v.string()) }), output: v.object({}), errors: [] }) } }, { door: { say: async () => ({}) } }, silentLog)
    expect(await dispatch(person, 'door.say', { words: [{ text: 'é' }], by: { name: '' } })).toEqual({ ok: true, value: {} })
    expect(await dispatch(person, 'door.say', { words: [{ text: 'a' }, { text: 'b\0' }], by: {} })).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { field: 'words.1.text' } } })
    expect(await dispatch(person, 'door.say', { words: [{ text: 'a\ud83d' }], by: {} })).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { field: 'words.0.text' } } })
    expect(await dispatch(person, 'door.say', { words: [{ text: '🙂' }], by: {} })).toMatchObject({ ok: true })
    expect(await dispatch(person, 'door.say', { words: [], by: { 'a\0': '' } })).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { field: 'by.?' } } })
  })

  test('an act has the number that it was known by where it came in, else one of its own', async () => {
    const seen: string[] = []
    const dispatch = setUp(async (_input, { correlationId }) => ({ answer: String(seen.push(correlationId)) }))
    await dispatch(person, 'door.knock', { times: 1 }, 'request-7')
    await dispatch(person, 'door.knock', { times: 1 })
    expect(seen).toEqual(['request-7', expect.stringMatching(/^[0-9a-f]{8}$/)])
  })

  test('a declared refusal leaves as data, with what happened and how to fix it', async () => {
    const dispatch = setUp(async () => {
      throw refuse('member_unknown')
    })
    const answer = await dispatch(person, 'door.knock', { times: 1 })
    expect(answer).toEqual({ ok: false, error: { code: 'member_unknown', message: expect.stringMatching(/roll/), howToFix: expect.stringMatching(/\w/) } })
  })

  test('an undeclared refusal and a defect become internal, with a number that is in the log, and no stack', async () => {
    const lines: unknown[] = []
    const log = createLog((level, name, fields) => lines.push({ level, event: name, ...fields }))
    for (const thrown of [refuse('badge_taken', { name: 'X' }), new Error('select * from member')]) {
      const answer = await setUp(async () => {
        throw thrown
      }, log)(person, 'door.knock', { times: 1 })
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
      const correlationId = answer.ok ? '' : answer.error.details?.['correlationId']
      expect(correlationId).toMatch(/^[0-9a-f]{8}$/)
      expect(lines.at(-1)).toMatchObject({ level: 'error', event: 'call.failed', correlationId })
      expect(JSON.stringify(answer)).not.toMatch(/select|stack|badge_taken/)
    }
  })

  test('an output that is not as declared is a defect, not an answer', async () => {
    const dispatch = setUp((async () => ({ answer: 7 })) as unknown as Knock)
    expect(await dispatch(person, 'door.knock', { times: 1 })).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  test('a call that says nothing of who may make it does not compile', () => {
    // @ts-expect-error `needs` is missing: the compiler run in `npm run check` fails if this line ever compiles.
    const undeclared = call({ summary: 'Anything.', input: v.object({}), output: v.object({}), errors: [] })
    expect(undeclared.needs).toBeUndefined()
  })

  test('a handler that is missing, or that answers another shape, does not compile', () => {
    // @ts-expect-error `open` is missing.
    const missing: Handlers<typeof contract, CallContext> = { door: { knock: async () => ({ answer: '' }) } }
    // @ts-expect-error `answer` is a text.
    const wrong: Knock = async () => ({ answer: 1 })
    expect([missing, wrong]).toHaveLength(2)
  })
})

describe('the derived client', () => {
  test('calls by feature and verb, and hears only events that its caller may hear', async () => {
    const listeners = new Set<(name: string, payload: unknown) => void>()
    const core = {
      dispatch: setUp(async ({ times }) => ({ answer: 'k'.repeat(times) })),
      onEvent: (listener: (name: string, payload: unknown) => void) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    }
    const api = createClient(contract, createInProcessTransport(contract, core, person))
    expect(await api.door.knock({ times: 2 })).toEqual({ ok: true, value: { answer: 'kk' } })

    const heard: unknown[] = []
    const stop = api.door.on.knocked((payload) => heard.push(payload))
    api.door.on.opened((payload) => heard.push(payload))
    for (const listener of listeners) {
      listener('door.knocked', { times: 3 })
      listener('door.opened', {})
      listener('door.knocked', { times: 'three' })
      listener('constructor.x', {})
    }
    stop()
    for (const listener of listeners) listener('door.knocked', { times: 4 })
    expect(heard).toEqual([{ times: 3 }])
  })

  test('a lost connection is an answer, not an exception', async () => {
    const api = createClient(contract, { call: () => Promise.reject(new Error('socket')), listen: () => () => {}, watch: () => () => {} })
    expect(await api.door.knock({ times: 1 })).toMatchObject({ ok: false, error: { code: 'unreachable' } })
  })
})

describe('the ladder of rights (domain.md 4.22)', () => {
  test('each need is met from its own level up, and by no device without a level', () => {
    const device: Caller = { ...person, level: 0, scopes: ['device'] }
    const display: Caller = { ...person, level: 0, scopes: ['display'] }
    const desk: Caller = { ...person, level: 0, scopes: ['display', 'device', 'desk'] }
    const nobody: Caller = { ...person, level: 0, scopes: [] }
    const may = (caller: Caller) => allNeeds.filter((need) => permits(need, caller))
    expect(may(nobody)).toEqual(['public'])
    expect(may(display)).toEqual(['public', 'display'])
    expect(may(device)).toEqual(['public', 'display', 'device'])
    expect(may(desk)).toEqual(['public', 'display', 'device', 'atDesk'])
    expect(may({ ...nobody, level: 3 })).toEqual(['public', 'display', 'basic', 'quartermaster', 'quartermasterOrDds', 'quartermasterOrSelf', 'lockup'])
    expect(may({ ...nobody, level: 6 })).toEqual(allNeeds.filter((need) => need !== 'device' && need !== 'atDesk'))
  })

  test('the live DDS may correct, and everyone may see themselves; a window that nobody is signed in to is neither', () => {
    const signedIn: Caller = { ...person, level: 1, scopes: [], person: { memberId: 'm1', name: 'S1 Test, T' } }
    expect(permits('adminOrDds', signedIn)).toBe(false)
    expect(permits('adminOrDds', { ...signedIn, liveDds: true })).toBe(true)
    expect(permits('admin', { ...signedIn, liveDds: true })).toBe(false)
    expect(permits('quartermasterOrSelf', signedIn, 'm1')).toBe(true)
    expect(permits('quartermasterOrSelf', signedIn, 'm2')).toBe(false)
    expect(permits('adminOrDds', { ...signedIn, person: null, level: 0, liveDds: true })).toBe(false)
  })
})
