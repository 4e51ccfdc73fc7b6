import { inflateSync } from 'node:zlib';
import {
  type ArchivalDocument,
  decodeText,
  type Element,
  type Operation,
  openArchival,
  propertyOf,
  walk,
} from './archival-document.ts';
import { type Dictionary, isStream, Name, unfold, type Value } from './pdf-objects.ts';

/** What a clause finds wrong, nothing when the file keeps to it. */
type Clause = [clause: string, faults: (document: ArchivalDocument) => string[]];

const when = (isFault: boolean, fault: string) => (isFault ? [fault] : []);

/** A font in the sense of a file: its dictionary has a type. */
const dictionariesOf = ({ pdf }: ArchivalDocument): Dictionary[] =>
  [...walk(pdf)].filter((value): value is Dictionary => value instanceof Map);

const PAINTING = ['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', "'", '"', 'Do', 'sh', 'EI'];
const OPERATORS =
  'b B b* B* BDC BMC BT c cm CS cs d d0 d1 Do DP EMC ET f F f* G g gs h i j J k K l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y'.split(
    ' ',
  );
const STANDARD_TYPES =
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  );

const paintings = ({ pages }: ArchivalDocument): Operation[] =>
  pages.flatMap(({ operations }) => operations.filter(({ operator }) => PAINTING.includes(operator)));

const isArtifact = ({ marks }: Operation) => marks.some(({ tag }) => tag === 'Artifact');
const markOf = ({ marks }: Operation) => marks.find(({ properties }) => properties.has('MCID'));

const PDFA = 'ISO 19005-2';
const UA = 'ISO 14289-1';

export const CLAUSES: readonly Clause[] = [
  [
    `${PDFA} 6.1.2: the header is that of a PDF 1.n, and says that bytes follow`,
    ({ pdf: { bytes } }) =>
      when(!/^%PDF-1\.[0-7]\n%[\x80-\xff]{4}\n/.test(bytes.toString('latin1', 0, 20)), 'header'),
  ],
  [
    `${PDFA} 6.1.3: the trailer has an ID and no Encrypt; nothing follows the end`,
    ({ pdf: { bytes, trailer, array } }) => [
      ...when(array(trailer.get('ID')).length !== 2, 'no ID'),
      ...when(trailer.has('Encrypt'), 'Encrypt'),
      ...when(!/%%EOF\n?$/.test(bytes.toString('latin1', bytes.length - 8)), 'data behind %%EOF'),
    ],
  ],
  [
    `${PDFA} 6.1.7: streams are in the file, deflated or not`,
    (document) =>
      [...walk(document.pdf)].filter(isStream).flatMap(({ dictionary }) => {
        const filter = document.pdf.name(dictionary.get('Filter'));
        return [
          ...when(!['', 'FlateDecode'].includes(filter), `filter ${filter}`),
          ...when(
            ['F', 'FFilter', 'FDecodeParms'].some((key) => dictionary.has(key)),
            'external stream',
          ),
        ];
      }),
  ],
  [
    `${PDFA} 6.1.8, 6.1.13: names are UTF-8 and short, strings and numbers within limits, states nested 28 times at most`,
    (document) => [
      ...[...walk(document.pdf)].flatMap((value) => {
        if (value instanceof Name)
          return when(
            Buffer.byteLength(value.name, 'latin1') > 127 ||
              Buffer.from(value.name, 'latin1').toString('utf8').includes('\ufffd'),
            value.name,
          );
        if (Buffer.isBuffer(value)) return when(value.length > 32_767, 'long string');
        return typeof value === 'number' ? when(Math.abs(value) > 2 ** 31 - 1, `number ${value}`) : [];
      }),
      ...when(document.pdf.numbers.length > 8_388_607, 'objects'),
      ...document.pages.flatMap(({ operations }) =>
        when(
          operations.some(({ depth }) => depth > 28),
          'depth of q',
        ),
      ),
    ],
  ],
  [
    `${PDFA} 6.2.2: content has only operators of PDF, and names resources of its page`,
    ({ pages, pdf }) =>
      pages.flatMap(({ dictionary, operations }) => {
        const resources = pdf.dictionary(dictionary.get('Resources'));
        const has = (kind: string, [name]: Value[]) =>
          name instanceof Name && pdf.dictionary(resources.get(kind)).has(name.name);
        return operations.flatMap(({ operator, operands }) => [
          ...when(!OPERATORS.includes(operator), `operator ${operator}`),
          ...when(operator === 'gs' && !has('ExtGState', operands), 'gs'),
          ...when(operator === 'Tf' && !has('Font', operands), 'Tf'),
        ]);
      }),
  ],
  [
    `${PDFA} 6.2.3: one output intent, with a profile of RGB by version 2 of ICC`,
    ({ catalog, pdf }) => {
      const intents = pdf.array(catalog.get('OutputIntents')).map(pdf.dictionary);
      const [intent] = intents;
      if (intents.length !== 1 || !intent) return ['no single output intent'];
      const stream = pdf.stream(intent.get('DestOutputProfile'));
      const profile = unfold(stream);
      return [
        ...when(pdf.name(intent.get('S')) !== 'GTS_PDFA1', 'S'),
        ...when(decodeText(intent.get('OutputConditionIdentifier')) === '', 'OutputConditionIdentifier'),
        ...when(stream.dictionary.get('N') !== 3, 'N'),
        ...when(profile.readUInt32BE(0) !== profile.length, 'size of the profile'),
        ...when(profile.toString('latin1', 12, 20) !== 'mntrRGB ', 'class of the profile'),
        ...when(
          profile.toString('latin1', 36, 40) !== 'acsp' || profile[8] !== 2,
          'signature or version of the profile',
        ),
      ];
    },
  ],
  [
    `${PDFA} 6.2.4: colours are of devices that the output intent covers`,
    (document) => [
      ...document.pages.flatMap(({ operations }) =>
        operations.flatMap(({ operator }) =>
          when(['k', 'K', 'cs', 'CS', 'scn', 'SCN', 'sc', 'SC'].includes(operator), operator),
        ),
      ),
      ...dictionariesOf(document).flatMap((own) => when(own.has('ColorSpace'), 'ColorSpace')),
    ],
  ],
  [
    `${PDFA} 6.2.5, 6.2.6: graphic states have no transfer functions or halftones, and a known rendering intent`,
    (document) =>
      dictionariesOf(document)
        .filter((own) => own.has('ca') || own.has('BM'))
        .flatMap((own) =>
          when(
            ['TR', 'TR2', 'HTP', 'HT', 'RI', 'SMask'].some((key) => own.has(key)),
            [...own.keys()].join(),
          ),
        ),
  ],
  [
    `${PDFA} 6.2.8 to 6.2.10: no images, XObjects or groups; what is blended is blended as usual`,
    (document) =>
      dictionariesOf(document).flatMap((own) => [
        ...when(['Image', 'Form', 'PS'].includes(document.pdf.name(own.get('Subtype'))), 'XObject'),
        ...when(own.has('Group'), 'Group'),
        ...when(own.has('BM') && document.pdf.name(own.get('BM')) !== 'Normal', 'BM'),
      ]),
  ],
  [
    `${PDFA} 6.2.11.2, 6.2.11.3, ${UA} 7.21.3: fonts are composite TrueType with Identity-H and a map to their glyphs`,
    ({ fonts, pdf }) =>
      fonts.flatMap(({ dictionary, descendant }) => [
        ...when(pdf.name(dictionary.get('Subtype')) !== 'Type0', 'Subtype'),
        ...when(pdf.name(dictionary.get('Encoding')) !== 'Identity-H', 'Encoding'),
        ...when(pdf.name(descendant.get('Subtype')) !== 'CIDFontType2', 'descendant'),
        ...when(pdf.name(dictionary.get('BaseFont')) !== pdf.name(descendant.get('BaseFont')), 'BaseFont'),
        ...when(!/^[A-Z]{6}\+\S+$/.test(pdf.name(dictionary.get('BaseFont'))), 'name of a subset'),
        ...when(!isStream(pdf.resolve(descendant.get('CIDToGIDMap'))), 'CIDToGIDMap'),
        ...when(
          decodeText(pdf.dictionary(descendant.get('CIDSystemInfo')).get('Ordering')) !== 'Identity',
          'CIDSystemInfo',
        ),
      ]),
  ],
  [
    `${PDFA} 6.2.11.4, ${UA} 7.21.4: fonts are in the file with every glyph that is shown; a CIDSet, which is not needed, is not there`,
    ({ fonts, pdf }) =>
      fonts.flatMap(({ descendant, shown }) => {
        const descriptor = pdf.dictionary(descendant.get('FontDescriptor'));
        const file = unfold(pdf.stream(descriptor.get('FontFile2')));
        const map = unfold(pdf.stream(descendant.get('CIDToGIDMap')));
        const { offset } = tableOf(file, 'maxp');
        const count = file.readUInt16BE(offset + 4);
        return [
          ...when(descriptor.has('CIDSet'), 'CIDSet'),
          ...when(pdf.name(descriptor.get('FontName')) !== pdf.name(descendant.get('BaseFont')), 'FontName'),
          ...['Flags', 'FontBBox', 'ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'StemV'].flatMap((key) =>
            when(!descriptor.has(key), key),
          ),
          ...[...shown].flatMap((glyph) => {
            const own = 2 * glyph + 2 > map.length ? 0 : map.readUInt16BE(2 * glyph);
            return when(own === 0 || own >= count, `glyph ${glyph}`);
          }),
        ];
      }),
  ],
  [
    `${PDFA} 6.2.11.5, ${UA} 7.21.5: widths are those of the font’s file`,
    ({ fonts, pdf }) =>
      fonts.flatMap(({ descendant, shown }) => {
        const file = unfold(pdf.stream(pdf.dictionary(descendant.get('FontDescriptor')).get('FontFile2')));
        const map = unfold(pdf.stream(descendant.get('CIDToGIDMap')));
        const units = file.readUInt16BE(tableOf(file, 'head').offset + 18);
        const last = file.readUInt16BE(tableOf(file, 'hhea').offset + 34) - 1;
        const widths = readWidths(pdf.array(descendant.get('W')));
        return [...shown].flatMap((glyph) => {
          const own = Math.min(map.readUInt16BE(2 * glyph), last);
          const advance = (1000 * file.readUInt16BE(tableOf(file, 'hmtx').offset + 4 * own)) / units;
          const said = widths.get(glyph) ?? Number(descendant.get('DW'));
          return when(Math.abs(said - advance) > 1, `glyph ${glyph}: ${said} and ${advance}`);
        });
      }),
  ],
  [
    `${PDFA} 6.2.11.7, ${UA} 7.21.7: every glyph that is shown says a character that is not for private use`,
    ({ fonts, pdf }) =>
      fonts.flatMap(({ dictionary, shown }) => {
        const layer = inflateSync(pdf.stream(dictionary.get('ToUnicode')).raw).toString('latin1');
        const said = new Map(
          [...layer.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, glyph = '', code = '']) => [
            Number.parseInt(glyph, 16),
            code,
          ]),
        );
        return [...shown].flatMap((glyph) => {
          const code = said.get(glyph) ?? '';
          const isBad = code === '' || ['0000', 'FEFF', 'FFFE'].includes(code) || /^(?:E|F[0-8])/.test(code);
          return when(isBad, `glyph ${glyph}: ${code}`);
        });
      }),
  ],
  [
    `${PDFA} 6.2.11.8, ${UA} 7.21.8: .notdef is not shown`,
    ({ fonts }) => fonts.flatMap(({ shown }) => when(shown.has(0), '.notdef')),
  ],
  [
    `${PDFA} 6.3: annotations are links that are printed and not hidden`,
    ({ annotations, pdf }) =>
      annotations.flatMap(({ dictionary }) => {
        const flags = Number(dictionary.get('F'));
        return [
          ...when(pdf.name(dictionary.get('Subtype')) !== 'Link', 'Subtype'),
          // Print is set, and neither of Invisible, Hidden, NoView, ToggleNoView.
          ...when((flags & 0b1_0010_0111) !== 0b0_0000_0100, `F ${flags}`),
        ];
      }),
  ],
  [
    `${PDFA} 6.4 to 6.6.1, 6.8 to 6.11, ${UA} 7.15, 7.16, 7.19: no forms, scripts, actions, files, layers or other presentations`,
    (document) =>
      dictionariesOf(document).flatMap((own) => {
        const keys =
          'AcroForm JS JavaScript AA OpenAction EmbeddedFiles EF AF OCProperties XFA AlternatePresentations PresSteps Requirements Perms Launch Movie Sound'.split(
            ' ',
          );
        return keys.flatMap((key) => when(own.has(key), key));
      }),
  ],
  [
    `${PDFA} 6.6.2: metadata is XMP as plain UTF-8 in one packet`,
    ({ catalog, pdf, xmp }) => {
      const { dictionary } = pdf.stream(catalog.get('Metadata'));
      return [
        ...when(
          pdf.name(dictionary.get('Type')) !== 'Metadata' || pdf.name(dictionary.get('Subtype')) !== 'XML',
          'Type',
        ),
        ...when(dictionary.has('Filter'), 'Filter'),
        ...when(!/^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n/.test(xmp), 'packet'),
        ...when(/<\?xpacket[^>]*(?:bytes|encoding)=/.test(xmp) || xmp.includes('\ufffd'), 'encoding'),
        ...when(!/<\?xpacket end="[rw]"\?>$/.test(xmp), 'end of the packet'),
      ];
    },
  ],
  [
    `${PDFA} 6.6.2.3: properties of other schemas than XMP’s are described`,
    ({ xmp }) => {
      const used = new Set(
        [...xmp.matchAll(/<(\w+):(\w+)[ >]/g)].map(([, prefix = '', name = '']) => `${prefix}:${name}`),
      );
      const described = new Set<string>();
      for (const schema of xmp.split('<pdfaSchema:schema>').slice(1)) {
        const prefix = propertyOf(schema, 'pdfaSchema:prefix') ?? '';
        const uri = propertyOf(schema, 'pdfaSchema:namespaceURI') ?? '';
        if (!xmp.includes(`xmlns:${prefix}="${uri}"`)) return [`namespace of ${prefix}`];
        for (const [, name = ''] of schema.matchAll(/<pdfa(?:Property|Field):name>(\w+)</g))
          described.add(`${prefix}:${name}`);
      }
      const known =
        /^(?:x:xmpmeta|rdf:\w+|dc:(?:format|title|creator|description|language)|pdf:(?:Keywords|Producer)|xmp:(?:CreatorTool|CreateDate|ModifyDate)|pdfaid:(?:part|conformance)|pdfa(?:Extension|Schema|Property|Type|Field):\w+)$/;
      return [...used].filter((name) => !known.test(name) && !described.has(name));
    },
  ],
  [
    `${PDFA} 6.6.3: the document information says what the XMP says`,
    ({ information, xmp }) => {
      const pairs = {
        Title: 'dc:title',
        Author: 'dc:creator',
        Subject: 'dc:description',
        Keywords: 'pdf:Keywords',
        Creator: 'xmp:CreatorTool',
        Producer: 'pdf:Producer',
      };
      const toDate = (date = '') =>
        date.replace(/^D:(....)(..)(..)(..)(..)(..)\+00'00'$/, '$1-$2-$3T$4:$5:$6+00:00');
      return [
        ...Object.entries(pairs).flatMap(([key, name]) =>
          when((information.get(key) ?? null) !== propertyOf(xmp, name), key),
        ),
        ...when(
          toDate(information.get('CreationDate')) !== propertyOf(xmp, 'xmp:CreateDate'),
          'CreationDate',
        ),
        ...when(toDate(information.get('ModDate')) !== propertyOf(xmp, 'xmp:ModifyDate'), 'ModDate'),
      ];
    },
  ],
  [
    `${PDFA} 6.6.4, ${UA} 5: the file says that it is PDF/A-2a and PDF/UA-1`,
    ({ xmp }) => [
      ...when(propertyOf(xmp, 'pdfaid:part') !== '2', 'pdfaid:part'),
      ...when(propertyOf(xmp, 'pdfaid:conformance') !== 'A', 'pdfaid:conformance'),
      ...when(propertyOf(xmp, 'pdfuaid:part') !== '1', 'pdfuaid:part'),
    ],
  ],
  [
    `${PDFA} 6.7.2, ${UA} 7.1: the file is marked as tagged, without suspects`,
    ({ catalog, pdf }) => {
      const info = pdf.dictionary(catalog.get('MarkInfo'));
      return [
        ...when(info.get('Marked') !== true, 'Marked'),
        ...when(info.get('Suspects') === true, 'Suspects'),
      ];
    },
  ],
  [
    `${PDFA} 6.7.3, ${UA} 7.1: what is drawn is in the structure or an artifact, and never both`,
    (document) => [
      ...paintings(document).flatMap((operation) => [
        ...when(
          !isArtifact(operation) && markOf(operation) === undefined,
          `${operation.operator} outside marks`,
        ),
        ...when(isArtifact(operation) && markOf(operation) !== undefined, 'artifact and tagged'),
      ]),
      ...document.pages.flatMap(({ dictionary, operations }) => {
        const drawn = operations.flatMap(({ operator, operands: [, own] }) =>
          operator === 'BDC' && own instanceof Map && own.has('MCID') ? [own.get('MCID')] : [],
        );
        const owned = document.elements.flatMap(({ marks }) =>
          marks.filter(({ page }) => page === dictionary).map(({ mark }) => mark),
        );
        return when(
          JSON.stringify(drawn.toSorted()) !== JSON.stringify(owned.toSorted()),
          'marks and elements',
        );
      }),
    ],
  ],
  [
    `${PDFA} 6.7.3: the tree of parents leads from each mark and link to its element`,
    ({ catalog, pages, annotations, elements, pdf }) => {
      const tree = pdf.dictionary(pdf.dictionary(catalog.get('StructTreeRoot')).get('ParentTree'));
      const pairs = pdf.array(tree.get('Nums'));
      const byKey = new Map(
        pairs.flatMap((key, at) => (at % 2 === 0 ? [[key, pairs[at + 1] ?? null] as const] : [])),
      );
      return [
        ...pages.flatMap(({ dictionary }) => {
          const parents = pdf.array(byKey.get(dictionary.get('StructParents') ?? null)).map(pdf.dictionary);
          const own = elements.flatMap((element) =>
            element.marks
              .filter(({ page }) => page === dictionary)
              .map(({ mark }) => [mark, element.dictionary] as const),
          );
          return when(
            parents.length !== own.length || own.some(([mark, owner]) => parents[mark] !== owner),
            'marks',
          );
        }),
        ...annotations.flatMap(({ dictionary, element }) =>
          when(
            pdf.dictionary(byKey.get(dictionary.get('StructParent') ?? null)) !== element?.dictionary,
            'link',
          ),
        ),
        ...elements.flatMap((element) =>
          when(
            element.parent !== undefined &&
              pdf.dictionary(element.dictionary.get('P')) !== element.parent.dictionary,
            'P',
          ),
        ),
      ];
    },
  ],
  [
    `${PDFA} 6.7.3.4, ${UA} 7.1: types of elements are those of ISO 32000-1`,
    ({ elements }) => elements.flatMap(({ type }) => when(!STANDARD_TYPES.includes(type), type)),
  ],
  [
    `${PDFA} 6.7.4, ${UA} 7.2: the language is Chinese, in the catalog as for a screen reader`,
    ({ catalog }) => when(decodeText(catalog.get('Lang')) !== 'zh-CN', 'Lang'),
  ],
  [
    `${UA} 7.1: the window shows the title, which the XMP has`,
    ({ catalog, pdf, xmp }) => [
      ...when(
        pdf.dictionary(catalog.get('ViewerPreferences')).get('DisplayDocTitle') !== true,
        'DisplayDocTitle',
      ),
      ...when((propertyOf(xmp, 'dc:title') ?? '') === '', 'dc:title'),
    ],
  ],
  [
    `${UA} 7.2 (ISO 32000-1, 14.8.4): elements are only in elements that may hold them`,
    ({ elements }) =>
      elements.flatMap(({ type, parent, kids }) => {
        const [parents, children] = SHAPES[type] ?? [];
        return [
          ...when(
            parents !== undefined && !parents.includes(parent?.type ?? ''),
            `${type} in ${parent?.type}`,
          ),
          ...kids.flatMap((kid) =>
            when(children !== undefined && !children.includes(kid.type), `${kid.type} in ${type}`),
          ),
        ];
      }),
  ],
  [
    `${UA} 7.3: there are no figures or formulas without words`,
    ({ elements }) => elements.flatMap(({ type }) => when(['Figure', 'Formula'].includes(type), type)),
  ],
  [
    `${UA} 7.4: headings begin with the first level and leave none out`,
    ({ elements }) => {
      let level = 0;
      return elements.flatMap(({ type }) => {
        const own = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
        if (own === 0) return [];
        const isFault = own > level + 1;
        level = own;
        return when(isFault, `H${own}`);
      });
    },
  ],
  [
    `${UA} 7.5: every heading of a table has a scope, and rows fill the table without holes or overlaps`,
    ({ elements, pdf }) => [
      ...elements.flatMap((element) =>
        when(
          element.type === 'TH' &&
            !['Row', 'Column', 'Both'].includes(pdf.name(attributeOf(pdf, element, 'Scope'))),
          'TH without Scope',
        ),
      ),
      ...elements.filter(({ type }) => type === 'Table').flatMap((table) => checkGrid(pdf, table)),
    ],
  ],
  [
    `${UA} 7.8: page numbers are artifacts`,
    ({ pages }) =>
      pages.flatMap(({ operations }) => {
        const paged = operations.filter(({ marks }) =>
          marks.some(({ tag, properties }) => tag === 'Artifact' && properties.has('Type')),
        );
        return when(
          paged.some((operation) => markOf(operation) !== undefined),
          'page number in the structure',
        );
      }),
  ],
  [
    `${UA} 7.18: links are in elements of their own, described, and on pages with the order of the structure`,
    ({ annotations, pdf }) =>
      annotations.flatMap(({ dictionary, page, element }) => [
        ...when(element?.type !== 'Link', 'no Link'),
        ...when(decodeText(dictionary.get('Contents')).trim() === '', 'no Contents'),
        ...when(pdf.name(page.get('Tabs')) !== 'S', 'Tabs'),
      ]),
  ],
  [
    `${UA} 7.21.6 and ${PDFA} 6.2.11: there are no Type 3 fonts`,
    (document) =>
      dictionariesOf(document).flatMap((own) =>
        when(document.pdf.name(own.get('Subtype')) === 'Type3', 'Type3'),
      ),
  ],
];

const GROUPS = ['Document', 'Part', 'Art', 'Sect', 'Div', 'LBody', 'TD', 'TH'];

/** By type: in what it may be, and what may be in it. */
const SHAPES: Record<string, [parents: string[], children?: string[]]> = {
  Document: [[''], GROUPS.concat('P', 'H1', 'H2', 'Table', 'TOC', 'L')],
  Table: [GROUPS, ['Caption', 'TR', 'THead', 'TBody', 'TFoot']],
  TR: [
    ['Table', 'THead', 'TBody', 'TFoot'],
    ['TH', 'TD'],
  ],
  TH: [['TR']],
  TD: [['TR']],
  TOC: [GROUPS.concat('TOC', 'TOCI'), ['TOC', 'TOCI', 'Caption']],
  TOCI: [['TOC'], ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC']],
  L: [GROUPS.concat('L', 'LI'), ['L', 'LI', 'Caption']],
  LI: [['L'], ['Lbl', 'LBody']],
  LBody: [['LI']],
  H1: [GROUPS, ['Span', 'Link']],
  H2: [GROUPS, ['Span', 'Link']],
};

function attributeOf(pdf: ArchivalDocument['pdf'], { dictionary }: Element, name: string): Value {
  const value = pdf.resolve(dictionary.get('A'));
  const all = (Array.isArray(value) ? value : [value]).map(pdf.dictionary);
  return all.find((own) => pdf.name(own.get('O')) === 'Table' && own.has(name))?.get(name) ?? null;
}

/** Each place of the grid has one cell, and each row as many places as the first. */
function checkGrid(pdf: ArchivalDocument['pdf'], table: Element): string[] {
  const rows = table.kids.flatMap((kid) => (kid.type === 'TR' ? [kid] : kid.kids));
  const taken = rows.map((): boolean[] => []);
  const faults: string[] = [];
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.kids) {
      const span = (name: string) => Number(attributeOf(pdf, cell, name) ?? 1);
      while (taken[index]?.[column]) column += 1;
      for (let down = 0; down < span('RowSpan'); down += 1)
        for (let right = 0; right < span('ColSpan'); right += 1) {
          const line = taken[index + down];
          if (line === undefined || line[column + right]) faults.push(`cell at ${index}, ${column}`);
          else line[column + right] = true;
        }
    }
  }
  const widths = new Set(taken.map((line) => [...line].filter(Boolean).length));
  const hasHoles = taken.some((line) => [...line].some((isTaken) => !isTaken));
  return [...faults, ...when(widths.size > 1 || hasHoles, `rows of ${[...widths].join(', ')} columns`)];
}

function tableOf(font: Buffer, tag: string): { offset: number } {
  for (let record = 12; record < 12 + 16 * font.readUInt16BE(4); record += 16)
    if (font.toString('latin1', record, record + 4) === tag) return { offset: font.readUInt32BE(record + 8) };
  throw new Error(`font without ${tag}`);
}

function readWidths(values: readonly Value[]): Map<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at < values.length; at += 2)
    for (const [index, width] of (values[at + 1] as number[]).entries())
      widths.set((values[at] as number) + index, width);
  return widths;
}

/** Every fault of a PDF, with its clause. */
export function listFaults(bytes: Buffer): string[] {
  const document = openArchival(bytes);
  return CLAUSES.flatMap(([clause, faults]) =>
    [...new Set(faults(document))].map((fault) => `${clause}: ${fault}`),
  );
}
