/** `--move-to-server` and `--move-from-server` in the browser host. */
import { runMove, type MoveArguments } from '../core/app/move-run.ts'
import type { Log } from '../core/kit/log.ts'

export { parseMoveArguments } from '../core/app/move-run.ts'

/** A sentence, on stdout where it moved. Answers the code to end with. */
export async function printMove(given: MoveArguments, { version, log }: { version: string; log: Log }): Promise<number> {
  const { code, sentence } = await runMove(given, { version, log })
  ;(code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`)
  return code
}
