/** Whether a file is named as `file_template` names revisions. */

/** @param path of the revision file; its directories are not looked at. */
export function followsTemplate(path: string, id: string, template: string): boolean {
  return namesOf(template, id).test(path.slice(path.lastIndexOf('/') + 1));
}

/** Every name that the template may give. */
function namesOf(template: string, id: string): RegExp {
  const last = template.slice(template.lastIndexOf('/') + 1);
  const parts = last.split(/(%\(\w+\)[^a-z]*[a-z])/).map((part) => {
    const field = /^%\((\w+)\)/.exec(part)?.[1];
    if (field === undefined) return escaped(part.replaceAll('%%', '%'));
    return field === 'rev' ? escaped(id) : '.*';
  });
  return new RegExp(`^${parts.join('')}\\.py$`, 's');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
