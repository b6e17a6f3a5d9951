import { attempt } from '../../model/problem.js'
import { decode } from '../encoding.js'
import { scan } from './scan.js'

/** What the first bytes of an input are: a plan, or something that is easily taken for one, with what to do about it. */
export type Recognition = { readonly kind: 'plan' } | { readonly kind: 'nearly'; readonly message: string }

const showPlan = 'save a plan with `terraform plan -out=PLANFILE` and run `terraform show -json PLANFILE`'

const nearly = {
  empty: `an empty file, not a plan: run \`terraform show -json PLANFILE\` again and look at its exit status`,
  null: `\`null\`, not a plan: ${showPlan}`,
  gzip: 'compressed with gzip: unpack it first, for example with `gunzip -c FILE | keyward check -`',
  zip: 'a saved binary plan, not JSON: run `terraform show -json FILE` and check its output',
  log: `the log of \`terraform plan -json\` or \`apply -json\`, which holds no policies: ${showPlan}`,
  human: `the output of \`terraform plan\` for people, not JSON: ${showPlan}`,
  state: `Terraform state, not a plan: ${showPlan} (\`terraform show -json\` without PLANFILE prints the state)`,
  noState: `\`terraform show -json\` of an empty state, not a plan: ${showPlan}`,
  rawState: `a Terraform state file, not a plan: ${showPlan}`,
  outputs: `the output of \`terraform output -json\`, not a plan: ${showPlan}`,
  validate: `the output of \`terraform validate -json\`, not a plan: ${showPlan}`,
  version: `the output of \`terraform version -json\`, not a plan: ${showPlan}`,
  schemas: `the output of \`terraform providers schema -json\`, not a plan: ${showPlan}`,
} satisfies Record<string, string>

const planMembers = [
  'planned_values',
  'proposed_unknown',
  'resource_changes',
  'resource_drift',
  'deferred_changes',
  'output_changes',
  'prior_state',
  'relevant_attributes',
]

interface Top {
  readonly keys: ReadonlySet<string>
  readonly whole: boolean
  readonly outputs: boolean
}

const isOutput = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'sensitive' in value && 'value' in value

/** The keys of the object that the text holds, as far as the text goes. */
const top = (text: string): Top | undefined => {
  const keys = new Set<string>()
  let [outputs, others] = [0, 0]
  const scanner = scan(
    key => {
      keys.add(key)
      return { kind: 'take', take: value => (isOutput(value) ? outputs++ : others++) }
    },
    { element: Infinity, depth: Infinity },
    () => undefined,
  )
  // where the text stops being JSON, what was seen so far still says what it is
  attempt(
    () => {
      scanner.push(Buffer.from(text))
    },
    () => undefined,
  )
  const { document } = scanner.end()
  return document === 'none' ? undefined : { keys, whole: document !== 'cut', outputs: outputs > 0 && others === 0 }
}

const isPlan = ({ keys, whole }: Top, text: string): boolean =>
  planMembers.some(name => keys.has(name)) ||
  // members may come in any order, and the head may end before the others
  (keys.has('configuration') && /"(root_module|provider_config)"/.test(text)) ||
  (keys.has('format_version') && (keys.has('variables') || (!whole && !keys.has('values'))))

const nearlyPlan = ({ keys, outputs }: Top): keyof typeof nearly | undefined => {
  if (keys.has('@level') || keys.has('@message')) return 'log'
  if (keys.has('serial') && keys.has('lineage')) return 'rawState'
  if (keys.has('provider_schemas')) return 'schemas'
  if (keys.has('valid') && keys.has('diagnostics')) return 'validate'
  if (keys.has('provider_selections')) return 'version'
  if (keys.has('format_version') && keys.has('values')) return 'state'
  if ([...keys].every(key => key === 'format_version' || key === 'terraform_version'))
    return keys.size > 0 ? 'noState' : undefined
  return outputs ? 'outputs' : undefined
}

const human = /^(Terraform|OpenTofu) (used the selected providers|will perform the following actions)|^No changes\. /m

const notJson = (head: Uint8Array, text: string): keyof typeof nearly | undefined => {
  const [a, b, c, d] = head
  if (a === 0x1f && b === 0x8b) return 'gzip'
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return text.includes('tfplan') ? 'zip' : undefined
  const trimmed = text.trim()
  if (trimmed === '') return 'empty'
  if (trimmed === 'null') return 'null'
  return human.test(text) ? 'human' : undefined
}

/** Recognises a plan, or what is easily taken for one, from the first bytes; undefined for anything else. */
export const recognise = (head: Uint8Array): Recognition | undefined => {
  const text = decode(head)
  const found = top(text)
  if (found && isPlan(found, text)) return { kind: 'plan' }
  const name = found ? nearlyPlan(found) : notJson(head, text)
  return name && { kind: 'nearly', message: nearly[name] }
}

/** No text is a plan without one of these names, or an escape that may hide a letter of one. */
const hints = new RegExp(`"(${[...planMembers, 'configuration', 'format_version'].join('|')})"|\\\\u`)

/** Whether the first bytes are those of a plan; most files that are none are not taken apart for that. */
export const isPlanHead = (head: Uint8Array): boolean => hints.test(decode(head)) && recognise(head)?.kind === 'plan'
