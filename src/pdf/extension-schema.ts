import { ORIGIN_NAMESPACE } from './provenance.ts';

/** Properties of XMP that are not among those of PDF/A, which a file has to describe (ISO 19005-2, 6.6.2.3.3). */
export interface ExtensionSchema {
  schema: string;
  namespace: string;
  prefix: string;
  properties: Property[];
  /** Structures that the properties have. */
  types?: { type: string; description: string; fields: Property[] }[];
}

interface Property {
  name: string;
  type: string;
  description: string;
}

export const UA_NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';

export const UA_SCHEMA: ExtensionSchema = {
  schema: 'PDF/UA Universal Accessibility Schema',
  namespace: UA_NAMESPACE,
  prefix: 'pdfuaid',
  properties: [
    { name: 'part', type: 'Integer', description: 'Part of ISO 14289 to which the file conforms' },
  ],
};

/** See provenance.ts. */
export const ORIGIN_SCHEMA: ExtensionSchema = {
  schema: 'Origin of performance target tables',
  namespace: ORIGIN_NAMESPACE,
  prefix: 'jixiaoce',
  properties: [
    { name: 'tables', type: 'seq Table', description: 'Sources of the tables, in their order' },
    { name: 'booklets', type: 'seq Booklet', description: 'Sources of the booklets, in their order' },
  ],
  types: [
    {
      type: 'Table',
      description: 'Source of a table',
      fields: [
        { name: 'year', type: 'Text', description: 'Budget year' },
        { name: 'source', type: 'Text', description: 'Name of the source file' },
        { name: 'code', type: 'Text', description: 'Code of the project' },
        { name: 'digest', type: 'Text', description: 'Hash of the printed content' },
      ],
    },
    {
      type: 'Booklet',
      description: 'Source of a booklet',
      fields: [
        { name: 'year', type: 'Text', description: 'Budget year' },
        { name: 'digest', type: 'Text', description: 'Hash of the printed content' },
      ],
    },
  ],
};

/** An rdf:Description of its own. */
export function writeExtensionSchemas(schemas: readonly ExtensionSchema[]): string {
  const list = (items: readonly string[]) =>
    `<rdf:Seq>${items.map((item) => `<rdf:li rdf:parseType="Resource">${item}</rdf:li>`).join('')}</rdf:Seq>`;
  const described = schemas.map(({ schema, namespace, prefix, properties, types = [] }) => {
    const listed = properties.map(
      ({ name, type, description }) =>
        `<pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description>`,
    );
    const structures = types.map(({ type, description, fields }) => {
      const own = fields.map(
        (field) =>
          `<pdfaField:name>${field.name}</pdfaField:name><pdfaField:valueType>${field.type}</pdfaField:valueType><pdfaField:description>${field.description}</pdfaField:description>`,
      );
      return `<pdfaType:type>${type}</pdfaType:type><pdfaType:namespaceURI>${namespace}</pdfaType:namespaceURI><pdfaType:prefix>${prefix}</pdfaType:prefix><pdfaType:description>${description}</pdfaType:description><pdfaType:field>${list(own)}</pdfaType:field>`;
    });
    const valueTypes =
      structures.length > 0 ? `<pdfaSchema:valueType>${list(structures)}</pdfaSchema:valueType>` : '';
    return `<pdfaSchema:schema>${schema}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property>${list(listed)}</pdfaSchema:property>${valueTypes}`;
  });
  const bag = described.map((schema) => `<rdf:li rdf:parseType="Resource">${schema}</rdf:li>`).join('\n');
  return `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" xmlns:pdfaType="http://www.aiim.org/pdfa/ns/type#" xmlns:pdfaField="http://www.aiim.org/pdfa/ns/field#">
<pdfaExtension:schemas><rdf:Bag>
${bag}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}
