/**
 * The sources as they are written, keys and all. Every scalar is text, because sources are read with YAML's failsafe
 * schema. Generated from schema/*.json by `npm run types`: change the schemas, not this file.
 */

export interface ProjectSource {
  项目名称: string;
  项目编码: string;
  预算金额?: string;
  实施单位?: string;
  主管部门?: string;
  负责人?: string;
  绩效目标: string;
  绩效指标: {
    成本指标?: {
      经济成本指标?: Row[];
      社会成本指标?: Row[];
      生态环境成本指标?: Row[];
    };
    产出指标?: {
      数量指标?: Row[];
      质量指标?: Row[];
      时效指标?: Row[];
      成本指标?: Row[];
    };
    效益指标?: {
      经济效益指标?: Row[];
      社会效益指标?: Row[];
      生态效益指标?: Row[];
      可持续影响指标?: Row[];
    };
    满意度指标?: {
      服务对象满意度指标?: Row[];
      满意度指标?: Row[];
      社会公众或服务对象满意度指标?: Row[];
    };
  };
}
export interface Row {
  三级指标: string;
  指标值?: string;
  定性?: string;
  定量其他?: string;
  备注?: string;
  指标值说明?: string;
}

export interface BookletSource {
  标题?: string;
  单位: string;
  单位编码?: string;
  年度?: string;
  编制日期?: string;
  说明?: string;
  顺序?: string[];
  表式?: {
    目标?: string;
    整体?: string;
    自评?: string;
    监控?: string;
  };
  指标体系?: string;
  检查?: {
    [k: string]: '错误' | '警告' | '建议' | '忽略';
  };
  常见错字?: {
    [k: string]: string;
  };
  内容?: '全部' | '汇总';
  另存?: ('xlsx' | 'docx' | 'json')[];
}
