//! The program's icon at the foot of pages: the shapes of `assets/icon/kartotek.svg`, their corners left out, which at this
//! size nobody sees.

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Rect};
use krilla::paint::Fill;
use krilla::surface::Surface;

/// The edge of the drawing that the shapes are measured in.
const EDGE: f32 = 256.0;
/// Left, top, width, height and colour, from back to front.
const SHAPES: [([f32; 4], [u8; 3]); 7] = [
    ([32.0, 16.0, 80.0, 32.0], [0x5c, 0xc8, 0xbc]),
    ([32.0, 32.0, 192.0, 96.0], [0x5c, 0xc8, 0xbc]),
    ([48.0, 64.0, 160.0, 64.0], [0xff; 3]),
    ([64.0, 80.0, 96.0, 16.0], [0x8a, 0x8f, 0x94]),
    ([16.0, 112.0, 224.0, 128.0], [0x10, 0x71, 0x69]),
    ([80.0, 144.0, 96.0, 48.0], [0xfa, 0xf9, 0xf6]),
    ([96.0, 160.0, 64.0, 16.0], [0x10, 0x71, 0x69]),
];

/// Draws the icon into a square of an edge, whose left upper corner is given.
pub(super) fn drawn(surface: &mut Surface<'_>, (left, top): (f32, f32), edge: f32) {
    let scale = edge / EDGE;
    for ([x, y, width, height], [red, green, blue]) in SHAPES {
        let mut path = PathBuilder::new();
        let rect = Rect::from_xywh(left + x * scale, top + y * scale, width * scale, height * scale);
        let Some(rect) = rect else { continue };
        path.push_rect(rect);
        if let Some(path) = path.finish() {
            let paint = rgb::Color::new(red, green, blue).into();
            surface.set_fill(Some(Fill { paint, ..Fill::default() }));
            surface.draw_path(&path);
        }
    }
}
