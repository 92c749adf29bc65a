//! The program's own icon, as the window shows it; `assets/icon` says how it is made.

use std::sync::LazyLock;

use iced::widget::image::Handle;

/// What is embedded: large enough to be sharp at twice the size it is shown in.
const PICTURE: &[u8] = include_bytes!("../../assets/icon/kartotek-128.png");

/// Returns the picture's width and height, and its pixels as RGBA; nothing where it cannot be read.
pub fn pixels() -> Option<(u32, u32, Vec<u8>)> {
    let picture = image::load_from_memory(PICTURE).ok()?.into_rgba8();
    let (width, height) = picture.dimensions();
    Some((width, height, picture.into_raw()))
}

/// Returns the picture for the widget that shows pictures; one without pixels where it cannot be read.
pub fn handle() -> Handle {
    // Its identity is that of its pixels in memory: made once, it is drawn from the renderer's store.
    static HANDLE: LazyLock<Handle> = LazyLock::new(|| {
        let (width, height, pixels) = pixels().unwrap_or_default();
        Handle::from_rgba(width, height, pixels)
    });
    HANDLE.clone()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_icon_can_be_read() {
        assert!(super::pixels().is_some_and(|(width, height, pixels)| {
            (width, height) == (128, 128) && pixels.chunks(4).any(|pixel| pixel == [0x10, 0x71, 0x69, 0xff])
        }));
    }
}
