//! Makes a picture ready for a card: cut to a square, scaled down, made round.

use std::io::Cursor;

use iced::widget::image::Handle;
use image::imageops::FilterType;
use image::{ImageReader, Limits};

use crate::widget::avatar::cut_round;

/// The edge that is kept, in pixels: twice what a card shows, for sharp screens.
const EDGE: u32 = 128;

/// Returns a PNG or JPEG picture as a card shows it; none where it cannot be read.
pub fn round(bytes: &[u8]) -> Option<Handle> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    // A small file can claim a huge picture.
    let mut limits = Limits::default();
    limits.max_image_width = Some(8_000);
    limits.max_image_height = Some(8_000);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let square = picture.resize_to_fill(EDGE, EDGE, FilterType::Triangle);
    let mut rgba = square.into_rgba8().into_raw();
    cut_round(&mut rgba, EDGE as usize);
    Some(Handle::from_rgba(EDGE, EDGE, rgba))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn pictures_become_round_and_other_files_do_not_pass() {
        let mut png = Cursor::new(Vec::new());
        image::RgbImage::from_pixel(300, 200, image::Rgb([200, 10, 10]))
            .write_to(&mut png, image::ImageFormat::Png)
            .unwrap();
        let Some(Handle::Rgba { width, height, pixels, .. }) = round(png.get_ref()) else { unreachable!() };
        assert_eq!((width, height), (EDGE, EDGE));
        assert_eq!(pixels[3], 0);
        assert!(round(b"%PDF-1.7").is_none());
        assert!(round(&png.get_ref()[..60]).is_none());
    }
}
