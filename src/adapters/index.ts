import type { Adapter, FolderAdapter, Source } from '../model/source.js'
import { cloudformation } from './cloudformation/index.js'
import { keyPolicy } from './key-policy/index.js'
import { terraform } from './terraform/folder.js'
import { terraformPlan } from './terraform-plan/index.js'

/** All adapters, the first that accepts a source reads it: narrower formats come before wider ones. */
export const adapters: readonly Adapter[] = [terraformPlan, cloudformation, keyPolicy]

/** All adapters for formats whose source is a folder. */
export const folderAdapters: readonly FolderAdapter[] = [terraform]

/** The adapter that recognises the content of a source, undefined where none does. Reads the head only. */
export const adapterFor = (source: Source): Adapter | undefined => adapters.find(adapter => adapter.accepts(source))
