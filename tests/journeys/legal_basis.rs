//! The legal-basis dialog: documenting, withdrawing, objecting, correcting, and what remains of it.

use calamine::{Reader, Xlsx, open_workbook};
use kartotek::i18n::Lang;
use kartotek::theme::Theme;

use super::desk::{On, start, written};

#[test]
fn a_consent_is_documented_with_wording_and_evidence() {
    let mut app = start(On::LegalBasis, Lang::En, Theme::Light);
    app.expect("Legal basis — Åse Ødegård, Fjordfisk AS").expect("Contract").expect("Not documented");
    app.expect_focus("basis-purposes").shot("basis-now");
    app.double_click("E-marketing").expect("Legal basis for E-marketing").shot("basis-edit");
    app.click("Consent – art. 6(1)(a)").expect_part("Version 1, English").expect_part("Yes, send me news");
    app.click_id("basis-comment").type_text("Stand 12");
    app.click("Add file…").expect_part("signed.txt").shot("basis-edit-consent");
    app.click("Save legal basis").expect("Consent (wording 1, en)").expect("Stand 12").shot("basis-consent");
    assert!(app.state().said("E-marketing: Consent"), "{:?}", app.state().toasts);
    // What proves it can be read, and comes out as it went in.
    app.expect("Yes, please. Åse").shot("basis-evidence");
    app.click_id("basis-evidence-save");
    let (suggested, saved) = (app.state().suggested.clone(), app.state().saved());
    assert_eq!(suggested.as_deref(), Some("evidence.txt"));
    assert_eq!(written(&saved), "Yes, please. Åse");
}

#[test]
fn a_withdrawal_holds_at_once_and_a_mistake_lets_the_consent_hold_again() {
    let mut app = start(On::LegalBasis, Lang::En, Theme::Light);
    app.double_click("E-marketing").click("Consent – art. 6(1)(a)").click("Save legal basis");
    app.expect("Consent (wording 1, en)").click("Withdraw consent").expect("Withdrawn").expect_focus("basis-purposes");
    assert!(app.state().said("is withdrawn, at once"));
    // There is nothing left to withdraw.
    let said = app.state().toasts.len();
    app.click("Withdraw consent");
    assert_eq!(app.state().toasts.len(), said);
    app.click("History").expect_focus("basis-history").expect("Holds now").shot("basis-history");
    app.click("Entered by mistake").expect_part("Strikes out the line of");
    app.key("down").expect_part("Entered by mistake: see the line of").shot("basis-history-struck");
    app.key("down").expect("Holds now");
    app.click("Current state").expect("Consent (wording 1, en)");
}

#[test]
fn an_objection_takes_only_keys() {
    let mut app = start(On::LegalBasis, Lang::En, Theme::Light);
    app.expect_focus("basis-purposes").key("down").key("enter").expect_focus("basis-consent");
    // The radio group is one tab stop, in which arrows choose.
    app.key("down").expect_focus("basis-contract").key("up").expect_focus("basis-consent");
    app.key("tab").expect_focus("basis-source").key("tab").expect_focus("basis-comment").type_text("Asked by phone");
    app.key("ctrl+s").expect("Asked by phone").expect_focus("basis-purposes");
    // Edit, Withdraw consent, Objects.
    app.key("tab").key("tab").key("tab").key("enter").expect("Objected").shot("basis-objected");
    app.key("escape");
    assert!(!app.state().is_open());
}

#[test]
fn a_correction_is_a_new_line_that_names_the_old_one() {
    let mut app = start(On::LegalBasis, Lang::Nb, Theme::Dark);
    app.expect("Rettslig grunnlag – Åse Ødegård, Fjordfisk AS").shot("basis-now-nb-dark");
    app.click("Historikk").click("Rett…").expect("Linjen blir stående; en ny som viser til den, trer i stedet.");
    app.click("Berettiget interesse – art. 6 nr. 1 f").shot("basis-correct-nb-dark");
    app.click("Lagre rettslig grunnlag").expect_focus("basis-history").expect_part("Retter linjen fra");
    app.key("down").expect_part("Rettet av linjen fra").shot("basis-history-nb-dark");
    app.resize(960.0, 600.0).shot("basis-history-nb-small");
    app.key("escape").expect("Berettiget interesse").shot("basis-now-nb-small");
    app.key("enter").expect_focus("basis-legitimate-interests").shot("basis-edit-nb-small");
}

#[test]
fn the_condition_of_special_categories_is_read_again() {
    let mut app = start(On::SpecialBasis, Lang::Nb, Theme::Light);
    // What holds now says it, and so does the history.
    app.expect("(f) Rettskrav").shot("basis-condition-nb");
    app.click("Historikk").expect("(f) Rettskrav").shot("basis-condition-history-nb");
}

#[test]
fn a_new_wording_and_a_pasted_message_are_kept() {
    let mut app = start(On::LegalBasis, Lang::En, Theme::Light);
    app.double_click("E-marketing").click("Consent – art. 6(1)(a)");
    app.click("New wording…")
        .expect_focus("basis-draft")
        .click("Add wording")
        .expect("Write what the person was shown.");
    app.click_id("basis-draft").type_text("Yes to the newsletter").shot("basis-wording-new");
    app.click("Add wording").expect("Version 2, English").expect("Yes to the newsletter");
    app.click("Add text").expect_focus("basis-pasted").type_text("Gladly!").shot("basis-edit-pasted");
    app.click("Save legal basis").expect("Consent (wording 2, en)").expect_part("pasted-text.txt");
}

#[test]
fn the_workbook_opens_elsewhere() {
    let mut app = start(On::LegalBasis, Lang::En, Theme::Light);
    app.expect("Contract").click("Export to Excel").expect_state("it says where", |desk| desk.said("Saved as saved"));
    let (suggested, saved) = (app.state().suggested.clone(), app.state().saved());
    assert_eq!(suggested.as_deref(), Some("legal-basis.xlsx"));
    let mut book: Xlsx<_> = open_workbook(saved).unwrap();
    let now = book.worksheet_range("Legal basis").unwrap();
    let words: Vec<String> = now.cells().map(|(_, _, cell)| cell.to_string()).collect();
    for wanted in ["Person: Åse Ødegård, Fjordfisk AS", "Sales and service", "Contract", "Not documented"] {
        assert!(words.iter().any(|cell| cell == wanted), "{wanted} in {words:?}");
    }
}

#[test]
fn ctrl_l_closes_the_dialog_and_escape_goes_back_by_one_step() {
    let mut app = start(On::LegalBasis, Lang::Sv, Theme::HighContrastLight);
    app.expect("Rättslig grund – Åse Ødegård, Fjordfisk AS").shot("basis-now-sv-contrast");
    app.key("enter").expect("Rättslig grund för Försäljning och tjänster").shot("basis-edit-sv-contrast");
    app.key("escape").expect_focus("basis-purposes");
    // What was changed is not lost by one key.
    app.key("enter")
        .key("down")
        .key("escape")
        .expect_focus("basis-stay")
        .expect("Det du har skrivit är inte sparat ännu.");
    app.shot("basis-leaving-sv-contrast");
    app.key("enter").expect_focus("basis-legal-obligation");
    for _ in 0..2 {
        app.key("escape").expect_focus("basis-stay").key("escape").expect_focus("basis-legal-obligation");
    }
    app.key("escape").click("Ignorera ändringarna").expect_focus("basis-purposes");
    app.expect("Ingått avtal").key("ctrl+l");
    assert!(!app.state().is_open());
}
