import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a page breaks of WCAG 2.2 AA: a line for each place, with what is wrong there. */
export async function violations(page: Page): Promise<string[]> {
  // No window of ours has frames: else each look opens another page only to put the frames’ findings together.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).options({ runOnly: levels, resultTypes: ['violations'] }).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}
