/** Takes a staged restore up to the step named, and is killed before it: `node swap-killed.ts <folder> <step>`. For restore.fault.test.ts. */
import { finishRestore } from '../../electron/core/db/restore.ts'

const [root = '', at = ''] = process.argv.slice(2)
finishRestore(root, new Date(), (step) => {
  if (step === at) process.kill(process.pid, 'SIGKILL')
})
