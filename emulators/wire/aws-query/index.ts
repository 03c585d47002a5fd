export { listParameter, parseQuery, type QueryRequest } from "./query-request";
export { type ErrorAnswer, type Fault, queryError, queryResponse, restXmlError, restXmlResponse } from "./responses";
export { escapeXml, XmlList, type XmlValue } from "./xml";
