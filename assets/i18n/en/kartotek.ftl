
## Words used everywhere

app-name = Kartotek
add = Add
back = Back
cancel = Cancel
choose = Choose…
choose-folder = Choose folder…
close = Close
comment = Comment
continue = Continue
copy = Copy
done = Done
edit = Edit
export = Export
help = Help
loading = Loading…
name = Name
no = No
none = None
not-stated = Not stated
open = Open
please-choose = Choose
remove = Remove
save = Save
saved = Saved
saving = Saving…
search = Search
unknown = Unknown
yes = Yes
me = Me
rows-count =
    { $count ->
        [one] one row
       *[other] { $count } rows
    }
of-count = { $done } of { $total }
label-colon = { $label }: { $value }
separator-dot = ·
empty-value = —

## Months, ages and sizes

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
age-now = just now
age-minutes =
    { $count ->
        [one] a minute
       *[other] { $count } minutes
    } ago
age-hours =
    { $count ->
        [one] an hour
       *[other] { $count } hours
    } ago
age-days =
    { $count ->
        [one] a day
       *[other] { $count } days
    } ago
age-months =
    { $count ->
        [one] a month
       *[other] { $count } months
    } ago
age-years =
    { $count ->
        [one] a year
       *[other] { $count } years
    } ago
size-bytes =
    { $count ->
        [one] 1 byte
       *[other] { $count } bytes
    }
size-kb = { $size } kB
size-mb = { $size } MB
size-gb = { $size } GB

## Start

start-title = Welcome to Kartotek
start-intro = Your contacts, encrypted on your own computer, each with the reason you may keep them.
start-create = Create my card file
start-create-hint = A new, empty card file with a passphrase that only you know.
start-open = Open
start-open-hint = A card file that is already on this computer or on a drive.
start-demo = Try it with sample persons
start-demo-hint = 2,000 invented persons to look around with. Nothing is kept.
start-demo-busy = Making up sample persons…
start-another = Open another…
start-no-display = Kartotek needs a display to open its window, and none was found. The commands (kartotek --help) work without one.

## Creating a card file

create-title = Create my card file
create-place-title = Where should it be?
create-place-text = The card file is a folder. Keep it on this computer, or on a drive that is yours alone.
create-place = Folder
create-place-default = Usual place
create-passphrase-title = Choose a passphrase
create-passphrase-text = Everything is encrypted with it. Four or five words that do not belong together are easy to remember and hard to guess.
create-passphrase = Passphrase
create-passphrase-again = Passphrase once more
create-passphrase-differs = The two are not the same.
create-passphrase-empty = A passphrase is needed.
create-passphrase-show = Show passphrase
create-passphrase-hide = Hide passphrase
create-strength-0 = Guessed at once
create-strength-1 = Easy to guess
create-strength-2 = Could be guessed
create-strength-3 = Good
create-strength-4 = Very good
create-strength-too-weak = Please choose one that is harder to guess.
create-recovery-title = Write down the recovery key
create-recovery-text = It opens the card file when the passphrase is forgotten. Nobody else can: there is no copy anywhere. Print it or write it down, and keep it away from the computer.
create-recovery-key = Recovery key
create-recovery-copy = Copy key
create-recovery-save = Save as text file…
create-recovery-file-title = Recovery key for Kartotek
create-recovery-written = I have written it down
create-confirm-title = Type the recovery key
create-confirm-later = Later, before the first import
create-confirm-wrong = This is not the key that was shown. Please compare group { $group }.
create-confirm-show = Show the key again
create-confirm-needed = Before the first import, please type the recovery key once.
create-busy = Creating the card file…
create-finish = Create card file

## Unlocking and locking

unlock-title = Open the card file
unlock-passphrase = Passphrase
unlock-open = Open
unlock-retry = Try again
unlock-busy = Opening…
unlock-recovery = Open with the recovery key
unlock-recovery-text = Type the key you wrote down when the card file was created. You then choose a new passphrase.
unlock-with-passphrase = Open with the passphrase
unlock-wait =
    Please wait { $count ->
        [one] one second
       *[other] { $count } seconds
    } before trying again.

## The frame

frame-persons = Persons
frame-import = Import
frame-settings = Settings
frame-lock = Lock
frame-help = Help
frame-about = About
frame-search = Search persons
frame-search-clear = Clear search
frame-new-person = New person
frame-zoom-in = Larger
frame-zoom-out = Smaller
frame-zoom-reset = Normal size

## The list of persons

list-count =
    { $count } { $count ->
        [one] person
       *[other] persons
    }
list-found = { $count } found
list-selected = { $count } selected
list-column-name = Name
list-column-company = Company
list-column-email = E-mail
list-column-mobile = Mobile
list-column-category = Category
list-column-basis = Legal basis
list-column-updated = Updated
list-sort-ascending = Ascending
list-sort-descending = Descending
list-empty-title = Nobody here yet
list-empty-text = This is where the people you work with will be. Import a file from your address book, or add the first person.
list-empty-import = Import a file
list-empty-new = Add a person
list-nothing-found = Nobody matches “{ $text }”
list-nothing-found-text = Every word must occur in the name, company, e-mail, phone or number.
list-no-basis = Not documented
list-no-name = (no name)
list-indexing = Preparing the search…

## The person card

card-tab-contact = Contact
card-tab-details = Details
card-tab-more = More
card-tab-interests = Interests
card-tab-note = Note
card-picture = Picture
card-picture-choose = Choose picture…
card-picture-remove = Remove picture
card-emails = E-mail
card-phones = Phone
card-addresses = Address
card-add-email = Add e-mail
card-add-phone = Add phone
card-add-address = Add address
card-remove-line = Remove this line
card-label = Label
card-origin = { $source }, { $date }
card-no-custom-fields = The office has no fields of its own yet. They are set up under Settings.
card-note-hint = What you write here is part of what the person can ask to see.
card-kept-in = Kept in { $place }
card-created = Created { $when } by { $who }
card-updated = Updated { $when } by { $who }
card-former-employee = Former employee
card-no-mailings = No mailings
card-basis = Legal basis: { $basis }
card-basis-since = Legal basis: { $basis }, { $date }
card-basis-none = Legal basis: Not documented
card-edit = Edit
card-gone = This person is no longer in the card file.
card-changed-elsewhere = This card has meanwhile been changed by { $who }. Your changes are still here.
card-reload = Show the new version

## Fields

field-number = Number
field-first_name = First name
field-last_name = Last name
field-company = Company
field-title = Title
field-position = Position
field-email = E-mail
field-emails = E-mails
field-mobile = Mobile
field-phone = Phone
field-phones = Phones
field-address = Address
field-addresses = Addresses
field-street = Street
field-postcode = Postcode
field-city = City
field-country = Country
field-birth_date = Birth date
field-language = Language
field-category = Category
field-business = Business
field-our_contact = Our contact
field-website = Website
field-note = Note
field-former_employee = Former employee
field-no_mailings = No mailings
field-interests = Interests
field-subscriptions = Subscriptions
field-restricted = Restricted
field-informed = Informed
field-last_activity = Last activity
field-created_at = Created
field-created_by = Created by
field-updated_at = Updated
field-updated_by = Updated by
field-picture = Picture
field-purpose = Purpose
field-basis = Legal basis
field-source = Source
field-comment = Comment
field-wording = Wording shown
field-evidence = Evidence
field-name = Name
field-label = Label

## Unsaved changes

unsaved-title = Save the changes to { $name }?
unsaved-text = You have changed this card and not saved it yet.
unsaved-save = Save changes
unsaved-discard = Discard changes
unsaved-stay = Keep editing
unsaved-activity-title = Save what you wrote about { $name }?
unsaved-activity-text = You have written something down and not saved it yet.
unsaved-activity-save = Save it

## The legal-basis dialog

basis-title = Legal basis — { $name }
basis-created = Created { $when } by { $who } · { $source }
basis-column-purpose = Purpose
basis-column-basis = Legal basis
basis-column-source = Source
basis-column-updated = Updated
basis-column-by = By
basis-column-comment = Comment
basis-column-wording = Wording
basis-column-evidence = Evidence
basis-column-when = When
basis-not-documented = Not documented
basis-with-wording = { $basis } (wording { $version }, { $language })
basis-edit = Edit
basis-withdraw = Withdraw consent
basis-object = Objects
basis-history = History
basis-current = Current state
basis-export = Export to Excel
basis-exported = Saved as { $file }
basis-export-sheet = Legal basis
basis-withdrawn-toast = Consent for { $purpose } is withdrawn, at once.
basis-objected-toast = The objection to { $purpose } is noted, at once.
basis-saved-toast = Legal basis for { $purpose }: { $basis }
basis-nothing-to-withdraw = There is no consent to withdraw for this purpose.
basis-edit-title = Legal basis for { $purpose }
basis-edit-intro = A new line is added to the history. Earlier lines stay as they are.
basis-edit-basis = Legal basis
basis-edit-source = Source
basis-edit-comment = Comment
basis-edit-comment-hint = For example where and how you met
basis-edit-wording = Wording shown
basis-edit-wording-none = No wording noted
basis-condition-hint = This purpose needs data of special categories (art. 9).
basis-condition-missing = Choose the condition that permits it.
condition-a = (a) Explicit consent
condition-b = (b) Employment and social security
condition-c = (c) Vital interests of somebody who cannot consent
condition-d = (d) An association’s own members
condition-e = (e) Made public by the person
condition-f = (f) Legal claims
condition-g = (g) Substantial public interest
condition-h = (h) Health care
condition-i = (i) Public health
condition-j = (j) Archives, research, statistics
basis-edit-wording-version = Version { $version }, { $language }
basis-edit-wording-new = New wording…
basis-edit-wording-text = What the person was shown, word for word
basis-edit-wording-language = Language of the wording
basis-edit-evidence = Evidence
basis-edit-evidence-file = Add file…
basis-edit-evidence-text = Add text
basis-edit-evidence-text-hint = For example the text of the e-mail
basis-edit-save = Save legal basis
basis-edit-correct-intro = The line stays; a new one that names it takes its place.
basis-mark-void = Entered by mistake
basis-history-empty = Nothing has been documented for this person.
basis-history-note = Nothing here can be changed. A correction is a new line.
basis-history-corrects = Corrects the line of { $when }
basis-consent-hint = Note how the consent was given, and what the person was shown: you must be able to prove it (art. 7).
basis-interest-hint = Note whose interest it is and why it weighs more than the person’s (art. 6(1)(f)).

## New person

new-title = New person
new-basis-title = Why you may keep this person
new-create = Add person
new-created = { $name } was added.
new-duplicate-title = Seems to be here already
new-duplicate-open = Open that card
new-duplicate-anyway = Add anyway

## Import

import-title = Import persons
import-step-file = File
import-step-columns = Columns
import-step-basis = Legal basis
import-step-preview = What will happen
import-step-result = Result
import-file-types = Contact files
import-reading = Reading { $file }…
import-recognised-from = Headings as from { $program }
import-format-csv = CSV
import-format-xlsx = Excel
import-format-vcard = vCard
import-separator-comma = comma
import-separator-semicolon = semicolon
import-separator-tab = tab
import-separator-pipe = vertical bar
import-sheet = Sheet
import-column = Column in the file
import-field = Becomes
import-sample = Examples
import-skip-column = Leave out
import-columns-unused =
    { $count ->
        [one] One column is left out
       *[other] { $count } columns are left out
    }.
import-field-twice = Two columns become { $field }.
import-basis-text = Why may you keep these persons? This is written on every card from this file and cannot be skipped.
import-basis-column = Where the file has its own column for this, it goes before.
import-duplicates = Persons who are already here
import-duplicate-skip = Leave them as they are
import-duplicate-fill = Fill in what is missing
import-duplicate-replace = Replace with the file
import-duplicate-add = Add as new persons
import-consent-kept = A consent in the file never replaces a withdrawal or an objection that is already known.
import-preview-new = New
import-preview-skip = Already here, left as is
import-preview-fill = Already here, gaps filled
import-preview-replace = Already here, replaced
import-preview-rejected = Cannot be taken
import-row = Row
import-outcome = What happens
import-reason = Why
import-go =
    Import { $count ->
        [one] one person
       *[other] { $count } persons
    }
import-cancelling = Stopping…
import-result =
    { $count ->
        [one] One person
       *[other] { $count } persons
    } imported
import-result-updated =
    { $count ->
        [one] One card
       *[other] { $count } cards
    } filled in or replaced
import-result-skipped =
    { $count ->
        [one] One was
       *[other] { $count } were
    } already here
import-result-rejected =
    { $count ->
        [one] One row
       *[other] { $count } rows
    } could not be taken
import-undo = Undo import
import-undo-title = Undo this import?
import-undo-text =
    { $count ->
        [one] One person
       *[other] { $count } persons
    } will be erased, and what was replaced comes back. What somebody has changed since stays.
import-undo-go =
    Erase { $count ->
        [one] one person
       *[other] { $count } persons
    }
import-undone = The import was undone: { $removed } removed, { $restored } restored, { $held } kept because they were changed since.
import-undone-waiting = { $count ->
    [one] One card is restricted, or you may not see it: undo the import again once that is over.
   *[other] { $count } cards are restricted, or you may not see them: undo the import again once that is over.
}
import-another = Import another file
import-rejected-twice = The same person is in row { $row }.
import-error-empty-file = The file is empty. Nothing was imported.
import-error-format = This is not a CSV, Excel or vCard file. Nothing was imported. Save the contacts in one of these formats and try again.
import-error-encrypted = The workbook has a password. Nothing was imported. Save it without one and try again.
import-error-damaged = The file is damaged. Nothing was imported. Export it once more from where it came from.
import-error-too-large = The file is larger than can be read safely. Nothing was imported. Split it into smaller files.

## Settings

settings-title = Settings
settings-group-computer = This computer
settings-group-office = The office
settings-group-people = People and journal
settings-page-look = Language and look
settings-page-keys = Keys and lock
settings-page-backups = Card file and backups
settings-page-fields = Fields
settings-page-people = People who work here
settings-page-roles = Roles and rights
settings-page-journal = Journal
settings-page-exports = Register of exports
settings-page-erasures = Erasures
settings-page-business = Our business
settings-page-purposes = Purposes
settings-page-bases = Legal bases
settings-page-sources = Sources
settings-page-categories = Categories
settings-page-subscriptions = Subscription types
settings-page-lists = Other lists
settings-page-new-people = New persons
settings-page-mailings = Mailings
settings-mail-text = Mail leaves by your own provider’s server, encrypted or not at all. Nothing else in this program uses the network.
settings-page-mail = E-mail account
settings-page-keeping = Keeping
settings-page-due = Due
settings-page-changes = Changes and files
settings-list-category = Categories
settings-list-business = Lines of business
settings-list-position = Positions
settings-list-language = Languages
settings-list-label = Labels of e-mails, phones and addresses
settings-list-interest = Interests
settings-list-source = Sources
settings-list-purpose = Purposes
settings-list-basis = Legal bases
settings-list-subscription = Subscription types
settings-list-activity = Kinds of activity
settings-list-relation = Relations
settings-list-title = Titles
settings-in-language = { $name } ({ $language })
settings-nothing = Nothing
settings-any = Any
settings-ask = Ask
settings-as-shipped = As shipped
settings-decided = Set by { $by } on { $date }.
settings-shipped = As shipped: { $value }.
settings-number = This takes a whole number from { $least } to { $most }.
settings-reset = Reset
settings-search = Search settings
settings-search-clear = Clear the search
settings-search-title = Found in the settings
settings-found = { $shown } of { $count } settings
settings-found-none = No setting has these words
settings-found-none-text = Names, sentences and headings are searched, in the language of the window.
settings-open-page = Open { $page }
settings-no-right = You can read the settings, not change them
settings-column-name = Name
settings-column-key = Key
settings-column-active = In use
settings-column-expected = Expected
settings-column-updated = Updated
settings-column-by = By
settings-column-when = When
settings-column-setting = Setting
settings-column-before = Before
settings-column-after = After
settings-column-field = Field
settings-column-version = Version
settings-column-language = Language
settings-column-date = Date
settings-column-answers = Answers
settings-column-text = Text
settings-column-basis = Legal basis
settings-item-new = Add
settings-item-up = Move up
settings-item-down = Move down
settings-item-stop = Stop using
settings-item-use = Use again
settings-item-shipped = What came with the program cannot be removed; it can be put out of use.
settings-item-removed = { $name } was removed. Under Changes and files it can be brought back.
settings-item-key = Key: { $key }. It cannot be changed later.
settings-item-key-hint = The key for files and commands is made from it and cannot be changed later.
settings-item-under = Stands under { $name }
settings-names = Names
settings-texts = Texts for the people it concerns
settings-noted = Only noted
settings-versions = Versions of the consent wording
settings-versions-text = A changed text becomes a new version. Answers keep pointing at the one that was shown.
settings-versions-none = There is no wording yet. Write one above in the language people are asked in.
settings-answers-none = Nobody has answered this version yet.
settings-business-text = Who is responsible for the data (art. 4(7)). It stands at the head of notices and reports.
settings-mailings-text = Recipients are always checked. Without consent, only existing customers may get mailings, and only under every one of these conditions (NO: markedsføringsloven § 15, SE: marknadsföringslagen 19 §).
settings-keeping-text = Data is kept no longer than its purpose needs (art. 5(1)(e)). Bookkeeping may ask for more: check with your accountant.
settings-defaults = Suggested for new persons
settings-defaults-text = The legal basis that is filled in by the way somebody came in, and the source entered with it. “Ask” fills in nothing.
settings-defaults-source = Came in by
settings-collected = Fields we collect
settings-collected-text = A field that is not collected is not shown, not filled and not imported. One that is kept elsewhere can only be read here.
settings-column-later = { $column }: { $later }
field-emptying-left =
    { $count ->
        [one] One card has something here, which nobody sees.
       *[other] { $count } cards have something here, which nobody sees.
    }
field-emptying-held =
    { $count ->
        [one] One card keeps it: the processing of its data is restricted.
       *[other] { $count } cards keep it: the processing of their data is restricted.
    }
field-emptying-open = Empty them…
field-emptying-ask =
    { $count ->
        [one] Empty “{ $field }” on one card?
       *[other] Empty “{ $field }” on { $count } cards?
    }
field-emptying-says = It goes from the cards, from what was typed and not saved, and from what imports and merges keep to be undone. This cannot be taken back. Backups made before hold it until they are deleted.
field-emptying-go =
    { $count ->
        [one] Empty “{ $field }” on one card
       *[other] Empty “{ $field }” on { $count } cards
    }
field-emptying-goes-on = “{ $field }” is being emptied…
field-emptying-numbers = { $done } of { $total } cards
settings-sets = Ready-made sets
settings-sets-text = Settings to start from. First you see what would change.
settings-set-norway = Norway
settings-set-norway-says = Datatilsynet, consent from 13 years, Norwegian bookkeeping, markedsføringsloven § 15.
settings-set-sweden = Sweden
settings-set-sweden-says = IMY, consent from 13 years, Swedish bookkeeping, marknadsföringslagen 19 §.
settings-set-eu-cautious = EU, cautious
settings-set-eu-cautious-says = Consent from 16 years, short keeping, nobody without a legal basis.
settings-set-plan = See what { $name } changes
settings-set-advice = A place to start, no legal advice
settings-set-advice-text = Read what would change, and check the times of keeping with your accountant. Everything can be taken back at once.
settings-files = Settings as a file
settings-files-text = One readable file with everything the office decided, so that other computers can be set up alike. It holds no data about people on cards.
settings-file-kind = Settings
settings-file-name = settings
settings-export = Export settings…
settings-import = Import settings…
settings-history = What was decided
settings-history-text = Going back takes back everything that was decided together with the chosen change. What was decided anew since stays.
settings-history-none = Everything is as shipped.
settings-back = Go back
settings-returned = It is as it was before.
settings-answers =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
settings-returned-held =
    { $count ->
        [one] It is as it was before, but for { $count } setting that was decided anew since.
       *[other] It is as it was before, but for { $count } settings that were decided anew since.
    }
settings-applied =
    { $count ->
        [one] { $count } setting was changed. It can be taken back below.
       *[other] { $count } settings were changed. All of it can be taken back below.
    }
settings-exported =
    { $count ->
        [one] { $count } setting was written.
       *[other] { $count } settings were written.
    }
settings-plan-text =
    { $count ->
        [one] { $count } setting would change; { $unchanged } are this way already.
       *[other] { $count } settings would change; { $unchanged } are this way already.
    }
settings-plan-later =
    { $count ->
        [one] One of them has no effect yet; it says so where it stands.
       *[other] { $count } of them have no effect yet; each says so where it stands.
    }
settings-plan-refused =
    { $count ->
        [one] { $count } setting cannot be taken, so nothing is
       *[other] { $count } settings cannot be taken, so nothing is
    }
settings-plan-go =
    { $count ->
        [one] Change { $count } setting
       *[other] Change { $count } settings
    }
settings-section-language = Language
settings-section-fields = Own fields
settings-theme = Colours
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-contrast = High contrast
settings-zoom = Size
settings-fields-text = Fields that only your office needs. They appear on the card under More, and are part of what a person can ask to see.
settings-fields-empty = No own fields yet.
settings-field-new = New field
settings-field-edit = Edit field
settings-field-name = Name
settings-field-key = Key
settings-field-key-hint = Used in files and commands. It cannot be changed later.
settings-field-type = Type
settings-field-type-text = Text
settings-field-type-number = Number
settings-field-type-date = Date
settings-field-type-yes-no = Yes/no
settings-field-type-list = List
settings-field-items = Items of the list
settings-field-data-category = Kind of data
settings-field-origin = Comes from
settings-field-in-report = Part of the access report
settings-field-archive = Stop using
settings-field-restore = Use again
settings-field-saved = The field { $name } was saved.

## About

about-title = About Kartotek
about-version = Version { $version }
about-text = Kartotek keeps a seller’s card file on the seller’s own computer, encrypted, and can say for every person in it why they are kept.
about-no-advice = Kartotek helps you follow the rules on personal data. It gives no legal advice and does not make anybody compliant by itself.
about-network = It works without a network and sends nothing by itself but the mail you put into the outbox.
about-licence = Free software under the MIT or Apache 2.0 licence.
about-fonts = Typeface: Inter (OFL). Icons: Lucide (ISC).

## Help for each screen (F1)

help-title = Help: { $screen }
help-start =
    Create my card file makes a new, encrypted card file and asks for a passphrase.

    Open looks for a card file that is already there: choose its folder.

    Try it with sample persons shows 2,000 invented persons. Nothing you do there is kept.
help-create =
    The passphrase encrypts everything. Nobody can reset it for you.

    The recovery key is your way in when the passphrase is forgotten. Write it down and keep it somewhere else than the computer. You type it once, to be sure that your note can be read.
help-unlock =
    Type the passphrase and press Enter. Small and capital letters and spaces count.

    Forgotten? Choose Open with the recovery key, type the key from your note, and choose a new passphrase.
help-persons =
    Type in the search field to find people: every word may be anywhere in the name, company, e-mail, phone or number. Marks do not matter: odegard finds Ødegård.

    Arrow keys move in the list, Enter opens the card, Esc closes it. Shift and Ctrl select several. A click on a heading sorts.
help-card =
    Double-click the card to change it, or press F2. Ctrl+S saves, Esc leaves; unsaved changes are never thrown away without asking.

    The line at the foot says who made and changed the card. The link Legal basis shows why the person may be kept: press Ctrl+L.
help-basis =
    Each purpose has its own legal basis: why you may use the person’s data for it, and where that came from.

    Enter or a double click changes a line. Withdraw consent and Objects take effect at once.

    History shows everything that was ever noted. Nothing in it can be changed; a mistake is corrected by a new line.
help-new =
    A name and a way to reach the person are enough. Legal basis and source are filled in with what is usual; look at them before you save.

    If the person seems to be here already, you are told at once and can open that card instead.
help-import =
    Choose the file, say what its columns are, and say why you may keep these people. Before anything is added you see, row by row, what will happen.

    A row that cannot be taken is listed with the reason; the others go in. The whole import can be undone afterwards.
help-settings =
    Language and colours apply at once and only to you.

    Own fields appear on every card under More. Say what kind of data a field holds: that decides whether it is shown in reports and what erasure does to it.

    Keys and lock: after how long the card file locks by itself, a new passphrase, a new recovery key, and whether this computer remembers the key. What touches a key asks for the passphrase first.
help-keys-title = Keys
help-key-save = Save
help-key-open = Open
help-key-close = Close or go back
help-key-basis = Legal basis
help-key-help = Help
help-key-next = Next field
# The guide
guide-title = The guide
guide-chapters = Chapters
guide-save = Save to read and print…
guide-save-title = Save the guide
guide-file = Kartotek guide.html
guide-saved = The guide was saved. The browser shows it.
guide-key-does = What it does
guide-key-is = Keys
cli-help-guide = Write the guide as one page for a browser

## Problems: what happened, that nothing is lost, what to do

problem-title = That did not work
problem-wrong-passphrase = This is not the passphrase. Nothing was changed. Check Caps Lock and try again.
problem-wrong-recovery-key = This is not the recovery key of this card file. Nothing was changed. Compare it with your note.
problem-recovery-key-typo = The recovery key has a typing mistake in group { $group }. Nothing was changed. Compare it with your note.
problem-in-use = This card file is already open, in another window or by another program. Nothing was changed. Close it there first.
problem-not-a-vault = There is no card file in this folder. Nothing was changed. Choose the folder that holds vault.db.
problem-folder-not-empty = There is something in this folder already. Nothing was changed. Choose an empty folder.
problem-vault-exists = There is a card file in this folder already. It was not touched. Open it, or choose another folder.
problem-empty-file = The file of this card file is empty: it was probably not copied completely. Nothing was overwritten. Restore it from a backup.
problem-damaged = The card file is damaged and was not opened, so that nothing gets worse. Nothing was overwritten. Restore it from a backup.
problem-damaged-open = The card file is damaged, and a part of it cannot be read. Nothing was overwritten. Restore it from a backup.
problem-keys-damaged = The key file of this card file is damaged, and so is its copy. Nothing was overwritten. Copy vault.keys back from where you keep a copy of the folder, or make the card file anew from a backup: Restore on the start page, or kartotek backup restore.
problem-keys-missing = The key file vault.keys is missing from this folder. Nothing was changed. Copy it back from where the folder came from.
problem-keys-mismatch = The key file belongs to another card file. Nothing was changed. Put back the one that was beside this vault.db.
problem-keys-outdated = The key file (vault.keys) is an older one: the key was changed since, because somebody no longer works with this card file. Nothing was changed. Put back the newest vault.keys, or restore a backup.
problem-newer-version = This card file was used by a newer version of Kartotek. Nothing was changed. Please update the program.
problem-migration = The card file could not be brought up to date. It is as it was before, and a copy lies beside it. Please try again.
problem-disk-full = The disk is full. What was saved before is safe, the last change was not saved. Make room and try again.
problem-read-only = The folder cannot be written to. Nothing was changed. Check its permissions or choose another one.
problem-missing = The folder or file is not there any more. Nothing was changed. Is the drive connected?
problem-is-a-folder = This is a folder; a file is needed. Nothing was changed. Give the file a name in it.
problem-io = The disk gave an error. What was saved before is safe. Try again; if it happens again, make a backup to another disk.
problem-database = The card file could not answer. Nothing was changed. Close it and open it again.
problem-busy = The card file is busy with longer work. Nothing was changed. Please try again in a moment.
problem-locked = The card file is locked. Nothing is lost. Open it with your passphrase.
problem-not-found = This is no longer in the card file. Nothing was changed.
problem-changed-elsewhere = Somebody has changed this in the meantime. Your change was not saved and is still here. Look at the new version first.
problem-lacks-right = Your role lacks the right “{ $right }”. { $role } can grant it.
problem-nothing-changed = Nothing was changed.
problem-invalid = Something in the fields is not right. Nothing was saved. See below the fields.
problem-attachment = The attachment cannot be read: its file is missing or damaged. Everything else is safe.
problem-attachment-too-large = The file is larger than { $limit }. Nothing was added.
problem-export-file = The file could not be written. Nothing was lost. Is it open in another program?
problem-cancelled = Stopped. Nothing was changed.
problem-unexpected = Something unexpected happened. What was saved is safe. Close the card file and open it again.
role-owner = Owner
role-privacy-officer = Privacy officer
role-seller = Seller
role-assistant = Assistant
role-read-only = Read only

## Short notes that pass

card-picture-saved = Picture changed
toast-copied = Copied: { $what }

## The command line

cli-about = A card file for sellers, encrypted on one’s own computer. Without a command, the window opens.
cli-passphrase-prompt = Passphrase:
cli-passphrase-again-prompt = Passphrase once more:
cli-no-vault = No card file was named. Nothing was changed. Use --vault or KARTOTEK_VAULT.
cli-no-passphrase = The passphrase could not be asked for: this is not a terminal. Nothing was changed. Use --passphrase-file.
cli-passphrase-file = The passphrase file could not be read. Nothing was changed.
cli-created = The card file was created in { $folder }.
cli-recovery-key = Recovery key (write it down, it is shown only now): { $key }
cli-demo-created =
    { $persons ->
        [one] One sample person was
       *[other] { $persons } sample persons were
    } made in { $folder }.
cli-found =
    { $count } { $count ->
        [one] person
       *[other] persons
    } found
cli-import-done = Import { $id }: { $rows } rows, { $added } added, { $updated } updated, { $skipped } skipped, { $rejected } could not be taken.
cli-import-plan = Plan only, nothing was changed: { $rows } rows, { $added } would be added, { $updated } updated, { $skipped } skipped, { $rejected } could not be taken.
cli-basis-set = { $purpose }: { $basis } ({ $source })
cli-check-ok = Everything is in order.
cli-check-findings =
    { $count ->
        [one] One thing needs
       *[other] { $count } things need
    } attention:
cli-no-such-person = There is no person { $id } in this card file. Nothing was changed.
cli-no-such-card = There is neither a person nor a company { $id } in this card file. Nothing was changed.
cli-not-found = There is nothing with that id in this card file. Nothing was changed.
cli-not-a-text = This file holds no text. Nothing was changed.
cli-no-such-correction = Nothing on this card was corrected that could be confirmed.
cli-no-such-setting = There is no such setting. Nothing was changed. `kartotek settings get` names them.
cli-no-such-field = There is no such field, or every card needs it. Nothing was changed.
cli-no-such-kind-of-selection = That selection is of another kind. Nothing was changed.
cli-no-such-selection = There is no selection of that name. Nothing was changed. `kartotek selection list` names them.
cli-no-such-role = There is no role of that name. Nothing was changed. `kartotek settings get role` names them.
cli-no-such-user = Nobody of that name works here. Nothing was changed. `kartotek users list` names everybody.
cli-unknown-field = There is no field { $field }. Nothing was changed.
cli-read-only-field = { $field } cannot be set. Nothing was changed.
cli-unknown-word = “{ $value }” is not known as { $list }. Nothing was changed. Known: { $known }
cli-not-a-date = “{ $value }” is not a date. Nothing was changed. Write it like 2026-03-05 or -30d.
cli-not-of-kind = { $option } does not go with this kind of activity: { $kind }. Nothing was changed.
cli-help-vault = Folder of the card file (KARTOTEK_VAULT)
cli-help-passphrase-file = File that holds the passphrase (KARTOTEK_PASSPHRASE_FILE)
cli-help-user = User name (KARTOTEK_USER), me if absent
cli-help-lang = Language of the answers
cli-help-json = Answer with one JSON document
cli-help-dry-run = Print the plan and change nothing
cli-help-init = Create a new card file
cli-help-demo = Make a card file of sample persons
cli-help-import = Import people from files
cli-help-import-undo = Undo an import
cli-help-find = Find people
cli-help-show = Show a whole card
cli-help-edit = Change fields of a card
cli-help-interest = Add or remove interests
cli-help-basis = Legal basis of a person
cli-help-basis-set = Note a legal basis
cli-help-basis-history = Show everything that was noted
cli-help-check = Check the card file

## Lists: categories

item-category-prospect = Prospect
item-category-customer = Customer
item-category-former-customer = Former customer
item-category-supplier = Supplier
item-category-partner = Partner

## Lists: legal bases

item-basis-consent = Consent
item-basis-contract = Contract
item-basis-legal-obligation = Legal obligation
item-basis-vital-interests = Vital interests
item-basis-public-task = Public task
item-basis-legitimate-interests = Legitimate interests
item-basis-withdrawn = Withdrawn
item-basis-objected = Objected
item-basis-void = Entered by mistake

## Lists: purposes

item-purpose-sales = Sales and service
item-purpose-marketing = E-marketing

## Lists: sources

item-source-user = Created by user
item-source-email = E-mail
item-source-request = Incoming request
item-source-chat = Chat
item-source-web-form = Web form
item-source-portal = Customer portal
item-source-import = Import
item-source-integration = Other integration
item-source-business-card = Business card
item-source-meeting = Meeting
item-source-phone = Phone call
item-source-fair = Trade fair
item-source-social-media = Social media
item-source-unknown = Unknown

## Lists: subscription types

item-subscription-invitations = Invitations
item-subscription-news = News
item-subscription-promotions = Promotions
item-subscription-urgent = Urgent messages

## Lists: businesses

item-business-agriculture = Agriculture and forestry
item-business-seafood = Fishing and seafood
item-business-energy = Energy
item-business-manufacturing = Manufacturing
item-business-construction = Construction
item-business-trade = Retail and wholesale
item-business-transport = Transport and logistics
item-business-hospitality = Hotels and restaurants
item-business-it = IT and telecom
item-business-finance = Finance and insurance
item-business-services = Business services
item-business-public = Public sector
item-business-health = Health and care
item-business-education = Education
item-business-other = Other

## Lists: positions

item-position-owner = Owner
item-position-managing-director = Managing director
item-position-chair = Chair of the board
item-position-finance = Finance manager
item-position-purchasing = Purchasing manager
item-position-buyer = Buyer
item-position-sales = Sales manager
item-position-marketing = Marketing manager
item-position-it = IT manager
item-position-operations = Operations manager
item-position-production = Production manager
item-position-project = Project manager
item-position-hr = HR manager
item-position-consultant = Consultant
item-position-assistant = Assistant
item-position-other = Other

## Lists: interests

item-interest-products = New products
item-interest-offers = Offers
item-interest-events = Events and courses
item-interest-fairs = Trade fairs
item-interest-service = Service and maintenance
item-interest-sustainability = Sustainability
item-interest-digital = Digital solutions
item-interest-partnership = Partnership

## Lists: languages

item-language-nb = Norwegian (bokmål)
item-language-nn = Norwegian (nynorsk)
item-language-sv = Swedish
item-language-da = Danish
item-language-fi = Finnish
item-language-en = English
item-language-de = German
item-language-fr = French
item-language-nl = Dutch
item-language-es = Spanish
item-language-it = Italian
item-language-pl = Polish

## Lists: labels of e-mails, phones and addresses

item-label-work = Work
item-label-private = Private
item-label-home = Home
item-label-mobile = Mobile
item-label-direct = Direct
item-label-switchboard = Switchboard
item-label-fax = Fax
item-label-invoice = Invoice
item-label-postal = Postal
item-label-visiting = Visiting
item-label-other = Other

## Countries (ISO 3166-1 alpha-2)

country-AD = Andorra
country-AE = United Arab Emirates
country-AL = Albania
country-AM = Armenia
country-AR = Argentina
country-AT = Austria
country-AU = Australia
country-AX = Åland Islands
country-AZ = Azerbaijan
country-BA = Bosnia and Herzegovina
country-BE = Belgium
country-BG = Bulgaria
country-BR = Brazil
country-BY = Belarus
country-CA = Canada
country-CH = Switzerland
country-CL = Chile
country-CN = China
country-CY = Cyprus
country-CZ = Czechia
country-DE = Germany
country-DK = Denmark
country-EE = Estonia
country-EG = Egypt
country-ES = Spain
country-FI = Finland
country-FO = Faroe Islands
country-FR = France
country-GB = United Kingdom
country-GE = Georgia
country-GG = Guernsey
country-GI = Gibraltar
country-GL = Greenland
country-GR = Greece
country-HK = Hong Kong
country-HR = Croatia
country-HU = Hungary
country-ID = Indonesia
country-IE = Ireland
country-IL = Israel
country-IM = Isle of Man
country-IN = India
country-IS = Iceland
country-IT = Italy
country-JE = Jersey
country-JP = Japan
country-KR = South Korea
country-LI = Liechtenstein
country-LT = Lithuania
country-LU = Luxembourg
country-LV = Latvia
country-MA = Morocco
country-MC = Monaco
country-MD = Moldova
country-ME = Montenegro
country-MK = North Macedonia
country-MT = Malta
country-MX = Mexico
country-NL = Netherlands
country-NO = Norway
country-NZ = New Zealand
country-PL = Poland
country-PT = Portugal
country-RO = Romania
country-RS = Serbia
country-RU = Russia
country-SA = Saudi Arabia
country-SE = Sweden
country-SG = Singapore
country-SI = Slovenia
country-SJ = Svalbard and Jan Mayen
country-SK = Slovakia
country-SM = San Marino
country-TH = Thailand
country-TR = Türkiye
country-TW = Taiwan
country-UA = Ukraine
country-US = United States
country-VA = Vatican City
country-VN = Vietnam
country-XK = Kosovo
country-ZA = South Africa

## What can be wrong with a value, by the model's keys
invalid-missing = This is needed.
invalid-no-name = A first or a last name is needed.
invalid-too-long = This is too long.
invalid-not-an-email = This is not an e-mail address (name@example.com).
invalid-not-a-phone = A phone number has 3 to 20 digits; spaces and + - ( ) may stand between them.
invalid-not-a-date = This is not a date. Try 24.12.2026.
invalid-not-a-time = This is not a time. Try 14:30.
invalid-impossible-date = This date cannot be right.
invalid-not-a-number = This is not a number.
invalid-number-range = A whole number from { $least } to { $most } is needed.
invalid-not-yes-no = Answer yes or no.
invalid-not-a-country = This is not a country.
invalid-not-a-website = This is not a web address.
invalid-unknown = This is not on the list.
invalid-taken = Another card has this already.
invalid-not-a-key = Small letters, digits and hyphens only.
invalid-read-only = This can be read but not changed.
invalid-no-such-field = There is no such field.

## Problems and rules of the office
problem-file-changed = The file was changed since it was read. Nothing was imported. Choose it again.
problem-not-a-picture = This is not a PNG or JPEG picture. Nothing was changed. Choose another file.
problem-database-missing = The file vault.db, which holds the data, is missing. Nothing was changed. Put it back, or restore a backup.
problem-user-unknown = This card file has no user with this name. Nothing was changed. Check the spelling.
problem-user-not-at-work = This user does not work with this card file: they were removed, or were not added completely. Nothing was changed. Ask an owner to add you under another name.
problem-empty-passphrase = A passphrase cannot be empty. Nothing was changed. Choose one that is hard to guess.
problem-log-missing = The file vault.db-wal, which holds the latest changes, is missing. Nothing was overwritten. Put it back; to go on without those changes, remove vault.lock and open again.
rule-nothing-to-void = There is no entry to strike out. Nothing was changed.
rule-not-correctable = This entry cannot be corrected: it belongs to another person or purpose. Nothing was changed.
rule-import-needs-basis = An import needs a purpose, a legal basis and a source for the persons in the file. Nothing was imported.
rule-undone-before = This import was undone before. Nothing was changed.
rule-wording-of-other-purpose = This wording belongs to another purpose. Nothing was changed. Choose one of the purpose’s own.
rule-empty-wording = A wording cannot be empty. Nothing was changed.
user-me = Me
user-by-me = me
user-first = First user
wording-sales = Yes, you may keep my contact details to answer my questions and deliver what I order. I can take my consent back at any time.
wording-marketing = Yes, send me news and offers by e-mail. I can take my consent back at any time, by a reply or the link in every message.

## Fields beyond those of cards
field-legal_basis = Legal basis
field-custom = Own field
field-attachment = Attached file
field-import = Import

## The data map, rights, and how cards resemble each other
data-category-identity = Identity
data-category-contact = Contact details
data-category-relation = Relation to us
data-category-communication = Communication
data-category-behaviour = Interests and behaviour
data-category-financial = Financial
data-category-permission = Legal basis and permissions
data-category-handling = Handling of the record
data-category-other = Other
data-origin-provided = Given by the person
data-origin-observed = Observed
data-origin-derived = Concluded or assigned by us
data-origin-third-party = From or about somebody else
right-see = See cards
right-create = Create cards
right-edit = Edit cards
right-legal-basis = Change legal bases
right-import = Import files
right-export = Export
right-settings = Change settings
likeness-email = Same e-mail address
likeness-number = Same number
likeness-phone-and-name = Same phone and name
likeness-phone = Same phone
likeness-name = Similar name

## Why a row of a file cannot be taken
row-too-many-cells = The row has more cells than there are headings.
row-cell-too-long = A cell is too long.
row-row-too-long = The row is too long.
row-unclosed-quote = A quotation mark is never closed.
row-not-a-person = This is a company or a group, not a person.
row-unfinished-card = The card is not complete.
row-not-a-card = There is text where a card should be.
row-too-many-rows = The file has more rows than can be taken at once; the rest was not read.
row-unreadable = The file cannot be read any further.
row-damaged = The file is damaged from here on.
row-unseen = The person is here already, and somebody else looks after them: nothing of the row was taken. It takes the right to see cards that another looks after.
row-given-away = The row names somebody else as the contact: nothing of it was taken. It takes the right to see cards that another looks after.
row-restricted = The person is here already, and their data is restricted (art. 18): nothing of the row was taken.

## Sample people

rule-sample-needs-empty = Sample persons only go into an empty card file, so that they never mix with real ones. Nothing was changed.

## The command line: options, and what goes wrong
cli-option-help = Print help
cli-option-version = Print the version
cli-option-demo = Open the window on sample persons
cli-option-dir = Folder for the card file: new or empty
cli-option-persons = How many people
cli-option-seed = The same number makes the same people
cli-option-files = Files to import: CSV, Excel (.xlsx) or vCard (.vcf)
cli-option-purpose = Purpose, such as sales or marketing
cli-option-basis = Legal basis, such as consent, contract or legitimate-interests
cli-option-source = Where it came from, such as email, fair or business-card
cli-option-comment = Comment on the legal basis
cli-option-condition = Condition of art. 9(2), a letter, where the purpose needs data of special categories
cli-option-relation-add-comment = More about it
cli-option-format = Format of the files
cli-option-map = What a column is: its heading or number, and a field (also full_name, basis, source, comment, ignore)
cli-option-on-duplicate = What to do with people who are already here
cli-option-override-suppression = Why people who were erased may come in again; it is kept on record. Takes the right to overrule
cli-option-text = What to look for; nothing ("") finds everybody
cli-option-limit = At most this many
cli-option-offset = Leave out this many at the start
cli-option-id = Identity, as other commands show it
cli-option-reason = Why; it is kept on record. A restricted card is opened only for a reason
cli-option-changes = What to change
cli-option-wording = Identity of the wording the person was shown
cli-option-evidence = File that proves it
cli-demo-is-the-window = --demo opens the window and goes with no command. Nothing was changed. To make a card file of sample persons: kartotek demo.
cli-output = The answer could not be written. What was done is done. Check where the output goes.
cli-invalid = { $field }: { $reason }
cli-nothing-changed = Nothing was changed.
cli-passphrases-differ = The two passphrases are not the same. Nothing was changed. Try again.
cli-map-shape = “{ $value }” is not COLUMN=FIELD. Nothing was imported.
cli-unknown-column = The file has no column “{ $column }”. Nothing was imported. It has: { $known }
cli-imports-made = Imports made before this and kept: { $ids }.
cli-import-row = Row { $row }: { $reason }
cli-import-refusals =
    { $count ->
        [one] One consent was
       *[other] { $count } consents were
    } not taken: the person withdrew or objected before.
cli-same-person = { $name } ({ $id }) may be the same person: { $how }.
cli-change-shape = “{ $value }” is not FIELD=VALUE. Nothing was changed.
cli-interest-shape = “{ $value }” is neither +KEY nor -KEY. Nothing was changed.
cli-usage-command = “{ $command }” is no command.
cli-usage-argument = “{ $argument }” is not known here.
cli-usage-no-value = “{ $argument }” needs a value.
cli-usage-value = “{ $value }” cannot be the value of “{ $argument }”.
cli-usage-known = It takes: { $known }.
cli-usage-missing = Missing: { $arguments }.
cli-usage-no-command = A command is missing: { $known }.
cli-usage-conflict = “{ $argument }” and “{ $other }” do not go together.
cli-usage-values = “{ $argument }” takes another number of values.
cli-usage-meant = Did you mean “{ $word }”?
cli-usage-call = Usage: { $usage }
cli-usage-help = More is told with --help.
check-header = The beginning of vault.db was changed. Keep the folder as it is and restore a backup.
check-cipher = An encrypted page is damaged: { $detail }
check-structure = The structure is damaged: { $detail }
check-sort-keys =
    { $count ->
        [one] One name stands
       *[other] { $count } names stand
    } in the wrong place of the list. Changing the language of the card file puts it right.
check-journal = The journal chain is broken at entry { $entry }.
check-unmapped-column = A column is missing from the data map: { $column }
check-missing-column = The data map names a column that is not there: { $column }
check-attachments-without-file =
    { $count ->
        [one] The file of one attachment is missing.
       *[other] The files of { $count } attachments are missing.
    }
check-attachments-damaged =
    { $count ->
        [one] One attachment is damaged: its file is empty or was changed by the disk or by another program.
       *[other] { $count } attachments are damaged: their files are empty or were changed by the disk or by another program.
    } An older backup may hold it whole.
check-files-without-attachment =
    { $count ->
        [one] One file in the folder of attachments belongs
       *[other] { $count } files in the folder of attachments belong
    } to no card. Without a key nobody can read it.
check-dangling =
    { $count ->
        [one] One row
       *[other] { $count } rows
    } of the table { $table } names something that is not there.
## The manual page, and what shells complete

cli-help-pages = Write the manual page and what shells complete, for packages
cli-option-pages = Folder that the pages are written to, as they lie below /usr/share
cli-pages-not-written = The pages could not be written. The card file was not touched. Check that the folder can be written to.
cli-page-name = Name
cli-page-what = a card file for sellers, encrypted on one’s own computer
cli-page-synopsis = Synopsis
cli-page-call = [OPTION]… [COMMAND [OPTION]… [VALUE]…]
cli-page-description = Description
cli-page-description-text = What the window does, a command does too, through the same rights and rules, and it is noted in the same journal. The passphrase comes from the file that is named, or is asked for on the terminal; it is never part of the call. The command “run” also opens the card file with the key that this computer remembers.
cli-page-options = Options
cli-page-commands = Commands
cli-page-exit = Exit status
cli-page-exit-0 = Done.
cli-page-exit-1 = It could not be done. The sentence on standard error says what happened, that nothing was lost, and what to do.
cli-page-exit-2 = The call was not understood.
cli-page-exit-3 = The card file was not opened: wrong passphrase, unknown user, or it is in use.
cli-page-exit-4 = Refused by a rule, or a right is missing.
cli-page-environment = Environment
cli-page-variable-vault = Stands in for --vault.
cli-page-variable-passphrase-file = Stands in for --passphrase-file.
cli-page-variable-user = Stands in for --user.
cli-page-variable-config-dir = Folder of the window’s settings, in place of the usual one.
cli-page-variable-log = “error” or “warn”: what goes wrong inside the program is said on standard error.
cli-page-files = Files
cli-page-file-vault = The card file, where no other folder is named.
cli-page-file-settings = The settings of the window: size, language, which card file was open. No names of people.

## The legal-basis dialog, further texts
basis-with-article = { $basis } – { $article }
basis-article-consent = art. 6(1)(a)
basis-article-contract = art. 6(1)(b)
basis-article-legal-obligation = art. 6(1)(c)
basis-article-vital-interests = art. 6(1)(d)
basis-article-public-task = art. 6(1)(e)
basis-article-legitimate-interests = art. 6(1)(f)
basis-article-withdrawn = art. 7(3)
basis-article-objected = art. 21
basis-explain-consent = The person said yes to this purpose, freely, and can take it back.
basis-explain-contract = Needed for a contract with the person, or for an offer they asked for.
basis-explain-legal-obligation = A law tells us to, such as the one on bookkeeping.
basis-explain-vital-interests = It protects somebody’s life or health.
basis-explain-public-task = A task in the public interest, laid down by law.
basis-explain-legitimate-interests = We have a good reason that the person’s interests do not outweigh.
basis-explain-withdrawn = The person took the consent back.
basis-explain-objected = The person does not want this.
basis-objected-already = The objection is noted already.
basis-wording-add = Add wording
basis-wording-intro = It becomes the next version in its language; earlier ones stay as they were shown.
basis-wording-missing = Write what the person was shown.
basis-evidence-save = Save evidence…
basis-evidence-save-title = Save the evidence outside the card file
basis-evidence-saved = Saved as { $file }. Outside the card file it is not encrypted.
basis-evidence-suggested = evidence
basis-evidence-pasted = pasted-text.txt
basis-evidence-choose-title = Choose what proves it
basis-evidence-kinds = Any file
basis-evidence-is = { $name } ({ $size })
basis-history-title = History — { $name }
basis-history-holds = Holds now
basis-history-earlier = Earlier
basis-history-corrected = Corrected by the line of { $when }
basis-history-voided = Entered by mistake: see the line of { $when }
basis-history-voids = Strikes out the line of { $when }
basis-history-correct = Correct…
basis-history-void-hint = The line stays readable but no longer counts.
basis-voided-toast = The line no longer counts. What stood before it holds again.
basis-export-title = Legal bases of a person, with their history
basis-export-dialog = Save the legal bases
basis-export-person = Person: { $name }
basis-export-date = As of { $when }
basis-export-suggested = legal-basis.xlsx
basis-column-status = Status

## New person, further texts
new-lookalikes = Already here?
new-lookalikes-none = Nobody so far has the same e-mail or phone, or a similar name in the same company.
new-same-person = This seems to be the same person. Open the card, or add a second one all the same.
new-purpose = Purpose: { $purpose }
new-unsaved = What you typed is not saved yet.

## Own fields, further texts
own-field-items-hint = One on each line.
own-field-fixed = Key and type stay: what is already entered depends on them.
own-field-place = { $category } · { $origin }
own-field-not-in-report = not in the access report
own-field-in-report = in the access report
own-field-unused = Not in use
own-field-empty-text = An own field is a line on every card that only your office needs, such as the customer’s terms or the day of the next visit.
own-field-stopped = { $name } is no longer shown on cards. What was entered stays.
own-field-restored = { $name } is shown on cards again.
own-field-law = Where the data belongs decides what reports and erasure do with it.
own-field-taken = Another field has this key already.
## The window: making and opening card files, and what lies around the screens
create-confirm-groups = Type these four groups from your note, so that we both know it can be read.
create-confirm-group = Group { $number }
create-recovery-print = To print it, save it as a text file, print that file, and delete it afterwards.
create-recovery-saved = The recovery key was saved. Print the file, then delete it.
create-nobody-recovers = Nobody can tell you a forgotten passphrase. For that day you get a recovery key in the next step.
recovery-length = A recovery key has 36 letters and digits, this has { $found }. Compare it with your note.
recovery-typo = The recovery key has a typing mistake. Nothing was changed. Compare it with your note.
recovery-why = Once your contacts are in here, a forgotten passphrase must not lose them. Type the whole key; spaces and dashes do not matter.
locate-title = Open a card file
locate-text = Choose its folder: the one that holds vault.db.
unlock-new-title = Choose a new passphrase
unlock-new-text = The recovery key is right, and the card file is open. From now on it opens with the passphrase you choose here.
sample-progress = { $done } of { $total }
frame-sample = Sample persons – nothing here is real
frame-sample-text = Try anything. What you enter is deleted when you close the window.
frame-settings-short = Settings
unsaved-leave-title = Save your changes?
path-text = The system shows no dialog for choosing files. Type the full path.
path-field = Path
path-not-full = This is not a full path. It begins at the root of the disk.
outside-failed = The system has no program to open this with.
closing = Closing the card file…
settings-language-hint = For all texts, at once. Names are sorted as in this language, too.
settings-theme-hint = Dark ink on light paper, or the other way round.
settings-contrast-hint = Black and white with thicker lines, easier to see.
settings-contrast-on = On
settings-contrast-off = Off
settings-zoom-hint = Makes everything in the window larger or smaller.
settings-zoom-percent = { $percent } %
settings-section-file = Card file
settings-file-hint = The folder your card file lies in, with its backups and attachments.
settings-open-folder = Show the folder
settings-about-hint = What Kartotek is, its version and licences.
help-topic-card = The card of a person
key-control = Ctrl
key-command = ⌘
key-shift = Shift
key-enter = Enter
key-escape = Esc
key-tab = Tab
## The persons screen
list-search-keys = Ctrl K
list-search-keys-mac = ⌘ K
list-show-all = Show everybody
list-only-nobody = Nobody in “{ $heading }”
list-only-nobody-text = The persons who were on this list are no longer in the card file.
choice-nothing = Nothing fits
card-no-contact = No e-mail, phone or address is known.
card-move-up = Move up
card-back-to-changes = Back to my changes
card-newer = The version saved { $when } by { $who }
card-newer-text = Your changes are kept. Go back to them to save them on top of this version.
card-objected = Objects to { $purpose } since { $date }
card-withdrawn = Consent to { $purpose } was withdrawn on { $date }
card-interests-none = No interests are noted.
## Card: types of mailings

subscription-wants = Wants
subscription-refuses = Refuses
subscription-wanted = Wanted
subscription-refused = Refused
subscription-covered = Nothing said; the consent covers it
subscription-unsaid = Nothing said
subscription-said = { $when } by { $who }
subscription-stop-restricted = No mailings: the processing of this person’s data is restricted.
subscription-stop-objection = No mailings: the person objected to direct marketing.
subscription-stop-withdrawn = No mailings: the person took back the consent to e-marketing.
subscription-stop-no-mailings = No mailings: the card says so.
# May I write to this person?
may-mail-service = It concerns the person: it answers them, or the law asks for it.
may-mail-test = It goes to yourself.
may-mail-request = Asking for consent by e-mail is allowed at this address.
may-mail-consent = The person consented on { $day }; which wording was shown is not noted.
may-mail-consent-worded = The person consented on { $day } to version { $version } of the wording ({ $language }).
may-mail-customer = The person is an existing customer and has not refused.
may-mail-no-address = The card has no e-mail address.
may-mail-address-gone = The card does not have the address any more that it was written to.
may-mail-bounced = Nothing is sent to the address: mail to it came back, or somebody there called it spam.
may-mail-in-trash = The card lies in the trash.
may-mail-restricted = The processing of the person’s data is restricted (art. 18).
may-mail-objects = The person objected to direct marketing (art. 21).
may-mail-withdrawn = The person took back the consent to e-marketing.
may-mail-suppressed = The address is one of somebody who was erased.
may-mail-refused = The person refused this type of mailings.
may-mail-no-mailings = The card says that the person wants no mailings.
may-mail-minor = The person is too young to consent to marketing alone.
may-mail-no-consent = No consent to e-marketing is documented.
may-mail-consent-expired = The consent of { $day } is older than the office trusts one; it has to be asked for again.
may-mail-not-customer-unused = There is no consent, and the rule for existing customers is not used here.
may-mail-not-customer = The person is no existing customer.
may-mail-not-customer-not-offered = There is no consent, and existing customers could not say no when they gave their address.
may-mail-not-customer-category = There is no consent, and the person is not in a category of customers.
may-mail-not-customer-source = There is no consent, and the address was not given in connection with a sale.
may-mail-not-customer-too-long-ago = There is no consent, and the last activity with this customer was too long ago.
may-mail-not-subscribed = The person did not ask for this type of mailings.
may-mail-not-informed = The person has not been told yet what is kept of them (art. 13, 14): send the notice first.
may-mail-request-advertises = To ask a natural person for consent by e-mail is marketing itself in Norway and Sweden (mfl. § 15, MFL 19 §). Lawful ways are: in person or on paper, in a call, at a purchase, on your web site, in an answer to a message of theirs, or by letter.
may-mail-yes = Yes: { $why }
may-mail-no = No: { $why }
may-mail-as-above = as above

# Mailings
mailing-unsubscribe = You do not want this any more? Say so here, and it stops at once: { $link }
mailing-unsubscribe-answer = You do not want this any more? Answer this message with “stop”, and it stops at once.
mailing-wishes = You choose what you get from us:
mailing-wish-types = Only some kinds of mail
mailing-wish-nothing = No more mailings at all
mailing-wish-about = What we hold about you
frame-mailings = Mailings
action-mailings = Show the mailings
help-mailings = A mailing is one message to each person of a selection who may get it. New mailing has everything on one page: to whom, what, and the check. The check says of everybody how it stands with them before anything is queued: ready, no consent, not subscribed, objects, restricted and so on. It is asked again when each message leaves. Each message says how to get no more, and the answer is taken in with mail intake. Pause lets what has not left wait; Stop removes it.
mailings-title = Mailings
mailings-new = New mailing
mailing-begun-already = A mailing is being written here already. Send it, or leave it with Back, before you begin another.
mailings-closed = Mailings are for those who may send mail
mailings-none-text = Write to everybody in a selection who may be written to. Each gets a message of their own, and nobody sees the others.
mailings-column-name = Mailing
mailings-column-to = Selection
mailings-column-when = When
mailings-column-how = Sent
mailing-by = Queued { $time } by { $user }
mailing-not-before = Not before { $time }
mailing-pause = Pause
mailing-resume = Go on
mailing-stop = Stop
mailing-stop-title = Stop this mailing?
mailing-stop-says = What has not left is removed and cannot be brought back. What was sent stays as it is.
mailing-stop-now = { $count ->
    [one] Remove 1 message
   *[other] Remove { $count } messages
}
mailing-who = To whom
mailing-what = What
mailing-check = Check
mailing-is-mailing = Mailing
mailing-is-breach = Notice of a breach (art. 34)
mailing-breach-says = It goes to whoever it concerns: consent, subscriptions and objections do not stop it.
mailing-selection = Selection
mailing-choose-selection = Choose a selection
mailing-no-selection = No selection of that name
mailing-type = Type of mailings
mailing-let-past = { $count ->
    [one] Also to 1 person whom a stop keeps out
   *[other] Also to { $count } persons whom a stop keeps out
}
mailing-why = Why
mailing-why-hint = It stays on record. Nobody gets it who objected, refused or withdrew, whose data is restricted, or who was erased.
mailing-name = Name
mailing-name-hint = For yourselves; the recipients do not see it.
mailing-text = Text
mailing-what-happened = What happened
mailing-consequences = What it may lead to
mailing-measures = What is done about it, and what they can do
mailing-attach = Attach a file
mailing-detach = Take the file away
mailing-mark = Enter it as an e-mail on each card once it has left (it then counts as the last activity)
mailing-no-account = The messages wait in the outbox until there is one.
mailing-in-trash = { $count ->
    [one] One of them lies in the trash: until it is emptied, the data is kept, and a breach concerns them too.
   *[other] { $count } of them lie in the trash: until it is emptied, the data is kept, and a breach concerns them too.
}
card-mailings = Mailings to this person
mailing-nobody-yet = Choose a selection to see who gets it.
mailing-reaches = { $count ->
    [one] 1 of { $all } gets it
   *[other] { $count } of { $all } get it
}
mailing-lacks = The template lacks what the law asks for
mailing-lacks-parts = It lacks: { $parts }. How to get no more is added to every message.
mailing-lacks-text = There is no text yet; the template has a place for it.
mailing-preview = How it comes out ({ $lang })
mailing-preview-to = How it comes out for { $name } ({ $lang })
mailing-when = Send
mailing-now = now
mailing-test = Test to yourself
mailing-send = { $count ->
    [one] Send 1 message
   *[other] Send { $count } messages
}
mailing-send-later = { $count ->
    [one] Queue 1 message
   *[other] Queue { $count } messages
}
mailing-running = Queueing the messages
mailing-queued = { $count ->
    [one] 1 message queued
   *[other] { $count } messages queued
}, { $held } held back
mailing-counts = { $sent } of { $queued } sent, { $held } held back
mailing-unlisted = { $count ->
    [one] 1 of them is not listed: in the trash, or not yours to see
   *[other] { $count } of them are not listed: in the trash, or not yours to see
}
mailing-gone = { $count ->
    [one] 1 more has been erased since, or made one with another card
   *[other] { $count } more have been erased since, or made one with another card
}
mailings-none = No mailings yet
mailing-stage-planned = Planned
mailing-stage-sending = Sending
mailing-stage-paused = Paused
mailing-stage-stopped = Stopped
mailing-stage-done = Done
mailing-status-ready = Ready
mailing-status-let-past = Let past
mailing-status-removed = Removed
mailing-why-no-address = No e-mail address
mailing-why-address-gone = Address gone
mailing-why-bounced = Address stopped
mailing-why-in-trash = In the trash
mailing-why-restricted = Restricted
mailing-why-objects = Objects
mailing-why-withdrawn = Consent withdrawn
mailing-why-suppressed = Address of somebody erased
mailing-why-refused = Refused this type
mailing-why-no-mailings = No mailings
mailing-why-minor = Too young
mailing-why-no-consent = No consent
mailing-why-consent-expired = Consent too old
mailing-why-not-customer = No existing customer
mailing-why-not-subscribed = Not subscribed
mailing-why-not-informed = Not informed
mailing-why-request-advertises = Asking is marketing
mailing-why-duplicate = Same address
rule-mailing-name = A mailing needs a name that no other has. Nothing was queued.
rule-mailing-time = The time for sending has passed already. Nothing was queued. Give a time in the future, or none to send now.
rule-notice-incomplete = The notice cannot say on which legal basis the data is used. Nothing was sent. Document one, or send it as it is.
rule-mailing-template = A mailing is written with a template for newsletters, and the notice of a breach with one for breaches. Nothing was queued.
rule-mailing-of-persons = Mail goes to persons: choose a selection of persons. Nothing was queued.
rule-breach-words = The notice of a breach says what happened, what it may lead to, and what is done about it (art. 34(2)). Nothing was queued.
rule-mailing-state = That cannot be done with the mailing as it stands: it was stopped, or nothing of it waits. Nothing was changed.
journal-kind-mailing-queued = Mailing queued
journal-kind-mailing-paused = Mailing paused
journal-kind-mailing-resumed = Mailing resumed
journal-kind-mailing-stopped = Mailing stopped
field-mailing_held = Why not sent
field-mailing_sent_at = Sent
cli-mailing-queued = { $count ->
    [one] 1 message queued
   *[other] { $count } messages queued
}, { $held } held back
cli-mailing-would-queue = { $count ->
    [one] 1 message would be queued
   *[other] { $count } messages would be queued
}, { $held } held back
cli-mailing-tested = A message to { $address } is queued.
cli-help-mailing = One message to each person of a selection who may get it
cli-help-mailing-create = Queue a mailing for everybody who may get it
cli-help-mailing-breach = Queue the notice of a breach (art. 34); consent does not stop it
cli-help-mailing-list = List the mailings, the newest first
cli-help-mailing-show = Say of everybody how it stands with their message
cli-help-mailing-pause = Let what has not left wait
cli-help-mailing-resume = Let a mailing go on
cli-help-mailing-stop = Remove what has not left
cli-help-mailing-test = Queue the message to yourself
cli-option-mailing-which = The mailing, by name or identity
cli-option-mailing-name = What the mailing is called
cli-option-mailing-selection = To everybody in this selection who may get it
cli-option-mailing-ids = To the persons whose identities the file has, one a line
cli-option-mailing-subject = What it is about, in place of the template’s
cli-option-mailing-at = Not before: 2026-03-05T08:41:00Z, 2026-03-05 09:41, or a day
cli-option-attach = File that goes with each message, 10 MB in all at most
cli-option-mark = Enter each message as an e-mail on the card once it has left; it then counts as the last activity
cli-option-mailing-template = The template: newsletter or breach, or one of your own of these kinds
cli-option-mailing-type = Type of mailings, such as news or invitations
cli-option-mailing-text-file = File with the text that stands in the template’s place for it
cli-option-mailing-override = Why it goes also to those whom a stop keeps out; never past an objection, a refusal, a restriction or an erasure. It is kept on record
cli-option-what = What happened
cli-option-consequences = What it may lead to
cli-option-measures = What is done about it, and what the person can do
# Templates
template-name-notice = Notice: data from the person
template-name-notice-other-source = Notice: data from elsewhere
template-name-consent-request = Consent request
template-name-consent-confirmation = Consent confirmation
template-name-corrected = Data corrected
template-name-erased = Data erased
template-name-report = Report attached
template-name-breach = Breach notice
template-name-newsletter = Newsletter
template-part-who = Who you are and how to reach you
template-part-purposes = Purposes and legal bases
template-part-source = Where the data comes from
template-part-data = Which kinds of data
template-part-period = How long it is kept
template-part-recipients = Who gets it
template-part-rights = The rights
template-part-objection = That one can object, by itself
template-part-withdrawal = That consent can be taken back
template-part-automated = Whether a machine decides
template-part-authority = Where to complain
template-part-request = What is asked
template-part-confirm = How to confirm
template-part-changes = What was corrected
template-part-erased = What was erased
template-part-files = What is in the files
template-part-what = What happened
template-part-consequences = What it may lead to
template-part-measures = What is done about it
template-part-unsubscribe = How to unsubscribe
template-fault-empty = A template needs a subject and a text. Nothing was changed.
template-fault-too-long = The text is too long. Nothing was changed. Shorten it.
template-fault-not-here = Nothing is filled in here: names in double braces stand in templates alone. Nothing was changed. Write a text of your own under Templates.
template-fault-syntax = The text cannot be read from line { $line } on: a bracket, a percent sign or an “endif” is missing. Nothing was changed.
template-fault-unknown = The text names what nobody knows: { $names }. Nothing was changed. Choose from the list of what can be named.
template-fault-inner = Something that the text names in a list or a condition is not there. Nothing was changed.
template-sample-first = Kari
template-sample-last = Nordmann
template-sample-company = Example Ltd
template-sample-words = Here stands what it is about.
template-statement = Privacy statement
template-period-consent = until you take your consent back
template-period-months = { $months } months after we were last in touch
template-period-open = as long as we need it for this; what is no longer needed we erase
notice-way-mail = E-mail
notice-way-letter = Letter
notice-way-oral = Told in person or on the phone
notice-way-exempt = Not needed
notice-exemption-13-4 = art. 13(4): the person has the information already
notice-exemption-14-5-a = art. 14(5)(a): the person has the information already
notice-exemption-14-5-b = art. 14(5)(b): it is impossible, or would take an effort out of all proportion
notice-exemption-14-5-c = art. 14(5)(c): a law says that the data is obtained or disclosed
notice-exemption-14-5-d = art. 14(5)(d): the data must stay secret by law
rule-stop-stands = What keeps this message from the person cannot be overridden: they said so themselves, or the law does. Nothing was sent.
rule-stop-reason = Say why the message goes out all the same: it stays on record. Nothing was sent.
journal-kind-stop-overridden = Message let past what stops others
journal-kind-template-changed = Template changed
journal-kind-notice-queued = Privacy notice queued
journal-kind-notice-noted = Noted how somebody was informed
journal-kind-consent-asked = Asked for consent, or to confirm it
erasure-table-notice = How they were informed
erasure-table-overridden = Messages let past a stop
field-template = Template
field-exemption = Exempt by
field-told_at = Told
field-overridden = Stop overridden
field-reason = Reason
cli-help-may-mail = May I write to this person, and why
cli-option-may-mail-type = Type of mailings, such as news or invitations
cli-option-may-mail-kind = Kind of message: service, marketing, notice, consent-request, consent-confirmation, corrected, erased, report, breach, answer
cli-help-mail = Mail: send what waits, take in what came back, tell people what is kept of them
cli-help-mail-notice = Queue the privacy notice (art. 13, 14), or note that people were informed in another way
cli-option-notice-id = The people; who had the notice before gets it again
cli-option-notice-selection = Everybody of a selection who was not informed yet
cli-option-notice-due = Everybody who has to be informed within so many days, and whoever is overdue
cli-option-notice-on = The day on which they were told; else today
cli-option-letter-to = Another of the card’s addresses than the first
cli-option-letter-template = Another template of the kind
cli-option-letter-language = Another language than the person’s
cli-option-letter-subject = Another subject
cli-help-mail-consent = Ask somebody by mail for a consent; the answer is taken in with “mail intake”
cli-option-consent-purpose = To which purpose
cli-consent-queued = Requests queued: { $count }
consent-held-asked = The person was asked already and has not answered: silence is a no. They can be asked again once the code of that message is over, after 30 days.
cli-option-notice-told = Nothing is sent; they were informed by letter or oral, or need not be: 13-4, 14-5-a, 14-5-b, 14-5-c, 14-5-d
cli-option-notice-comment = More about it
cli-option-notice-incomplete = Send it also where no legal basis is documented that it could name
cli-option-confirm-reason = For which reason a restricted card is opened (art. 18(2)); it stays on record
cli-notice-whom = Name people, or a selection with --selection.
cli-notice-way = There is no such way of informing somebody: { $key }. Known are letter, oral, 13-4, 14-5-a, 14-5-b, 14-5-c and 14-5-d.
cli-notice-plan = Notices that would be queued: { $count }
cli-notice-queued = Notices queued: { $count }
cli-notice-noted = Noted as informed: { $count }
notice-held-waiting = A notice to the person waits in the outbox already.
notice-held-informed = The person has been informed already.
notice-held-no-basis = No legal basis is documented, so the notice cannot name one (art. 13(1)(c)). Enter it on the card.
notice-held-no-interest = The legitimate interest is not described, so the notice cannot name it (art. 13(1)(d)). Describe it under Settings, Legal bases.
card-e-marketing = E-mail marketing
card-e-marketing-on = On
card-e-marketing-off = Off
card-e-marketing-unsaid = Nothing is entered.
notice-informed-on = Told what you keep, { $day }
notice-waiting = The privacy notice waits in the outbox
notice-due =
    Inform by { $day }, { $days ->
        [0] today
        [one] 1 day left
       *[other] { $days } days left
    }
notice-overdue =
    { $days ->
        [one] Should have been informed yesterday
       *[other] Should have been informed { $days } days ago
    }
notice-send = Privacy notice…
notice-again = Privacy notice again…
notice-not-sent = not sent yet

## Letters to one person, and to everybody who is due
letter-notice-title = Privacy notice: { $name }
letter-corrected-title = Confirm a correction: { $name }
letter-consent-title = Ask for consent: { $name }
letter-how = How
letter-how-mail = By e-mail, from here
letter-how-letter = Given already, by letter or on paper
letter-how-oral = Given already, by word of mouth
letter-how-exempt = Not needed, { $why }
letter-day = On the day
letter-day-wrong = A day until today, such as 2026-03-05
letter-to = To
letter-no-address = There is no e-mail address on the card
letter-preview = As it will go
letter-missing = The text lacks what the law asks for: { $parts }
letter-incomplete = Send it all the same
letter-recipients = They received the data earlier, and are to be told of the correction (art. 19): { $recipients }
letter-no-account = No account for mail is set up: what is sent waits in the outbox.
letter-send = Send
letter-resend = Send again
letter-note = Record
letter-queued = { $name }: the message waits in the outbox.
letter-noted = { $name }: recorded as informed.
letter-span = What is confirmed
letter-nothing-corrected = Nothing was changed on the card in that time.
letter-span-last = The last change
letter-span-today = Everything changed today
letter-span-days = Everything changed in the last { $days } days
letter-corrected-when = Changed { $time }: { $fields }
letter-file = Save as a letter…
letter-file-title = Where the letter goes
letter-file-name = correction.pdf
letter-file-written = The letter is written.
informing-title = Inform everybody who is due
informing-count = { $count ->
    [0] Nobody can be sent the privacy notice now.
    [one] One person gets the privacy notice by e-mail.
   *[other] { $count } persons get the privacy notice by e-mail.
}
informing-says = Each in their own language, with the template of how they came in. Who was informed already, or has a notice waiting, gets none.
informing-held = { $count ->
    [one] One person is held back:
   *[other] { $count } persons are held back:
}
informing-send = { $count ->
    [one] Send to 1 person
   *[other] Send to { $count } persons
}
informing-planning = Finding out who can be informed
informing-sending = Putting the notices into the outbox
informing-sent = Notices in the outbox: { $count }
today-inform = { $count ->
    [one] One person is to be informed within { $days } days
   *[other] { $count } persons are to be informed within { $days } days
}
today-inform-all = Send to all…
today-answers = { $count ->
    [one] One proposal from people waits for a decision.
   *[other] { $count } proposals from people wait for a decision.
}
today-answers-show = Decide
card-ask-consent = Ask for consent…
card-confirm-correction = Confirm a correction…
action-inform = Privacy notice to the person…
action-confirm-correction = Confirm a correction to the person…
action-ask-consent = Ask the person for consent…
came-back-corrected = Corrected as { $name } wanted.
came-back-confirm = Confirm to the person…

cli-help-template = The texts of letters
cli-help-template-list = Show the templates, and what the law asks for that each lacks
cli-help-template-create = Make another text of a kind, which begins as the one that comes with the program
cli-option-template-base = The kind, such as newsletter
cli-option-template-new-name = What it is called
cli-help-template-show = Show a template with its versions
cli-help-template-set = Keep your own text
cli-help-template-check = Check a text, or what holds. Answers 1 where something is missing
cli-help-template-reset = Let the shipped text hold again
cli-help-template-preview = Show how a template comes out, for a person or a made-up one
cli-option-template-key = notice, notice-other-source, consent-request, consent-confirmation, corrected, erased, report, breach or newsletter; a name of your own stands behind a dot: notice.fair
cli-option-template-file = File whose first line is “Subject: …”
cli-option-template-language = The language of the text
cli-option-template-name = What you call it
cli-option-template-person = Filled in for this person
cli-template-key = There is no such template: { $key }. Nothing was changed. Ask for “template list”.
cli-template-file = The first line of the file has to be “Subject: …”. Nothing was changed.
cli-template-reset = The shipped text holds again for { $key }.
template-own = own text
template-shipped = shipped
template-lacks = Lacks: { $parts }
template-complete = Has all that the law asks for.
settings-page-templates = Templates
settings-templates-text = The texts of what you send, in the languages you send them in. What comes with the program has all that the law asks for; your own text takes its place until you reset it.
template-column-state = Text
template-column-lacks = Lacks
template-body = Text
template-revert = Discard
template-reset = Back to the shipped text
template-preview = Preview
template-sample = Somebody made up
template-checklist = What the law asks for
template-checklist-fault = What the text has is shown here again once it can be read.
template-block-hint = Each of these is a block of the text, such as block objection; what stands between block and endblock is yours to word.
template-variables = What can be named
template-saved = Saved
template-new = New text…
template-new-base = Kind
template-new-name = What it is called
template-new-says = It begins as the text that comes with the program, in every language. Change what you want to say otherwise.
template-create = Make it
template-save-first = Save or discard the text first
cli-may-mail-kind = There is no such kind of message: { $key }
undo-subscription = subscriptions of { $name }
rule-type-refused = The person refused this type of mailings. Nothing was changed. Ask the person, and enter what they answer on the card.
mass-edit-why-type-refused = The person refused this type of mailings.
journal-kind-subscription-set = Subscription changed
erasure-table-subscription = Subscriptions
cli-help-subscription = What people answered to types of mailings
cli-help-subscription-set = Enter whether a person wants a type of mailings, or refuses it
cli-help-subscription-list = Show what a person answered, and what stops mailings anyway
cli-option-subscription-type = Type of mailings, such as news or invitations
cli-option-wanted = yes where the person wants it, no where they refuse it
cli-option-subscription-source = How the answer came, such as email or phone
cli-option-subscription-set-comment = What was said
cli-subscription-closed = It was entered. The card is closed: the processing of this person’s data is restricted.
card-new-interest = New interest
card-note-none = There is no note.

# States of a person (art. 18, 21, 8)
state-restricted = Restricted
state-restricted-long = The processing of this person’s data is restricted (art. 18).
state-restricted-since = Restricted since { $date }
state-ground = Ground
state-since = Since
state-restricted-by = Restricted by
state-ask = Ask
state-lifted = The restriction is lifted.
state-lift-reminder = Tell the person before a restriction is lifted (art. 18(3)); it was not noted that this was done.
state-objects-to = Objects to { $purpose } (art. 21).
state-objects = Objects
state-open-objection = An objection to { $purpose } is not decided yet
state-minor = Minor: { $age ->
        [0] under one year
        [one] one year
       *[other] { $age } years
    }; a parent consents.
state-minor-mark = Minor
ground-a = The person contests that the data is accurate, and it is being verified (art. 18(1)(a)).
ground-b = The processing is unlawful, and the person does not want the data erased (art. 18(1)(b)).
ground-c = The person needs the data for legal claims (art. 18(1)(c)).
ground-d = The person objected, and it is being weighed (art. 18(1)(d)).
objection-says-absolute = The objection to marketing takes effect at once, and nothing overrules it (art. 21(2) and (3)).
objection-says-weighed = The purpose stops now. Weigh whether there are compelling grounds that come before the person’s interests (art. 21(1)), and note what was decided.
objection-says-consent = This rests on consent, which the person takes back: it stops at once (art. 7(3)).
objection-says-none = An objection does not reach this legal basis (art. 21): the purpose goes on. What the person wants is noted; answer them, and note what was answered.
objection-decided-upheld = The purpose stays stopped.
objection-decided-overruled = What held before the objection holds again.
objection-decided-answered = The answer is noted.
state-read-only = You gave a reason to read this card; it can only be read, until you leave it.
state-closed = The data is kept, and nobody does anything with it until the restriction is lifted.
state-wish = Objected to { $purpose } on { $date }, and is not answered yet
state-wish-noted = What the person wants is noted.
state-restrict-ask = Restrict…
state-open-ask = Open anyway…
state-lift-ask = Lift…
state-object-ask = Objects…
state-decide-ask = Decide…
state-answer-ask = Answer…
state-weighing = It is being weighed whose interests come first; meanwhile the purpose is stopped.
state-restrict-title = Restrict — { $name }
state-restrict-says = The data stays, and nobody uses it: the card shows only the name and the ground, is found by name only, and is left out of due tasks, mailings, exports and edits.
state-restrict-do = Restrict
state-restricted-toast = { $name } is restricted.
state-open-title = Open the restricted card — { $name }
state-open-says = A restricted card is opened only with the person’s consent, for legal claims, to protect somebody’s rights, or for important public interest (art. 18(2)). Who opened it, when and for what stays on record.
state-open-do = Open
state-reason = Reason
state-lift-title = Lift the restriction — { $name }
state-lift-says = Tell the person before the restriction is lifted (art. 18(3)). Afterwards the card is as any other.
state-told = The person has been told
state-lift-do = Lift the restriction
state-object-title = Objects — { $name }
state-said = What the person said
state-answer = What the person was answered
state-object-do = Note the objection
state-decide-title = Decide about the objection — { $name }
state-decide-says = The purpose goes on only for compelling grounds that come before the person’s interests, or for legal claims (art. 21(1)).
state-decide-upheld = The objection stands: the purpose stays stopped
state-decide-overruled = There are compelling grounds: the purpose goes on
card-more = More
cli-help-restrict = Restrict the processing of a person’s data (art. 18)
cli-help-unrestrict = Lift a restriction
cli-help-object = Note that a person objects to a purpose (art. 21)
cli-help-object-decide = Decide about an objection
cli-option-ground = The letter of art. 18(1): a accuracy contested, b unlawful, c needed for claims, d objection being weighed
cli-option-told = The person was told before (art. 18(3))
cli-option-answer = What the person was answered, where art. 21 does not reach the legal basis
cli-option-objection = The objection, as object answered it
cli-option-verdict = upheld: it stays stopped; overruled: what held before holds again; answered: art. 21 does not reach it
hold-ground-bookkeeping = Bookkeeping (art. 17(3)(b))
hold-ground-a = Freedom of expression and information (art. 17(3)(a))
hold-ground-b = Legal obligation or public task (art. 17(3)(b))
hold-ground-c = Public health (art. 17(3)(c))
hold-ground-d = Archiving, research or statistics (art. 17(3)(d))
hold-ground-e = Legal claims (art. 17(3)(e))
held-restricted = Restricted (art. 18)
held-hold = { $ground }: { $statute }
held-hold-until = { $ground }: { $statute }, until { $day }
hold-none = Nobody is kept by a legal hold.
hold-past = not any more
hold-kept = Must be kept
hold-ask = Legal hold…
hold-lift-ask = Lift…
hold-title = Legal hold on { $name }
hold-says = Nobody deletes or erases a person whom the law or your books want kept (art. 17(3)), until the hold is lifted or its last day is over.
hold-ground = Ground
hold-statute = The statute, or what the claim is
hold-until = The last day, if it is known
hold-do = Keep this person
hold-done = { $name } must be kept.
hold-lift-title = Lift the legal hold on { $name }
hold-lift-says = From then on the person can be deleted and erased, unless something else keeps them.
hold-lift-do = Lift the hold
hold-lifted = The legal hold is lifted.
hold-since = Since { $day }, { $by }
hold-all = Legal holds
hold-all-says = Whom the law or the books want kept (art. 17(3)). Nobody deletes or erases them. A hold is added on the card, under ⋯.
rule-hold-ended = This hold does not stand any more. Nothing was changed.
rule-not-due-yet = Nobody goes to the trash before the day has come. Nothing was changed. Choose today, or a day that is past.
cli-help-hold = Legal holds: who must be kept (art. 17(3))
cli-help-hold-add = Keep a person
cli-help-hold-lift = Keep a person no longer
cli-help-hold-list = Show who is kept, and why
cli-option-hold-add-ground = bookkeeping, or the letter of art. 17(3): a expression, b legal obligation, c health, d archiving, e legal claims
cli-option-hold-add-comment = More about it
cli-option-hold = The hold, as hold list shows it
cli-option-statute = The statute that wants the person kept, or the claim
cli-option-hold-add-until = The last day it holds
cli-option-past = Also those that do not stand any more

## The trash
held-restricted-member = { $name } works there, and is restricted (art. 18)
held-unseen-member = Somebody works there whom you may not see
rule-in-trash = This card lies in the trash. Nothing was changed. Restore it first.
rule-nothing-arrives = Mail to this address does not arrive, or somebody there called it spam. Nothing was sent. Look at the address first.
rule-asked-before = Somebody has asked for this already. Nothing was changed.
rule-request-decided = This request has been decided. Nothing was changed.
row-in-trash = The person lies in the trash: nothing of the row was taken. Restore them first.
trash-thing-activities = Activities and tasks
trash-thing-documents = Documents
trash-thing-decisions = Legal bases
trash-thing-states = Restrictions and objections
trash-thing-holds = Legal holds
trash-thing-contacts = E-mails, phones and addresses
trash-thing-interests = Interests
trash-thing-own-fields = Own fields
trash-thing-former-jobs = Former jobs
trash-thing-relations = Relations
trash-thing-selections = Selections
trash-thing-merges = Merged cards
trash-thing-histories = Kept to undo imports and edits
trash-thing-exports = Exports
trash-thing-letters = Letters and messages that wait
trash-thing-marks = Favourites and recently seen
trash-thing-drafts = Unsaved drafts
trash-becomes-with-card = stays with the card
trash-becomes-hidden = not shown on other cards
trash-becomes-left-out = left out
trash-missing-name-taken = stays in the trash: another company has its name now
trash-missing-other-company = is at the company that has the name of theirs now
trash-missing-moved = is at another company now, and stays there
deletion-deleted = deleted
deletion-refused = refused
cli-help-trash = Delete, restore, and empty the trash
cli-help-trash-add = Move persons and companies to the trash. Answers 4 where everything is held back, 0 where something was moved
cli-help-trash-list = Show what lies in the trash
cli-help-trash-restore = Restore from the trash
cli-help-trash-purge = Erase what lies in the trash. Answers 4 where the cards that were named are all held back
cli-help-trash-ask = Ask those who may delete to delete a card
cli-help-trash-requests = Show what was asked to be deleted
cli-help-trash-answer = Decide about a request for deletion. Answers 4 where the card is held back
cli-option-trash-add-id = The persons and companies
cli-option-trash-add-selection = Everybody in this selection
cli-option-trash-add-reason = Why; it is kept with the card
cli-option-with-people = Take the people of companies along; otherwise they stay, without the company
cli-option-trash-list-text = Words in the name, the company or the reason
cli-option-trash-list-by = Only what is erased on or before this day
cli-option-trash-restore-id = The persons and companies
cli-option-trash-purge-id = The persons and companies
cli-option-trash-purge-due = What is to be erased by today
cli-option-trash-purge-all = Everything that lies there
cli-option-trash-ask-reason = Why
cli-option-trash-requests-all = Also those that were decided
cli-option-request = The request, as trash requests shows it
cli-option-trash-answer-verdict = deleted: move it to the trash; refused: it stays
cli-option-trash-answer-answer = What whoever asked is answered
cli-help-mail-send = Send what is due. Answers 1 where the server could not be reached
cli-help-mail-list = Show the outbox, what changed last first
cli-help-mail-hold = Hold a message back
cli-help-mail-release = Let a message go that was held back
cli-help-mail-resend = Send a message again that was not sent, or perhaps not
cli-help-mail-remove = Remove a message that was not sent
cli-help-mail-test = Send a message to yourself, and say what each step came to
cli-option-mail-list-state = Only those in this state
cli-option-mail-hold-id = The message
cli-option-mail-release-id = The message
cli-option-mail-resend-id = The message
cli-option-mail-remove-id = The message
cli-mail-sent = Sent: { $sent }. Failed: { $failed }. May have been sent: { $unknown }. Held back: { $held }. Waiting: { $waiting }.
cli-mail-would-send = Would be sent: { $sent }. Would be held back: { $held }. Would wait: { $waiting }.
cli-mail-limited = The limit of the account is reached; more can leave after { $time }.
cli-mail-busy = Somebody is sending already. Nothing was done.
cli-mail-none = There is no mail in the outbox.
cli-mail-closed = (closed card)
cli-trash-moved = { $count ->
    [one] { $count } card is in the trash until { $date }.
   *[other] { $count } cards are in the trash until { $date }.
 }
cli-trash-would-move = { $count ->
    [one] { $count } card would go to the trash, until { $date }.
   *[other] { $count } cards would go to the trash, until { $date }.
 }
cli-trash-staying = { $count ->
    [one] { $count } person stays, without the company.
   *[other] { $count } persons stay, without the company.
 }
cli-trash-held = Held back: { $name } – { $why }
trash-empty = The trash is empty.
trash-until = until { $date }
trash-restored = { $count ->
    [one] { $count } card is restored.
   *[other] { $count } cards are restored.
 }
trash-purged = { $count ->
    [one] { $count } card is erased.
   *[other] { $count } cards are erased.
 }
cli-trash-would-purge = { $count ->
    [one] { $count } card would be erased.
   *[other] { $count } cards would be erased.
 }
cli-trash-asked = Those who may delete are asked.
cli-trash-no-requests = Nobody has asked for deletion.
cli-trash-decided-deleted = The card is in the trash.
cli-trash-decided-refused = The card stays.
cli-trash-not-decided = Nothing was decided: the card is held back.
cli-trash-which = Say which: persons and companies, --due or --all.
cli-trash-whom = Name persons or companies, or a selection.
cli-run-trash-not-allowed = The trash is not emptied: it takes the right to empty it.
new-duplicate-in-trash = Lies in the trash: restore the card there instead of making a second one.
frame-trash = Trash
action-trash = Trash
action-delete = Delete…
key-delete = Del
list-delete = Delete…
card-delete = Delete…
card-delete-ask = Ask for deletion…
said-trashed = In the trash: { $what }
undo-trashed = the deletion of { $name }
said-mass-edit = Changed: { $what }
undo-mass-edit = the change of { $what }
trash-cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
 }
help-trash = What is deleted stays here until its day, and is found nowhere else. Select rows and restore them with everything that was theirs, or erase them now.

    Who may not delete asks for it: such requests stand under Asked for deletion.
trash-title = Trash
trash-tab-deleted = Deleted
trash-tab-asked = { $count ->
    [0] Asked for deletion
   *[other] Asked for deletion ({ $count })
}
trash-search = Search the trash
trash-soon = Erased within a week
trash-restore-count = { $count ->
    [0] Restore
   *[other] Restore { $count }
 }
trash-report-whom = Select one person for this
trash-erase-count = { $count ->
    [0] Erase now…
   *[other] Erase { $count } now
 }
trash-erase-title = Erase for good?
trash-erase-says = The cards go with everything that is theirs: activities, documents, legal bases. Nobody can bring them back.
trash-closed = The trash shows what you deleted
trash-nothing-found = Nothing like that in the trash
trash-nothing-found-text = Each word must stand in the name, the company or the reason.
trash-empty-text = What you delete stays here for a while, and can be restored.
trash-more = The latest { $count } are shown. Search for the others.
trash-column-deleted = Deleted
trash-column-by = By
trash-column-reason = Reason
trash-column-until = Erased on
trash-held = { $count ->
    [one] { $count } person must be kept, and stays in the trash.
   *[other] { $count } persons must be kept, and stay in the trash.
 }
trash-missing = { $name } { $what }
trash-asked-none = Nobody has asked for deletion
trash-asked-none-text = Who may not delete a card can ask for it on the card. You decide here.
trash-asked-own-text = On a card, Ask for deletion sends a request to those who may delete. What they decide stands here.
trash-asked-by = requested by { $who }, { $when }
trash-refused-because = refused: { $answer }
trash-refuse-ask = Refuse…
trash-refuse = Refuse
trash-delete = Delete
trash-answer = What is answered (optional)
deleting-title = Delete
deleting-name = Delete — { $name }
deleting-ask-title = Ask for deletion
deleting-ask-name = Ask for deletion — { $name }
deleting-ask-says = Those who may delete decide about it. Say why.
deleting-ask-do = Ask for deletion
deleting-says = The card goes to the trash with all of this, and can be restored until { $date }.
deleting-says-count = { $count } cards go to the trash with all of this, and can be restored until { $date }.
deleting-nothing = Nothing can be deleted.
deleting-held = { $count ->
    [one] { $count } card is held back
   *[other] { $count } cards are held back
 }
deleting-reason = Reason (optional)
deleting-alone = The company alone: its people stay, without it
deleting-with-people = The company with its people
deleting-do = Move to the trash
deleting-do-count = Move { $count } cards to the trash
deleting-busy = Moving…
deleting-says-alone = The card goes to the trash, and can be restored until { $date }.
trash-asked-open = not decided yet

## The import, step by step
import-drop = Drop a file here
import-drop-text = Persons from your address book or your old system. Nothing is added before you have seen what will happen.
import-choose = Choose a file…
import-chosen = { $file } is chosen
import-or-type = Or type where the file is
import-path-hint = For example contacts.csv
import-read = Read file
import-takes = What can be read
import-takes-csv = From Outlook, Google Contacts, SuperOffice, HubSpot, Freshsales and others; separator and character set are recognised.
import-takes-xlsx = Workbooks (.xlsx): the first sheet that has anything in it.
import-takes-vcard = Address books (.vcf) of phones and mail programs, versions 2.1, 3.0 and 4.0.
import-stays-here = The file is read on this computer and sent nowhere. It stays where it is: delete it yourself when you no longer need it.
import-separated = separated by { $separator }
import-vcard-version = vCard { $version }
import-pictures =
    { $count ->
        [one] one picture is left out
       *[other] { $count } pictures are left out
    }
import-no-headings = no headings in the file
import-encoding-utf8 = UTF-8
import-encoding-utf16 = UTF-16
import-encoding-windows1252 = Windows-1252
import-program-outlook = Outlook
import-program-google = Google Contacts
import-program-superoffice = SuperOffice
import-program-hubspot = HubSpot
import-program-freshsales = Freshsales
import-columns-nameless = No column is a name yet. Choose first name, last name or full name for one of them.
import-columns-show =
    { $count ->
        [one] Show the empty one
       *[other] Show the { $count } empty ones
    }
import-columns-hide = Hide the empty ones
import-column-empty = Empty in the first rows
import-column-twice = Another column becomes this, too.
import-no-label = No label
import-target-nth = { $name } { $nth }
import-target-label = Label of { $name }
import-target-full-name = Full name
import-target-basis = Legal basis of the row
import-target-source = Source of the row
import-target-comment = Comment of the row
import-target-unknown = Nothing by that name
import-cards = The first cards
import-card-nameless = No name
import-basis-choose = Legal basis (art. 6)
import-basis-missing = Choose a legal basis. Without one they may not be kept.
import-basis-consent = They said yes to exactly this, and you can prove it.
import-basis-contract = They are customers, or asked you for an offer.
import-basis-legal-obligation = A law says that you must keep them.
import-basis-vital-interests = Somebody’s life or health depends on it.
import-basis-public-task = You carry out a task of public interest.
import-basis-legitimate-interests = You have a good reason that weighs more than their interest in being left alone.
import-comment-hint = For example where the list comes from
import-same-person = The same person: the same e-mail, the same number, or the same phone and name.
import-duplicate-skip-text = Their cards stay as they are; the row is left out.
import-duplicate-fill-text = Only what a card lacks is taken from the file.
import-duplicate-replace-text = What the file has replaces what the card has. What the file leaves empty stays.
import-duplicate-add-text = They get a second card. Only where you know that they are others.
import-plan-text = Nothing has been changed yet. This is what each row of { $file } will do.
import-planning = Looking at every row…
import-tile-all = Rows in the file
import-tile-new = New persons
import-tile-rejected = Cannot be taken
import-tile-skip = Already here, left as they are
import-tile-fill = Already here, gaps filled
import-tile-replace = Already here, replaced
import-like-card = Seems to be here already
import-like-row = Seems to be the same person as in row { $row }
import-left-out =
    { $count ->
        [one] One column is left out, because it is not collected: { $fields }.
       *[other] { $count } columns are left out, because they are not collected: { $fields }.
    }
import-refusals =
    { $count ->
        [one] One person had withdrawn or objected before. That stays; what the file says was not entered.
       *[other] { $count } persons had withdrawn or objected before. That stays; what the file says was not entered.
    }
import-go-nobody = Nobody to import
import-go-on =
    Importing { $count ->
        [one] one person
       *[other] { $count } persons
    }…
import-undoing = Undoing the import…
import-cancel-note = If you cancel, nothing of it is left.
import-show-people = Show these persons
import-list-heading = Imported just now
import-rejects-text = The others are in. Correct these rows in the file, and import it again: who is here already is recognised.
import-save-rejects = Save the rows not taken…
import-rejects-file = rows-not-taken
import-recovery = First type your recovery key back
import-recovery-why = Without it nobody can open the card file if the passphrase is forgotten. It has to be done once, before the first import.
import-recovery-go = Type it back
import-leave-title = Leave the import?
import-leave-text = Nothing has been imported. What you chose for this file is not kept.
import-leave-go = Leave
import-rows-at-most =
    { $count ->
        [one] at most one row
       *[other] at most { $count } rows
    }
import-waiting = Waiting for its turn…
import-undo-changes =
    { $count ->
        [one] What was changed on one card comes back. What somebody has changed since stays.
       *[other] What was changed on { $count } cards comes back. What somebody has changed since stays.
    }

## The command line: cards, fields, wordings, and the card file as a whole
cli-help-add = Add a person; without a legal basis, none is documented
cli-help-picture = Picture on a card
cli-help-picture-set = Put a picture on a card: PNG or JPEG
cli-help-picture-remove = Take the picture off a card
cli-help-basis-evidence = Save the file that proves a row
cli-help-basis-export = Write what holds and the whole history to a workbook
cli-help-wording = Texts that people are shown when they are asked
cli-help-wording-list = Show the wordings
cli-help-wording-add = Add the next version of a wording
cli-help-wording-answers = Show who answered a wording
cli-help-field = The office’s own fields
cli-help-field-list = Show the own fields
cli-help-field-add = Add an own field
cli-help-field-edit = Change an own field; its key and type stay
cli-help-field-empty = Empty a field that is no longer collected, on every card
cli-help-lists = Show what list fields can be set to
cli-help-language = Choose the language whose alphabet names are sorted by
cli-help-passphrase = Change the user’s passphrase
cli-option-recovery-key-file = File that holds the recovery key, to open the card file with it and not with the passphrase
cli-option-fields = What stands on the card; a name is needed
cli-option-settings-export-file = File to write the settings to
cli-option-settings-import-file = File with the settings
cli-option-settings-sheet-write-file = Workbook to write the sheet to
cli-option-settings-sheet-read-file = Workbook that was filled in
cli-option-file = File with the picture
cli-option-entry = Identity of the row, as basis history shows it
cli-option-corrects = Identity of the row that this one corrects, as basis history shows it
cli-option-out = File to write
cli-option-language = Language of the text, such as en, nb or sv
cli-option-text-file = File that holds the text
cli-option-key = Key of the field: small letters, digits and hyphens
cli-option-name = Name of the field
cli-option-type = What the field holds
cli-option-choice = Something that can be chosen in a field of type list; once for each. They take the place of those before
cli-option-category = Kind of data: identity, contact, relation, communication, behaviour, financial, permission, handling or other
cli-option-origin = Who the data comes from: provided, observed, derived or third-party
cli-option-no-report = Leave the field out of the access report
cli-option-report = Whether the field is part of the access report
cli-option-active = Whether the field is in use
cli-option-list = Only this list, such as category or interest
cli-option-code = Language to sort by
cli-option-new-passphrase-file = File that holds the new passphrase
cli-recovery-key-file = The file with the recovery key could not be read. Nothing was changed.
cli-written = Written: { $file }
cli-text-file = The file holds no text in UTF-8. Nothing was changed. Save it as plain text.
cli-choices-of-list = Only a field of type list has choices. Nothing was changed.
cli-field-would-empty =
    { $count ->
        [one] { $field }: one card would be emptied of it.
       *[other] { $field }: { $count } cards would be emptied of it.
    }
cli-field-emptied =
    { $count ->
        [one] { $field }: one card was emptied of it.
       *[other] { $field }: { $count } cards were emptied of it.
    }
cli-field-unused = not in use
cli-unknown-list = There is no list “{ $value }”. Nothing was changed. Known: { $known }
cli-language-set = Names are sorted by this language’s alphabet: { $language }.
cli-passphrase-changed = The passphrase of { $user } was changed. The old one no longer opens the card file.
cli-weak-passphrase = The new passphrase is easily guessed. Nothing was changed. Choose a longer one, such as four or five words.
import-here-card = Has a card already.
import-notes-refusal = Says no in the file: that is entered on the card.
# Leaving what is not saved
unsaved-form-title = Leave the form?
unsaved-form-text = What you typed in it is not saved, and is not kept when you leave.
unsaved-form-discard = Discard it
unsaved-import-stay = Go on with it
unsaved-running-title = The import is still running
unsaved-running-text = If you stop it now, nothing of it is kept.
unsaved-running-stay = Let it run
unsaved-running-stop = Stop it and leave
unsaved-key-title = The recovery key has not been written down
unsaved-key-text = It is shown only now. Without it nobody can open the card file if the passphrase is forgotten.
unsaved-key-stay = Back to the key
unsaved-key-leave = Close without it
new-no-source = Choose where the card comes from.
new-basis-none = None yet

## Persons list and frame: selection, sample people

list-select-clear = Clear selection
frame-sample-no-lock = Sample persons are not locked: they go when the window closes.

## Companies, activities, relations
item-activity-note = Note
item-activity-call = Call
item-activity-meeting = Meeting
item-activity-task = Task
item-activity-email = E-mail
item-relation-assistant = Assistant
item-relation-superior = Superior
item-relation-decides-with = Decides together with
item-relation-colleague = Colleague
item-relation-recommended-by = Recommended by
item-relation-family = Family
field-former_company = Former company
field-since = Since
field-until = Until
field-activity = Activity
field-subject = Subject
field-at = Time
field-length = Length
field-direction = Direction
field-recorded = Recorded
field-record_consent = Agreed to the recording
field-due = Due
field-done_at = Done
field-done_by = Done by
field-relation = Relation
field-merge = Merge
field-favourite = Favourite
field-seen = Looked at
field-draft = Draft
field-org_number = Organisation number
field-of-company = { $field } (companies)

## Taking back
frame-today = Today
frame-companies = Companies
today-title = Today
undo-unsaved = What is typed is not saved yet. Save it, or press Esc.
undo-nothing = Nothing to take back.
redo-nothing = Nothing to do again.
undo-done = Taken back: { $what }
redo-done = Done again: { $what }
undo-not-next = Something else was changed since, which would have to be taken back first.
said-saved = Saved: { $what }
said-done = Task done: { $what }
said-open = Task open again: { $what }
said-removed = Removed: { $what }
said-activity = { $kind } entered
said-activity-about = { $kind } entered: { $what }
and-last = { $list } and { $last }
undo-tick = tick at { $what } ({ $name })
undo-card = the card of { $name }
undo-basis = legal basis of { $name }
undo-merge = merging two cards into { $name }
undo-fields = { $fields } of { $name }
help-today = Here is what is due today and what is overdue, of all people and companies. Done ticks a task off; a click on the name opens the card.
# Preparing the office in five steps
steps-title = Prepare the office in five steps
steps-short = Five steps
steps-done = { $done } of { $total } steps are done
steps-guide = Read how
steps-away = Put away
steps-away-toast = The list is put away. Help brings it back.
steps-go = Show
steps-confirm = Right as it is
steps-confirm-not = Not yet after all
steps-confirmed = right as it is
steps-map = Map what you hold
steps-map-says = Whose data do you keep, and what for?
steps-keep = Decide what to keep
steps-keep-says = Nothing that is not needed, and no longer than it is needed.
steps-comply = Make it lawful, and tell people
steps-comply-says = Each purpose has its legal basis, and people know what you keep.
steps-secure = Keep it safe
steps-secure-says = Nobody else reads it, and nothing is lost.
steps-procedures = Be ready for what people ask
steps-procedures-says = Who answers, with which words, and by which way.
steps-point-business = Name, address, country and contact of your business are filled in
steps-point-mapping = Each category says which purposes its people are kept for
steps-point-fields = The fields you collect have been looked through
steps-point-keeping = Each category says how long its people are kept
steps-point-bases = Each purpose says which legal bases are expected
steps-point-statement = Each purpose names your privacy statement
steps-point-informing = Some sources send the privacy notice by themselves
steps-point-recovery = The recovery key is written down, and was typed back
steps-point-lock = The card file locks by itself
steps-point-backup = A backup was made within the last week
steps-point-elsewhere = Backups are kept in another place, too
steps-point-people = Everybody who works here has a passphrase of their own
steps-point-contact = It is said who answers questions about data, and where people can complain
steps-point-templates = The templates have been looked through, and lack nothing
steps-point-account = There is an e-mail account for what you send
journal-kind-preparation-changed = Steps to prepare the office ticked or put away
cli-help-steps = Prepare the office in five steps: show what is done
cli-help-steps-confirm = Say that a point is right as it is
cli-help-steps-hide = Put the list of steps away
cli-help-steps-show = Take the list of steps out again
cli-option-point = The point, as steps shows it
cli-option-not = Say that it is not, after all
help-companies = The companies, with their people and what was agreed. Type in the search field to find one; Enter opens its card.

# The mapping sheet
sheet-title = Mapping
sheet-guide = Instructions
sheet-choices = Choices
sheet-everybody = Everybody
sheet-event-purpose = the end of the purpose
sheet-column-category = Category of people
sheet-column-category-says = Whom the row is about. A name that is not on the list becomes a new category. “Everybody” is for what holds for a purpose or a source whatever the category.
sheet-column-data = Data
sheet-column-data-says = The kinds of data, or single fields, that are kept.
sheet-column-purpose = Purpose
sheet-column-purpose-says = What they are kept for.
sheet-column-basis = Legal basis
sheet-column-basis-says = What allows it; only these are expected for the purpose. Where the row names a source: the one that people who come in by it get, or “Ask”.
sheet-column-source = Source
sheet-column-source-says = Only where people who come in by this source get the legal basis of the row by themselves.
sheet-column-keep = Keep for (months)
sheet-column-keep-says = For how many months; “3 years” does as well. Empty: no limit.
sheet-column-event = Counts from
sheet-column-event-says = What the months count from.
sheet-column-comment = Comment
sheet-column-comment-says = Why it is so. It is kept with the category, or with the purpose.
sheet-guide-what = Fill this in with whoever advises you on data protection, and read it back in the settings (Changes and files) or by “kartotek settings sheet read”. What would change is shown first.
sheet-guide-rows = A row is about a category of people and what they are kept for. What several rows say of one category or purpose is taken together; what no row is about stays as it is.
sheet-guide-several = A cell can name several things, with a semicolon between them. Names are understood in English, Norwegian and Swedish, and as they were when the sheet was written.
sheet-guide-data = If every row about a category names its data, fields that no row names are switched off.
sheet-guide-advice = The sheet is no legal advice. Ask your accountant for how long bookkeeping asks you to keep.
sheet-guide-column = Column
sheet-guide-says = What belongs there
sheet-why-differs = Row { $row } says something else, so neither is taken.
sheet-why-about-nothing = It names neither a category nor a purpose.
sheet-why-needs-one-basis = Who comes in by a source gets one legal basis: name exactly one.
sheet-why-unreadable = It cannot be read.
sheet-untaken-cell = Row { $row }, { $column }, “{ $value }”: { $why }
sheet-untaken-row = Row { $row }: { $why }
settings-sheet = Mapping sheet
settings-sheet-text = A spreadsheet of categories, data, purposes, legal bases and how long to keep, to fill in with a lawyer and read back. Reading it shows first what would change.
settings-sheet-write = Save mapping sheet…
settings-sheet-read = Read mapping sheet…
settings-sheet-kind = Spreadsheet
settings-sheet-file = mapping
settings-sheet-written = Mapping sheet saved, rows: { $count }
settings-sheet-untaken =
    { $count ->
        [one] One cell or row cannot be taken
       *[other] { $count } cells or rows cannot be taken
    }
settings-sheet-untaken-text = What they are about stays as it is, or gets only what other rows say. Correct them in the sheet and read it again, or go on without them.
cli-sheet-untaken = Cannot be taken: { $count }
cli-help-settings-sheet = The mapping sheet, to fill in with a lawyer
cli-help-settings-sheet-write = Write what the office decided to a spreadsheet
cli-help-settings-sheet-read = Take over what the spreadsheet says

# Settings: each with its name, and one sentence that says what it changes; rights, rules.
setting-office-name = Name of the business
setting-office-name-says = Stands at the head of notices and reports as the controller.
setting-office-address = Address
setting-office-address-says = Where people can write to the business.
setting-office-country = Country
setting-office-country-says = Sets the supervisory authority, public holidays and what bookkeeping asks to keep.
setting-office-contact = Contact
setting-office-contact-says = The phone number or e-mail address people reach the business at.
setting-office-privacy-contact = Contact for data protection
setting-office-privacy-contact-says = Whom people ask about their data.
setting-office-authority = Supervisory authority
setting-office-authority-says = Where people can complain; named in notices and reports.
setting-office-transfers = Countries outside the EEA
setting-office-transfers-says = To which countries outside the EEA data goes, and what protects it there; told in reports (art. 15(2)). Nothing where none does.
setting-office-languages = Languages towards people
setting-office-languages-says = In which languages the office writes to people. The first one chosen is entered for people who state none, and offered first for wordings.
setting-basis-required = Person without a legal basis
setting-basis-required-says = What happens when somebody is registered and no legal basis is given.
setting-minors-age = Minimum age of consent
setting-minors-age-says = Younger people are marked as minors: a parent consents for them. Where a person’s country sets a higher age (art. 8), that one counts.
setting-notes-warn = Warn of sensitive words in notes
setting-notes-warn-says = A note that seems to hold a national identity number, a card number or words about health gets a gentle warning. Nothing leaves this computer.
setting-customers-mail = Mail existing customers without consent
setting-customers-mail-says = Lets mailings about similar goods and services of your own go to existing customers who have not refused, under the conditions below.
setting-customers-categories = Existing customers are
setting-customers-categories-says = The categories whose people count as existing customers.
setting-customers-sources = Addresses given with a sale
setting-customers-sources-says = The sources whose addresses were given in connection with a sale.
setting-customers-months = Customer for
setting-customers-months-says = For how many months after the last activity somebody still counts as a customer.
setting-customers-could-refuse = Could refuse from the start
setting-customers-could-refuse-says = Confirms that everybody was offered to say no when the address was given; without it, the exception does not apply.
setting-trash-days = Days in the trash
setting-trash-days-says = How long what is deleted can be restored.
setting-retention-automatic = Who is due goes to the trash by itself
setting-retention-automatic-says = With the daily round. Otherwise the round only says who is due, and somebody approves. Nobody is erased without the trash.
setting-journal-keep-years = Years to keep the journal
setting-journal-keep-years-says = For how many years entries of the journal are kept; nothing for as long as the card file itself.
setting-certificates-keep-years = Years to keep certificates
setting-certificates-keep-years-says = For how many years certificates of erasure are kept; nothing for as long as the card file itself.
setting-later-reminders = Has no effect yet: this version reminds nobody of it.
setting-later-papers = Has no effect yet: nothing that is handed out shows it.
setting-lock-minutes = Lock after minutes
setting-lock-minutes-says = After how long without a key or a move of the mouse the window locks; 0 for never.
setting-backup-dir = Folder for backups
setting-backup-dir-says = Where backups are kept on this computer; nothing for the card file’s own folder.
setting-backup-keep = Daily backups kept
setting-backup-keep-says = For how many days one backup each is kept; then one a week for four weeks.
setting-mail-host = Mail server
setting-mail-host-says = The name of the server that mail leaves by (SMTP). It is the only connection this program opens.
setting-mail-port = Port
setting-mail-port-says = Leave it empty for the usual one: 465 with TLS from the start, 587 with STARTTLS.
setting-mail-tls = Safe connection
setting-mail-tls-says = How the connection is encrypted. Without encryption nothing is sent.
setting-mail-user = User name
setting-mail-user-says = The name to sign in with, often the e-mail address.
setting-mail-password = Password
setting-mail-password-says = Kept in the card file and shown to nobody. Many providers ask for a password made for this program alone.
setting-mail-token-command = Program for a token
setting-mail-token-command-says = A program that prints a token to sign in with (XOAUTH2), in the place of a password. It is run on this computer each time mail is sent.
setting-mail-from = Sender’s address
setting-mail-from-says = The e-mail address mail comes from. Leave it empty to use the user name, where that is one.
setting-mail-name = Sender’s name
setting-mail-name-says = The name mail comes from. Leave it empty to use the name of the business.
setting-mail-reply-to = Answers go to
setting-mail-reply-to-says = The e-mail address for answers. Leave it empty to use the sender’s.
setting-mail-per-hour = At most in an hour
setting-mail-per-hour-says = How many messages leave in an hour. Leave it empty for as many as the server takes.
setting-mail-per-day = At most in a day
setting-mail-per-day-says = How many messages leave in 24 hours. Leave it empty for as many as the server takes.
setting-mail-signature = Signature
setting-mail-signature-says = What stands below messages in this language.
setting-mail-https-unsubscribe = Page for one-click unsubscribing
setting-mail-https-unsubscribe-says = An address of your own web site that begins with https: and ends mailings with one click (RFC 8058); { "{token}" } stands for the person’s code. Nothing where you have none: people unsubscribe by e-mail then.
setting-item = On the list
setting-item-says = Whether there is such an item; an own one that nothing uses can be removed.
setting-item-under = Stands under
setting-item-under-says = What it means to the program: an own legal basis is one of art. 6(1).
setting-item-name = Name
setting-item-name-says = How it is called in this language.
setting-item-active = In use
setting-item-active-says = What is not in use stays on the cards that have it and cannot be chosen anew.
setting-item-rank = Place in the list
setting-item-rank-says = Smaller numbers stand further up.
setting-item-description = Description
setting-item-description-says = Explains it to the people it concerns; stands in notices and reports.
setting-item-statement-title = Title of the privacy statement
setting-item-statement-title-says = The words of the link to the privacy statement.
setting-item-statement-url = Address of the privacy statement
setting-item-statement-url-says = Where the privacy statement can be read.
setting-item-wording = Consent wording
setting-item-wording-says = What people are asked to agree to. A new text becomes a new version; old answers keep theirs.
setting-item-expected = Legal bases expected
setting-item-expected-says = Only these can be entered for the purpose; none chosen means any.
setting-item-keep-months = Months to keep
setting-item-keep-months-says = How long data is kept after what it counts from; nothing for no limit.
setting-item-keep-from = Counts from
setting-item-keep-from-says = What the months of keeping count from.
setting-item-consent-months = Consent expires after months
setting-item-consent-months-says = After how long a consent has to be asked for again; nothing for never.
setting-item-special = Special categories
setting-item-special-says = Asks for a condition of art. 9(2), and an explicit consent where that is consent.
setting-item-direct-marketing = Direct marketing
setting-item-direct-marketing-says = An objection stops the purpose at once, and nothing overrides it (art. 21). E-marketing always is.
setting-item-statute = Statute
setting-item-statute-says = The law that demands it.
setting-item-interest = The interest
setting-item-interest-says = What the business wants to achieve (told to the person).
setting-item-necessity = Why it is necessary
setting-item-necessity-says = Why it takes this data to achieve it.
setting-item-balance = Why it does not weigh less
setting-item-balance-says = Why the person’s interests and rights do not weigh more.
setting-item-review-on = Review on
setting-item-review-on-says = When the balance is looked at again.
setting-item-notice = Send the notice by itself
setting-item-notice-says = Whether people who come from this source get the privacy notice when first registered.
setting-item-template = Template of the notice
setting-item-template-says = The key of the template that is sent.
setting-item-purposes = Purposes
setting-item-purposes-says = What the people of this category are kept for.
setting-item-comment = Comment
setting-item-comment-says = Why it is decided so, for those who decide.
setting-item-permission = What permits it
setting-item-permission-says = Whether mailings of this type need a consent, or may go to existing customers too.
setting-default = Default for new persons
setting-default-says = Legal basis and source that somebody new gets for the purpose, by the way they came in; or ask.
setting-field-collect = Collect
setting-field-collect-says = A field that is not collected is not shown, not filled and not imported.
setting-field-master = Kept elsewhere
setting-field-master-says = Where the field is kept; here it can then only be read.
setting-field-special = Special category
setting-field-special-says = Marks the field as data of a special category (art. 9).
setting-field-answer = Person may change
setting-field-answer-says = Whether the person may change the field in the answer form of a sealed copy.
setting-role-name = Name of the role
setting-role-name-says = How the role is called in this language.
setting-role-rights = Rights
setting-role-rights-says = What people with this role may do.
setting-role-field = Field
setting-role-field-says = Whether people with this role see the field, and may change it.
setting-choice-off = Allowed
setting-choice-warn = Allowed, with a warning
setting-choice-refuse = Refused
setting-choice-implicit = TLS from the start
setting-choice-starttls = STARTTLS
setting-choice-last-activity = the last activity
setting-choice-created = registration
setting-choice-left = leaving the company
setting-choice-year-end = the end of the year
setting-choice-consent = consent
setting-choice-consent-or-customer = consent, or being a customer
setting-choice-hidden = hidden
setting-choice-read = read only
setting-choice-edit = edit
right-see-others = See cards that another looks after
right-delete = Delete one person
right-subscriptions = Change subscriptions for those who ask
right-selections = Make selections
right-send-mail = Send mail
right-report = Make privacy reports
right-mass-edit = Change many at once
right-mass-delete = Delete many at once
right-restore = Restore what others deleted
right-purge = Empty the trash
right-erase = Erase, and say who must be kept
right-override = Override a mailing stop
right-users = Manage users and roles
rule-owner-has-all-rights = The owner’s role allows everything; make another role for less. Nothing was changed.
rule-role-in-use = Somebody has this role. Give them another one first. Nothing was changed.
rule-item-shipped = This came with the program: it can be put out of use, not removed. Nothing was changed.
rule-item-in-use = Something uses this, so it stays. It can be put out of use. Nothing was changed.
rule-item-needed = The program itself enters this, so it stays in use. Nothing was changed.
rule-needs-meaning = Say which one of the shipped ones it stands under: for a legal basis, one of art. 6(1). Nothing was changed.
rule-marketing-needs-consent = Advertising by e-mail or text message takes the person’s consent; this legal basis cannot take its place (markedsføringsloven § 15, marknadsföringslagen 19 §). Nothing was changed.
rule-marketing-to-customers = Legitimate interests carry advertising to existing customers only, and the rule for existing customers is off (Settings, customers.mail). Ask for consent, or use that rule. Nothing was changed.
rule-direct-marketing-unfit = Direct marketing rests on consent or on legitimate interests; no other legal basis carries it (art. 6(1) GDPR, recital 47). Nothing was changed.
rule-basis-not-expected = The purpose does not expect this legal basis. Choose another one, or change what the purpose expects. Nothing was changed.
rule-basis-required = This office asks for a legal basis for everybody. Give a purpose, a legal basis and a source. Nothing was changed.
rule-condition-needed = This purpose needs data of special categories: give the condition of art. 9(2). Nothing was changed.
rule-explicit-needs-wording = An explicit consent names the wording it was given to. Nothing was changed.
rule-field-not-collected = This office does not collect this field. Nothing was changed.
rule-field-collected = This field is collected, so it is not emptied on every card. Switch it off first. Nothing was changed.
rule-field-read-only = This field can only be read here. Nothing was changed.
rule-field-unseen = The role does not show this field, so it is not handed out. Nothing was written.
rule-restricted = The processing of this person’s data is restricted (art. 18). Lift the restriction first. Nothing was changed.
rule-reason-needed = This card is restricted (art. 18): give a reason to open it. Nothing was changed.
rule-restriction-stands = The card is in that state already. Nothing was changed.
rule-objection-decided = This objection was decided before. Nothing was changed.
rule-verdict-unfit = This objection cannot be answered so: one to legitimate interests is upheld or overruled, one that art. 21 does not reach is answered, and one to direct marketing stands. Nothing was changed.
rule-objection-not-overruled = This person objected to that, and the objection was not overruled. Decide about the objection first, or choose another legal basis. Nothing was changed.
rule-objection-stands = This person objected to direct marketing. Only their own consent can change that. Nothing was changed.
rule-inside-vault = The folder of the card file takes no other files: one of them could take the place of the card file itself. Nothing was written. Choose another folder.
rule-last-owner = An office needs an owner. Make somebody else an owner first. Nothing was changed.
rule-own-account = Nobody can remove themselves. Let another owner do it. Nothing was changed.
rule-user-name-taken = Somebody of that name works here, or did. Choose another name. Nothing was changed.
rule-user-name-unfit = A name is one line of up to 60 letters, and not empty. Nothing was changed.

# Erasure
field-erasure = Erasure
field-outbox = Letter or message
field-outbox_said = What the server answered
field-outbox_file = File sent along
field-mailing = Mailing
field-token = Code for answers
field-ends = Taken until
field-reply = Answer
field-reply_proof = Known by
field-reply_sender = Sent from
field-proposal = Proposed change
field-proposal_field = Field
field-proposal_item = Purpose or type
field-proposal_value = What was written
field-bounces = Messages that came back
field-stopped = Address stopped
erasure-table-mailing-recipient = Mailings they were part of
erasure-table-token = Codes for answers
erasure-table-reply = Answers that came back
erasure-table-proposal = Proposed changes
erasure-table-stopped-address = Addresses that mail came back from
token-purpose-unsubscribe = Unsubscribe
token-purpose-preferences = Say what is wanted
token-purpose-confirm = Confirm a consent
token-purpose-answer = Answer a report
reply-kind-answer = Answer to a report
reply-kind-unsubscribe = Unsubscription
reply-kind-preferences = Wishes about mailings
reply-kind-confirmation = Confirmation of a consent
reply-kind-bounce = Message that came back
reply-kind-complaint = Complaint about spam
reply-kind-request = Request
reply-kind-form = Form on the web site
reply-proof-token = the code that was sent to this person
reply-proof-address = the sender’s address only, which anybody can write
reply-proof-message = our message, which it answers or brings back
proposal-kind-correct = Wants corrected
proposal-kind-object = Objects
proposal-kind-withdraw = Takes the consent back
proposal-kind-erase = Asks to be erased
proposal-kind-access = Asks what is held
proposal-kind-subscribe = Wants mailings
proposal-refuses = Wants no more mailings of the type
proposal-kind-no-mailings = Wants no mailings at all
proposal-kind-consent = Consents
proposal-kind-message = Message to read
proposal-state-open = Not decided
proposal-state-accepted = Accepted
proposal-state-rejected = Not accepted
stop-why-bounced = messages came back for good
stop-why-complained = somebody there called a message spam
journal-kind-reply-taken = Answer taken in
journal-kind-proposal-accepted = Proposed change accepted
journal-kind-proposal-rejected = Proposed change not accepted
journal-kind-address-stopped = Address stopped
journal-kind-address-freed = Address let go again
token-wish-types = Only these mailings
token-wish-nothing = No more mailings
token-wish-about = What do you have about me?
token-types-says = Leave an x at what you want, and take it away from what you do not want. Then send this message.
rule-proposal-decided = What became of this proposal was decided before. Nothing was changed.
rule-taken-before = This was taken in before. Nothing was changed.
rule-form-needs-wording = The form asks for a consent to marketing, and there is no wording for that in this language. Nothing was written. Write one under Settings, Purposes, first.
rule-consent-needs-wording = One asks for a consent with a wording, and there is none for this purpose. Nothing was sent. Write one under Settings, Purposes, first.
rule-form-needs-address = The answers to the form go to an e-mail address, and the settings name none. Nothing was written. Enter one as the office’s contact, or name one.
intake-left-not-mail = neither mail nor an answer
intake-left-taken-before = taken in before
intake-left-stranger = the sender is on no card
intake-left-several = the sender’s address is on several cards
intake-left-unknown-code = the code in it is none of ours, or its person is no longer here
intake-left-too-late = it came too late
intake-left-nothing-asked = asks for nothing that is recognised; read it yourself
intake-left-not-ours = brings back a message that is none of ours
intake-left-unseen = its card is in the trash, or not yours to see
intake-left = Left
intake-counts = { $done } done, { $open } to decide
intake-nothing = Nothing waits for a decision.
intake-accepted = { $count -> 
    [one] One proposal was accepted.
   *[other] { $count } proposals were accepted.
}
intake-rejected = { $count -> 
    [one] One proposal was not accepted.
   *[other] { $count } proposals were not accepted.
}
intake-erase-reason = Asked by the person
intake-access-task = Asks what we hold: answer with a privacy report
intake-message = Message
action-came-back = Take in what came back
came-back-title = What came back
came-back-take = Choose a file…
came-back-kinds = Messages and answer files
came-back-taken = Recognised: { $recognised }. Carried out at once: { $done }. Left as they are: { $left }.
came-back-nothing = Nothing waits for a decision. Drop messages (.eml, .mbox) or answer files on the window, or choose one with “Choose a file…”.
came-back-when = { $kind } · { $time }
proposal-hint-overtaken = Written before the person answered otherwise.
proposal-hint-other-sender = Sent from another address than any on the card: ask the person before you accept it.
came-back-running = Taking in
came-back-stopped = Stopped. Not taken in yet: { $count }. Take the file in again to go on.
came-back-closed = The card is closed (art. 18): what is said is not shown.
came-back-empty = empty
came-back-reject = Change nothing
came-back-do-correct = Correct the card
came-back-do-object = Enter the objection
came-back-do-withdraw = Enter the withdrawal
came-back-do-erase = Enter the request
came-back-do-access = Make it a task
came-back-do-subscribe = Enter the wish
came-back-do-no-mailings = Stop all mailings
came-back-do-consent = Enter the consent
came-back-do-message = Keep it on the card
came-back-all = Do all { $count }
came-back-none = Change nothing at all
came-back-new = New person
form-title = News from { $office }
form-name = Your name
form-statement = How we handle your data
form-withdraw = You can take a consent back at any time; each message says how.
form-send = Prepare the e-mail
form-how = Your own mail program opens with your answer. Nothing leaves this page before you send it there.
mail-form-title = Form for your web site
mail-form-says = One file for your own web site: people tick what they want to hear about, and their answer comes to you as an e-mail. Nothing in it is ticked beforehand.
mail-form-write = Write the form…
mail-form-where = Where the form is written
form-written = The form was written to { $file }.
answer-form-title = Your answer
answer-form-says = Change what is wrong, tick what you want, and save your answer as a small file. Nothing leaves this page by itself: you send the file as an attachment of an e-mail. The answer is taken until { $day }.
answer-form-over = This form could be answered until { $day }. Write to us if something is wrong.
answer-form-subject = Answer to report { $number }
answer-form-correct = What we hold about you
answer-form-fixed = (cannot be changed here)
answer-form-object = I object to
answer-form-withdraw = I take my consent back to
answer-form-why = Why (you need not say)
answer-form-rest = Anything else
answer-form-erase = Erase everything about me
answer-form-message = What else you want to say
answer-form-save = Save answer
answer-form-saved = The answer was saved as a file. Send it to us as an attachment.
answer-form-nothing = Nothing was changed or ticked yet.
answer-form-send = Write the e-mail
cli-option-no-answer = Leave out the form by which a sealed report is answered
cli-help-mail-intake = Read messages (.eml, mbox) and answer files: unsubscriptions and confirmed consents are carried out, everything else is proposed
cli-help-mail-proposals = Show what people proposed
cli-help-mail-accept = Carry out what was proposed: all that is named, or nothing
cli-help-mail-reject = Leave everything as it is
cli-help-mail-form = Write a form for your own web site, whose answers come by mail
cli-option-new-people = Make a card for each sender who is on none
cli-option-mail-intake-file = Message, mailbox or answer file
cli-option-mail-form-to = Address that answers go to; otherwise the office’s contact
cli-option-statement = Where your privacy statement stands
rule-suppressed = An e-mail or a phone number here belongs to somebody who was erased. Nothing was changed. Who has the right to overrule this can enter it again, with a reason.
rule-overrule-reason = Somebody who was erased comes in again only for a reason: say why in the option or the field that overrules it. Nothing was changed.
rule-no-address-to-tell = The card holds no address to which that can be sent: no postal address for a letter, or no e-mail for a message. Nobody was erased. Choose another way, or enter the address first.
row-suppressed = The e-mail or the phone number belongs to somebody who was erased: nothing of the row was taken.
backup-reason-after-erasure = After an erasure
journal-group-erasures = Erasures
journal-kind-erased = Person erased
journal-kind-text-scrubbed = Name of an erased person taken out of a text
journal-kind-erasure-finished = File rewritten after an erasure
journal-kind-suppression-lifted = Erased person let in again
journal-kind-erased-again = Erased again in an older copy
journal-kind-letter-waits = Letter about an erasure waits to be sent
journal-kind-letter-sent = Letter about an erasure sent, and kept no longer
journal-kind-backups-removed = Backups removed before their time
setting-suppression-keep-years = Years to recognise erased persons
setting-suppression-keep-years-says = For how many years the e-mails and phones of erased people are recognised if they come in again; nothing for as long as the card file itself. Only keyed hashes of them are kept.
setting-answers-days = Days to answer a report
setting-answers-days-says = For how many days the answer form in a sealed copy is taken. Later, the copy no longer says what is held.
check-erasure-unfinished = People were erased, but the file could not be rewritten yet: traces of them may lie in pages that nothing uses. It is done by “kartotek run”, or when the card file is opened, as soon as the disk has room for a second copy.
check-erasure-residue = After an erasure, { $count } traces were found in the file.
erasure-mark = [erased]
erasure-action-delete = erased
erasure-action-scrub = names taken out
erasure-held-restricted = The processing is restricted (art. 18). Lift the restriction first.
erasure-held-kept = Must be kept, so nothing is erased before that is over: { $reasons }.
erasure-held-named = Texts of others name this person. Decide whether the names are taken out or kept.
erasure-ground-a = no longer needed
erasure-ground-b = consent withdrawn
erasure-ground-c = objection
erasure-ground-d = unlawful processing
erasure-ground-e = required by law
erasure-ground-f = data of a child
erasure-ground-retention = period of keeping over
erasure-ground-trash = time in the trash over
erasure-exception-a = freedom of expression and information
erasure-exception-b = legal obligation or public task
erasure-exception-c = public health
erasure-exception-d = archives, research, statistics
erasure-exception-e = legal claims
certificate-title = Certificate of erasure
certificate-says = This certificate holds nothing about the people who were erased.
certificate-office = Office
certificate-at = Erased on
certificate-by = By
certificate-persons = Persons
certificate-ground = Ground
certificate-article = Art. 17(1)({ $letter }) GDPR: { $ground }
certificate-reason = Reason
certificate-rows = { $rows ->
    [one] { $rows } row: { $action }
   *[other] { $rows } rows: { $action }
  }
certificate-kept = Kept
certificate-kept-texts = { $texts ->
    [one] { $texts } text, art. 17(3)({ $letter }), { $exception }: { $reason }
   *[other] { $texts } texts, art. 17(3)({ $letter }), { $exception }: { $reason }
  }
certificate-looked = Looked for what is left
certificate-finishing = The file is still to be rewritten.
certificate-waiting = Nothing was found but the letter to the person, which waits to be sent: it holds the name and the address, and is erased once it was sent.
certificate-waiting-residue = { $count } traces were found besides the letter to the person, which waits to be sent.
certificate-not-stated = not stated
certificate-kept-unstated = { $texts ->
    [one] { $texts } text, without a letter of art. 17(3): { $reason }
   *[other] { $texts } texts, without a letter of art. 17(3): { $reason }
}
certificate-told = Told
certificate-told-at = { $how }, { $time }
certificate-told-waits = { $how }, not sent yet
certificate-no-residue = Nothing was found: not in any page of the file, the log, the search index, texts of others, or the backup made afterwards. The contents of documents attached to others were not searched.
certificate-no-residue-but-kept = Nothing was found but the texts that were kept: not in any other page of the file, the log, the search index, or the backup made afterwards. The contents of documents attached to others were not searched.
certificate-residue = { $count } traces were found.
certificate-not-looked = The file was rewritten; nobody could look for the names any more, as the program had ended in between.
certificate-backup = Earlier backup
certificate-backup-expires = Made { $made }, gone by { $expires } at the latest
certificate-backup-stays = Made { $made }, written to a file of its own: there until somebody removes it
certificate-journal = End of the journal
erased-letter = On { $date } we erased all the personal data we held about you, under art. 17(1)({ $letter }) of the General Data Protection Regulation ({ $ground }).
erased-letter-backups = Backups made before that still hold the data in encrypted form, and are used for nothing. The last of them is gone by { $date }. If one had to be restored, your data would be erased again before anybody could see it.
erased-letter-backups-stay = Some backups made before that lie in files of their own until we remove them. They are encrypted, and are used for nothing.
erased-letter-kept = Single mentions in our records were kept under art. 17(3)({ $letter }): { $exception }.
erased-letter-kept-unstated = Single mentions in our records were kept.
outbox-channel-letter = letter
outbox-channel-mail = e-mail
erased-letter-mark = So that we do not take your data in again by mistake, we keep an unreadable code of your e-mail address and phone number. It cannot be turned back into them.
erased-letter-complaint = You can complain to the supervisory authority if you think that this was not done as it should be.
cli-help-erase = Erase people for good, past the trash. Answers 4 where everybody is held back, 0 where somebody was erased
cli-help-erase-letters = Show the letters to erased people that wait to be sent
cli-help-erase-letter = Write a letter that waits to a file, for printing
cli-help-erase-sent = Say that a letter was sent: it is kept no longer, and the file is rewritten
cli-option-erase-letter = Write the letter that tells them to this file, before the address goes
cli-option-erase-tell = letter or mail: the letter waits with name, address and text, and the erasure is finishing until “erase sent”
cli-option-erase-keep-reason = Why texts are kept, with --hits keep; it is kept on record
cli-option-erase-letter-message = The letter, as “erase letters” lists it
cli-option-erase-letter-file = The file
cli-option-erase-sent-message = The letter, as “erase letters” lists it
cli-option-erase-ids = Who
cli-option-erase-reason = Why; it is kept on record, so it should name nobody
cli-option-erase-ground = The letter of art. 17(1): a no longer needed, b consent withdrawn, c objection, d unlawful, e required by law, f data of a child
cli-option-hits = What to do where texts of others name them: take the names out (scrub), leave the texts (keep), or hold the person back (hold)
cli-option-exception = Under which letter of art. 17(3) texts are kept: a expression, b legal obligation, c health, d archives, e claims
cli-option-certificate = File for the certificate: .pdf, .html or .json
cli-option-delete-backups = Also remove the backups made before, instead of letting them expire
cli-erase-plan = { $persons ->
    [one] { $persons } person would be erased.
   *[other] { $persons } persons would be erased.
  }
cli-erase-done = { $persons ->
    [one] { $persons } person erased.
   *[other] { $persons } persons erased.
  }
cli-erase-row = { $table }: { $rows } ({ $action })
cli-erase-hit = { $table } { $id }, { $field }: { $snippet }
cli-erase-held = Held back: { $name } ({ $id }). { $why }
cli-erase-residue = Looked for what is left: { $count } traces.
cli-erase-put-off = The rows are gone, but the file could not be rewritten yet: { $why }
cli-erase-backup = { $file } still holds them, until { $date } at the latest
cli-erase-backup-stays = { $file } still holds them, until somebody removes it
cli-erase-waiting = { $count ->
    [one] { $count } letter waits to be sent. It still holds who was erased, and so does a backup made meanwhile; “erase sent” ends that.
   *[other] { $count } letters wait to be sent. They still hold who was erased, and so does a backup made meanwhile; “erase sent” ends that.
}
cli-erase-letter-written = Letter written to { $file }.
cli-erase-no-letters = No letter waits to be sent.
cli-erase-sent = The letter is kept no longer. Looked for what is left: { $count } traces.
cli-erase-sent-put-off = The letter is kept no longer, but the file could not be rewritten yet: { $why }
cli-run-letters = { $count ->
    [one] { $count } letter to somebody who was erased waits to be sent.
   *[other] { $count } letters to people who were erased wait to be sent.
}
cli-all-held = Everybody named is held back, for the reasons given. Nothing was changed.
cli-erase-backups-removed = { $count } earlier backups were removed.
cli-erase-certificate = Certificate written to { $file }.
cli-backup-erased-again = { $count ->
    [one] { $count } person was erased again, as they had been since the backup was made.
   *[other] { $count } persons were erased again, as they had been since the backup was made.
  }
cli-run-erasure = An erasure that was not done to its end was finished.
# The dialog that erases
erasing-ask = Erase for good…
erasing-title = Erase for good
erasing-title-of = Erase { $name } for good
erasing-says = This cannot be taken back. Everything below goes from the card file, and nothing of it is left in the file afterwards.
erasing-held = { $name } is held back
erasing-ground = Ground (art. 17(1))
erasing-reason = Reason
erasing-reason-hint = Kept on record: name nobody.
erasing-hits = { $count ->
    [one] Named in { $count } text elsewhere
   *[other] Named in { $count } texts elsewhere
  }
erasing-hits-says = Decide for each whether the name is taken out or the text is kept as it is.
erasing-unread = { $count ->
    [one] { $count } attached file on the cards of others cannot be looked through (a picture, a PDF, or damaged): look for yourself whether it names the person.
   *[other] { $count } attached files on the cards of others cannot be looked through (pictures, PDF, damaged ones): look for yourself whether they name the person.
  }
erasing-scrub-all = Take out everywhere
erasing-keep-all = Keep everywhere
erasing-scrub = Take the name out
erasing-keep = Keep the text
erasing-open = Open
erasing-hit-of = { $name } · { $field }
erasing-hit-elsewhere = { $table }
erasing-hit-closed = You may not see this text.
erasing-exception-label = Kept under (art. 17(3))
erasing-letter-of = ({ $letter }) { $words }
erasing-kept-why = Why it is kept
erasing-tables = What goes
erasing-marks = { $count ->
    [one] Of { $count } e-mail or phone number a keyed hash stays, so that it is recognised if it comes in again.
   *[other] Of { $count } e-mails and phone numbers keyed hashes stay, so that they are recognised if they come in again.
  }
erasing-backups-title = Earlier backups
erasing-backups = { $count ->
    [one] { $count } backup still holds the person. It is gone by { $date } at the latest; restored, it erases the person again before anything is shown.
   *[other] { $count } backups still hold the person. The last is gone by { $date } at the latest; restored, each erases the person again before anything is shown.
  }
erasing-remove-backups = Remove them now
erasing-no-backups = Kartotek knows of no backup that holds the person. A new one is made afterwards. Copies that somebody made elsewhere are not known here.
erasing-backups-stay = { $count ->
    [one] { $count } backup that is known still holds the person. It lies in a file of its own, and stays until somebody removes it.
   *[other] { $count } backups that are known still hold the person. Those in files of their own stay until somebody removes them.
}
erasing-backups-unseen = { $count ->
    [one] { $count } backup was written to a place where none can be seen now: it was removed, or the drive is not connected.
   *[other] { $count } backups were written to places where none can be seen now: they were removed, or the drive is not connected.
}
erasing-backups-copies = Copies that somebody made elsewhere are not known here.
erasing-company = { $name } is no more than a name that nobody else has, and goes too.
erasing-tell = How the person is told
erasing-tell-hint = The letter needs the address, which goes with the card.
erasing-tell-otherwise = Not from here
erasing-tell-file = Letter in a file, now
erasing-tell-letter = A letter waits to be sent
erasing-tell-mail = An e-mail waits to be sent
erasing-letter-title = Save the letter
erasing-letter-file = letter.html
erasing-waits-says = It holds the name and the address, and nothing else does. It stands under Settings, Erasures, until you say that it was sent; the erasure is finishing until then.
erasing-waits-mail-says = It holds the name and the address, and nothing else does. As soon as it was sent, it is erased too, and the erasure is finished.
# The page of erasures
erasures-text = What was erased for good, when, by whom and on which ground; never who. Letters that tell somebody wait here until they are sent.
erasures-no-right = Only for those who may erase
erasures-none = Nobody was erased yet
erasures-none-text = Erase somebody from their card, or empty the trash: what was done then stands here.
erasures-waiting = { $count ->
    [one] { $count } letter waits to be sent
   *[other] { $count } letters wait to be sent
}
erasures-waiting-says = It still holds the name and the address, and so does a backup made meanwhile. Once it was sent, it is erased, the file is rewritten, and a new backup is made.
erasures-sent = It was sent
erasures-save = Save letter…
erasures-copy = Copy the text
erasures-letter-saved = The letter was saved. It waits on until you say that it was sent.
erasures-gone = { $backups ->
    [0] The letter is kept no longer.
    [one] The letter is kept no longer. A backup that was made before still holds it.
   *[other] The letter is kept no longer. { $backups } backups that were made before still hold it.
}
erasures-rewriting = File to be rewritten
erasures-finishing = Finishing
erasures-done = Nothing left
erasures-not-looked = Not looked through
erasures-persons = { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
erasing-undecided = Decide first what happens to each text, and why texts are kept.
erasing-do = { $persons ->
    [one] Erase { $persons } person
   *[other] Erase { $persons } persons
  }
erasing-step = Step { $step } of { $steps }
erasing-no-stop = The rows are gone already; what follows is done to the end.
erasure-step-removing = Removing what is the person’s…
erasure-step-rewriting = Rewriting the file…
erasure-step-looking = Looking through every page for what is left…
erasure-step-backing-up = Making a new backup…
erasing-done = Erased
erasing-done-but-letter = Erased, but for the letter that tells it
erasing-done-but-mail = Erased, but for the e-mail that tells it
erasing-nothing-left = Nothing is left
erasing-put-off = Erased, but the file could not be rewritten yet
erasing-letter = Confirmation for the person
erasing-letter-says = Send it now, while you still have the address. It says nothing about the person.
erasing-copy = Copy confirmation
erasing-copied = The confirmation was copied.
erasing-save = Save certificate…
erasing-save-again = Save certificate again…
erasing-saved = The certificate was saved.
erasing-certificate-title = Save the certificate of erasure
erasing-certificate-file = certificate-of-erasure.pdf
new-suppressed-email = This e-mail address belongs to somebody who was erased
new-suppressed-phone = This phone number belongs to somebody who was erased
new-suppressed-may = They are not to come in again by mistake. If they want to be here again, say why; it is kept on record.
new-suppressed-why = Why they are entered again
suppressed = An e-mail address or a phone number here belongs to somebody who was erased
card-suppressed-may = Nothing was saved. If they want to be here again, say why, and save once more; it is kept on record.
import-suppressed = { $count ->
    [one] { $count } row would bring somebody in again who was erased
   *[other] { $count } rows would bring people in again who were erased
}
import-let-in = Take them in
erasure-table-draft = Text typed and not saved
erasure-table-outbox = Letters and messages that wait
erasure-table-trashed-member = Who was at a company in the trash
erasure-table-trashed-person = Trash
erasure-table-trashed-company = Companies in the trash
erasure-table-deletion-request = Requests for deletion
erasure-table-legal-hold = Legal holds
erasure-table-kept-longer = Reasons to keep longer
erasure-table-mass-edit = Mass edits
erasure-table-mass-edit-person = What mass edits changed
erasure-table-mass-edit-company = What mass edits changed on companies
erasure-table-mass-edit-activity = What mass edits changed in activities
erasure-table-export = Register of exports
erasure-table-export-person = Places in the register of exports
erasure-table-selection = Selections
erasure-table-selection-person = Places in selections
erasure-table-restriction = Restrictions (art. 18)
erasure-table-objection = Objections (art. 21)
erasure-table-look-up = Look-ups of a closed card
erasure-table-seen = Cards looked at last
erasure-table-favourite = Favourites
erasure-table-merge = Merges
erasure-table-distinct-pair = Pairs found to be two persons
erasure-table-relation = Relations
erasure-table-activity = Activities
erasure-table-employment = Former jobs
erasure-table-email = E-mail addresses
erasure-table-phone = Phone numbers
erasure-table-address = Addresses
erasure-table-person-interest = Interests
erasure-table-custom-value = Own fields
erasure-table-import-row = What imports did to the card
erasure-table-import = Imports
erasure-table-ledger = Legal bases
erasure-table-attachment = Documents
erasure-table-person = Cards
erasure-table-company = Companies
erasure-table-list-item = Lists
erasure-table-setting = Settings
erasure-table-setting-change = Changes of settings
erasure-table-erasure = Earlier erasures
erasure-table-suppression-lifted = Returns of erased persons

# Warnings about what is allowed, and yet wants looking at
warning-no-basis = No legal basis is documented for sales and service. Add one as soon as you know it.
warning-statute-missing = No statute is named for this legal obligation. Name it in the settings, under Legal bases.
warning-identity-number = This looks like a national identity number. It does not belong in a note.
warning-card-number = This looks like the number of a payment card. It does not belong in a note.
warning-health = This seems to be about somebody’s health, which the law protects specially. Leave it out unless you need it.
journal-kind-unlocked = Card file unlocked
journal-kind-user-added = User added
journal-kind-user-removed = User removed
journal-kind-user-changed = User’s role changed
journal-kind-restricted = Processing restricted
journal-kind-restriction-lifted = Restriction lifted
journal-kind-objected = Objection entered
journal-kind-objection-decided = Objection decided
journal-kind-looked-up = Restricted card opened
journal-kind-trashed = Moved to the trash
journal-kind-trash-restored = Restored from the trash
journal-kind-purged = Erased from the trash
journal-kind-deletion-asked = Asked for deletion
journal-kind-deletion-decided = Deletion decided
journal-kind-hold-added = Legal hold added
journal-kind-hold-lifted = Legal hold lifted
journal-kind-company-trashed = Company moved to the trash
journal-kind-company-trash-restored = Company restored from the trash
journal-kind-company-purged = Company erased from the trash
journal-kind-field-emptied = Field emptied
field-condition = Condition of art. 9(2)
field-restriction = Restriction (art. 18)
field-lifted = Restriction lifted
field-told = Told before it was lifted
field-objection = Objection (art. 21)
field-decision = Decision
field-looked_up = Looked up
invalid-not-expected = The purpose does not expect this legal basis.
invalid-deactivated = This can no longer be chosen: it was switched off in the settings.
invalid-not-a-pattern = This search pattern cannot be read, or it is found in an empty text.
problem-not-settings = This file holds no settings that this version can read. Nothing was changed.
cli-settings-held = { $key } was decided anew since and stays.
cli-settings-exported = Settings written: { $count }
cli-settings-would-change = Settings that would change: { $count }
cli-settings-changed = Settings changed: { $count }
cli-help-settings-unset = Leave a setting as shipped, or remove an own item
cli-help-settings-history = Show what was decided, the newest first
cli-help-settings-back = Take back what was decided together with a change
cli-help-settings-export = Write what the office decided to a file
cli-help-settings-import = Take over what a file holds
cli-help-users = People who work here
cli-help-users-list = Show who works here, their roles and when they last unlocked
cli-help-users-add = Add somebody with a passphrase of their own
cli-help-users-remove = Remove somebody; the key is changed for everybody else
cli-help-users-set-role = Give somebody a role
cli-option-user-name = Name the user unlocks the card file with
cli-option-role = Key of the role: owner, privacy-officer, seller, assistant, read-only, or an own one
cli-user-added = { $user } works here now, as { $role }.
cli-user-role = { $user }: { $role }.
cli-user-removed = { $user } no longer works here. The key of the card file was changed.
cli-user-backup = A backup under the new key was made: { $file }
cli-user-no-backup = No backup under the new key could be made. Make one with: kartotek backup create FILE
cli-user-older = { $count ->
    [one] One backup of before opens with the passphrases of before, until { $date } at the latest.
   *[other] { $count } backups of before open with the passphrases of before, until { $date } at the latest.
 }
cli-user-recovery = Somebody who knows the recovery key can still open the card file: where that may be, make a new one.
cli-user-gone = removed { $date }
cli-help-settings-sets = List the ready-made sets
cli-option-set = A ready-made set instead of a file: norway, sweden or eu-cautious
cli-unknown-set = There is no set called { $set }. There are: { $known }.

## Commands, keys, favourites
palette-title = Commands
palette-search = What do you want to do? Or a name
palette-keys = ↑ ↓ choose · Enter runs · Esc closes
palette-none = Nothing matches “{ $text }”
palette-nothing = Neither a command, nor a person or a company has all these words.
palette-open = Open { $name }
palette-open-verb = open
shortcuts-title = Shortcuts
shortcuts-go = Find and go
shortcuts-card = Cards
shortcuts-window = Window
shortcuts-lists = Lists and fields
shortcuts-previous = Previous field
shortcuts-move = Move in a list
shortcuts-ends = First and last in a list
shortcuts-extend = Select several
shortcuts-all = Select all
shortcuts-typing = Undo and redo typing in a field
shortcuts-one-more = Add one to those selected, or take it away
shortcuts-press = Press a button
shortcuts-kind = Kind of a new activity, when it is asked for
shortcuts-activity-save = Save an activity
shortcuts-activity-edit = Edit the activity that the keyboard is on
shortcuts-remove = Remove the activity or the selection that the keyboard is on
key-space = Space
key-letter = its letter
key-page-up-down = PgUp  PgDn
key-home-end = Home  End
action-today = Go to Today
action-persons = Go to Persons
action-companies = Go to Companies
action-import = Import a file
action-settings = Settings
action-settings-page = Settings: { $page }
action-merge-selected = Merge the two selected cards
action-favourites = List favourites
action-recent = List recently seen
action-edit = Edit the card
action-favourite = Favourite: add or remove
action-object = The person objects (art. 21)…
action-restrict = Restrict processing (art. 18)…
action-lift = Lift the restriction…
action-undo = Undo the last change
action-redo = Redo
action-columns = Choose columns
action-lock = Lock the card file
action-light = Light colours
action-dark = Dark colours
action-system-colours = The system’s colours
action-english = Language: English
action-norwegian = Language: Norsk bokmål
action-swedish = Language: Svenska
hindrance-right = Takes the right “{ $right }”
hindrance-no-card = No card is open
hindrance-nothing-typed = Nothing unsaved
hindrance-not-two = Select two persons in the list first
hindrance-nobody = Nobody is chosen
hindrance-nothing-done = Nothing to undo
hindrance-nothing-back = Nothing to redo
hindrance-sample = Sample persons are not locked
hindrance-sample-page = Not for sample persons
hindrance-no-list = Only in the list of persons
list-favourites = Favourites
list-favourites-none = Open a card and press Ctrl+D, or click its star.
list-recent = Recently seen
list-recent-none = Whose cards you open is listed here, the newest first.
favourite-add = Add to favourites (Ctrl+D)
favourite-remove = Remove from favourites (Ctrl+D)
favourite-added = Added to favourites
favourite-removed = Removed from favourites
cli-help-favourite = People you marked
cli-help-favourite-add = Mark a person as a favourite
cli-help-favourite-remove = Take a person off the favourites
cli-help-favourite-list = List the favourites by name
cli-help-recent = List whose cards were opened last
toast-undo = Undo
toast-redo = Redo
shortcuts-tabs = Tabs of the card
columns-title = Columns
columns-left = Further left
columns-right = Further right
columns-narrower = Narrower
columns-wider = Wider
columns-reset = As at first

selections-none-found = Nothing found for “{ $text }”
selections-none-found-text = The search looks at the names of selections.
selections-ready = Ready-made
selections-own = The office’s own
frame-selections = Selections
action-selections = Go to the selections
help-selections = Selections are named sets of people or companies. Click one to see who is in it; the tab Criteria says what decides that, in words and as rows you can change. Everything that is done to many at once begins here.
selections-search = Search selections
selections-search-members = Search in this selection
selections-new = New
selections-new-companies = New company selection
selections-new-title = New selection
selections-new-title-companies = New selection of companies
selections-combine = Combine
selections-combine-title = Combine two selections
selections-combine-says = Always follows the two: when they change, so does this one.
selections-copy = Copy as list
selections-copy-says = The copy is a list: it stays as it is, whoever comes to be in the selection or leaves it.
selections-copy-name = { $name }, { $date }
selections-like-this = New one like this
selections-remove = Remove selection…
selections-mailing = New mailing…
selections-remove-do = Remove selection
selections-remove-title = Remove { $name }?
selections-remove-says = The selection is removed. The persons in it are not deleted.
selections-remove-static = The list is removed. The persons in it are not deleted.
selections-remove-cannot = { $name } is in use
selections-remove-used = These are made of it: { $names }. Remove them first, or ask something else in them.
selections-removed = Selection removed
selections-count = { $count ->
    [one] { $count } selection
   *[other] { $count } selections
}
selections-counting = Counting…
selections-unknown = It cannot be asked
selections-nobody = Nobody is in this selection
selections-nobody-text = As soon as what it asks for is true of somebody, they are listed here.
selections-tick-hint = Hold Ctrl or Shift to select several
selections-only-ticked = { $count ->
    [one] Only the one that is selected
   *[other] Only the { $count } that are selected
}
selections-mass-change = Change members…
selections-mass-delete = Delete members…
selections-mass-export = Export members…
builder-count-persons = { $count ->
    [one] person
   *[other] persons
}
builder-count-companies = { $count ->
    [one] company
   *[other] companies
}
builder-choose = Choose…
builder-or = or…
builder-any = any
builder-to = to
builder-number = Number
builder-text = Text
builder-text-or = Text; Enter adds another
builder-day-hint = Date
builder-day-date = on a date
builder-day-today = today
builder-day-days-ago = days ago
builder-day-months-ago = months ago
builder-day-years-ago = years ago
builder-day-days-ahead = days ahead
builder-day-months-ahead = months ahead
builder-day-years-ahead = years ahead
builder-what-basis = Legal basis: { $purpose }
builder-what-subscription = Mailings
builder-what-interest = Interests
builder-what-activity = Activity
builder-what-selection = Another selection
builder-what-status = Status
builder-what-informed = Informed (art. 13 and 14)
builder-what-duplicate = Seems to be a duplicate
builder-basis-is = Legal basis
builder-basis-after = Entered after
builder-basis-before = Entered before
builder-basis-by = Entered by
builder-wording = Wording shown
builder-wording-none = No wording was shown
builder-wording-version = Version { $version }
builder-condition = Condition (art. 9(2))
builder-condition-none = No condition given
builder-activity-kind = Kind
builder-activity-after = After
builder-activity-before = Before
builder-op-is = is
builder-op-is-not = is not
builder-op-contains = contains
builder-op-contains-not = does not contain
builder-op-starts = begins with
builder-op-starts-not = does not begin with
builder-op-ends = ends with
builder-op-ends-not = does not end with
builder-op-before = is before
builder-op-after = is after
builder-op-less = is less than
builder-op-more = is more than
builder-op-between = is from … to
builder-op-empty = is empty
builder-op-filled = is not empty
builder-op-yes = yes
builder-op-no = no
builder-op-some = there is
builder-op-none = there is none
builder-op-in = is in it
builder-op-not-in = is not in it
builder-op-one-of = one of these
builder-op-none-of = none of these
builder-op-documented = is documented so
builder-op-not-documented = is not documented so
builder-op-may = may be sent
builder-op-may-not = may not be sent
builder-op-not = not: { $op }
cli-option-into = Keep whom it brings, or changes, as a selection of this name
selections-name = Name
selections-name-hint = What the selection is called
selections-name-missing = Give the selection a name.
selections-kind = Kind
selections-of = Contains
selections-members = Members
selections-criteria = Criteria
selections-owner = Owner
selections-program = Kartotek
selections-visible = Visible to
selections-used-by = Used by
selections-used-by-none = No other selection uses it
selections-about = About this selection
selections-description = What it is for
selections-description-hint = For example: invitations to the spring fair
selections-alert = Alert
selections-alert-hint = For example: unpaid invoice, ask accounts first
selections-alert-says = The cards of all its members show this text in a banner.
selections-alerts = Its members’ cards show a warning
selections-at-by = { $at }, by { $by }
selections-ready-says = This selection comes with Kartotek and stays as it is, but for what it warns of. “New one like this” begins a selection of your own from it.
selections-ready-criteria = This selection comes with Kartotek and stays as it is. “New one like this” makes one of your own from it.
selections-in-it = { $count ->
    [0] Nobody in it
    [one] { $count } in it
   *[other] { $count } in it
}
selections-charts = Charts
selections-by-category = By category
selections-by-basis = Legal basis: { $purpose }
selections-by-source = By source
selections-by-month = Registered per month
selections-month = { $month } { $year }: { $count }
selections-earlier = Earlier: { $count }
selections-without = None
selections-charts-none = Nobody is counted here.
selections-charts-held = { $count ->
    [one] { $count } restricted person is in no chart.
   *[other] { $count } restricted persons are in no chart.
}
selections-alert-from = Warned of by the selection { $name }
selections-keep = Add to selection…
selections-keep-new = A new selection
selections-keep-known = A list that is there already
selections-keep-into = Which list
selections-keep-add = { $count ->
    [one] Add one
   *[other] Add { $count }
}
selections-joined = { $moved ->
    [0] { $name }: they are in it already
    [one] { $name }: one added, { $count } in it
   *[other] { $name }: { $moved } added, { $count } in it
}
selections-take-out = { $count ->
    [one] Take one out of the list
   *[other] Take { $count } out of the list
}
selections-left = { $moved ->
    [one] { $name }: one taken out, { $count } in it
   *[other] { $name }: { $moved } taken out, { $count } in it
}
selections-soon = In trash soon to be erased
selections-soon-says = Cards in the trash that are erased within 7 days. They are in no selection, and nothing can be done with them but in the trash: restore them there, or erase them now.
selections-soon-show = Show in the trash
selections-keep-title = Add to a selection
selections-keep-persons = { $count ->
    [one] { $count } person, as a list.
   *[other] { $count } persons, as a list. It stays as it is until somebody changes it.
}
selections-keep-companies = { $count ->
    [one] { $count } company, as a list.
   *[other] { $count } companies, as a list. It stays as it is until somebody changes it.
}
selections-first = First
selections-second = Second
selections-operation = In the new selection is
selections-make = Make selection
selections-make-count = Make selection of { $count }
selections-made = { $name }: { $count } in it
selections-made-held = { $name }: { $count } in it. { $held } restricted left out.
selections-saved = Saved: { $name }
selections-save-new = Save selection
selections-save-criteria = Save criteria
selections-incomplete = Some criteria are not complete yet. They are marked.
selections-unsaved-text = You have changed this selection and not saved it yet.
selection-kind-dynamic-says = Dynamic: whoever the criteria are true of, asked anew each time
selection-kind-static-says = Static: a list of those who were put into it
selection-kind-combined-says = Combined: what two other selections have
selection-visible-all = Everybody
selection-visible-own = Only its owner, and those who may change settings
selections-private = Not everybody
selection-operation-union = Who is in the one or the other, or both
selection-operation-intersect = Who is in both
selection-operation-only-first = Who is only in the first
selection-operation-only-second = Who is only in the second
selection-operation-difference = Who is in one of them, but not in both
rule-selection-private = What everybody sees cannot be made of a selection that only its owner sees. Nothing was changed. Let both be seen by the same people.
builder-mode-all = All of these
builder-mode-any = At least one of these
builder-mode-none = None of these
builder-mode-not-all = Not all of these
builder-and = and
builder-or-word = or
builder-add = Criterion
builder-add-group = Group
builder-remove = Remove the criterion
builder-remove-group = Remove the group
builder-drop = Remove { $name }
builder-says = In words
builder-says-nothing = Nothing is asked yet. Fill in the row above.
builder-incomplete = { $count ->
    [one] { $count } criterion is not complete yet and is left out.
   *[other] { $count } criteria are not complete yet and are left out.
}

## Selections, and criteria as a sentence

field-selection = Selection
field-trashed = Trash
field-deletion_request = Asked for deletion
field-legal_hold = Legal hold
field-kept_longer = Kept longer
field-mass_edit = Mass edit
field-export = Export
selection-ready-no-legal-basis = No legal basis
selection-ready-old-consents = Consent older than two years
selection-ready-inactive = No activity for three years
selection-ready-not-informed = Not yet informed
selection-ready-objecting = Objecting
selection-ready-restricted = Restricted
selection-ready-duplicates = Duplicates
selection-kind-dynamic = Dynamic
selection-kind-static = Static
selection-kind-combined = Combined
selection-sentence-static = { $count ->
    [0] A list with nobody in it.
    [one] A list with { $count } in it.
   *[other] A list with { $count } in it.
}
selection-sentence-union = All that are in { $first } or in { $second }, or in both.
selection-sentence-intersect = All that are both in { $first } and in { $second }.
selection-sentence-only-first = All that are in { $first } and not in { $second }.
selection-sentence-only-second = All that are in { $second } and not in { $first }.
selection-sentence-difference = All that are in { $first } or in { $second }, but not in both.

# Exports, and the register of them
export-everybody = Everybody
export-all-companies = All companies
export-sheet-persons = Persons
export-sheet-companies = Companies
export-basis = Legal basis: { $purpose }
export-not-stated = not stated
export-title = Export
export-do = { $count ->
    [one] Choose where for one card…
   *[other] Choose where for { $count } cards…
}
export-count-persons = { $count ->
    [0] Nobody
    [one] One person
   *[other] { $count } persons
}
export-count-companies = { $count ->
    [0] No company
    [one] One company
   *[other] { $count } companies
}
export-held = { $count ->
    [one] One person is left out, because the processing of their data is restricted.
   *[other] { $count } persons are left out, because the processing of their data is restricted.
}
export-format-xlsx = Excel workbook (.xlsx)
export-format-csv = Text for spreadsheets (.csv)
export-format-vcard = Address book (.vcf)
export-columns = Columns ({ $count })
export-columns-usual = The usual ones
export-columns-all = All
export-columns-none = None
export-for = What for
export-for-hint = such as: Christmas cards
export-to = To whom
export-to-hint = such as: the printer
export-says = The export is entered in the register, with everybody who is in it. Once it is written, the file is no longer protected by this program.
export-running = The file is being written…
export-numbers = { $done } of { $total } cards
export-done = { $count ->
    [one] One card was written to “{ $file }”.
   *[other] { $count } cards were written to “{ $file }”.
} Its hash begins with { $hash }.
exports-text = What left this card file as a file: when, by whom, for what and to whom. If somebody’s data are corrected or erased, those who received them are to be told (art. 19).
exports-person = Person
exports-everybody = Everybody
exports-clear = Show all exports
exports-hash = SHA-256 { $hash }…
exports-copied = The hash is on the clipboard.
exports-for-to = For: { $purpose } · To: { $recipient }
exports-none = Nothing was exported yet
exports-none-text = Exports are made from the list of persons or companies.
exports-none-of-them = This person is in no export
exports-none-of-them-text = Nobody received their data as a file from here.
exports-no-right = You may not read the register

# The sealed copy of a report, a page that opens in a browser
sealed-title = A sealed copy of your data
sealed-asleep = This page asks for a passphrase, but nothing runs it here. The preview of a mail program cannot open it: save the file, and open it in a browser, such as Edge, Chrome, Firefox or Safari.
sealed-passphrase = Passphrase
sealed-hint = You were told it by phone, or in another way than this file came.
sealed-open = Open
sealed-opening = Opening…
sealed-wrong = It does not open: the passphrase is not right.
sealed-cannot = This browser cannot open it. Try another or a newer one.
sealed-how = Everything happens on this device: the page needs no network and sends nothing.
sealed-save-all = Files to save
sealed-save = Save { $file }

# Keeping no longer than needed
retention-rule-category = Category { $name }
retention-rule-purpose = Purpose { $name }
retention-after-last-activity = { $months } months after the last activity, { $day }
retention-after-created = { $months } months after the card was made, { $day }
retention-after-left = { $months } months after leaving the company, { $day }
retention-after-year-end = { $months } months after the end of the year, { $day }
retention-after-basis-ended = { $months } months after the permission ended, { $day }
retention-kept-restricted = Kept: the processing is restricted (art. 18)
retention-kept-hold = Kept by law: { $statute }
retention-kept-hold-until = Kept by law until { $day }: { $statute }
retention-kept-books = Kept for the books until { $day }: { $statute }
retention-kept-longer = Kept until { $day }: { $reason }
retention-books-no = bokføringsloven § 13
retention-books-se = bokföringslagen 7 kap. 2 §
retention-reason = No longer needed
due-text = Data is kept no longer than its purpose needs (art. 5(1)(e)). How long that is for each category and purpose is said on the page Keeping. Choose a later day to see who will be due; only who is due today can go to the trash.
due-day = Due on
due-today = Today
due-count = { $count ->
    [0] Nobody due
    [one] One person due
   *[other] { $count } persons due
}{ $held ->
    [0] {""}
   *[other] , { $held } kept
}
due-approve-all = { $count ->
    [one] One to the trash…
   *[other] All { $count } to the trash…
}
due-approve = { $count } to the trash…
due-nobody = Nobody is due
due-nobody-text = Nobody is kept longer than the periods say, or no period was decided.
due-more = Show more ({ $count })
due-since = Over since { $day }
due-from = Due on { $day }
due-ahead = A day to come: only to look at
due-keep = Keep…
due-keep-do = Keep
due-until = Until
due-until-wrong = This is no day.
due-reason = Why
due-reason-hint = such as: an offer is still open
due-kept = Kept until { $day }.
due-plan = To the trash: { $count }. Kept: { $held }. From the trash they can be restored until it is emptied.
due-plan-go = { $count ->
    [one] Move one to the trash
   *[other] Move { $count } to the trash
}
due-moved = { $count ->
    [one] One person was moved to the trash.
   *[other] { $count } persons were moved to the trash.
}
criteria-persons = All persons of whom this is true: { $criteria }.
criteria-companies = All companies of which this is true: { $criteria }.
criteria-everybody = All persons.
criteria-every-company = All companies.
criteria-anybody = anybody
criteria-nobody = nobody
criteria-and = { $first }, and { $second }
criteria-or = { $first } or { $second }
criteria-one-or-other = { $first } or { $second }
criteria-not = not ({ $criteria })
criteria-quoted = “{ $text }”
criteria-empty = { $field } is empty
criteria-filled = { $field } is not empty
criteria-is = { $field } is { $value }
criteria-starts = { $field } begins with { $value }
criteria-ends = { $field } ends with { $value }
criteria-contains = { $field } contains { $value }
criteria-less = { $field } is less than { $value }
criteria-more = { $field } is more than { $value }
criteria-between = { $field } is from { $first } to { $last }
criteria-on = { $field } is { $day }
criteria-before = { $field } is before { $day }
criteria-after = { $field } is after { $day }
criteria-yes = { $field }: yes
criteria-no = { $field }: no
criteria-today = today
criteria-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
criteria-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
criteria-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
criteria-ago = { $date } ({ $length } ago)
criteria-ahead = { $date } (in { $length })
criteria-basis = for { $purpose }: { $facts }
criteria-basis-none = for { $purpose }, no legal basis is documented
criteria-basis-some = for { $purpose }, a legal basis is documented
criteria-basis-in = the legal basis is { $bases }
criteria-basis-source = the source is { $sources }
criteria-basis-before = entered before { $day }
criteria-basis-after = entered after { $day }
criteria-basis-by = entered by { $users }
criteria-basis-wording = version { $version } of the wording was shown
criteria-basis-no-wording = no wording was shown
criteria-basis-condition = the condition of art. 9(2) is { $condition }
criteria-basis-no-condition = no condition of art. 9(2) is given
criteria-subscription = may be sent { $kind }
criteria-interest = is interested in { $items }
criteria-activity = activity
criteria-activity-of = activity of the kind { $kind }
criteria-activity-after = after { $day }
criteria-activity-before = before { $day }
criteria-activity-some = there is an { $what }
criteria-activity-none = there is no { $what }
criteria-selection = is in the selection { $name }
criteria-status = the status is { $statuses }
criteria-status-active = active
criteria-status-restricted = restricted
criteria-status-objected = objecting
criteria-status-trashed = in the trash
criteria-status-former = former employee
criteria-informed = has been informed (art. 13 and 14)
criteria-not-informed = has not been informed (art. 13 and 14)
criteria-duplicate = there seems to be another card of the same person
criteria-no-duplicate = there seems to be no other card of the same person
problem-criteria = The criteria cannot be read: { $place } { $wrong }. Nothing was changed.
problem-criteria-too-much = These criteria are too much for one question. Nothing was changed. Make a static selection of a part of them.
criteria-wrong-not-json = is not JSON
criteria-wrong-too-long = is too long
criteria-wrong-too-deep = is nested too deep
criteria-wrong-too-many = has too many criteria or values
criteria-wrong-not-a-criterion = is not a criterion
criteria-wrong-strange-word = has a word that does not belong there
criteria-wrong-twice = has the same word twice
criteria-wrong-not-one-comparison = needs exactly one comparison
criteria-wrong-unfit = does not fit what is asked about
criteria-wrong-no-such-field = is not a field of these cards
criteria-wrong-not-of-companies = is not asked of companies
criteria-wrong-not-a-text = is not a text to compare with
criteria-wrong-not-a-list = is not a list of values
criteria-wrong-not-a-number = is not a number
criteria-wrong-not-a-day = is not a day such as 2026-03-12, today, -30d, -18m or -3y
criteria-wrong-not-yes-no = is neither true nor false
criteria-wrong-backwards = ends before it begins
criteria-wrong-unknown = is none of the known values
criteria-wrong-other-kind = is a selection of something else
rule-selection-name-unfit = A selection needs a name of its own, up to 100 characters. Nothing was changed. Choose another one.
rule-selection-in-use = Other selections are made of this one. Nothing was changed. Remove those first.
rule-selection-of-itself = A selection cannot be made of itself, also not by way of others. Nothing was changed.
rule-selections-differ = One of these selections is of persons and one of companies. Nothing was changed.
rule-selection-ready = This selection comes with the program and stays as it is. Nothing was changed. Make a copy of it.
rule-selection-not-static = Only a static selection, which is a list, takes in whom one puts there. Nothing was changed.
rule-mass-edit-empty = A mass edit needs something to change, at most 50 rows of it. Nothing was changed.
rule-mass-edit-undone = This mass edit was taken back before. Nothing was changed.
rule-refusal-stands = The person took their consent back or objected. Nothing was changed. Ask the person, and enter what they answer on the card.
journal-group-selections = Selections
journal-kind-selection-added = Selection made
journal-kind-selection-changed = Selection changed
journal-kind-selection-removed = Selection removed
journal-kind-selection-joined = Put into a selection
journal-kind-selection-left = Taken out of a selection
journal-kind-mass-edited = Mass edit
journal-kind-mass-edit-undone = Mass edit taken back
journal-kind-kept-longer = Kept longer
journal-kind-old-removed = Outdated entries or certificates removed
cli-help-selection = Named sets of people or companies
cli-help-selection-create = Make a selection by criteria, or from a list of identities
cli-help-selection-combine = Make a selection of what two others have
cli-help-selection-change = Ask something else of who is to be in a selection
cli-help-selection-add = Put people or companies into a static selection
cli-help-selection-take = Take people or companies out of a static selection
cli-help-selection-list = List the selections, with how many are in each
cli-help-selection-show = List who is in a selection
cli-help-selection-explain = Say in words who is in a selection
cli-help-selection-charts = Say how the members of a selection divide up
cli-help-selection-copy = Make a list of who is in a selection now
cli-help-selection-rename = Give a selection another name
cli-help-selection-visible = Say who sees a selection
cli-help-selection-alert = Warn on the cards of all members
cli-help-selection-remove = Remove a selection; who is in it stays
cli-option-criteria = File with the criteria (JSON)
cli-option-ids = File with one identity a line
cli-option-of = Of persons (the default) or of companies
cli-option-op = What of the two is in the new one
cli-option-description = What the selection is for
cli-option-new-name = The new name
cli-option-selection = A selection, by name or identity
cli-help-export = Write a selection, or other cards, to a file, and enter it in the register
cli-help-exports = The register of what was handed out
cli-help-exports-list = Show the register, the newest first
cli-help-exports-of = Show which exports a person is in
cli-option-export-selection = The selection to export, by name or identity
cli-option-all = All that the user may see
cli-option-export-out = File to write; its ending says what kind: .xlsx, .csv or .vcf
cli-option-export-fields = The columns, by their keys, with commas between them
cli-option-export-purpose = What it is for
cli-option-recipient = To whom it goes
cli-option-raw = For programs: columns by their keys, every value as it is, also what looks like a formula
cli-export-format = The file's name ends in .xlsx, .csv or .vcf.
cli-exported = { $count ->
    [one] One card was written to { $file }.
   *[other] { $count } cards were written to { $file }.
} SHA-256: { $hash }
cli-export-held = { $count ->
    [one] One person was left out, because the processing of their data is restricted.
   *[other] { $count } persons were left out, because the processing of their data is restricted.
}
cli-export-in-trash = { $count ->
    [one] One of them lies in the trash and was left out.
   *[other] { $count } of them lie in the trash and were left out.
}
cli-exports-none = Nothing was exported.
cli-option-to = Who sees it: everybody, or only its owner
cli-option-alert = What the cards warn of
cli-option-none = No warning any more
cli-help-retention = Keeping no longer than needed: who is due, and what becomes of them
cli-help-retention-due = Show who is due on a day, and why
cli-help-retention-keep = Keep somebody longer, for a reason
cli-help-retention-approve = Move who is due to the trash
cli-option-on = The day; today where none is named
cli-option-retention-keep-until = The last day on which they are kept
cli-option-retention-keep-reason = Why they are kept
cli-option-retention-approve-all = All who are due and whom nothing keeps
cli-retention-total = { $count ->
    [0] Nobody is due.
    [one] One person is due.
   *[other] { $count } persons are due.
}
cli-retention-kept = They are kept until { $day }.
cli-retention-plan = To the trash: { $count }. Kept: { $held }. Nothing was changed.
cli-retention-moved = To the trash: { $count }. Kept: { $held }.
cli-run-retention = Due: { $due }. Kept all the same: { $held }. To the trash: { $moved }.
cli-run-outdated = Kept no longer: entries of the journal: { $entries }, certificates: { $certificates }, marks of people who were erased: { $marks }, codes for answers: { $codes }
cli-option-first = A selection
cli-option-second = Another selection
cli-selection-made = { $name }: { $count }
cli-selection-removed = Removed: { $name }
cli-selection-held = { $count ->
    [one] { $count } person was left out, because the processing of their data is restricted.
   *[other] { $count } persons were left out, because the processing of their data is restricted.
}
cli-selection-moved = { $name }: { $moved } changed, { $count } in it now
cli-selection-total = { $count } in the selection
cli-selection-needs = Say by which criteria (--criteria) or of whom (--ids). Nothing was changed.
cli-selection-bad-id = Line { $line } of the file holds no identity. Nothing was changed.

## Mass edit

cli-help-mass-edit = Change many cards at once
cli-help-mass-edit-undo = Take a mass edit back
cli-help-mass-edit-list = List the mass edits
cli-option-mass-edit-set = A field and what it is to hold
cli-option-clear = A field to be emptied
cli-option-add = A list field and an item to add
cli-option-remove = A list field and an item to take away
cli-option-replace = A field, what is looked for in it, and what takes its place
cli-option-case = Capitals and small letters differ
cli-option-whole-word = Only whole words
cli-option-regex = What is looked for is a regular expression
cli-option-mass-edit-basis = A purpose, legal basis, source and comment, to be entered for each
cli-option-restrict = Restrict the processing, on a ground of art. 18(1)
cli-option-activities = Change their activities rather than the cards
cli-option-mass-edit-undo-id = The mass edit, as its command and the list show it
cli-mass-edit-needs = Say what is to be changed, such as --set or --basis. Nothing was changed.
cli-mass-edit-date = { $value } is no date. Nothing was changed.
cli-replace-shape = { $value } is not of the form FIELD=OLD=>NEW. Nothing was changed.
cli-mass-edit-basis-shape = { $value } is not of the form PURPOSE=BASIS,SOURCE,COMMENT. Nothing was changed.
cli-mass-edit-done = Mass edit { $id }: { $changed } changed, { $unchanged } were so already, { $held } held back.
cli-mass-edit-plan = { $changed } would change, { $unchanged } are so already, { $held } held back.
mass-edit-undone = { $restored } given back what they held, { $held } left as changed since.
mass-edit-taken-back = Taken back
mass-edit-why-restricted = The processing of this person's data is restricted.
mass-edit-why-changed = Somebody changed it since.
mass-edit-why-in-trash = It lies in the trash.
mass-edit-why-refusal-stands = The person took their consent back or objected.
mass-edit-restricted = Restricted, art. 18(1)({ $letter })
mass-edit-lifted = The mass edit that restricted it was taken back.
action-mass-edit = Change many at once
action-mass-edits = Changes of many at once
mass-edit-title = Change many at once
mass-edit-persons = { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
mass-edit-companies = { $count ->
    [one] { $count } company
   *[other] { $count } companies
}
mass-edit-activities = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
}
mass-edit-of-persons = Their cards
mass-edit-of-companies = The companies' cards
mass-edit-of-activities = Their activities
mass-edit-any-kind = Of any kind
mass-edit-since = Not before
mass-edit-until = Not after
mass-edit-field = Field
mass-edit-value = New value
mass-edit-new-item = A new one…
mass-edit-new-item-name = What it is called
mass-edit-find = Look for
mass-edit-with = Put in its place
mass-edit-from = Where it is
mass-edit-to = it becomes
mass-edit-case = Match case
mass-edit-whole-word = Whole words
mass-edit-regex = Regular expression
mass-edit-restrict = Restriction of processing
mass-edit-ground = On which ground
mass-edit-verb-set = Set to
mass-edit-verb-clear = Empty
mass-edit-verb-add = Add
mass-edit-verb-remove = Take away
mass-edit-verb-replace = Replace text
mass-edit-verb-exchange = Exchange
mass-edit-add-row = Add a row
mass-edit-remove-row = Remove this row
mass-edit-next = Show what changes
mass-edit-planning = Working out what changes
mass-edit-plan = What changes
mass-edit-running = The cards are being changed
mass-edit-taking-back = The change is being taken back
mass-edit-numbers = { $changed } to change, { $unchanged } already so, { $held } held back.
mass-edit-numbers-done = { $changed } changed, { $unchanged } already so, { $held } held back.
mass-edit-nothing = Nothing changes
mass-edit-nothing-text = Everything is so already, or is held back.
mass-edit-who = Name
mass-edit-before = Before
mass-edit-after = After
mass-edit-empty = (empty)
mass-edit-page = { $from } to { $until } of { $total }
mass-edit-earlier = Previous
mass-edit-later = Next
mass-edit-held = Held back
mass-edit-why = Why
mass-edit-unseen = Not shown to you
mass-edit-more-held = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
mass-edit-go-persons = { $count ->
    [one] Change { $count } person
   *[other] Change { $count } persons
}
mass-edit-go-companies = { $count ->
    [one] Change { $count } company
   *[other] Change { $count } companies
}
mass-edit-go-activities = { $count ->
    [one] Change { $count } activity
   *[other] Change { $count } activities
}
mass-edit-done-text = It can be taken back now, or later under “Changes of many at once”.
mass-edit-take-back = { $count ->
    [one] Take back the one
   *[other] Take back all { $count }
}
mass-edit-past = Changes of many at once
mass-edit-past-text = What somebody has changed since stays as it is when a change is taken back.
mass-edit-past-none = Nothing was changed at once yet
mass-edit-past-none-text = What is changed on many cards at once is listed here, and can be taken back.
mass-edit-when = When
mass-edit-what = What
mass-edit-whom = On whom
mass-edit-state = State
mass-edit-stands = Can be taken back
mass-edit-unreadable = No longer readable
hindrance-nobody-listed = nobody is listed

# The dialog that makes a privacy report

reporting-ask = Privacy report…
reporting-title = Privacy report
reporting-kind-access = Report (art. 15)
reporting-kind-portable = Portable copy (art. 20)
reporting-format-xlsx = Excel
reporting-format-pdf = PDF
reporting-format-html = Web page
reporting-format-json = JSON
reporting-format-csv = CSV
reporting-format-vcard = vCard
reporting-format-sealed = Sealed page
reporting-format-letter = Letter
reporting-format-attached = File
reporting-seal = Seal with a passphrase
reporting-no-answer = Without a form to answer
reporting-post = Send by mail…
reporting-post-title = Send the report by mail
reporting-post-to = To
reporting-post-stopped = It cannot be sent there
reporting-post-open = Send the files as they are, without a passphrase
reporting-post-open-says = Whoever reads the mailbox, or carries the mail, can read everything in the report.
reporting-post-says = It goes with the text “Report attached” of your templates, and stands in the register and on the card.
reporting-post-go = Put in the outbox
reporting-posted = The report waits in the outbox for { $address }.
reporting-posted-says = It leaves as its turn comes. Once it has left, only the text of the message is kept.
reporting-posted-phone = Call the person and tell them the passphrase. It is kept nowhere, and nobody here can find it again.
reporting-seal-says = Everything goes into one page that any browser opens, with this passphrase. Tell it to the person by phone, never in the same mail. Whoever gets the file has all the time to try.
reporting-go-sealed = Seal…
reporting-identity = How the identity was checked
reporting-identity-hint = such as: called back on the number on the card
reporting-letter = With a covering letter
reporting-transfer = Hand it to
reporting-transfer-hint = another controller, if the person wants that (art. 20(2))
reporting-file-along = A copy goes along
reporting-file-names-others = names somebody else
reporting-nothing-left-out = Nothing is left out.
reporting-restricted = Restricted (art. 18). A report for the person is allowed; that you look them up for it is noted.
reporting-in-trash = In the trash until { $date }: what is still held is told all the same.
reporting-nothing-portable = There is nothing to take along
reporting-nobody-named = No passage names anybody else
reporting-count =
    { $count ->
        [one] One passage about somebody else: { $ways }
       *[other] { $count } passages about others: { $ways }
    }
reporting-count-blacked-out = { $count } blacked out
reporting-count-kept = { $count } kept
reporting-count-reworded = { $count } reworded
reporting-next = Next passage
reporting-previous = Previous passage
reporting-all = All in this section:
reporting-all-black-out = Black out
reporting-all-keep = Keep
reporting-page = Page { $page } of { $pages }
reporting-page-before = Page before
reporting-page-after = Next page
reporting-front = At the head of the document
reporting-names = “{ $words }” points to the card of { $name }
reporting-names-somebody = “{ $words }” points to somebody else’s card
reporting-black-out = Black out
reporting-keep = Leave as it is
reporting-reword = Say otherwise
reporting-words = what stands there instead
reporting-without-words =
    { $count ->
        [one] One passage has no other words yet
       *[other] { $count } passages have no other words yet
    }
reporting-no-format = No format is ticked
reporting-go =
    { $count ->
        [0] Choose where…
        [one] Write one file…
       *[other] Write { $count } files…
    }
reporting-where = The folder in which the files get a folder of their own
reporting-running =
    { $count ->
        [one] One file is being written…
       *[other] { $count } files are being written…
    }
reporting-done-access =
    { $count ->
        [one] The report was written as one file
       *[other] The report was written as { $count } files
    }
reporting-done-portable =
    { $count ->
        [one] The portable copy was written as one file
       *[other] The portable copy was written as { $count } files
    }
reporting-done-says = It stands in the register and on the card. The files themselves are no longer protected by this program.
reporting-done-sealed = It stands in the register and on the card. Nobody opens it without the passphrase, and nobody here can find that again.
reporting-no-controller = Settings do not say what our business is called, and the report has to tell who answers for the data.
reporting-manifest = manifest.json beside them names each file with its whole SHA-256.
reporting-show = Open folder
reporting-entry =
    { $count ->
        [one] One file · Identity: { $identity }
       *[other] { $count } files · Identity: { $identity }
    }
reporting-entry-of = { $what } · { $name }
reports-ask = Privacy reports…
reports-title = Privacy reports
reports-count =
    { $count ->
        [one] One person gets a folder of their own
       *[other] { $count } persons get a folder each
    }
reports-held =
    { $count ->
        [one] One person is held back:
       *[other] { $count } persons are held back:
    }
reports-held-one = { $name }: { $why }
reports-files = With copies of the files of the cards
reports-says = Each is in the person’s own language. What is about others is blacked out; open the report from the card to look through it first.
reports-where = The folder in which each gets a folder of their own
reports-go =
    { $count ->
        [one] Write one report…
       *[other] Write { $count } reports…
    }
reports-running = Writing the reports
reports-numbers = { $done } of { $total }
reports-stopping-says = If you stop, the reports that are finished stay, with their entries in the register.
reports-done =
    { $count ->
        [one] One report was written
       *[other] { $count } reports were written
    }
reports-stopped =
    { $count ->
        [one] One report was written, then it stopped with { $left } to go
       *[other] { $count } reports were written, then it stopped with { $left } to go
    }
history-reports = Handed out to the person
help-report = At the left are the sections of the document, at the right the one that is chosen, as it will read. Nothing has left the card file yet.

    Where a text names somebody who has a card here, that is blacked out, unless you let it stand or say it in other words for this copy. What is taken out is counted in the document, with the ground.

    The files get a folder of their own where you choose. What was handed out, to whom and how they were known stands in the register of exports and on the card.

## Privacy reports and portable copies

cli-help-report = Write what is held about a person, or what they can take elsewhere, to a folder
cli-option-report-out = Folder for the files; it is made where it is missing
cli-option-formats = Formats, with commas between them; without it, all that there are
cli-option-portable = The portable copy (art. 20) in place of the report
cli-option-identity = How the asker is known to be the person
cli-option-third-party = What becomes of names of other people: black-out or keep
cli-option-name-staff = Name who did what here; else it says that it was one of us
cli-option-seal-passphrase-file = File with the passphrase that seals the copy
cli-option-report-selection = About everybody in this selection, with a folder for each
cli-option-report-letter = With a covering letter
cli-option-transfer-to = Who gets the copy because the person wants that (art. 20(2)); a letter to them goes with it
cli-option-transfer-address = A line of their address; name it once for each line
cli-option-no-files = Without copies of the files of the card
cli-option-leave-out = Leave this file of the card out, by its identity
cli-help-confirm = Tell a person what was corrected on their card (art. 16), by a letter or by mail
cli-option-confirm-since = All that was changed since this day; else the last change
cli-option-confirm-mail = By mail, with the template “corrected”
cli-report-format = { $format } is not among the formats of this: { $known }.
cli-report-weak-passphrase = The passphrase is easily guessed, and whoever gets the file has all the time to try. A longer one would be better.
cli-report-made =
    Report { $number }: { $count ->
        [one] one file
       *[other] { $count } files
    }
cli-report-blacked-out =
    { $count ->
        [one] One passage about somebody else is blacked out.
       *[other] { $count } passages about others are blacked out.
    }
cli-report-one-person = A passphrase, somebody else who gets the copy, and files that are left out go with one person: name one.
cli-option-report-mail = Send it to the person by mail, sealed, through the outbox
cli-option-report-to = Which of the card's addresses it goes to
cli-option-report-unsealed = Send the files as they are, without a passphrase
cli-report-mail-unsealed = What leaves by mail is sealed with a passphrase (--seal-passphrase-file), unless you say that it need not be (--unsealed). Nothing was sent.
cli-report-would-mail = The report would go to { $address }.
cli-report-dry-run = There is a dry run for several people, a selection, or by mail only.
cli-report-plan =
    { $count ->
        [one] One person would get a report.
       *[other] { $count } persons would get a report each.
    }
cli-report-several =
    { $count ->
        [one] One report:
       *[other] { $count } reports, each in a folder of its own:
    }
cli-report-held = { $name } ({ $id }) gets none: { $why }
cli-report-stopped =
    { $left ->
        [one] It stopped before the last one: { $why }
       *[other] It stopped with { $left } still to make: { $why }
    }
cli-report-files-left-out =
    { $count ->
        [one] One file of the card does not go along.
       *[other] { $count } files of the card do not go along.
    }
cli-confirm-written = The letter was written to { $file }. It tells of: { $fields }.
cli-confirm-queued = Confirmations queued: { $count }. Corrected: { $fields }.
problem-file-is-there = There is a file of that name already, and it was not touched. Choose another folder.
rule-nothing-portable = Nothing about this person rests on consent or on a contract, and only that can be taken elsewhere (art. 20). Nothing was written. The privacy report tells everything that is held.
rule-no-mail-account = No mail account is set up, so nothing was sent. Everything waits in the outbox. Enter the mail server and the sender’s address in the settings.
rule-mail-state = That cannot be done with the message as it stands: what is on its way or was sent stays as it is, and only what was not sent can be sent again. Nothing was changed.
journal-kind-report-made = Privacy report handed out
journal-kind-copy-made = Portable copy handed out
journal-kind-copy-transferred = Portable copy handed to somebody else
journal-kind-report-queued = Report queued as a message
journal-kind-correction-confirmed = Correction confirmed to the person
journal-kind-mail-sent = Message sent
journal-kind-mail-not-sent = Message not sent, or perhaps not
journal-kind-mail-held = Message held back or let go
journal-kind-mail-resent = Message to be sent again
journal-kind-mail-removed = Message removed from the outbox
erasure-table-mailing = Mailings
erasure-table-mailing-file = Files of mailings
erasure-table-template = Templates
erasure-table-outbox-file = Files of messages
erasure-table-custom-field = Own fields, their names
erasure-table-wording = Wordings
erasure-table-report = Reports handed out
field-report = Kind
field-identity = How you were known
field-report_recipient = Handed to
field-files = Files
field-blacked_out = Passages blacked out
report-kind-access = Privacy report (art. 15)
report-kind-portable = Portable copy (art. 20)
report-title = What { $office } holds about { $name }
report-title-plain = What we hold about { $name }
report-title-portable = Data of { $name } to take along
report-controller = Controller
report-about = About
report-fact-number = Report number
report-fact-asked = As it stood on
report-fact-identity = How your identity was checked
report-fact-language = Language
report-fact-journal = End of the journal
report-contents = Contents
report-field = Field
report-value = What we hold
report-came-from = Where it came from
report-category = Kind of data
report-blacked-out = [blacked out]
report-ground-others-rights = Left out because it is about somebody else, whose rights it could harm (art. { $article }).
report-somebody = somebody
report-mentions = On the cards of others
report-mentions-says = They are counted and not quoted here, because what stands there is about others as well (art. 15(4)). Ask us if you want to know what one of them says about you.
report-mentions-notes =
    { $count ->
        [one] You are named in the note on one other person’s card.
       *[other] You are named in the notes on { $count } other people’s cards.
    }
report-mentions-companies =
    { $count ->
        [one] You are named in the note on one company’s card.
       *[other] You are named in the notes on { $count } companies’ cards.
    }
report-mentions-activities =
    { $count ->
        [one] You are named in one activity with somebody else.
       *[other] You are named in { $count } activities with others.
    }
report-page = Page { $page } of { $pages }
report-code-points = Letters that the font of this document lacks are printed as their code points (as U+1F600): { $count }.
report-nothing = We hold nothing of this kind about you.
report-staff = one of us
report-withheld =
    { $count ->
        [one] One passage is blacked out, because it is about somebody else, whose rights it could harm (art. { $article }).
       *[other] { $count } passages are blacked out, because they are about other people, whose rights they could harm (art. { $article }).
    }
report-reworded =
    { $count ->
        [one] One passage about somebody else is told in other words.
       *[other] { $count } passages about other people are told in other words.
    }
report-files-left-out =
    { $count ->
        [one] One file of your card does not go along as a copy, because it names others or is left out for their sake.
       *[other] { $count } files of your card do not go along as copies, because they name others or are left out for their sake.
    }
report-fields-left-out =
    { $count ->
        [one] One field that the office added to its cards holds something about you and is not told here. Ask for it if you want to know.
       *[other] { $count } fields that the office added to its cards hold something about you and are not told here. Ask for them if you want to know.
    }
report-file-left-out = not enclosed
report-held-restricted = the processing of their data is restricted (art. 18), so they are answered one by one.
report-held-in-trash = the card lies in the trash.
report-held-nothing-portable = nothing rests on consent or on a contract, and only that can be taken elsewhere (art. 20).
report-transfer-purpose = Portable copy { $number }, handed over because the person wants it (art. 20(2))
report-letter-date = Date
report-letter-title-access = What we hold about you: answer to your request
report-letter-title-portable = Your data to take along
report-letter-title-transfer = Data of { $name }, handed over because they want it
report-letter-title-corrected = We corrected your data
report-letter-access = You asked what we hold about you (art. 15 of the General Data Protection Regulation). Report { $number } goes with this letter and tells everything as it stood on { $when }: which data, what for and on which legal basis, where it came from, who received it, and how long it is kept.
report-letter-known = Before answering we made sure that it was you who asked: { $how }
report-letter-withheld = What is about other people is left out where it could harm them (art. 15(4)). The report marks each place and counts them at its end.
report-letter-files =
    { $count ->
        [one] A copy of the one file that belongs to your card goes along.
       *[other] Copies of { $count } files that belong to your card go along.
    }
report-letter-rights = Please tell us if something in it is wrong or incomplete: we correct it. The report also tells your other rights and how to use them. It costs you nothing.
report-letter-portable = You asked for what you gave us, to take it elsewhere (art. 20 of the General Data Protection Regulation). Copy { $number } goes with this letter, as it stood on { $when }, in files that other programs read.
report-letter-transfer = { $name } asked us to hand over to you what they gave us (art. 20(2) of the General Data Protection Regulation). Copy { $number } goes with this letter, as it stood on { $when }.
report-letter-transfer-what = It holds: { $fields }.
report-letter-transfer-then = From now on you answer for what you take over, and tell the person what you use it for (art. 13 and 14). Take over only what you need for what they ask of you, and delete the rest.
report-letter-manifest = The file manifest.json names each file with its checksum (SHA-256), by which anybody can see that it is as we sent it.
report-letter-ask = Questions go to: { $contact }.
report-letter-corrected = On { $date } we corrected what we hold about you (art. 16 of the General Data Protection Regulation). It now reads:
report-letter-corrected-told = They received your data earlier, and we tell them of the correction unless that is impossible or takes disproportionate effort (art. 19): { $recipients }.
report-letter-reads = { $field }: { $value }
report-letter-nothing = nothing any more
report-look-up = Privacy report for the person (art. 15)
report-look-up-portable = Portable copy for the person (art. 20)
report-origin-provided = Given by you
report-origin-observed = Noted from what took place
report-origin-derived = Noted or assigned by us
report-origin-third-party = From somebody else
report-came-source = source: { $source }
report-reach-absolute = Marketing: it stops at once (art. 21(2))
report-reach-weighed = It stops while it is weighed (art. 21(1))
report-reach-none = Art. 21 does not reach the legal basis
report-deletion-deleted = The card was deleted
report-deletion-refused = The card stays
report-direction-in = To us
report-direction-out = From us
report-section-summary = In short
report-section-data = What stands on your card
report-section-purposes = What we use it for, and on which legal basis
report-section-recipients = Who received it
report-section-retention = How long we keep it
report-section-ledger = Every decision about legal bases
report-section-subscriptions = Which mailings you want
report-section-subscriptions-says = What you answered to each type of mailing, in the order in which it was entered. An empty answer takes the one before it back.
report-section-messages = Letters and messages that wait to be sent to you
report-section-answers = What came back from you
report-section-activities = What was said, written and agreed
report-section-documents = Files that belong to your card
report-section-people = Other people you are tied to here
report-section-requests = What you asked for, and what became of it
report-section-handling = How your card was handled
report-section-more = More that we hold
report-section-rights = Your rights, and how to use them
report-section-complaint = Where you can complain
report-section-automated = Automated decisions
report-section-safeguards = How your data is protected
report-section-withheld = What was left out
report-section-data-says = By category: each field that holds something, what it holds, and where that came from.
report-section-purposes-says = For each purpose: the legal basis that holds now, since when, and where the decision came from.
report-section-recipients-says = Everybody outside our office to whom we handed your data, with the day, and what it was for.
report-section-ledger-says = Every row that was ever entered, also those that no longer hold, and the words that you were shown.
report-section-handling-says = When the card was looked up while it was closed, or for a reason that was given, and for what, in which selections it is, and what was done with it. Who of us did so is not told.
report-confirmed = Yes, { $office } processes personal data about you. This report tells which, what for and on which legal basis, where it came from, who received it, how long it is kept, and what you can ask for.
report-confirmed-plain = Yes, we process personal data about you. This report tells which, what for and on which legal basis, where it came from, who received it, how long it is kept, and what you can ask for.
report-as-it-stood = Everything is told as it stood on { $when }.
report-interest = Our interest: { $interest }
report-basis-consent = You said yes to this, and can take that back at any time.
report-basis-contract = Needed for a contract with you, or for an offer you asked for.
report-basis-legal-obligation = A law tells us to.
report-basis-vital-interests = It protects somebody’s life or health.
report-basis-public-task = A task in the public interest, laid down by law.
report-basis-legitimate-interests = We have an interest that yours do not outweigh. You can object.
report-basis-withdrawn = You took your consent back, and this has stopped.
report-basis-objected = You objected, and this has stopped.
report-struck = Entered by mistake
report-wordings = The words you were shown
report-no-recipients = We have handed your data to nobody outside our office.
report-no-transfers = We hand your data to nobody outside the European Economic Area, and to no international organisation (art. 15(2)).
report-kept = { $rule }: { $period }. That is until { $day }.
report-kept-while-needed = We keep your data for as long as a purpose above needs it, and delete it when none does any more.
report-history = What was done with the card
report-right-access = Access (art. 15): you can ask what we hold about you, and get a copy, as you have done now.
report-right-rectify = Rectification (art. 16): you can have wrong data corrected, and incomplete data completed.
report-right-erase = Erasure (art. 17): you can have your data erased where we no longer need it, you took consent back or objected, or it was unlawful.
report-right-restrict = Restriction (art. 18): you can have us do no more than store your data, for instance while we check whether it is right.
report-right-port = Portability (art. 20): what you gave us under consent or a contract, you can have in a form that other programs read.
report-right-object = Objection (art. 21): you can object to what we do for legitimate interests or a public task, and to marketing at any time and without a reason.
report-right-withdraw = Withdrawal (art. 7(3)): consent you gave, you can take back at any time. What was done before stays lawful.
report-ask = To use any of them, write or call, in whatever form: { $contact }.
report-ask-plain = To use any of them, write to us or call us, in whatever form.
report-answer-within = We answer without delay and at the latest within one month, free of charge (art. 12(3) and (5)).
report-authority-no = Datatilsynet, Postboks 458 Sentrum, 0105 Oslo, datatilsynet.no
report-authority-se = Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, imy.se
report-authority-any = the data protection authority of the country in which you live or work
report-complain = If you think that we handle your data wrongly, tell us; you can also complain to the supervisory authority (art. 77): { $authority }.
report-no-automated = No decision about you is made by a machine alone, and you are not profiled to that end (art. 22).
report-protected = Your data lies encrypted on our own computers. Only those of us see it who need it, what is done with it is entered in a journal that cannot be changed unnoticed, and the program itself sends it nowhere. Where we handed it on, it is told above who received it.
report-column-at = When
report-column-by = By whom
report-column-reason = Reason
report-column-decision = Decision
report-column-answer = Answer
report-column-decided-at = Decided on
report-column-decided-by = Decided by
report-column-ground = Ground
report-column-until = Until
report-column-lifted-at = Lifted on
report-column-lifted-by = Lifted by
report-column-lifted-why = Why it was lifted
report-column-purge-on = To be erased on
report-column-company = Company
report-column-reach = How far it reaches
report-column-name = Name
report-column-media-type = Kind of file
report-column-size = Size
report-column-purpose = Purpose
report-column-basis = Legal basis
report-column-status = Status
report-column-since = Since
report-column-source = Source
report-column-why = Why
report-column-version = Version
report-column-language = Language
report-column-words = Text
report-column-other = Who
report-column-recipient = Recipient
report-column-subscription-type = Type
report-column-subscription-wanted = Wanted
report-column-outbox-kind = About
report-column-outbox-channel = Sent as
report-column-outbox-recipient = Recipient
report-column-outbox-address = Address
report-column-outbox-body = Text
report-column-outbox-state = State
outbox-kind-notice = Privacy notice
outbox-kind-consent-request = Request for consent
outbox-kind-consent-confirmation = Request to confirm a consent
outbox-kind-corrected = Confirmation that data was corrected
outbox-kind-erased = Confirmation that data was erased
outbox-kind-report = Report or copy of the data
outbox-kind-breach = Notice of a data breach
outbox-kind-answer = Answer to a request
outbox-kind-marketing = Mailing
outbox-kind-test = Test
outbox-state-queued = Waits
outbox-state-held = Held
outbox-state-connecting = Connecting
outbox-state-data = On its way
outbox-state-sent = Sent
outbox-state-failed = Not sent
outbox-state-unknown = May have been sent

# Mail: the account, sending

# Mail: the account, sending

# Mail: the account, sending
mail-step-name = While finding the server
mail-step-connect = While connecting
mail-step-tls = While making the connection safe
mail-step-greet = While greeting the server
mail-step-sign-in = While signing in
mail-step-from = While naming the sender
mail-step-to = While naming the recipient
mail-step-announce = While announcing the message
mail-step-body = While the text was on its way
mail-done-name = The server’s name was found.
mail-done-connect = The server answers.
mail-done-tls = The connection is encrypted, and the certificate is the server’s.
mail-done-greet = The server is ready.
mail-done-sign-in = You are signed in.
mail-done-from = The server takes mail from your address.
mail-done-to = The server takes mail to your address.
mail-done-announce = The server waits for the text.
mail-done-body = The server has accepted the message. Look in your inbox.
mail-why-no-such-server = there is no server of that name, or this computer is offline.
mail-why-unreachable = the server cannot be reached. Check the port under E-mail account, and whether a firewall blocks it.
mail-why-timed-out = the server took too long.
mail-why-no-tls = the server offers no encryption here, so nothing was sent. Try port 465 with TLS from the start.
mail-why-certificate = the certificate is not one for this server that this computer trusts, so nothing was sent. Somebody else may be listening, or the server’s name is another.
mail-why-tls-failed = no encrypted connection came about, so nothing was sent. The port may be for the other kind of connection.
mail-why-no-sign-in = the server offers no way to sign in that this program knows.
mail-why-no-token = the program that prints the token printed none.
mail-why-letters = the address has letters that the server cannot take.
mail-why-refused = the server refused ({ $code }).
mail-why-refused-now = the server refused for now ({ $code }).
mail-why-garbled = the server answered something that is not mail.
mail-why-broken = the connection broke.
mail-said = The server’s own words: “{ $said }”.
mail-do-sign-in = Check the user and the password under E-mail account.
mail-do-recipient = Check the address on the card.
mail-do-sender = Check the sender’s address under E-mail account.
mail-do-network = Check that this computer is online, and the server’s name under E-mail account.
mail-do-account = Check what is set under E-mail account.
mail-interrupted = The program or the computer stopped while the text was on its way. It may have been sent: look in your Sent folder, or ask.
mail-not-written-sender = The sender’s address cannot be used.
mail-not-written-recipient = The recipient’s address cannot be used.
mail-not-written-parts = The message could not be put together.
mail-test-subject = Kartotek can send mail
mail-test-text = This message shows that the account works. Nobody else got it.

# The outbox
mail-provider = Provider
mail-provider-choose = Choose who runs the mailbox
mail-provider-other = Another provider
mail-provider-gmail = Gmail
mail-provider-microsoft = Microsoft 365
mail-provider-outlook = Outlook.com
mail-provider-icloud = iCloud
mail-provider-fastmail = Fastmail
mail-provider-yahoo = Yahoo
mail-provider-proton = Proton Mail
mail-provider-domeneshop = Domeneshop
mail-provider-one = one.com
mail-provider-loopia = Loopia
mail-provider-telenor = Telenor
mail-provider-password = Sign in with the e-mail address and the password of the mailbox.
mail-provider-app-password = Make a password for this program alone (an app password) on the provider’s pages, under security, and enter it below.
mail-provider-token = This provider mostly takes no passwords from programs. Enter a program below that prints a token, or ask whoever looks after the mail of the office.
mail-section-sender = Address and password
mail-section-server = Server
mail-section-limits = Limits
mail-section-messages = In every message
mail-section-test = Test
mail-try = Send a test
mail-trying = Trying…
mail-try-says = Sends a message to yourself, and says what each step came to.
outbox-title = Outbox
frame-outbox = Outbox
action-outbox = Outbox
action-send-mail = Send what waits in the outbox
help-outbox = What is to be sent waits here, and leaves by itself while the window is open. What did not go comes first, with the reason: send it again, hold it back, or remove it. What may have been sent never goes again by itself: look in your Sent folder first.
outbox-tab-look = To look at ({ $count })
outbox-tab-waits = Waiting ({ $count })
outbox-tab-sent = Sent ({ $count })
outbox-send = Send now
outbox-sending = Sending…
outbox-closed = The outbox is not open to you
outbox-no-account = Nothing leaves yet
outbox-no-account-text = Set up the account that mail leaves by. Until then everything waits here.
outbox-account-set-up = Set up the account
outbox-account = The account
outbox-stuck = Mail cannot leave now; it waits and is tried again
outbox-limited = The limit of the account is reached
outbox-not-reached = Mail waits in the outbox, and is tried again by itself. { $why }
outbox-failed = { $count ->
    [one] One message was not sent. The outbox says why.
   *[other] { $count } messages were not sent. The outbox says why.
}
outbox-unknown = { $count ->
    [one] One message may have been sent, or not. Look in the outbox.
   *[other] { $count } messages may have been sent, or not. Look in the outbox.
}
outbox-unknown-says = It may have been sent: nobody can know from here. Look in your Sent folder, or ask the recipient, before you send it again.
outbox-held-says = Held back until you let it go.
outbox-again = Nothing is lost: the message waits here, and is tried again by itself at { $time }.
outbox-again-soon = Nothing is lost: the message waits here, and is tried again by itself.
outbox-not-before = Leaves at { $time }.
outbox-failed-says = It was not sent, and stays here. Correct what is said above and send it again, or remove it.
outbox-hold = Hold back
outbox-release = Let go
outbox-resend = Send again
outbox-remove = Remove
outbox-remove-title = Remove the message?
outbox-remove-says = It is not sent, and nothing of it is kept but that it was removed.
outbox-card = The card
outbox-closed-says = The card is closed, or tells of an erasure that you may not see.
outbox-column-to = To
outbox-column-about = About
outbox-column-since = Since
outbox-none-look = Nothing to look at
outbox-none-look-text = What did not go, or may not have gone, is shown here with the reason.
outbox-none-waits = Nothing waits
outbox-none-waits-text = What is to be sent waits here until its turn comes.
outbox-none-sent = Nothing was sent yet
outbox-none-sent-text = What the mail server took stays here as proof.
report-column-for = What for
report-column-fields = Fields
report-column-format = Format
report-column-copy = Copy enclosed as
report-column-export = When
report-column-done = What was done
report-column-statute = Statute or claim

## Merging
right-merge = Make two cards one
rule-merge-with-itself = A card cannot be merged with itself. Nothing was changed.
rule-merge-undone-before = This merge was taken back before. Nothing was changed.
rule-merged-further = The card that stayed was itself merged into another card since. Take that merge back first. Nothing was changed.
rule-apart-from-itself = These are not two cards but one. Nothing was changed.
field-distinct = Found to be two persons
relation-back-assistant = Assistant of
relation-back-superior = Superior of
relation-back-recommended-by = Recommended
rule-related-to-themselves = Nobody is related to themselves. Nothing was changed. Choose another person.
cli-help-merge = Make two cards one
cli-help-merge-undo = Take a merge back
cli-help-merge-list = List the merges that can be taken back
cli-help-duplicates = Find cards that may be about the same person
cli-help-duplicates-apart = Note that two cards are about two persons
cli-help-relation = What people are to each other
cli-help-relation-list = Show what others are to a person
cli-help-relation-add = Note what another person is to a person
cli-help-relation-remove = Take a relation away
cli-option-take = Take this field’s value from the other card
cli-option-kind = What kind it is, by key or name
cli-option-new-kind = Make the kind a new one, where it is not known
cli-relation-new-kind = With --new-kind it becomes a new kind.
cli-merge-two = Name two cards: the one that stays, and the one that goes.
cli-merged = Merged. Take it back with: kartotek merge undo { $id }
cli-merge-undone = Taken back: { $kept } is as it was, { $gone } is there again.
cli-merge-field = Field
cli-merge-held = Edited since the merge, and left as it is on the first card: { $fields }
cli-merge-missing = Not given back to the second card, as another has it now, it was replaced, or somebody who was erased had it: { $fields }
cli-merge-erased = Not given back to the second card, as what they are about was erased or removed since: { $count }
cli-merge-refused-too = Entered since the merge, and now on both cards: { $purpose }: { $basis }
cli-merge-mailings-too = Entered since the merge, and now on both cards: { $field }
cli-duplicates = { $count ->
    [one] { $count } pair that may be one person
   *[other] { $count } pairs that may be one person
 }
cli-apart = Noted: two persons.
cli-option-kept = The card that stays
cli-option-gone = The card that goes
cli-option-other = The other person
cli-option-relation = The relation
merge-find-title = Find duplicates
merge-find-text = These cards may be about the same person. Compare two to make them one, or say that they are two persons.
merge-looking = Looking for cards that are alike…
merge-none = No duplicates found
merge-none-text = No two cards share an e-mail address or a phone number, or have similar names in the same company or city.
merge-first = First card
merge-second = Second card
merge-why = Alike in
merge-apart = They are two persons
merge-compare = Compare
merge-title = Merge into { $name }
merge-stays = Stays
merge-goes = Becomes part of it
merge-created = Created { $day }
merge-no-difference = The two cards do not differ in any field.
merge-bases = Legal basis
merge-bases-text = Of two answers to a purpose, the more restrictive one holds. Both histories are kept.
merge-holds = Holds
merge-all-kept-title = Kept from both
merge-earlier = Earlier merges…
merge-earlier-title = Earlier merges
merge-earlier-text = Two cards that became one can be parted again: each gets back what was its own, and what was changed since stays.
merge-earlier-none = No cards were merged
merge-earlier-none-text = What you make one stands here afterwards, and can be taken back.
merge-earlier-card = Card
merge-earlier-when = Merged
merge-earlier-state = State
merge-earlier-open = Can be taken back
merge-earlier-covered = Take back the later one first
merge-take-back = Take back
merge-taken-back = The merge was taken back: there are two cards again.
merge-swap = Swap
merge-merge = Merge 2 cards
merge-done = { $name }: two cards are one now. Ctrl+Z takes it back.
merge-all-kept = All addresses, numbers, interests and notes are kept.
merge-can-be-undone = This can be taken back.
merge-ledger-origin = From the card that was merged into this one on { $date }.
merge-ledger-parted = Entered on { $date }, while this card was merged with another.
help-merging = Cards that may be about the same person stand in pairs, the surest first. Compare shows the two beside each other: choose value by value which one is kept. Everything that hangs on the card that goes follows. Of two answers to a purpose, the more restrictive one holds, and both histories are kept. A merge can be taken back.
help-mass-edit = Each row says which field is changed, what is done to it, and with what. The plan then shows how many change, who is held back and why, and every card before and after. Nothing is changed before you press the button that says how many. All of it is done together or not at all, and it can be taken back, also next week: what somebody has changed since stays.
merge-count =
    { $count ->
        [one] one pair
       *[other] { $count } pairs
    }
merge-follows-activity =
    { $count ->
        [one] one activity
       *[other] { $count } activities
    }
merge-follows-ledger =
    { $count ->
        [one] one entry on a legal basis
       *[other] { $count } entries on legal bases
    }
merge-follows-attachment =
    { $count ->
        [one] one file
       *[other] { $count } files
    }
merge-follows-relation =
    { $count ->
        [one] one relation
       *[other] { $count } relations
    }
merge-follows-employment =
    { $count ->
        [one] one former company
       *[other] { $count } former companies
    }
list-merge = Merge…
settings-duplicates = Look for duplicates…
settings-duplicates-hint = Cards that share an e-mail address, a phone, or a similar name in the same company or city.
merge-follows = Moved along: { $what }.

## The window, started a second time
start-raised = Kartotek shows this card file already. Its window was brought to the front.

## Activities
activities-title = Activities
activities-count =
    { $count ->
        [one] { $count } activity
       *[other] { $count } activities
    }
activities-more =
    { $count ->
        [one] and { $count } earlier one
       *[other] and { $count } earlier ones
    }
activity-call-out = Call out
activity-call-in = Call in
activity-email-out = E-mail sent
activity-email-in = E-mail received
length-seconds = { $count } s
length-minutes = { $count } min
length-hours = { $count } h
activity-recorded-agreed = Recorded; the other side was asked and agreed.
activity-recorded-refused = Recorded, although the other side was asked and refused. Delete the recording unless the law allows it.
activity-recorded-not-asked = Recorded, but nobody asked. Nothing shows that the other side agreed.
activity-overdue =
    { $count ->
        [one] { $count } day overdue
       *[other] { $count } days overdue
    }
activity-due-today = Due today
activity-due-tomorrow = Due tomorrow
activity-due = Due { $date }
activity-done = Done
today-overdue = Overdue
today-now = Today
today-coming = The next seven days
today-undated = Without a date
today-done = Done today
today-more = and { $count } more
today-nothing = Nothing is due.
texts-card-note = Note on the card
cli-found-texts =
    { $count ->
        [one] Found in { $count } text
       *[other] Found in { $count } texts
    }
cli-activity-removed = The activity was removed.
cli-help-activity = What was done with somebody, and what is to be done
cli-help-activity-add = Add a note, call, meeting, task or e-mail to a person or company
cli-help-activity-list = Show somebody’s activities, the newest first
cli-help-activity-edit = Change an activity
cli-help-activity-done = Tick something off
cli-help-activity-remove = Remove an activity
cli-help-today = Show what is overdue, due today and coming
cli-option-in-texts = Look in notes and activities instead of names
cli-option-since = Not before this day, such as 2026-03-01 or -30d
cli-option-until = Not after this day
cli-option-words = What was said, written or agreed
cli-option-subject = What it is about, in a line
cli-option-at = When it took place or begins: 2026-03-05T08:41:00Z, 2026-03-05 09:41, or a day
cli-option-direction = Which way a call or an e-mail went
cli-option-minutes = How long it took, in minutes
cli-option-seconds = How long it took, in seconds
cli-option-recorded = Whether the call was recorded
cli-option-record-consent = What the other side said to being recorded
cli-option-due = Day it is to be done by, such as 2026-12-24 or +3d; "" for none
cli-option-done = It is done already
cli-option-undone = Take the tick away again
cli-option-mine = Only what you entered, or people you look after
activity-letter-note = N
activity-letter-call = C
activity-letter-meeting = M
activity-letter-task = T
activity-letter-email = E
activities-none = Nothing was written down yet. Ctrl+J adds a note, a call, a meeting, a task or an e-mail.
activities-none-here = Nothing was written down yet.
activities-none-found = Nothing of that kind in that period.
activities-show-more =
    { $count ->
        [one] Show { $count } more
       *[other] Show { $count } more
    }
activities-all-kinds = All kinds
activities-any-time = Any time
activities-month = Last 30 days
activities-half-year = Last six months
activities-year = Last twelve months
activity-text-hint = What was said or agreed
activity-date = Date
activity-date-hint = 24/12, tomorrow, +3d
activity-consent-not-asked = Nobody asked
activity-consent-agreed = Asked, and they agreed
activity-consent-refused = Asked, and they refused
activity-keys = Ctrl+Enter saves, Esc leaves
activity-keys-mac = ⌘Enter saves, Esc leaves
activity-leave = Throw away what you wrote?
activity-length = Length (minutes)
activity-stay = Keep writing
activity-discard = Throw away
activity-remove = Remove
activity-by = { $time }, entered by { $name }
undo-activity = { $what } ({ $name })
call-to = Call to { $number }
call-stop = Stop
call-go = Show
call-running = { $name }, { $time }
call-unsaved = { $name }: the call is not saved yet
call-already = The call with { $name } is still being written down.
today-mine = Only mine
today-nothing-text = Tasks with a day and coming meetings stand here. Write them on the card they are about, with Ctrl+J.
today-due = { $count ->
    [one] One person is kept longer than needed.
   *[other] { $count } persons are kept longer than needed.
}
today-due-show = Show who
texts-also = Also in notes and activities: { $count }
texts-also-many = Also in notes and activities: more than { $count }
texts-only =
    { $count ->
        [one] { $count } note or activity has these words.
       *[other] { $count } notes or activities have these words.
    }
texts-only-many = More than { $count } notes or activities have these words.
texts-only-show = Show what was found
texts-back = Back to persons
texts-none = “{ $text }” stands in no note or activity
texts-none-text = Words are found by how they begin.
texts-more = The newest { $count } are shown. More letters narrow it down.
help-key-activity = Note, call, meeting, task
## People who work here
people-text = Everybody unlocks the card file with a passphrase of their own, and does what their role allows.
people-add = Add somebody…
people-remove = Remove…
people-you = { $name } (you)
people-last-unlock = Last unlocked { $time }
people-never = Has not unlocked the card file yet
people-gone = No longer here: { $people }.
people-left = { $name } (until { $date })
people-denied = You lack the right “{ $right }”. It can be granted by: { $who }.
people-role-given = { $name } has another role now.
people-add-title = Add somebody
people-add-text = They unlock the card file with their name and their own passphrase, on this computer or wherever the folder lies.
people-name = Name
people-name-hint = It stands on cards as initials, and in the journal. It cannot be given to anybody else later.
people-name-missing = A name is needed.
people-role = Role
people-role-hint = It can be changed at any time.
people-your-passphrase = Your own passphrase
people-add-go = Add
people-added = { $name } works here now.
people-leave-title = Remove { $name }?
people-leave-text = { $name } can no longer open the card file. What { $name } did stays, under their name.
people-leave-key = The card file gets a new key. Everybody else goes on with the passphrase they have; computers that remember the key of somebody else go on remembering it.
people-leave-backup = A backup is made under the new key.
people-leave-older = Older backups still open with { $days ->
    [one] the passphrases of before until they expire, after one day at the latest
   *[other] the passphrases of before until they expire, after { $days } days at the latest
 }; copies you keep elsewhere, for ever.
people-leave-recovery = Whoever knows the recovery key can still open the card file. If { $name } may know it, make a new one under “Keys and lock”.
people-leave-name = The name is not given to anybody else.
people-leave-go = Remove
people-leave-busy = Changing the key…
people-removed = { $name } no longer works here. The key was changed and a backup made.
people-removed-no-backup = { $name } no longer works here and the key was changed, but no backup could be made. Back up now.
people-roles-text = What each role allows. The owner's role always allows everything.
people-role-rights = Rights
people-role-fields = Fields by role
people-role-fields-text = For each field: whether people with the role see it, and whether they may change it. What the office does not collect, nobody sees.
people-role-fields-of = Role
people-role-field-hidden = Hidden
people-role-field-read = Read
people-role-field-edit = Edit
people-role-field-off = Not collected
people-role-new = New role
people-role-rename = Rename the role
people-role-remove = Remove the role
people-protection = What protects what
people-by-encryption = By encryption
people-by-encryption-text = Opening the card file, its attachments and its backups. Nobody without a passphrase of their own, the recovery key or a computer that remembers it reads anything, whatever program they use.
people-by-program = By the program only
people-by-program-text = Roles, reading only, hidden fields. All who work here share one key, so somebody who can open the card file could read all of it with other tools. Roles keep honest people honest; for real separation, use a card file for each.
unlock-user = Who are you?
unlock-user-choose = Choose your name
unlock-user-missing = Choose your name first.

## Lock, keys, drafts and settings

problem-setting = { $setting }: { $reason } Nothing was changed.
lock-draft-back = What you had typed and not saved is back.
lock-is-locked = It is locked. If something was typed on a card and not saved, it is kept.
cli-option-locked = Ask for the passphrase, also where this computer remembers the key (the window does so when it locks)
cli-option-restore = Open the window to restore this backup
problem-keychain-silent = The keychain of this computer did not answer. Nothing was changed. Type your passphrase; to remember the key, unlock the keychain and try again.
problem-not-remembered = This computer does not remember the key of this card file. Nothing was changed. Type your passphrase.
problem-remembered-too-long = This computer has remembered the key for 30 days, which is the limit. Nothing was changed. Type your passphrase.
keys-lock = Lock by itself
keys-lock-hint = Locked, nothing of the card file is on the screen or in this computer’s memory, and what you were typing is kept. It also locks when the computer sleeps or its screen is locked, where the system tells.
keys-lock-minutes =
    { $minutes ->
        [one] After one minute without a key
       *[other] After { $minutes } minutes without a key
    }
keys-lock-never = Never
keys-passphrase-hint = It encrypts everything. Backups made before a change open with the old one until they expire.
keys-passphrase-change = Change passphrase…
keys-passphrase-title = Change the passphrase
keys-passphrase-text = The card file then opens with the new one only, and computers that remember the key forget it.
keys-passphrase-old = Passphrase until now
keys-passphrase-go = Change
keys-passphrase-changed = The passphrase was changed. The old one no longer opens the card file.
keys-recovery-hint = It opens the card file when the passphrase is forgotten. Make a new one when the old one was lost or seen by others.
keys-recovery-new = New recovery key…
keys-recovery-title = New recovery key
keys-recovery-text = You see it this once, and type some of it back. Only then the old one stops working. Backups made before open with the old one until they expire.
keys-recovery-until-typed = The old key works until you have typed some of this one back.
keys-recovery-changed = The new recovery key works; the old one no longer does.
keys-remember = Remember on this computer
keys-remember-hint = The card file then opens without the passphrase when the program starts. After a lock the passphrase is asked for all the same.
keys-remember-nothing = Not remembered
keys-remember-until = Remembered until { $date }
keys-remember-silent = The keychain of this computer does not answer
keys-remember-on = Remember…
keys-remember-off = Forget
keys-remember-title = Remember the key on this computer
keys-remember-text = The keychain of this computer keeps a key for 30 days. Passphrase and recovery key go on working, and are needed when the keychain does not answer.
keys-remember-shared = Not on a computer that others use, too
keys-remember-shared-text = Whoever uses this computer under your name can open the card file without the passphrase and read every card.
keys-remember-go = Remember for 30 days
keys-remembered = This computer remembers the key.
keys-forgotten = This computer no longer remembers the key.
keys-proof = Your passphrase
keys-proof-why = So that nobody else can do this where a card file was left open.
keys-busy = One moment…
cli-help-settings = What the office decided, by key
cli-help-settings-get = Show one setting or all
cli-help-settings-set = Change a setting
cli-option-setting = Key of the setting, such as lock.minutes
cli-option-value = The new value
cli-option-value-file = File that holds the new value
cli-unknown-setting = There is no setting { $key }. Nothing was changed. The settings are: { $known }.
cli-help-recovery-key = The recovery key
cli-help-recovery-key-new = Make a new one; the old one stops working
cli-recovery-key-changed = The old recovery key no longer opens the card file. New recovery key (write it down, it is shown only now): { $key }
cli-help-remember = Open the card file on this computer without the passphrase
cli-help-remember-on = Let the keychain of this computer keep a key for 30 days
cli-help-remember-off = Let this computer forget the key
cli-help-remember-status = Say whether this computer remembers the key
cli-remember-until = This computer remembers the key until { $date }. Whoever uses it under your name can open the card file in the window.
cli-remember-nothing = This computer does not remember the key.
## Companies
company-people = Persons
company-former = Former persons
company-until = until { $date }
company-number-implausible = This is not a number of the country’s register of companies. Is it typed right?
company-number-same = { $name } has the same organisation number.
rule-card-in-use = Something was entered on this card since it was added, so it stays. Nothing was changed.
rule-company-in-use = Somebody works or worked at this company, or something was noted about it, so its card stays. Nothing was changed.
cli-no-such-company = There is no company { $id } in this card file. Nothing was changed.
cli-company-removed = The company’s card was removed.
cli-companies-found =
    { $count } { $count ->
        [one] company
       *[other] companies
    } found
cli-help-company = Companies
cli-help-company-find = Find companies
cli-help-company-show = Show a company’s card and its people
cli-help-company-edit = Change fields of a company’s card
cli-help-company-add = Add a company; only its name is needed
cli-help-company-remove = Remove the card of a company on which nothing hangs
cli-help-job = Former jobs on a person’s card
cli-help-job-remove = Take a former job off a card
cli-option-job = Identity of the former job, as show tells it
card-before = Before
card-forget-job = Take off the card
card-relations = Relations
card-relations-none = No relations to other persons yet
card-relation-add = Add relation
card-relation-remove = Remove the relation
card-relation-removed = Relation removed
card-relation-added = Relation added
card-relation-what = What they are
card-relation-own = Another kind…
card-relation-own-name = Name of the kind
card-relation-comment = Comment (optional)
card-relation-what-missing = Choose or type what they are.
card-relation-who-missing = Choose a person who is found.
company-since-until = { $since } to { $until }
companies-search = Search companies
companies-new = New company
companies-count =
    { $count } { $count ->
        [one] company
       *[other] companies
    }
companies-column-number = Organisation no.
companies-empty = No companies yet
companies-empty-text = A company is here as soon as somebody’s card names it. One can also be added on its own.
companies-nothing-found = No company matches “{ $text }”
companies-nothing-found-text = Every word must occur in the name, organisation number, e-mail, phone or city.
company-remove = Remove company
company-gone = This company is no longer in the card file.
company-open = Open its card
company-note-hint = A note about the company, not about its people: what is written about them belongs on their cards.
company-new-person = New person here
company-nobody = Nobody’s card names this company.
company-people-count = Persons ({ $count })
company-all-people = Show all { $count } persons
## Backups and the journal

problem-backup-foreign = This file is not a backup of Kartotek. Nothing was changed. Choose a file whose name ends with .kartotek-backup.
problem-backup-cut = This backup was cut short: its end is missing. Nothing was changed. Copy it again from where it came, or choose another backup.
problem-backup-damaged = This backup is damaged, or somebody changed it. Nothing was changed here. Choose another backup.
problem-backup-newer = This backup was made by a newer version of Kartotek. Nothing was changed. Please update the program.
problem-backup-target = There is another file at this place, and it was left as it is. No backup was made. Choose another name.
problem-backup-unsound = The backup was not kept, because the copy in it is damaged. Earlier backups are as they were. Check the card file and the disk, and try again.
right-journal = Read the journal
check-journal-shorter = The journal has fewer entries than were noted: there were { $noted }. An older copy of the card file may have been put in its place.
check-journal-other = The journal is not the one that was noted at entry { $noted }. The card file may have been replaced by another copy of it.
check-journal-note-missing = The note of where the journal ended, vault.head, is missing beside the card file. Nothing else was lost, and it is written anew. What was noted in backups still tells whether an older copy was put in the file’s place.
check-no-backup = No backup could be made since { $date }.
journal-intact = The journal is intact: { $entries } entries, none changed, removed or put in.
journal-removed = { $entries ->
    [one] The oldest was removed, as the office keeps none that old.
   *[other] The oldest { $entries } were removed, as the office keeps none that old.
}
backup-reason-daily = Daily
backup-reason-on-request = On request
backup-reason-before-import = Before an import
backup-reason-before-migration = Before an update
backup-reason-key-changed = New key
journal-kind-vault-created = Card file created
journal-kind-person-added = Person added
journal-kind-person-edited = Person changed
journal-kind-person-removed = Person removed
journal-kind-basis-set = Legal basis entered
journal-kind-imported = Import
journal-kind-import-undone = Import undone
journal-kind-exported = Export
journal-kind-settings-changed = Settings changed
journal-kind-sample-made = Sample persons made
journal-kind-backup-made = Backup made
journal-kind-restored = Restored from a backup
journal-kind-journal-accepted = Journal accepted as it is
journal-kind-other = Something a newer version did
cli-help-backup = Make, list and restore backups
cli-help-backup-create = Make a backup as one encrypted file
cli-help-backup-restore = Make a card file of a backup in a new folder
cli-help-backup-list = List the backups that are kept
cli-help-journal = Read and check the journal
cli-help-journal-list = List entries, the oldest first
cli-help-journal-verify = Check that no entry was changed, removed or put in
cli-help-run = Do the daily round: check the file and the journal, make the backup of the day
cli-option-person = Only entries about this person
cli-backup-made = Backup made: { $file } ({ $size })
cli-backup-lacking = In this backup, { $missing } attachments are missing and { $damaged } are damaged, as they are in the card file. Everything else is in it, and older backups are kept longer.
cli-backup-restored-alone = Whom you erased after this backup was made is known only to the card file itself and to newer backups: name the card file with --vault, so that they are erased again.
cli-backup-restored = Restored the backup of { $date } to { $folder }: { $persons } persons, { $companies } companies. The backup and other card files are as they were.
cli-backup-none = There are no backups yet.
cli-run-integrity = The file is whole.
cli-run-backup-there = There is a backup of today already.
cli-import-no-backup = No backup could be made before the import: { $reason }
cli-import-left-out = Column “{ $column }” is left out: there is no such field here. Add the field, or name another one with --map.
cli-import-nothing-recognised = No column of this file is recognised as something that stands on a card. Nothing was imported. Give the columns headings such as “Last name” and “E-mail”, or say what they mean with --map COLUMN=FIELD.
cli-option-backup = File of the backup; its name ends with .kartotek-backup
upkeep-damage = The card file is damaged
upkeep-damage-text = Parts of vault.db were changed by the disk or by another program. Nothing was overwritten, and the backups are as they were. Lock the card file, and restore the newest backup from the start page.
upkeep-attachments = Attachments are damaged or missing
upkeep-journal = The journal is not as it was
upkeep-journal-look = Look at the journal
upkeep-journal-note = The note of the journal’s end is missing
upkeep-backup = No backup could be made
upkeep-backup-last = The last good one is of { $date }.
upkeep-backup-none = There is none yet.
upkeep-backup-again = Try again
upkeep-keys = The key file was damaged and has been repaired
upkeep-keys-text = vault.keys was restored from its copy, and the damaged one was kept beside it. Nothing is lost. If it happens again, check the disk and make a backup to another one.
upkeep-migrated = The card file was brought up to date
upkeep-migrated-text = It now has the form that this version of Kartotek needs. A backup of it as it was lies with the other backups. There is nothing to do.
backup-title = Backups
backup-text = One is made every day while the card file is open, and before an import. Each is encrypted and checked, and opens with the passphrase or the recovery key. One each is kept for the last { $days } days and for four weeks before, none longer than { $longest } days.
backup-now = Back up now
backup-made = The backup was made and checked.
backup-empty = There are no backups yet. The first one is made today.
backup-elsewhere = Save a backup elsewhere…
backup-elsewhere-title = Save a backup
backup-folder = Folder
backup-folder-title = Folder for backups
backup-folder-hint = They lie on the same disk as the card file. A folder on another disk is safer.
backup-folder-chosen = Connect the disk at least once a day, so that the backup of the day can be made.
backup-folder-usual = Keep them with the card file
backup-persons =
    { $count ->
        [one] one person
       *[other] { $count } persons
    }
journal-title = Journal
journal-text = Who did what and when, without the values. Each entry is tied to the one before, so that no entry can be changed or removed without being noticed.
journal-check = Check the journal
journal-intact-title = The journal is intact
journal-intact-text = { $entries } entries were checked. None was changed, removed or put in.
journal-accept = Accept it as it is
journal-no-right-title = You may not read the journal
journal-no-right = Your role lacks the right “{ $right }”. { $role } can grant it. Everybody can check the journal and copy its end.
journal-head = End of the journal
journal-head-text = It stands in each backup and on everything handed out. If an end you noted earlier is still part of the journal, nothing before it was changed or removed.
journal-head-words = Journal: { $head } ({ $date })
journal-noted = 1234-ab12-…
journal-compare = Compare
journal-compared-same = Entry { $entry } is the one that was noted: the journal goes on from there.
journal-compared-other = Entry { $entry } is not the one that was noted. The journal was changed or replaced since.
journal-compared-shorter = The journal has { $entries } entries only, fewer than were noted. An older copy of the card file may have been put in its place.
journal-compared-unreadable = This cannot be read. Type the number and at least four groups of signs, as they were printed or copied.
journal-compared-removed = Entry { $entry } was removed: the office keeps none that old. Nothing tells any more whether it was this one.
journal-checking = Checking the journal…
journal-checking-numbers = { $done } of { $total } entries
journal-count =
    { $count ->
        [0] No entries
        [one] One entry
       *[other] { $count } entries
    }
journal-none = No entries
journal-none-text = Nothing of this kind was done, or not then.
journal-column-number = No.
journal-column-when = When
journal-column-who = Who
journal-column-what = What
journal-column-card = Card
journal-column-fields = Fields
journal-filter-person = About whom
journal-filter-everybody = Everybody
journal-filter-all-users = Everybody
journal-filter-all-kinds = Everything
journal-filter-from = From
journal-filter-to = To
journal-filter-any-day = Any day
journal-filter-clear = Show all entries
journal-group-persons = Persons’ cards
journal-group-companies = Companies’ cards
journal-group-activities = Activities
journal-group-rights = Legal bases and demands
journal-group-reads = Looked up, handed out
journal-group-imports = Imports
journal-group-settings = Settings
journal-group-users = Users and keys
journal-group-file = Card file and backups
journal-erased = erased
journal-unseen = another’s card
journal-in-trash = in the trash
journal-settings = { $first } and { $more } more
history-none = Nothing has been done to this card yet.
history-exports = Handed out in exports
history-no-right = To see who did what to this card takes the right “{ $right }”. { $role } can grant it.
history-more = Show older
card-tab-history = History
cli-option-by = Only what this user did, by name
cli-option-before = Only entries before this number, to read on from there
cli-option-noted = An end of the journal that was copied or printed earlier: says whether it is still part of it
cli-journal-end = It ends in { $head }.
cli-journal-unknown-kind = There is no kind “{ $kind }”. Kinds and groups are: { $known }.
restore-title = Restore a backup
restore-short = Restore a backup…
restore-row = Restore…
restore-elsewhere = Restore another one…
restore-hint = Into a new folder; what is there stays as it is.
restore-text = Choose a file whose name ends with .kartotek-backup. It is only read.
restore-pick = Choose backup…
restore-pick-title = Backup to restore
restore-kind = Backups of Kartotek
restore-safe = A new card file is made of it. The present one stays as it is.
restore-of = Backup of { $date }
restore-what =
    { $persons ->
        [one] One person
       *[other] { $persons } persons
    } · { $reason } · { $size }
restore-other = Another one…
restore-go = Restore and open
restore-folder = New folder
restore-folder-title = Folder for the restored card file
# Names of folders; only what may stand in the name of a file.
restore-folder-restored = { $folder } restored
restore-folder-damaged = { $folder } damaged { $date }
restore-in-place = Put the damaged card file aside, under another name, and restore in its place
restore-done = The backup was restored and checked.
restore-done-aside = The backup was restored and checked. The damaged card file lies in { $folder }.
restore-instead = Restore it…
restore-instead-text = The newest one is of { $date }. The damaged card file stays as it is.
journal-kind-company-added = Company added
journal-kind-company-edited = Company changed
journal-kind-company-removed = Company removed
journal-kind-activity-added = Activity added
journal-kind-activity-edited = Activity changed
journal-kind-activity-removed = Activity removed
journal-kind-merged = Two cards merged
journal-kind-merge-undone = Merge undone
journal-kind-relations-changed = Relations changed
journal-kind-taken-back = Change taken back
journal-kind-done-again = Change done again
journal-kind-keys-changed = Keys changed

## The import: files that cannot be trusted

import-error-old-workbook = This is a workbook of an older kind (.xls or .xlsb). Nothing was imported. Save it as an Excel workbook (.xlsx) or as CSV and try again.
import-error-no-table = No row of this file can be read: they are longer, or have more columns, than a table of persons has. Nothing was imported. Open it in a spreadsheet program and save it as CSV once more.
import-error-no-file = This is a folder or a device, not a file. Nothing was imported. Choose a CSV, Excel or vCard file.
import-error-too-slow = Reading the file took longer than a minute and was stopped. Nothing was imported and nothing was lost. Split it into smaller files, or save it as CSV and try again.
import-error-broken-down = Reading the file was stopped because it asked for more memory than is safe, or is damaged. Nothing was imported and nothing was lost. Export it once more from where it came from, as CSV if you can.
import-error-no-parser = The part of the program that reads files could not be started. Nothing was imported. Start Kartotek again; if that does not help, install it anew.
row-broken-text = A cell holds letters that cannot be read: they are written in another way than the rest of the file.
invalid-not-a-folder = This is not the full path of a folder that is there.
journal-kind-draft-kept = What was typed was kept
journal-kind-drafts-removed = What had been typed is no longer kept
