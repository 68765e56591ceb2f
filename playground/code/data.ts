// A first look at a table, as a program.

import type { CodeLanguage } from './classification.ts';

export interface DataProgram {
  readonly table: 'ames' | 'iris';
  readonly repair: 'nothing' | 'drop' | 'mean';
}

export function dataCode(language: CodeLanguage, { table, repair }: DataProgram): string {
  const target = table === 'ames' ? 'Sale_Price' : 'species';
  const pandas = `import pandas as pd

data = pd.read_csv("${table}.csv")
print(data.shape)
print(data.describe())
print(data.isna().sum())      # empty cells, column by column
print((data == 0).sum())      # and zeros, which may mean the same
data.hist(bins=30)
${{ nothing: '', drop: 'data = data.dropna()\n', mean: 'data = data.fillna(data.mean(numeric_only=True))\n' }[repair]}
x = data.drop(columns="${target}").to_numpy("float32")
y = data["${target}"].to_numpy()
`;
  switch (language) {
    case 'keras':
      return pandas;
    case 'pytorch':
      return `${pandas}
import torch

x = torch.tensor(x)
assert not x.isnan().any()  # one NaN, and every loss is NaN
`;
    case 'slope':
      return `import { columnOf, datasetUrl, loadTable, tableDataset } from 'slope/datasets';

const table = await loadTable(datasetUrl('${table}'));
console.log(table.count, table.columns.length);
for (const { name, kind, values } of table.columns) {
  const missing = values.filter((value) => (kind === 'number' ? Number.isNaN(value) : value < 0)).length;
  console.log(name, { missing, zeros: values.filter((value) => value === 0).length });
}
const { values } = columnOf(table, '${target}');
const dataset = tableDataset(table, { target: '${target}' }); // rows with an empty cell are left out
console.log(values.length, dataset.inputs.shape);
`;
    default:
      return language satisfies never;
  }
}
