//! A person's picture, or initials where there is none.

use crate::theme::{Element, font, style};
use iced::widget::{Image, Text, container, image};
use iced::{ContentFit, border};

/// Makes a square picture round: clears the corners of `edge` × `edge` RGBA pixels, row by row.
///
/// The software renderer draws pictures without rounding them.
pub fn cut_round(rgba: &mut [u8], edge: usize) {
    let radius = edge as f32 / 2.0;
    for (index, pixel) in rgba.chunks_exact_mut(4).enumerate() {
        let x = (index % edge) as f32 + 0.5 - radius;
        let y = (index / edge) as f32 + 0.5 - radius;
        let inside = (radius - x.hypot(y) + 0.5).clamp(0.0, 1.0);
        if let Some(alpha) = pixel.last_mut() {
            *alpha = (f32::from(*alpha) * inside) as u8;
        }
    }
}

/// Returns a picture (cut round beforehand, see [`cut_round`]), or the initials; `edge` is its width in pixels.
#[must_use]
pub fn avatar<'a, Message: 'a>(
    initials: impl Into<String>,
    picture: Option<image::Handle>,
    edge: f32,
) -> Element<'a, Message> {
    if let Some(handle) = picture {
        return Image::new(handle).width(edge).height(edge).content_fit(ContentFit::Cover).into();
    }
    let letters = Text::new(initials.into())
        .size((edge * 0.38).max(11.0).round())
        .line_height(1.0)
        .font(font::SEMIBOLD)
        .style(style::accent);
    container(letters)
        .center(edge)
        .style(move |theme| container::Style { border: border::rounded(edge / 2.0), ..style::selected(theme) })
        .into()
}

#[cfg(test)]
mod tests {
    use super::cut_round;

    #[test]
    fn corners_are_cleared_and_the_middle_is_kept() {
        let mut picture = vec![255; 10 * 10 * 4];
        cut_round(&mut picture, 10);
        let alpha = |x: usize, y: usize| picture[(y * 10 + x) * 4 + 3];
        for (x, y) in [(0, 0), (9, 0), (0, 9), (9, 9)] {
            assert_eq!(alpha(x, y), 0);
        }
        assert_eq!(alpha(5, 5), 255);
        assert_eq!(alpha(5, 1), 255);
        assert_eq!(picture[0], 255, "colours stay");
    }
}
