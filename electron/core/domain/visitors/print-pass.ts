/** The visitor’s pass on paper (domain.md 4.8; screens.md P0-3, 5.5): each print counted in the trail, none made twice by oversight. */
import { and, count, eq } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import { localTime, operationalDate, operationalDayWindow } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { audit } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf, writeAudit } from '../audit/write.ts'
import { renderPdf, textMeasure } from '../documents/pdf.ts'
import { readReportSettings } from '../settings/report-settings.ts'
import { readUnitProfile, type UnitProfile } from '../settings/unit-profile.ts'
import type { Dependencies } from './acts.ts'
import { lockVisit, readVisit } from './queries.ts'
import { passPaper, type PassFacts } from './pass-paper.ts'
import { passWords } from './pass-words.ts'
import { toVisit, type Visit } from './to-visit.ts'

export function createPassPrinter({ database, clock }: Pick<Dependencies, 'database' | 'clock'>) {
  return {
    /** Refuses `visit_unknown`, `visit_ended`, and `pass_printed` unless it is to be printed `again`. */
    async pass({ visitId, language, again }: InputOf<typeof visitors.pass>, caller: Caller): Promise<OutputOf<typeof visitors.pass>> {
      const { facts, size, printedAt } = await database.transaction(async (tx) => {
        // Locked, so that two at once are a first print and a copy.
        if ((await lockVisit(tx, visitId)) === undefined) throw refuse('visit_unknown')
        const row = await readVisit(tx, visitId)
        if (row === undefined) throw refuse('visit_unknown')
        const visit = toVisit(row)
        if (visit.until !== null) throw refuse('visit_ended', { name: visit.displayName })
        const copy = (await countPrints(tx, visitId)) + 1
        if (copy > 1 && !again) throw refuse('pass_printed', { name: visit.displayName, copy })
        const now = clock.now()
        await writeAudit(tx, { at: now, actor: actorOf(caller), action: 'visitor_pass_print', entityType: 'visit', entityId: visitId, details: { name: visit.displayName, copy } })
        const { settings } = await readReportSettings(tx)
        return { facts: factsOf(visit, await readUnitProfile(tx), { now, copy, language }), size: settings.formatting.passSize, printedAt: now }
      })
      const title = `${passWords(language).joined('visitor')}: ${[facts.givenName, facts.lastName].filter(Boolean).join(' ')}`
      const content = await renderPdf(passPaper(facts, size, language, await textMeasure()), { now: printedAt, title, language })
      // A visitor’s name is nothing for a folder of downloads.
      return { fileName: `sentinel-pass-${facts.date}-${visitId.slice(-8)}${facts.copy > 1 ? `-${facts.copy}` : ''}.pdf`, mediaType: 'application/pdf', content: content.toString('base64'), copy: facts.copy }
    },
  }
}

/** The trail forgets nothing, and so knows how often. */
async function countPrints(tx: Tx, visitId: string): Promise<number> {
  const [row] = await tx.select({ prints: count() }).from(audit).where(and(eq(audit.entityType, 'visit'), eq(audit.entityId, visitId), eq(audit.action, 'visitor_pass_print')))
  return row?.prints ?? 0
}

/** More than a few words of it would be too small to read. */
const purposeLength = 80
const shortened = (text: string): string => (text.length <= purposeLength ? text : `${text.slice(0, purposeLength).trimEnd()}…`)

function factsOf({ lastName, firstName, rank, organization, host, event, details, purpose, pass }: Visit, unit: UnitProfile, { now, copy, language }: { now: Date; copy: number; language: InputOf<typeof visitors.pass>['language'] }): PassFacts {
  const date = operationalDate(now, unit)
  return {
    unitName: unit.name,
    lastName,
    givenName: [rank, firstName].filter(Boolean).join(' ') || null,
    organization,
    host: host?.displayName ?? null,
    purpose: shortened(details ?? passWords(language).joined(purpose)),
    event: event?.name ?? null,
    passLabel: pass === null || pass.returnedAt !== null ? null : pass.label,
    date,
    validUntil: localTime(operationalDayWindow(date, unit).end, unit).slice(0, 16),
    copy,
  }
}
