import * as v from 'valibot'

/** The first thing wrong with each field, by its dotted path, as its rules word it. */
export function problemsOf(schema: v.GenericSchema, draft: unknown, prefix = ''): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const issue of v.safeParse(schema, draft).issues ?? []) found[`${prefix}${v.getDotPath(issue) ?? ''}`] ??= issue.message
  return found
}
