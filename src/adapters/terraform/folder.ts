import type { FolderAdapter } from '../../model/source.js'
import { isSource } from '../terraform-files.js'

/**
 * Terraform and OpenTofu source: each root module in a folder and below is read by itself, without Terraform and without a plan.
 * What depends on variables without a value, or on what only a plan knows, is a hole.
 */
export const terraform: FolderAdapter = {
  name: 'terraform',
  accepts: ({ names }) => names.some(isSource),
  read: async (folder, options) => {
    const { findRoots, readTerraform, undeclaredIn } = await import('./index.js')
    const roots = await findRoots(folder, folder.folder)
    const readings = []
    for (const root of roots) readings.push(await readTerraform(folder, root, options))
    const problems = await undeclaredIn(folder, roots, options.terraform ?? {})
    return problems.length > 0 ? [{ keys: [], problems, skipped: [] }, ...readings] : readings
  },
}
