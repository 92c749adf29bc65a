//! Places and draws the scrollbar of a long list.

use iced::advanced::{Renderer as _, renderer};
use iced::{Color, Point, Rectangle, Renderer, Size, border};

/// The width at the right of a list that belongs to its scrollbar, in logical pixels. It is kept free even where
/// nothing scrolls, so that columns do not jump when a list grows.
pub const GUTTER: f32 = 12.0;

const WIDTH: f32 = 6.0;
const MARGIN: f32 = 3.0;

/// Returns the strip that the thumb moves in.
pub fn track(bounds: Rectangle) -> Rectangle {
    Rectangle {
        x: bounds.x + bounds.width - MARGIN - WIDTH,
        y: bounds.y + MARGIN,
        width: WIDTH,
        height: (bounds.height - 2.0 * MARGIN).max(0.0),
    }
}

/// Returns the thumb of a given length at a fraction of the way.
pub fn thumb(bounds: Rectangle, length: f32, fraction: f64) -> Rectangle {
    let track = track(bounds);
    let top = f64::from(track.height - length) * fraction;

    Rectangle::new(Point::new(track.x, track.y + top as f32), Size::new(track.width, length))
}

/// Returns where the mouse takes the thumb: the whole width of the gutter.
pub fn hit(thumb: Rectangle) -> Rectangle {
    Rectangle { x: thumb.x + thumb.width + MARGIN - GUTTER, width: GUTTER, ..thumb }
}

/// Draws the thumb.
pub fn draw(renderer: &mut Renderer, thumb: Rectangle, color: Color) {
    renderer.fill_quad(
        renderer::Quad { bounds: thumb, border: border::rounded(WIDTH / 2.0), ..renderer::Quad::default() },
        color,
    );
}
