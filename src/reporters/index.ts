import { github } from './github.js'
import { json } from './json.js'
import type { Format, ReportContext, Reporter } from './reporter.js'
import type { Report } from '../model/report.js'
import { text } from './text.js'

export type { Format, ReportContext, Reporter } from './reporter.js'
export { stepSummary } from './summary.js'

/** All reporters by the name that `--format` takes. */
export const reporters: Readonly<Record<Format, Reporter>> = { text, github, json }

/** In characters. What writes keeps several copies of what it is given at once, and is slow when that is little. */
const batchLength = 64 * 1024

/** Renders a report in a format, in pieces of a size that is good to write. */
export const render = function* (format: Format, report: Report, context: ReportContext): Generator<string> {
  let batch = ''
  for (const piece of reporters[format](report, context)) {
    batch += piece
    if (batch.length < batchLength) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}
