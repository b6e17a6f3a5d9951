import type { Finding, Report, Severity } from '../model/report.js'
import { inert, visible } from './escape.js'
import { frame } from './frame.js'
import {
  casesOf,
  countsLine,
  place,
  problemText,
  skippedTexts,
  subject,
  undeterminedGroups,
  verdictLine,
} from './layout.js'
import type { ReportContext, Reporter } from './reporter.js'

const sgr = { red: 31, yellow: 33, blue: 34, green: 32, bold: 1, dim: 2 } as const
type Style = keyof typeof sgr

const severityStyles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', notice: 'blue' }
const verdictStyles: Readonly<Record<Report['verdict'], Style>> = {
  pass: 'green',
  fail: 'red',
  undetermined: 'yellow',
  error: 'red',
}

type Paint = (style: Style, text: string) => string

const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? `\u001b[${sgr[style]}m${text}\u001b[0m` : text

/** What was found in one statement of one key, or in the whole of it, shares one heading and one frame. The first is the heaviest. */
const grouped = (findings: readonly Finding[]): [Finding, ...Finding[]][] => {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const id = JSON.stringify([subject(finding), finding.location, finding.snippet, finding.variants])
    const group = groups.get(id)
    if (group) group.push(finding)
    else groups.set(id, [finding])
  }
  return [...groups.values()]
}

const indented = (by: string, text: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '' : by + visible(line)))
    .join('\n')

const findingText = ({ severity, rule, message, fix }: Finding, paint: Paint): string => {
  const heading = `  ${paint(severityStyles[severity], severity)} ${paint('bold', visible(rule))}`
  return `${heading}\n${indented('    ', message)}${fix === '' ? '' : `\n${indented('    ', `fix: ${fix}`)}`}`
}

type Layout = Pick<ReportContext, 'linesOf' | 'width'>

const groupText = (group: readonly [Finding, ...Finding[]], layout: Layout, paint: Paint): string => {
  const [first] = group
  const via = first.via.length > 0 ? paint('dim', ` via ${first.via.map(place).join(' > ')}`) : ''
  return [
    `${paint('bold', subject(first))}${casesOf(first)}  ${paint('dim', place(first.location))}${via}`,
    ...frame(first, layout).map(line => `    ${line}`),
    ...group.map(finding => findingText(finding, paint)),
  ].join('\n')
}

/** One block for each statement with findings, in the order of the report. No colours, no escapes of the input. */
export const findingBlocks = (findings: readonly Finding[], layout: Layout): string[] =>
  grouped(findings).map(group => inert(groupText(group, layout, painter(false))))

/** The report for people: what was found with its code frame, what could not be judged, and the counts. */
export const text: Reporter = function* (report, context) {
  const paint = painter(context.color)
  const undetermined = undeterminedGroups(report.undetermined).map(
    group => `${paint('yellow', 'undetermined')} ${group.message}`,
  )
  const skipped = skippedTexts(report.skipped).map(line => paint('dim', line))
  const problems = report.problems.map(
    problem => `${paint(severityStyles[problem.severity], problem.severity)} ${problemText(problem)}`,
  )
  for (const group of grouped(report.findings)) yield `${inert(groupText(group, context, paint))}\n\n`
  for (const lines of [undetermined, skipped, problems]) if (lines.length > 0) yield `${inert(lines.join('\n'))}\n\n`
  yield `${inert(`${paint(verdictStyles[report.verdict], verdictLine(report))}\n${countsLine(report)}`)}\n`
}
