import { TO_FILL } from '../form/to-fill.ts';
import { type IndicatorTree, SYSTEM_ROW } from '../form/tree.ts';
import { writeScalar } from './write-layout.ts';

export interface Draft {
  /** Null for the name that last year's table has. */
  name: string | null;
  /** Null when it is not known yet. */
  code: string | null;
  /** Where the schema is, as an editor finds it from the new file. */
  schema: string;
}

export interface SkeletonOptions extends Draft {
  name: string;
  tree: IndicatorTree;
  /** What the form of this office calls the 二级指标 of 满意度. */
  satisfaction: string;
}

/** A new table with everything that must be in one; 待填 stands where only its author knows what to write. */
export function writeSkeleton({ name, code, schema, tree, satisfaction }: SkeletonOptions): string {
  const cost = writeCost();
  return `# yaml-language-server: $schema=${schema}
项目名称: ${writeScalar(name)}
# 21 位，从预算管理一体化系统里整段复制
项目编码: ${writeScalar(code ?? TO_FILL)}
# 下面四项可以不写；要写就去掉前面的“# ”
# 预算金额: 2.73 万元
# 实施单位: 单位全称
# 主管部门: 单位全称
# 负责人: 姓名
# 这笔钱办什么事、办到什么程度，写得出数的写数；一句一行，空一行另起一段
绩效目标: |
  ${TO_FILL}
绩效指标:
${tree === '2021' ? `${indent(`${HEADING}  经济成本指标:\n${indent(cost, 2)}`, 2)}\n` : ''}  # 办成了什么
  产出指标:
    # 办了多少：次数、人数、个数，一件事一行
    数量指标:
      # 三级指标是名称：写考核什么，不写口号，25 个字以内
      - 三级指标: ${TO_FILL}
        # 符号（= > < ≥ ≤）、数、计量单位，中间各空一格，例如 ≥ 4 次；写不成数的，把“指标值”改成“定性”，写文字
        指标值: ${TO_FILL}
        # 需要解释的加一行“备注: ……”，评分标准写“指标值说明: ……”
    # 办得好不好：合格率、覆盖率、达标率
    质量指标:
      - 三级指标: ${TO_FILL}
        指标值: ≥ ${TO_FILL} %
    # 什么时候办完
    时效指标:
      - 三级指标: 完成时限
        定性: ${TO_FILL}
${tree === '2015' ? `${indent(`${HEADING}${cost}`, 4)}\n` : ''}  # 带来什么好处，至少写一项：经济效益指标、社会效益指标、生态效益指标、可持续影响指标
  效益指标:
    社会效益指标:
      - 三级指标: ${TO_FILL}
        指标值: ${TO_FILL}
  # 谁受益就写谁满意不满意，一般是 ≥ 90 % 或 ≥ 95 %
  满意度指标:
    ${satisfaction}:
      - 三级指标: ${TO_FILL}
        指标值: ≥ ${TO_FILL} %
`;
}

const HEADING = '# 最多花多少钱，一项开支一行\n成本指标:\n';

function writeCost(): string {
  return `  # 这一行由预算系统自动带出，不用改
  - 三级指标: ${SYSTEM_ROW}
    指标值: = 100 %
    备注: ${SYSTEM_ROW}
  - 三级指标: ${TO_FILL}
    指标值: ≤ ${TO_FILL} 万元`;
}

function indent(text: string, blanks: number): string {
  return text.replace(/^/gm, ' '.repeat(blanks));
}
