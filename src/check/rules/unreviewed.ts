import { saysOnly } from '../../messages/catalogue.ts';
import { readComments } from '../../read/read-comments.ts';
import { type Rule, sourceRule } from '../rule.ts';

/** What the comments of a draft begin with that `import` wrote. */
const MARK = /^#[#\s]*待核对\s*/u;

const unreviewed = sourceRule({
  code: 'import/unreviewed',
  severity: 'warning',
  docs: {
    zh: '导入时改过、拿不准的地方还没有核对',
    en: 'something that import repaired or doubted has not been looked at',
    example: '# 待核对 改：第 12 行错了 1 格，按符号“=”对齐',
  },
  messages: saysOnly(
    '导入时留下的还没有核对：{note} ⇒ 对着原来的表看一遍，改好以后删掉这行注释',
    'Not looked at since it was imported: {note} ⇒ Compare with the original, correct it, and delete this comment',
  ),
  check({ text, parsed: { source } }, report) {
    // Most files have none, and are not read a second time.
    if (!text.includes('待核对')) return;
    for (const { text: comment, start } of readComments(text)) {
      if (!MARK.test(comment)) continue;
      const at = { file: source.file, start, end: start + comment.length };
      report('default', at, { note: comment.replace(MARK, '') });
    }
  },
});

export const unreviewedRules: readonly Rule[] = [unreviewed];
