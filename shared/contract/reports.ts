import * as v from 'valibot'
import { call } from './kit.ts'
import { CivilDate, Count } from './fields.ts'

export const reports = {
  day: call({
    needs: 'command',
    summary: 'One operational day as CSV: every movement, and who is inside (at the end of that day, or now).',
    input: v.object({ date: v.optional(CivilDate), language: v.optional(v.picklist(['en', 'fr']), 'en') }),
    output: v.object({
      fileName: v.string(),
      mediaType: v.string(),
      /** UTF-8 with a byte order mark, CRLF line ends, formula cells neutralised. */
      content: v.string(),
      operationalDate: CivilDate,
      movements: Count,
      inside: Count,
    }),
    errors: ['date_in_future'],
  }),
}
