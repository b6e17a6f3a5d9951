import { github } from './github.js'
import { json } from './json.js'
import type { Format, Reporter } from './reporter.js'
import { text } from './text.js'

export type { Format, ReportContext, Reporter } from './reporter.js'
export { stepSummary } from './summary.js'

/** All reporters by the name that `--format` takes. */
export const reporters: Readonly<Record<Format, Reporter>> = { text, github, json }
