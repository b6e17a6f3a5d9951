import {
  callerKinds,
  confidences,
  parsePropertyPath,
  supports,
  type ContextPair,
  type OptionalActions,
  type Service,
  type UsePath,
} from '../knowledge/service.js'
import type { Problem } from '../model/problem.js'
import { destinationKinds } from '../model/use.js'
import { readData, type Data, type Fields } from './data.js'
import { readId } from './read-id.js'
import type { Path, RuleDocument } from './rule.js'

const required = ['id', 'name', 'confidence', 'principal', 'actions', 'source', 'failure', 'sources']
const optional = ['via', 'context', 'contextInStatement', 'uses', 'notes']

const readOptional = (data: Data, actions: Fields | undefined): OptionalActions[] =>
  data.list(actions, 'optional').flatMap(({ value, path }) => {
    const fields = data.fields(value, path, ['actions', 'why'])
    const given = data.texts(fields, 'actions')
    const why = data.text(fields, 'why')
    return given && why !== undefined ? [{ actions: given, why }] : []
  })

const readContext = (data: Data, fields: Fields | undefined): ContextPair[] =>
  data.list(fields, 'context').flatMap(({ value, path }) => {
    const pair = data.fields(value, path, ['key'], ['values', 'condition'])
    const key = data.text(pair, 'key')
    if (key === undefined) return []
    return [{ key, values: data.texts(pair, 'values') ?? [], condition: data.text(pair, 'condition') }]
  })

const pathOf = (text: string | undefined): readonly string[] | undefined => text?.split('.')

const readUse = (data: Data, value: unknown, path: Path): UsePath[] => {
  const fields = data.fields(value, path, [], ['key', 'into', 'from', 'name', 'only'])
  const into = data.oneOf(fields, 'into', destinationKinds)
  const own = data.text(fields, 'key')
  const written = own === undefined ? (data.texts(fields, 'from') ?? []) : [own]
  if (fields && (own === undefined) === (into === undefined)) data.report('has either key, or into and from', path)
  const name = pathOf(data.text(fields, 'name'))
  const conditions = data.map(fields, 'only')
  const only = Object.keys(conditions?.values ?? {}).map(key => ({
    path: pathOf(key) ?? [],
    among: data.texts(conditions, key) ?? [],
  }))
  return written.flatMap(one => {
    const property = parsePropertyPath(one)
    if (property) return [{ property, into, name, only }]
    data.report(`${JSON.stringify(one)} is not a resource type and a property, such as aws_cloudtrail.kms_key_id`, path)
    return []
  })
}

const readActions = (data: Data, fields: Fields | undefined, key: string): readonly string[] => {
  const actions = data.texts(fields, key) ?? []
  if (fields === undefined) return actions
  actions.forEach((action, index) => {
    if (!/^kms:[A-Za-z*]+$/.test(action))
      data.report(`${JSON.stringify(action)} is not an action of KMS, such as kms:Decrypt`, [
        ...fields.path,
        key,
        index,
      ])
  })
  return actions
}

const readService = (document: RuleDocument): { service: Service | undefined; problems: readonly Problem[] } => {
  const data = readData(document)
  const fields = data.fields(document.data ?? null, [], required, optional)
  const child = (key: string, needed: readonly string[], may: readonly string[] = []) =>
    fields && data.fields(fields.values[key], [key], needed, may)
  const id = readId(data, fields, document)
  const name = data.text(fields, 'name')
  const confidence = data.oneOf(fields, 'confidence', confidences)
  const principal = child('principal', ['kind'], ['names', 'optInRegions'])
  const caller = data.oneOf(principal, 'kind', callerKinds)
  const actions = child('actions', [], ['required', 'optional', 'superset'])
  const source = child('source', ['arn', 'account'], ['arns'])
  const sourceArn = data.oneOf(source, 'arn', supports)
  const sourceAccount = data.oneOf(source, 'account', supports)
  const failure = child('failure', ['phase', 'effect'])
  const phase = data.oneOf(failure, 'phase', ['deploy', 'runtime', 'both', 'none'])
  const effect = data.text(failure, 'effect')
  const read = {
    principals: data.texts(principal, 'names') ?? [],
    optInPrincipals: data.texts(principal, 'optInRegions') ?? [],
    via: data.text(fields, 'via'),
    required: readActions(data, actions, 'required'),
    optional: readOptional(data, actions),
    superset: readActions(data, actions, 'superset'),
    context: readContext(data, fields),
    contextInStatement: data.boolean(fields, 'contextInStatement') ?? true,
    sourceArns: data.texts(source, 'arns') ?? [],
    uses: data.list(fields, 'uses').flatMap(({ value, path }) => readUse(data, value, path)),
    notes: data.texts(fields, 'notes') ?? [],
    sources: data.texts(fields, 'sources') ?? [],
  }
  const complete = id && name && confidence && caller && sourceArn && sourceAccount && phase && effect
  if (!complete || data.problems.length > 0) return { service: undefined, problems: data.problems }
  const service = { id, name, confidence, caller, sourceArn, sourceAccount, failure: { phase, effect }, ...read }
  return { service, problems: [] }
}

/**
 * Reads entries of the service catalogue. Of several with the same id the last counts; an entry with a problem is not among them.
 */
export const loadServices = (
  documents: readonly RuleDocument[],
): { readonly services: readonly Service[]; readonly problems: readonly Problem[] } => {
  const services = new Map<string, Service>()
  const problems: Problem[] = []
  for (const document of documents) {
    const { service, problems: found } = readService(document)
    problems.push(...found)
    if (service) services.set(service.id, service)
  }
  return { services: [...services.values()], problems }
}
