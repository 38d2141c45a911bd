// Zooming a picture by buttons, wheel, pinch and double tap. The frame scrolls; the picture is as wide as the zoom says.

const MOST = 5;
const CLOSEST = 2; // that the app zooms by itself: what stands around the words is to be seen too
const MARGIN = 0.04;

export class Zoom {
  constructor() {
    this.scale = 1;
    this.touches = new Map();
  }

  /** The frame around a picture. */
  around(image) {
    this.image = image;
    this.frame = document.createElement("div");
    this.frame.className = "zoom";
    this.frame.tabIndex = 0;
    this.frame.append(image);
    image.draggable = false;
    this.frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.frame.addEventListener("dblclick", (event) => this.to(this.scale > 1 ? 1 : 2.2, event));
    for (const [name, handler] of [["pointerdown", this.down], ["pointermove", this.move], ["pointerup", this.up], ["pointercancel", this.up]]) {
      this.frame.addEventListener(name, handler.bind(this));
    }
    return this.frame;
  }

  by(factor, point) {
    this.to(this.scale * factor, point);
  }

  /** Zooms so that the point stays where it is; without one the marked words do, or else the middle. */
  to(scale, point) {
    if (!this.frame) return;
    const before = this.scale;
    this.scale = Math.min(MOST, Math.max(1, scale));
    const box = this.frame.getBoundingClientRect();
    const [x, y] = point ? [point.clientX - box.left, point.clientY - box.top] : this.still(box);
    const grown = this.scale / before;
    const [left, top] = [(this.frame.scrollLeft + x) * grown - x, (this.frame.scrollTop + y) * grown - y];
    this.image.style.width = `${this.scale * 100}%`;
    this.frame.scrollTo(left, top);
  }

  /** What stays where it is in the frame: the marked words, or the edge that they are beyond. */
  still({ width, height }) {
    if (!this.area) return [width / 2, height / 2];
    const { left, right, top } = this.area;
    const within = (at, most) => Math.min(Math.max(at, 0), most);
    const across = ((left + right) / 2) * this.image.clientWidth - this.frame.scrollLeft;
    return [within(across, width), within(top * this.image.clientHeight - this.frame.scrollTop, height)];
  }

  /** Makes an area of the picture (shares of its sides) as wide as the frame, in the frame's upper part. */
  toArea(area) {
    const { left, right, top } = area;
    this.area = area;
    this.to(Math.min(CLOSEST, 1 / (right - left + 2 * MARGIN)));
    this.frame.scrollTo((left - MARGIN) * this.image.clientWidth, top * this.image.clientHeight - this.frame.clientHeight * 0.25);
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return; // a plain wheel scrolls
    event.preventDefault();
    this.by(Math.exp(-event.deltaY / 300), event);
  }

  down(event) {
    this.touches.set(event.pointerId, event);
    this.spread = this.distance();
  }

  move(event) {
    if (!this.touches.has(event.pointerId)) return;
    this.touches.set(event.pointerId, event);
    const now = this.distance();
    if (!now || !this.spread) return;
    const [one, other] = [...this.touches.values()];
    this.by(now / this.spread, { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 });
    this.spread = now;
  }

  up(event) {
    this.touches.delete(event.pointerId);
    this.spread = null;
  }

  distance() {
    if (this.touches.size !== 2) return null;
    const [one, other] = [...this.touches.values()];
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  }
}
