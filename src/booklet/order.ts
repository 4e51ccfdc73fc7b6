import { compareText } from '../diagnostic.ts';
import type { Project } from '../project/project.ts';
import type { Booklet } from './booklet.ts';

/** The projects in the order of 顺序; those that it leaves out follow by 项目编码. */
export function orderProjects(projects: readonly Project[], { order }: Booklet): Project[] {
  const wanted = new Map(order.map(({ text }, index) => [text, index]));
  const place = (project: Project) => wanted.get(project.name.text) ?? wanted.size;
  return projects.toSorted(
    (a, b) => place(a) - place(b) || compareText(a.code.text, b.code.text) || compareText(a.file, b.file),
  );
}
