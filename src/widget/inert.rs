//! Shows something that cannot be used for the moment: the desk behind a dialog.

use super::wrapper::hands_on;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, overlay, renderer};
use iced::{Element, Event, Rectangle, Renderer, Vector, window};

/// Draws its content, and while it is inert lets neither events nor operations through to it.
///
/// Keep it in the tree always and switch it, so that the content keeps its focus and scroll positions.
pub struct Inert<'a, Message, Theme> {
    content: Element<'a, Message, Theme, Renderer>,
    is_inert: bool,
}

/// Creates a wrapper that disables its content while `is_inert`.
///
/// Without it, Tab walks into covered forms and the keyboard types there.
pub fn inert<'a, Message, Theme>(
    content: impl Into<Element<'a, Message, Theme, Renderer>>,
    is_inert: bool,
) -> Inert<'a, Message, Theme> {
    Inert { content: content.into(), is_inert }
}

impl<Message, Theme> Widget<Message, Theme, Renderer> for Inert<'_, Message, Theme> {
    fn tag(&self) -> tree::Tag {
        struct Tag;
        tree::Tag::of::<Tag>()
    }

    hands_on!(children);

    hands_on!(measures);

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let content = self.content.as_widget_mut();
        if !self.is_inert {
            content.update(&mut tree.children[0], event, layout, cursor, renderer, clipboard, shell, viewport);
            return;
        }
        if !matches!(event, Event::Window(window::Event::RedrawRequested(_))) {
            return;
        }

        // A covered field must not ask for the input method, so its wishes are passed on one by one.
        let mut messages = Vec::new();
        let mut covered = Shell::new(&mut messages);
        content.update(
            &mut tree.children[0],
            event,
            layout,
            mouse::Cursor::Unavailable,
            renderer,
            clipboard,
            &mut covered,
            viewport,
        );
        shell.request_redraw_at(covered.redraw_request());
        if covered.is_layout_invalid() {
            shell.invalidate_layout();
        }
        if covered.are_widgets_invalid() {
            shell.invalidate_widgets();
        }
        for message in messages {
            shell.publish(message);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let cursor = if self.is_inert { mouse::Cursor::Unavailable } else { cursor };
        self.content.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        if self.is_inert {
            return mouse::Interaction::None;
        }
        self.content.as_widget().mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        if !self.is_inert {
            self.content.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        if self.is_inert {
            return None;
        }
        self.content.as_widget_mut().overlay(&mut tree.children[0], layout, renderer, viewport, translation)
    }
}

impl<'a, Message: 'a, Theme: 'a> From<Inert<'a, Message, Theme>> for Element<'a, Message, Theme, Renderer> {
    fn from(inert: Inert<'a, Message, Theme>) -> Self {
        Self::new(inert)
    }
}
