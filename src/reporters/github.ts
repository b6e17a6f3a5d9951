import { severities, type Finding, type Report, type Severity } from '../model/report.js'
import type { Location } from '../model/location.js'
import { inert, visible } from './escape.js'
import { casesOf, countsLine, problemText, skippedTexts, subject, undeterminedGroups, verdictLine } from './layout.js'
import type { ReportContext, Reporter } from './reporter.js'

/** What the runner keeps of one step, and of one message. */
const mostAnnotations = 10
const longestMessage = 4_096

interface Annotation {
  readonly severity: Severity
  readonly title: string
  /** Several lines, all of them made visible. */
  readonly message: string
  readonly location: Location | undefined
}

/**
 * Escapes the message of a workflow command, as the toolkit does.
 * @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

/** Columns are said only of a place within one line: GitHub takes no others. */
const placeProperties = ({ line, column, endLine = line, endColumn }: Location): Record<string, number> => {
  if (line === undefined || endLine === undefined) return {}
  if (endLine > line) return { line, endLine: endColumn === 1 ? endLine - 1 : endLine }
  return {
    line,
    endLine: line,
    ...(column !== undefined && { col: column, ...(endColumn !== undefined && { endColumn }) }),
  }
}

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`

const command = ({ severity, title, message, location }: Annotation, more: string, context: ReportContext): string => {
  const file = location && context.repositoryPath(location.file)
  const properties: Record<string, string | number> = {
    title,
    ...(file !== undefined && { file, ...(location && placeProperties(location)) }),
  }
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(inert(visible(String(value))))}`,
  )
  const text = cut(inert(message), longestMessage - more.length) + more
  return `::${severity} ${list.join(',')}::${escapeData(text)}`
}

const lines = (text: string): string => text.split('\n').map(visible).join('\n')

const findingAnnotation = (finding: Finding): Annotation => ({
  severity: finding.severity,
  title: finding.rule,
  message: [
    subject(finding) + casesOf(finding),
    lines(finding.message),
    ...(finding.fix === '' ? [] : [`fix: ${lines(finding.fix)}`]),
  ].join('\n'),
  location: finding.location,
})

const annotationsOf = (report: Report): Annotation[] => [
  ...report.problems.map(problem => ({
    severity: problem.severity,
    title: problem.code,
    message: problemText(problem),
    location: problem.location,
  })),
  ...report.findings.map(findingAnnotation),
  ...undeterminedGroups(report.undetermined).map(({ message, location, severity }) => ({
    severity: severity === 'error' && report.verdict !== 'undetermined' ? 'warning' : severity,
    title: 'undetermined',
    message,
    location,
  })),
]

/**
 * Workflow commands that annotate the lines of a pull request, errors first, at most ten of each severity: more is
 * dropped by GitHub. The last of ten says how many there would be. The log then ends with the counts.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Reporter = (report, context) => {
  const annotations = annotationsOf(report)
  const commands = severities.flatMap(severity => {
    const all = annotations.filter(annotation => annotation.severity === severity)
    const rest = all.length - mostAnnotations
    return all
      .slice(0, mostAnnotations)
      .map((annotation, i) =>
        command(
          annotation,
          rest > 0 && i === mostAnnotations - 1 ? `\n+${rest} more, see the step summary` : '',
          context,
        ),
      )
  })
  const log = [...skippedTexts(report.skipped), verdictLine(report), countsLine(report)].map(inert)
  return [...commands, ...log].map(line => `${line}\n`)
}
