import type { Report } from '../model/report.js'

/** The renderings that a run can be asked for. */
export type Format = 'text' | 'github' | 'json'

/** What a reporter cannot know from the report, handed in so that it stays pure. */
export interface ReportContext {
  /** Whether escape sequences for colours may be written. */
  readonly color: boolean
  /** The columns of the terminal: what is laid out is wrapped to it, texts of the input are not. */
  readonly width: number
  /** The lines of a file that a location names, or undefined where they are not at hand; absent where none are. */
  readonly linesOf?: (file: string) => readonly string[] | undefined
  /** The path that GitHub knows a file by, or undefined for one outside of the repository. */
  readonly repositoryPath: (file: string) => string | undefined
}

/** Renders a report as text that ends with a newline, piece by piece. Everything that comes from the input is escaped. */
export type Reporter = (report: Report, context: ReportContext) => Iterable<string>
