// A figure as a PNG: what stands on the screen, drawn once more into one canvas. Boxes, rules and text by their computed styles,
// plots as they are, drawings as vectors. No `foreignObject`: it would need inline styles, which strict pages forbid.

/** @param scale pixels per CSS pixel; a slide wants at least 2. */
export async function pictureOf(element: HTMLElement, scale = 2): Promise<Blob | null> {
  const frame = element.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(frame.width * scale));
  canvas.height = Math.max(1, Math.round(frame.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(scale, scale);
  context.translate(-frame.left, -frame.top);
  draw(element, context);
  // The paper goes under it all: the element itself may be transparent.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = paperOf(element);
  context.fillRect(frame.left, frame.top, frame.width, frame.height);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

function paperOf(element: HTMLElement): string {
  const probe = document.createElement('span');
  probe.hidden = true;
  (element.shadowRoot ?? element).append(probe);
  probe.style.setProperty('color', 'var(--slope-paper)');
  // Computed styles live: they end with the element.
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color;
}

function draw(node: Node, context: CanvasRenderingContext2D): void {
  if (node instanceof Text) {
    drawText(node, context);
    return;
  }
  if (!(node instanceof Element) || ['STYLE', 'SCRIPT', 'SLOT', 'OPTION'].includes(node.nodeName)) return;
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  // Said, not shown: a visually hidden part is clipped away.
  if (style.clipPath.startsWith('inset(50%')) return;
  if (node instanceof SVGElement) {
    drawVector(node, context);
    return;
  }
  const box = node.getBoundingClientRect();
  drawBox(box, style, context);
  if (node instanceof HTMLCanvasElement) {
    if (node.width && node.height) context.drawImage(node, box.left, box.top, box.width, box.height);
    return;
  }
  if (node instanceof HTMLSelectElement || node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
    drawValue(node, box, style, context);
    return;
  }
  for (const child of (node.shadowRoot ?? node).childNodes) draw(child, context);
}

const visible = (color: string): boolean => color !== 'transparent' && !/, 0\)$/.test(color);

function drawBox(
  { left, top, width, height }: DOMRect,
  style: CSSStyleDeclaration,
  context: CanvasRenderingContext2D,
): void {
  if (visible(style.backgroundColor)) {
    context.fillStyle = style.backgroundColor;
    context.fillRect(left, top, width, height);
  }
  const sides = [
    ['Top', left, top, width, 0],
    ['Bottom', left, top + height, width, 0],
    ['Left', left, top, 0, height],
    ['Right', left + width, top, 0, height],
  ] as const;
  for (const [side, x, y, along, down] of sides) {
    const line = Number.parseFloat(style[`border${side}Width`]);
    if (!line || style[`border${side}Style`] === 'none') continue;
    context.fillStyle = style[`border${side}Color`];
    const back = side === 'Bottom' || side === 'Right' ? line : 0;
    context.fillRect(down ? x - back : x, down ? y : y - back, down ? line : along, down || line);
  }
}

const fontOf = (style: CSSStyleDeclaration): string =>
  `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;

/** Word by word: a word stands on one line, and the browser says where. */
function drawText(node: Text, context: CanvasRenderingContext2D, color?: string): void {
  const parent = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
  if (!node.data.trim() || !parent) return;
  const style = getComputedStyle(parent);
  context.font = fontOf(style);
  context.fillStyle = color ?? style.color;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  const range = document.createRange();
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down, width } = context.measureText(word);
    // A drawing may be scaled as a whole; what stands on the page is not.
    const scale = color ? box.width / width : 1;
    context.save();
    context.translate(box.left, box.top + (box.height + (up - down) * scale) / 2);
    context.scale(scale, scale);
    context.fillText(word, 0, 0);
    context.restore();
  }
}

function drawValue(
  field: HTMLSelectElement | HTMLInputElement | HTMLTextAreaElement,
  box: DOMRect,
  style: CSSStyleDeclaration,
  context: CanvasRenderingContext2D,
): void {
  if (style.opacity === '0' || ['range', 'checkbox', 'radio'].includes(field.type)) return;
  const text = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text.trim() ?? '') : field.value;
  context.font = fontOf(style);
  context.fillStyle = style.color;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillText(text, box.left + Number.parseFloat(style.paddingLeft), box.top + box.height / 2, box.width);
}

/** The shapes that drawings are made of, each with its own computed colours and in its own coordinates. */
function drawVector(node: SVGElement, context: CanvasRenderingContext2D): void {
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  if (node instanceof SVGTextElement) {
    drawLabel(node, context);
    return;
  }
  const matrix = node instanceof SVGGraphicsElement ? node.getScreenCTM() : null;
  const path = pathOf(node);
  if (path && matrix) {
    context.save();
    context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    const group = node.closest('g');
    context.globalAlpha = Number(style.opacity) * Number(group && group !== node ? getComputedStyle(group).opacity : 1);
    if (style.fill !== 'none') {
      context.fillStyle = style.fill;
      context.fill(path);
    }
    if (style.stroke !== 'none') {
      context.strokeStyle = style.stroke;
      context.lineWidth = Number.parseFloat(style.strokeWidth);
      context.setLineDash(style.strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? []);
      context.stroke(path);
    }
    context.restore();
  }
  for (const child of node.children) {
    if (child instanceof SVGElement && !['defs', 'title', 'desc', 'marker', 'clipPath'].includes(child.localName))
      drawVector(child, context);
    else if (child instanceof HTMLElement) draw(child, context);
  }
}

/** Text of a drawing is coloured by its fill. */
function drawLabel(node: Node, context: CanvasRenderingContext2D): void {
  if (node instanceof Text)
    drawText(node, context, node.parentElement ? getComputedStyle(node.parentElement).fill : undefined);
  else for (const child of node.childNodes) drawLabel(child, context);
}

function pathOf(node: SVGElement): Path2D | undefined {
  const path = new Path2D();
  if (node instanceof SVGPathElement) return new Path2D(node.getAttribute('d') ?? '');
  if (node instanceof SVGLineElement) {
    path.moveTo(node.x1.baseVal.value, node.y1.baseVal.value);
    path.lineTo(node.x2.baseVal.value, node.y2.baseVal.value);
    return path;
  }
  if (node instanceof SVGCircleElement) {
    path.arc(node.cx.baseVal.value, node.cy.baseVal.value, node.r.baseVal.value, 0, 2 * Math.PI);
    return path;
  }
  if (node instanceof SVGEllipseElement) {
    path.ellipse(
      node.cx.baseVal.value,
      node.cy.baseVal.value,
      node.rx.baseVal.value,
      node.ry.baseVal.value,
      0,
      0,
      2 * Math.PI,
    );
    return path;
  }
  if (node instanceof SVGRectElement) {
    path.roundRect(
      node.x.baseVal.value,
      node.y.baseVal.value,
      node.width.baseVal.value,
      node.height.baseVal.value,
      node.rx.baseVal.value,
    );
    return path;
  }
  if (node instanceof SVGPolylineElement || node instanceof SVGPolygonElement) {
    for (const { x, y } of node.points) path.lineTo(x, y);
    if (node instanceof SVGPolygonElement) path.closePath();
    return path;
  }
  return undefined;
}
