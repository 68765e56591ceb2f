// CSV as people have it: separators, decimal commas, quotes; and errors that name the place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, CsvError, columnOf, parseCsv } from '../../datasets/csv.ts';
import { tableDataset } from '../../datasets/table.ts';

const values = (column: Column) => Array.from(column.values);

function failure(text: string, options?: Parameters<typeof parseCsv>[1]): CsvError {
  try {
    parseCsv(text, options);
  } catch (error) {
    expect(error).toBeInstanceOf(CsvError);
    return error as CsvError;
  }
  throw new Error('no error');
}

describe('reading', () => {
  it('finds numbers and words under a header', () => {
    const table = parseCsv('length,species\n1.4,setosa\n4.7,versicolor\n1.5e0,setosa\n');
    expect(table).toMatchObject({ count: 3, delimiter: ',', decimal: '.' });
    expect(values(columnOf(table, 'length'))).toEqual([1.4, 4.7, 1.5]);
    expect(columnOf(table, 'species')).toMatchObject({ kind: 'category', categories: ['setosa', 'versicolor'] });
    expect(values(columnOf(table, 'species'))).toEqual([0, 1, 0]);
  });

  it('numbers the columns of a file without a header', () => {
    const table = parseCsv('1,2\n3,4');
    expect(table.columns.map(({ name }) => name)).toEqual(['column 1', 'column 2']);
    expect(table.count).toBe(2);
  });

  it('reads what a French spreadsheet writes: semicolons and decimal commas', () => {
    const table = parseCsv('\uFEFFtaille;prix\r\n1,5;2,25\r\n-3;0,5\r\n');
    expect(table).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(table.columns.map(values)).toEqual([
      [1.5, -3],
      [2.25, 0.5],
    ]);
  });

  it('reads tabs, old Mac line ends, and no line end at all', () => {
    expect(parseCsv('a\tb\r1\t2\r3\t4').columns.map(values)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('keeps separators, quotes and line ends inside quotes', () => {
    const table = parseCsv('name,n\n"a, ""b""\nc",1\nd,2\n');
    expect(columnOf(table, 'name')).toMatchObject({ categories: ['a, "b"\nc', 'd'] });
    expect(values(columnOf(table, 'n'))).toEqual([1, 2]);
  });

  it('gives back any words that were written with quotes, whatever they contain', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', '7', ',', ';', '"', '\n', '\r', '\t', ' ', 'é'),
      maxLength: 8,
    });
    const cell = word.map((text) => `x${text}x`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['a,b', ...rows.map((row) => row.map(quote).join(','))].join('\r\n');
        const table = parseCsv(text, { delimiter: ',', header: true });
        table.columns.forEach((column, index) => {
          if (column.kind !== 'category') throw new Error('words were expected');
          expect(Array.from(column.values, (value) => column.categories[value])).toEqual(rows.map((row) => row[index]));
        });
      }),
    );
  });

  it('marks missing cells', () => {
    const table = parseCsv('n,word\n1,x\nNA,\n,y\n?,x\n2,x');
    expect(values(columnOf(table, 'n'))).toEqual([1, Number.NaN, Number.NaN, Number.NaN, 2]);
    expect(values(columnOf(table, 'word'))).toEqual([0, -1, 1, 0, 0]);
  });

  it('takes a column as words when told so', () => {
    const table = parseCsv('zip,n\n01234,1\n55555,2', { kinds: { zip: 'category' } });
    expect(columnOf(table, 'zip')).toMatchObject({ categories: ['01234', '55555'] });
  });
});

describe('errors', () => {
  it('name line and column of a cell that is not a number', () => {
    const error = failure('x,y\n1,2\n3,4x\n5,6\n');
    expect(error).toMatchObject({ line: 3, column: 2 });
    expect(error.message).toBe(
      'Line 3, column 2 (“y”): “4x” is not a number, as the other cells of this column are. Correct it, or leave the cell empty.',
    );
  });

  it('name the line of a row of another length', () => {
    const error = failure('x,y\n1,2\n\n3,4,5\n');
    expect(error).toMatchObject({ line: 4, column: 3 });
    expect(error.message).toMatch(/^Line 4 has 3 fields, but the header has 2\. Fields are separated by a comma/);
    expect(failure('x,y\n1\n').message).toMatch(/^Line 2 has 1 field,/);
  });

  it('count lines inside quotes', () => {
    expect(failure('a,b\n"x\ny",1\nz,2\nw,3\nv,oops\n').line).toBe(6);
  });

  it('find a quote that never closes, and text after a closing one', () => {
    expect(failure('a,b\n1,"2\n3,4\n')).toMatchObject({ line: 2, column: 2 });
    const error = failure('a,b\n"1"2,3\n');
    expect(error).toMatchObject({ line: 2, column: 1 });
    expect(error.message).toContain('after the closing quote of “1” stands “2”');
  });

  it('say that a file is empty, has no data, or two columns of one name', () => {
    expect(failure('').message).toContain('empty');
    expect(failure('\n\n').message).toContain('empty');
    expect(failure('a,b\n').message).toContain('no data under it');
    expect(failure('a,a\n1,2').message).toBe('Two columns have the name “a”. Rename one of them.');
  });

  it('explain a decimal comma in a file with commas between fields', () => {
    expect(failure('a,b\n1,"2.5"\n1,"3,5"\n1,4.5\n').message).toContain('Write decimals with a point');
  });
});

describe('a table as a dataset', () => {
  const table = parseCsv('a,b,price,kind\n1,2,10,x\n3,NA,20,y\n5,6,30,x\n');

  it('learns numbers from numbers, without rows that miss a cell', () => {
    const { inputs, targets } = tableDataset(table, { target: 'price' });
    expect(inputs).toMatchObject({ shape: [2, 2], encoding: 'f32' });
    expect(Array.from(inputs.data)).toEqual([1, 2, 5, 6]);
    expect(targets.shape).toEqual([2, 1]);
    expect(Array.from(targets.data)).toEqual([10, 30]);
  });

  it('learns classes from the chosen columns', () => {
    const dataset = tableDataset(table, { target: 'kind', inputs: ['price', 'a'] });
    expect(dataset.classNames).toEqual(['x', 'y']);
    expect(dataset.targets).toMatchObject({ shape: [3] });
    expect(Array.from(dataset.targets.data)).toEqual([0, 1, 0]);
    expect(Array.from(dataset.inputs.data)).toEqual([10, 1, 20, 3, 30, 5]);
  });

  it('refuses words as inputs and unknown columns', () => {
    expect(() => tableDataset(table, { target: 'price', inputs: ['kind'] })).toThrow('holds words');
    expect(() => tableDataset(table, { target: 'prize' })).toThrow('There are: a, b, price, kind.');
  });
});
