//! The soft shadow under what floats over the desk.

use iced::advanced::Renderer as _;
use iced::advanced::renderer::Quad;
use iced::{Color, Rectangle, Vector, border};

/// How many steps the shadow fades in, and how far apart they are, in pixels.
const STEPS: u8 = 6;
const STEP: f32 = 3.0;

/// Draws the shadow of a card with the given corners.
///
/// Flat rings of faint colour rather than a blur: the software renderer clips them to the part of the window that is
/// being redrawn, which it does not do with the shadow of a quad.
pub fn draw(renderer: &mut iced::Renderer, card: Rectangle, radius: f32, color: Color) {
    if color.a == 0.0 {
        return;
    }
    let faint = Color { a: color.a / f32::from(STEPS), ..color };
    for step in (1..=STEPS).rev() {
        let width = f32::from(step) * STEP;
        let bounds = card.expand(width) + Vector::new(0.0, STEP);
        let quad = Quad { bounds, border: border::rounded(radius + width), ..Quad::default() };
        renderer.fill_quad(quad, faint);
    }
}
