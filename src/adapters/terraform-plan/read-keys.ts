import { InputError, type Problem } from '../../model/problem.js'
import type { Wanted } from '../../model/deployed.js'
import type { AdapterOptions, Reading, Source } from '../../model/source.js'
import { utf8Chunks } from '../encoding.js'
import { deployedOf } from './deployed.js'
import { extractor } from './extract.js'
import { holes } from './holes.js'
import { keysOf } from './keys.js'
import { addressOf } from './address.js'
import { nameOf, type Instance, type Plan } from './plan.js'
import type { Context } from './policy.js'
import { plannedOf } from './planned.js'
import { readPlan, type Selection } from './read-plan.js'
import type { Documents } from './rebuild.js'
import { recognise } from './recognise.js'
import { resolver } from './resolve.js'
import { secretsOf } from './secrets.js'
import { hideIn, hideValues } from './sensitive.js'
import { asString } from './shape.js'
import { documentType, grantType, keyTypes, policyType } from './types.js'

const kms = new Set([...keyTypes, policyType, grantType])
const facts = new Set(['aws_caller_identity', 'aws_region'])

const selection: Omit<Selection, 'extractor'> = {
  changes: type => kms.has(type) || type === documentType,
  state: type => kms.has(type) || type === documentType || facts.has(type),
  configuration: type => kms.has(type) || type === documentType || facts.has(type),
}

const documentsOf = (plan: Plan): Documents => {
  const deferred = new Map(plan.documents.map(d => [nameOf(d), d.change]))
  const read = new Map(
    plan.state.flatMap(r => {
      const json = asString(r.values['json'])
      return r.type === documentType && json !== undefined ? [[nameOf(r), json] as const] : []
    }),
  )
  return { deferred: i => deferred.get(nameOf(i))?.(), read: i => read.get(nameOf(i)) }
}

/** Whether all instances of a data source were read during the plan. */
const readSources = (plan: Plan): ((instance: Instance) => boolean) => {
  const name = ({ path, local }: Instance): string => addressOf(path, local)
  const deferred = new Set(plan.documents.map(name))
  const read = new Set(plan.state.filter(r => r.local.startsWith('data.')).map(name))
  return instance => read.has(name(instance)) && !deferred.has(name(instance))
}

const checkVersion = ({ formatVersion }: Plan): void => {
  if (formatVersion === undefined) throw new InputError('not-a-plan', 'has no `format_version`, so it is no plan')
  if (!/^[01](\.|$)/.test(formatVersion)) {
    throw new InputError(
      'format-version',
      `plan format version ${formatVersion.slice(0, 20)} is newer than this keyward reads (1.x)`,
    )
  }
}

/** Reads the keys of a plan. Throws `InputError` for an input that is no plan as a whole. */
export const readKeys = async (source: Source, options: AdapterOptions): Promise<Reading> => {
  const location = { file: source.file }
  const problems: Problem[] = []
  const report = (problem: Problem): void => {
    problems.push({ ...problem, location: problem.location ?? location })
  }
  const recognised = recognise(source.head)
  if (recognised?.kind === 'nearly') throw new InputError('not-a-plan', recognised.message)
  const wanted: Wanted = options.wanted ?? new Map()
  const extracting: Selection = { ...selection, extractor: extractor(wanted, report) }
  const plan = await readPlan(utf8Chunks(source.chunks(), source.head), extracting, report)
  checkVersion(plan)

  const refs = resolver(plan, [
    ...[...plan.changes, ...plan.drift, ...plan.state, ...plan.documents],
    ...[...plan.wanted.changes, ...plan.wanted.drift, ...plan.wanted.state, ...plan.wanted.named],
  ])
  const secrets = secretsOf(plan, refs)
  const context: Context = {
    location,
    resolver: refs,
    documents: documentsOf(plan),
    holes: holes(refs, readSources(plan)),
    hide: hideValues(secrets),
  }
  return {
    ...keysOf(plan, context, hideIn(secrets), options, report),
    ...(wanted.size > 0 && { resources: deployedOf(plan, context, hideIn(secrets), { ...options, wanted }) }),
    problems,
    planned: plannedOf(plan, source, context.hide),
  }
}
