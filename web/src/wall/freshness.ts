import { get } from '../live/api.ts';

const RELOADED_FOR = 'ringside.reloaded-for';

interface Build {
  version: string;
  web: string;
}

/** Whether the server serves another build of the pages. Asks for one build only once: a proxy may hold an old page. */
export async function newerBuild(): Promise<boolean> {
  const { web } = await get<Build>('/api/v1/build');
  if (!web || web === __WEB__ || sessionStorage.getItem(RELOADED_FOR) === web) return false;
  sessionStorage.setItem(RELOADED_FOR, web);
  return true;
}
