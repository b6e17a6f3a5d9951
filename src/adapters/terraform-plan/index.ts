import { InputError } from '../../model/problem.js'
import type { Adapter } from '../../model/source.js'
import { readKeys } from './read-keys.js'
import { isPlanHead, recognise } from './recognise.js'

/**
 * Reads the output of `terraform show -json` for a saved plan, of any Terraform since 0.12 or OpenTofu. A named input that is
 * easily taken for a plan is accepted too, so that it is refused with the command to run instead.
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export const terraformPlan: Adapter = {
  name: 'terraform-plan',
  accepts: ({ head, named }) => (named ? recognise(head) !== undefined : isPlanHead(head)),
  read: async (source, options) => {
    try {
      return await readKeys(source, options)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      throw new InputError(error.code, error.message, error.location ?? { file: source.file })
    }
  },
}
