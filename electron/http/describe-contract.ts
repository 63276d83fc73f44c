import { toJsonSchema } from '@valibot/to-json-schema'
import { entries, type Contract, type Schema } from '../../shared/contract/kit.ts'
import { refusals } from '../../shared/i18n/refusals.ts'

/** Schemas are plain, so a rule that JSON Schema has no word for is the only thing left out. */
export function schemaOf(schema: Schema): object {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', target: 'draft-2020-12' })
  return rest
}

/** Every call and event with its `needs` and JSON Schemas, derived from the contract itself. */
export function describeContract(contract: Contract) {
  const calls = []
  const events = []
  for (const [name, definition] of entries(contract)) {
    const { needs, summary } = definition
    if (definition.kind === 'event') events.push({ name, needs, summary, payload: schemaOf(definition.payload) })
    else {
      const errors = definition.errors.map((code) => ({ code, ...refusals.en[code] }))
      calls.push({ name, needs, summary, input: schemaOf(definition.input), output: schemaOf(definition.output), errors })
    }
  }
  return { calls, events }
}
