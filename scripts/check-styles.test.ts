import { expect, test } from 'vitest';
import { checkStyles } from './check-styles.ts';

const page = {
  'app/app.css': '.group {}\n.button {}\n.button.primary {}\n',
  'app/picture/picture.css': '.dd-card {}\n.dd-card.small {}\n',
};

test('a class has one home', () => {
  expect(
    checkStyles({ ...page, 'app/time/time.css': '/* .button {} */\n.time-bar .button {}\n@media print {\n  .time-bar {}\n}\n' }),
  ).toEqual([]);
  expect(checkStyles({ ...page, 'app/time/time.css': '.time-bar,\n.button {}\n' })).toEqual([
    expect.stringMatching(/^app\/time\/time\.css:2: \.button is also styled in app:/),
  ]);
});

test('a component uses the classes of its folder, of the page, and of the stylesheets that it imports', () => {
  const use = (code: string) => checkStyles({ ...page, 'app/time/Bar.tsx': code });
  expect(use('<b className="group" /><b className="button primary" />')).toEqual([]);
  expect(use('\n<b className="dd-card" />')).toEqual([
    expect.stringMatching(/^app\/time\/Bar\.tsx:2: \.dd-card is styled in app\/picture only/),
  ]);
  expect(use('import \'../picture/picture.css\';\n<b className="dd-card" />')).toEqual([]);
});

test('a variant of an own class is not called as a class of the page', () => {
  const use = (code: string) => checkStyles({ ...page, 'app/picture/Card.tsx': code });
  expect(use('<b className={`dd-card${open ? " small" : ""}`} />')).toEqual([]);
  expect(use('<b className="dd-card group" />')).toEqual([expect.stringMatching(/\.group is a class of the whole page/)]);
  expect(use('<b className={`dd-card ${by === "owner" ? "group" : ""}`} />')).toHaveLength(1);
});
