//! Lets the toolkit's widgets be used with our theme; a class is a function from theme (and status) to style.

use super::{Theme, style};
use iced::widget::{
    button, checkbox, container, pane_grid, pick_list, progress_bar, radio, rule, scrollable, slider, table, text,
    text_editor, text_input, toggler,
};

macro_rules! catalog {
    ($widget:ident, $default:expr) => {
        impl $widget::Catalog for Theme {
            type Class<'a> = $widget::StyleFn<'a, Self>;

            fn default<'a>() -> Self::Class<'a> {
                Box::new($default)
            }

            fn style(&self, class: &Self::Class<'_>) -> $widget::Style {
                class(self)
            }
        }
    };
    ($widget:ident with $status:ty, $default:expr) => {
        impl $widget::Catalog for Theme {
            type Class<'a> = $widget::StyleFn<'a, Self>;

            fn default<'a>() -> Self::Class<'a> {
                Box::new($default)
            }

            fn style(&self, class: &Self::Class<'_>, status: $status) -> $widget::Style {
                class(self, status)
            }
        }
    };
}

catalog!(text, |_| text::Style::default());
catalog!(container, |_| container::Style::default());
catalog!(progress_bar, style::progress);
catalog!(rule, style::line);
catalog!(table, style::table);
catalog!(button with button::Status, style::plain_button);
catalog!(checkbox with checkbox::Status, style::checkbox);
catalog!(radio with radio::Status, style::radio);
catalog!(scrollable with scrollable::Status, style::scrollable);
catalog!(slider with slider::Status, style::slider);
catalog!(text_input with text_input::Status, style::text_input);
catalog!(text_editor with text_editor::Status, style::text_editor);
catalog!(toggler with toggler::Status, style::toggler);

impl pane_grid::Catalog for Theme {
    type Class<'a> = pane_grid::StyleFn<'a, Self>;

    fn default<'a>() -> <Self as pane_grid::Catalog>::Class<'a> {
        Box::new(style::pane_grid)
    }

    fn style(&self, class: &<Self as pane_grid::Catalog>::Class<'_>) -> pane_grid::Style {
        class(self)
    }
}

impl iced::overlay::menu::Catalog for Theme {
    type Class<'a> = iced::overlay::menu::StyleFn<'a, Self>;

    fn default<'a>() -> <Self as iced::overlay::menu::Catalog>::Class<'a> {
        Box::new(style::menu)
    }

    fn style(&self, class: &<Self as iced::overlay::menu::Catalog>::Class<'_>) -> iced::overlay::menu::Style {
        class(self)
    }
}

impl pick_list::Catalog for Theme {
    type Class<'a> = pick_list::StyleFn<'a, Self>;

    fn default<'a>() -> <Self as pick_list::Catalog>::Class<'a> {
        Box::new(style::pick_list)
    }

    fn style(&self, class: &<Self as pick_list::Catalog>::Class<'_>, status: pick_list::Status) -> pick_list::Style {
        class(self, status)
    }
}
