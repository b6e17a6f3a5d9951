import { severities, type Report } from '../model/report.js'
import { countsLine, count, problemText, skippedTexts, undeterminedGroups, verdictNames } from './layout.js'
import { findingBlocks } from './text.js'

/** GitHub drops a summary over 1 MiB as a whole; some room is left for what other tools of the step add. */
const mostBytes = 900 * 1024

/**
 * Whatever comes from the input stands in a `pre` element, escaped as HTML: there, Markdown, links, mentions, issue numbers and emoji
 * mean nothing, and without `<` nothing leads out of it.
 */
const preformatted = (text: string): string =>
  `<pre>\n${text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)}\n</pre>\n`

/** Titles and the blocks beneath them, most important first. */
const sections = (report: Report): [string, string[]][] => {
  const problems = report.problems.map(problem => `${problem.severity} ${problemText(problem)}`)
  return [
    [count(problems.length, 'problem'), problems],
    ...severities.map((severity): [string, string[]] => {
      const findings = report.findings.filter(finding => finding.severity === severity)
      return [count(findings.length, severity), findingBlocks(findings, { width: 120 })]
    }),
    [`${report.undetermined.length} undetermined`, undeterminedGroups(report.undetermined).map(group => group.message)],
    [`${report.skipped.length} skipped`, skippedTexts(report.skipped)],
  ]
}

/** The report as Markdown for the step summary, under 1 MiB, with nothing of the input able to pass for markup. Pure. */
export const stepSummary = (report: Report): string => {
  let out = `## keyward: ${verdictNames[report.verdict]}\n\n${countsLine(report)}\n`
  let size = Buffer.byteLength(out)
  let left = 0
  for (const [title, blocks] of sections(report)) {
    for (const [i, block] of blocks.entries()) {
      const piece = `${i === 0 ? `\n### ${title}\n\n` : ''}${preformatted(block)}`
      size += Buffer.byteLength(piece)
      if (size > mostBytes) left++
      else out += piece
    }
  }
  return left > 0 ? `${out}\n${left} more did not fit: see the JSON report.\n` : out
}
