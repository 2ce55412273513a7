import { KINDS, kindTitle } from '../schema/kinds.js';
import { recordTemplate } from '../schema/template.js';
import { yamlLine } from '../schema/yaml-text.js';

/** The files of a new, valid, empty ledger: settings, the hospital itself, and a template for every kind. */
export function newLedger(hospital: string, issuer: string): Record<string, string> {
  const templates = Object.fromEntries(KINDS.map((kind) => [`data/templates/${kind}.yaml`, recordTemplate(kind)]));
  return {
    'README.md': readme(hospital),
    'data/organizations/organizations.yaml': [
      '# 本院和有来往的单位',
      `- id: ${yamlLine(hospital)}`,
      '  category: 医院',
      '',
    ].join('\n'),
    ...templates,
    // Written last: without it the folder is no ledger.
    'data/workspace.yaml': [
      '# 本台账的总设置',
      `hospital: ${yamlLine(hospital)}`,
      `issuer: ${yamlLine(issuer)}`,
      'timeZone: Asia/Shanghai',
      '',
    ].join('\n'),
  };
}

function readme(hospital: string): string {
  const kinds = KINDS.map((kind) => `| \`data/${kind}/\` | ${kindTitle(kind)} |`).join('\n');
  return `# ${hospital}党建台账

记录写在 \`data/\` 下，文件夹决定类别；\`data/templates/\` 里有每一类的样子，照着抄。

| 文件夹 | 类别 |
| --- | --- |
${kinds}

- 校验：\`yueyi validate\`
- 看进展：\`yueyi progress\`
- 出总结：\`yueyi report\`
- 查字段：\`yueyi schema activities\`

台账只放内网 git 或离线文件夹：涉密不上网、上网不涉密。不登记志愿者和患者的姓名、电话、身份证号；删除文件并不会清除 git 历史里的内容。
`;
}
