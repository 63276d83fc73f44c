/** `--restore` in the browser host. */
import { runRestore, type RestoreArguments } from '../core/app/restore-run.ts'

export { parseRestoreArguments } from '../core/app/restore-run.ts'

/** Answers the code to end with. */
export async function printRestore(given: RestoreArguments): Promise<number> {
  const { code, sentence } = await runRestore(given)
  ;(code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`)
  return code
}
