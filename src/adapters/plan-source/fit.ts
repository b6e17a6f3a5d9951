import type { Planned } from '../../model/planned.js'
import type { Files } from '../../model/source.js'
import { declaredIn } from '../terraform/index.js'

/** How much of what a plan's root module declares a folder declares too, from 0 to 1. */
const shareIn = (planned: Planned, declared: ReadonlySet<string>): number => {
  const names = planned.declares
  // variables and data sources are called alike in many configurations
  const telling = names.filter(name => /^(module|aws_)/.test(name))
  if (telling.length > 0 && !telling.some(name => declared.has(name))) return 0
  return names.length === 0 ? 0 : names.filter(name => declared.has(name)).length / names.length
}

const enough = 0.5

/** The folders that may be the root module of a plan and declare most of what it does; several where they are alike. */
export const fitting = async (
  files: Files,
  folders: readonly string[],
  planned: Planned,
): Promise<readonly string[]> => {
  const shares = []
  for (const folder of folders) shares.push({ folder, share: shareIn(planned, await declaredIn(files, folder)) })
  const most = Math.max(enough, ...shares.map(({ share }) => share))
  return shares.filter(({ share }) => share >= most).map(({ folder }) => folder)
}
