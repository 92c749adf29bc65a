//! How the window looks: the choices that belong to the person at the screen, not to the card file.

use serde::{Deserialize, Serialize};

/// Whether ink is dark on light or light on dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Brightness {
    /// As the system has it, also when that changes.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on a dark desk.
    Dark,
}

/// Whether lines and texts are as black and white as can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contrast {
    /// As the system has it.
    #[default]
    System,
    /// High contrast.
    On,
    /// The colours of the house.
    Off,
}

/// How large everything is, in percent: 80 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Zoom(u16);

impl Zoom {
    const STEP: u16 = 10;

    /// Returns the next larger size, if there is one.
    #[must_use]
    pub fn larger(self) -> Self {
        Self::from(self.0 + Self::STEP)
    }

    /// Returns the next smaller size, if there is one.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self::from(self.0 - Self::STEP)
    }

    /// Returns the size in percent.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// Returns the size as a factor: 0.8 to 2.0.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for Zoom {
    /// Returns the nearest size there is.
    fn from(percent: u16) -> Self {
        Self(percent.clamp(80, 200))
    }
}

impl From<Zoom> for u16 {
    fn from(zoom: Zoom) -> Self {
        zoom.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zoom_stays_within_its_limits() {
        let mut zoom = Zoom::default();
        for _ in 0..20 {
            zoom = zoom.larger();
        }
        assert_eq!(zoom.percent(), 200);
        for _ in 0..20 {
            zoom = zoom.smaller();
        }
        assert_eq!((zoom.percent(), zoom.factor()), (80, 0.8));
        assert_eq!(Zoom::from(7), Zoom::from(80));
    }
}
