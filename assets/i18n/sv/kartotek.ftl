
## Words used everywhere

app-name = Kartotek
add = Lägg till
back = Tillbaka
cancel = Avbryt
choose = Välj…
choose-folder = Välj mapp…
close = Stäng
comment = Kommentar
continue = Fortsätt
copy = Kopiera
done = Klar
edit = Redigera
export = Exportera
help = Hjälp
loading = Laddar…
name = Namn
no = Nej
none = Ingen
not-stated = Ej angivet
open = Öppna
please-choose = Välj
remove = Ta bort
save = Spara
saved = Sparat
saving = Sparar…
search = Sök
unknown = Okänd
yes = Ja
me = Jag
rows-count =
    { $count ->
        [one] en rad
       *[other] { $count } rader
    }
of-count = { $done } av { $total }
label-colon = { $label }: { $value }
separator-dot = ·
empty-value = —

## Months, ages and sizes

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-short-1 = jan.
month-short-2 = feb.
month-short-3 = mars
month-short-4 = apr.
month-short-5 = maj
month-short-6 = juni
month-short-7 = juli
month-short-8 = aug.
month-short-9 = sep.
month-short-10 = okt.
month-short-11 = nov.
month-short-12 = dec.
age-now = alldeles nyss
age-minutes =
    för { $count ->
        [one] en minut
       *[other] { $count } minuter
    } sedan
age-hours =
    för { $count ->
        [one] en timme
       *[other] { $count } timmar
    } sedan
age-days =
    för { $count ->
        [one] en dag
       *[other] { $count } dagar
    } sedan
age-months =
    för { $count ->
        [one] en månad
       *[other] { $count } månader
    } sedan
age-years =
    för { $count ->
        [one] ett år
       *[other] { $count } år
    } sedan
size-bytes = { $count } byte
size-kb = { $size } kB
size-mb = { $size } MB
size-gb = { $size } GB

## Start

start-title = Välkommen till Kartotek
start-intro = Dina kontakter, krypterade på din egen dator, var och en med skälet till att du får ha dem.
start-create = Skapa mitt kartotek
start-create-hint = Ett nytt, tomt kartotek med en lösenfras som bara du känner till.
start-open = Öppna
start-open-hint = Ett kartotek som redan finns på datorn eller på en disk.
start-demo = Prova med exempelpersoner
start-demo-hint = 2 000 påhittade personer att prova med. Inget sparas.
start-demo-busy = Hittar på exempelpersoner…
start-another = Öppna ett annat…
start-no-display = Kartotek behöver en skärm för att öppna sitt fönster, men hittade ingen. Kommandona (kartotek --help) fungerar utan.

## Creating a card file

create-title = Skapa mitt kartotek
create-place-title = Var ska det ligga?
create-place-text = Kartoteket är en mapp. Ha den på den här datorn eller på en disk som bara är din.
create-place = Mapp
create-place-default = Vanlig plats
create-passphrase-title = Välj en lösenfras
create-passphrase-text = Allt krypteras med den. Fyra–fem ord som inte hör ihop är lätta att minnas och svåra att gissa.
create-passphrase = Lösenfras
create-passphrase-again = Lösenfrasen en gång till
create-passphrase-differs = De två är inte lika.
create-passphrase-empty = En lösenfras behövs.
create-passphrase-show = Visa lösenfrasen
create-passphrase-hide = Dölj lösenfrasen
create-strength-0 = Gissas direkt
create-strength-1 = Lätt att gissa
create-strength-2 = Kan gissas
create-strength-3 = Bra
create-strength-4 = Mycket bra
create-strength-too-weak = Välj en som är svårare att gissa.
create-recovery-title = Skriv ner återställningsnyckeln
create-recovery-text = Den öppnar kartoteket om du glömmer lösenfrasen. Ingen annan kan det: det finns ingen kopia någonstans. Skriv ut den eller skriv ner den, och förvara den på annan plats än vid datorn.
create-recovery-key = Återställningsnyckel
create-recovery-copy = Kopiera nyckeln
create-recovery-save = Spara som textfil…
create-recovery-file-title = Återställningsnyckel för Kartotek
create-recovery-written = Jag har skrivit ner den
create-confirm-title = Skriv in återställningsnyckeln
create-confirm-later = Senare, före första importen
create-confirm-wrong = Det här är inte nyckeln som visades. Jämför grupp { $group }.
create-confirm-show = Visa nyckeln igen
create-confirm-needed = Före första importen behöver du skriva in återställningsnyckeln en gång.
create-busy = Skapar kartoteket…
create-finish = Skapa kartotek

## Unlocking and locking

unlock-title = Öppna kartoteket
unlock-passphrase = Lösenfras
unlock-open = Öppna
unlock-retry = Försök igen
unlock-busy = Öppnar…
unlock-recovery = Öppna med återställningsnyckeln
unlock-recovery-text = Skriv in nyckeln du antecknade när kartoteket skapades. Därefter väljer du en ny lösenfras.
unlock-with-passphrase = Öppna med lösenfrasen
unlock-wait =
    Vänta { $count ->
        [one] en sekund
       *[other] { $count } sekunder
    } innan du försöker igen.

## The frame

frame-persons = Personer
frame-import = Import
frame-settings = Inställningar
frame-lock = Lås
frame-help = Hjälp
frame-about = Om
frame-search = Sök personer
frame-search-clear = Töm sökningen
frame-new-person = Ny person
frame-zoom-in = Större
frame-zoom-out = Mindre
frame-zoom-reset = Normal storlek

## The list of persons

list-count =
    { $count } { $count ->
        [one] person
       *[other] personer
    }
list-found =
    { $count ->
        [one] { $count } hittad
       *[other] { $count } hittade
    }
list-selected =
    { $count ->
        [one] { $count } vald
       *[other] { $count } valda
    }
list-column-name = Namn
list-column-company = Företag
list-column-email = E-post
list-column-mobile = Mobil
list-column-category = Kategori
list-column-basis = Rättslig grund
list-column-updated = Uppdaterad
list-sort-ascending = Stigande
list-sort-descending = Fallande
list-empty-title = Ingen här ännu
list-empty-text = Här kommer personerna du arbetar med. Importera en fil från din adressbok, eller lägg till den första.
list-empty-import = Importera en fil
list-empty-new = Lägg till en person
list-nothing-found = Ingen matchar ”{ $text }”
list-nothing-found-text = Varje ord måste finnas i namn, företag, e-post, telefon eller nummer.
list-no-basis = Ej dokumenterad
list-no-name = (utan namn)
list-indexing = Förbereder sökningen…

## The person card

card-tab-contact = Kontakt
card-tab-details = Detaljer
card-tab-more = Mer
card-tab-interests = Intressen
card-tab-note = Anteckning
card-picture = Bild
card-picture-choose = Välj bild…
card-picture-remove = Ta bort bilden
card-emails = E-post
card-phones = Telefon
card-addresses = Adress
card-add-email = Lägg till e-post
card-add-phone = Lägg till telefon
card-add-address = Lägg till adress
card-remove-line = Ta bort raden
card-label = Etikett
card-origin = { $source }, { $date }
card-no-custom-fields = Kontoret har inga egna fält ännu. De läggs upp under Inställningar.
card-note-hint = Det du skriver här ingår i det som personen kan begära att få se.
card-kept-in = Förs i { $place }
card-created = Skapad { $when } av { $who }
card-updated = Uppdaterad { $when } av { $who }
card-former-employee = Tidigare anställd
card-no-mailings = Inga utskick
card-basis = Rättslig grund: { $basis }
card-basis-since = Rättslig grund: { $basis }, { $date }
card-basis-none = Rättslig grund: Ej dokumenterad
card-edit = Redigera
card-gone = Den här personen finns inte längre i kartoteket.
card-changed-elsewhere = Kortet har under tiden ändrats av { $who }. Dina ändringar finns kvar här.
card-reload = Visa den nya versionen

## Fields

field-number = Nummer
field-first_name = Förnamn
field-last_name = Efternamn
field-company = Företag
field-title = Titel
field-position = Befattning
field-email = E-post
field-emails = E-postadresser
field-mobile = Mobil
field-phone = Telefon
field-phones = Telefoner
field-address = Adress
field-addresses = Adresser
field-street = Gata
field-postcode = Postnummer
field-city = Ort
field-country = Land
field-birth_date = Födelsedatum
field-language = Språk
field-category = Kategori
field-business = Bransch
field-our_contact = Vår kontakt
field-website = Webbplats
field-note = Anteckning
field-former_employee = Tidigare anställd
field-no_mailings = Inga utskick
field-interests = Intressen
field-subscriptions = Prenumerationer
field-restricted = Begränsad
field-informed = Informerad
field-last_activity = Senaste aktivitet
field-created_at = Skapad
field-created_by = Skapad av
field-updated_at = Uppdaterad
field-updated_by = Uppdaterad av
field-picture = Bild
field-purpose = Syfte
field-basis = Rättslig grund
field-source = Källa
field-comment = Kommentar
field-wording = Visad text
field-evidence = Bevis
field-name = Namn
field-label = Etikett

## Unsaved changes

unsaved-title = Spara ändringarna för { $name }?
unsaved-text = Du har ändrat kortet och inte sparat än.
unsaved-save = Spara ändringarna
unsaved-discard = Ignorera ändringarna
unsaved-stay = Fortsätt redigera
unsaved-activity-title = Spara det du har skrivit om { $name }?
unsaved-activity-text = Du har skrivit ner något och inte sparat det än.
unsaved-activity-save = Spara

## The legal-basis dialog

basis-title = Rättslig grund – { $name }
basis-created = Skapad { $when } av { $who } · { $source }
basis-column-purpose = Syfte
basis-column-basis = Rättslig grund
basis-column-source = Källa
basis-column-updated = Uppdaterad
basis-column-by = Av
basis-column-comment = Kommentar
basis-column-wording = Text
basis-column-evidence = Bevis
basis-column-when = När
basis-not-documented = Ej dokumenterad
basis-with-wording = { $basis } (text { $version }, { $language })
basis-edit = Redigera
basis-withdraw = Återkalla samtycke
basis-object = Invänder
basis-history = Historik
basis-current = Nuläge
basis-export = Exportera till Excel
basis-exported = Sparat som { $file }
basis-export-sheet = Rättslig grund
basis-withdrawn-toast = Samtycket för { $purpose } är återkallat, med omedelbar verkan.
basis-objected-toast = Invändningen mot { $purpose } är noterad, med omedelbar verkan.
basis-saved-toast = Rättslig grund för { $purpose }: { $basis }
basis-nothing-to-withdraw = Det finns inget samtycke att återkalla för det här syftet.
basis-edit-title = Rättslig grund för { $purpose }
basis-edit-intro = En ny rad läggs till i historiken. Tidigare rader står kvar.
basis-edit-basis = Rättslig grund
basis-edit-source = Källa
basis-edit-comment = Kommentar
basis-edit-comment-hint = Till exempel var och hur ni träffades
basis-edit-wording = Visad text
basis-edit-wording-none = Ingen text noterad
basis-condition-hint = Det här ändamålet kräver särskilda kategorier av personuppgifter (art. 9).
basis-condition-missing = Välj det villkor som tillåter det.
condition-a = (a) Uttryckligt samtycke
condition-b = (b) Arbetsrätt och social trygghet
condition-c = (c) Grundläggande intressen för någon som inte kan samtycka
condition-d = (d) En förenings egna medlemmar
condition-e = (e) Offentliggjort av personen själv
condition-f = (f) Rättsliga anspråk
condition-g = (g) Viktigt allmänt intresse
condition-h = (h) Hälso- och sjukvård
condition-i = (i) Folkhälsa
condition-j = (j) Arkiv, forskning, statistik
basis-edit-wording-version = Version { $version }, { $language }
basis-edit-wording-new = Ny text…
basis-edit-wording-text = Det personen fick se, ordagrant
basis-edit-wording-language = Textens språk
basis-edit-evidence = Bevis
basis-edit-evidence-file = Bifoga fil…
basis-edit-evidence-text = Lägg till text
basis-edit-evidence-text-hint = Till exempel texten i e-postmeddelandet
basis-edit-save = Spara rättslig grund
basis-edit-correct-intro = Raden står kvar; en ny som hänvisar till den träder i stället.
basis-mark-void = Felregistrerad
basis-history-empty = Inget har dokumenterats för den här personen.
basis-history-note = Inget här kan ändras. En rättelse är en ny rad.
basis-history-corrects = Rättar raden från { $when }
basis-consent-hint = Anteckna hur samtycket gavs och vad personen fick se: du måste kunna visa det (art. 7).
basis-interest-hint = Anteckna vems intresse det är och varför det väger tyngre än personens (art. 6.1 f).

## New person

new-title = Ny person
new-basis-title = Varför du får ha den här personen
new-create = Lägg till person
new-created = { $name } har lagts till.
new-duplicate-title = Verkar finnas redan
new-duplicate-open = Öppna det kortet
new-duplicate-anyway = Lägg till ändå

## Import

import-title = Importera personer
import-step-file = Fil
import-step-columns = Kolumner
import-step-basis = Rättslig grund
import-step-preview = Vad som kommer att hända
import-step-result = Resultat
import-file-types = Kontaktfiler
import-reading = Läser { $file }…
import-recognised-from = Rubriker som från { $program }
import-format-csv = CSV
import-format-xlsx = Excel
import-format-vcard = vCard
import-separator-comma = komma
import-separator-semicolon = semikolon
import-separator-tab = tabb
import-separator-pipe = lodstreck
import-sheet = Blad
import-column = Kolumn i filen
import-field = Blir
import-sample = Exempel
import-skip-column = Utelämna
import-columns-unused =
    { $count ->
        [one] En kolumn utelämnas
       *[other] { $count } kolumner utelämnas
    }.
import-field-twice = Två kolumner blir { $field }.
import-basis-text = Varför får du ha de här personerna? Det skrivs på alla kort från filen och kan inte hoppas över.
import-basis-column = Har filen en egen kolumn för detta går den före.
import-duplicates = Personer som redan finns här
import-duplicate-skip = Låt dem vara som de är
import-duplicate-fill = Fyll i det som saknas
import-duplicate-replace = Ersätt med filen
import-duplicate-add = Lägg till som nya
import-consent-kept = Ett samtycke i filen ersätter aldrig ett återkallande eller en invändning som redan är känd.
import-preview-new = Ny
import-preview-skip = Finns redan, rörs inte
import-preview-fill = Finns redan, luckor fylls
import-preview-replace = Finns redan, ersätts
import-preview-rejected = Kan inte tas in
import-row = Rad
import-outcome = Vad som händer
import-reason = Varför
import-go =
    Importera { $count ->
        [one] en person
       *[other] { $count } personer
    }
import-cancelling = Stoppar…
import-result =
    { $count ->
        [one] En person importerad
       *[other] { $count } personer importerade
    }
import-result-updated =
    { $count ->
        [one] Ett kort ifyllt eller ersatt
       *[other] { $count } kort ifyllda eller ersatta
    }
import-result-skipped =
    { $count ->
        [one] En fanns
       *[other] { $count } fanns
    } redan
import-result-rejected =
    { $count ->
        [one] En rad
       *[other] { $count } rader
    } kunde inte tas in
import-undo = Ångra importen
import-undo-title = Ångra den här importen?
import-undo-text =
    { $count ->
        [one] En person
       *[other] { $count } personer
    } raderas, och det som ersattes kommer tillbaka. Det som någon har ändrat sedan dess står kvar.
import-undo-go =
    Radera { $count ->
        [one] en person
       *[other] { $count } personer
    }
import-undone = Importen har ångrats: { $removed } borttagna, { $restored } återställda, { $held } behållna eftersom de har ändrats sedan dess.
import-undone-waiting = { $count ->
    [one] Ett kort är begränsat, eller så får du inte se det: ångra importen igen när det är över.
   *[other] { $count } kort är begränsade, eller så får du inte se dem: ångra importen igen när det är över.
}
import-another = Importera en fil till
import-rejected-twice = Samma person finns på rad { $row }.
import-error-empty-file = Filen är tom. Inget importerades.
import-error-format = Det här är inte en CSV-, Excel- eller vCard-fil. Inget importerades. Spara kontakterna i något av dessa format och försök igen.
import-error-encrypted = Arbetsboken har ett lösenord. Inget importerades. Spara den utan lösenord och försök igen.
import-error-damaged = Filen är skadad. Inget importerades. Exportera den igen därifrån den kom.
import-error-too-large = Filen är större än vad som kan läsas säkert. Inget importerades. Dela upp den i mindre filer.

## Settings

settings-title = Inställningar
settings-group-computer = Den här datorn
settings-group-office = Kontoret
settings-group-people = Användare och journal
settings-page-look = Språk och utseende
settings-page-keys = Nycklar och lås
settings-page-backups = Fil och säkerhetskopior
settings-page-fields = Fält
settings-page-people = De som arbetar här
settings-page-roles = Roller och rättigheter
settings-page-journal = Journal
settings-page-exports = Exportregister
settings-page-erasures = Raderingar
settings-page-business = Vår verksamhet
settings-page-purposes = Syften
settings-page-bases = Rättsliga grunder
settings-page-sources = Källor
settings-page-categories = Kategorier
settings-page-subscriptions = Prenumerationstyper
settings-page-lists = Andra listor
settings-page-new-people = Nya personer
settings-page-mailings = Utskick
settings-mail-text = E-post skickas genom din egen leverantörs server, krypterad eller inte alls. Inget annat i programmet använder nätet.
settings-page-mail = E-postkonto
settings-page-keeping = Lagring
settings-page-due = Ska gallras
settings-page-changes = Ändringar och filer
settings-list-category = Kategorier
settings-list-business = Branscher
settings-list-position = Befattningar
settings-list-language = Språk
settings-list-label = Etiketter för e-post, telefon och adress
settings-list-interest = Intressen
settings-list-source = Källor
settings-list-purpose = Syften
settings-list-basis = Rättsliga grunder
settings-list-subscription = Prenumerationstyper
settings-list-activity = Aktivitetstyper
settings-list-relation = Relationer
settings-list-title = Titlar
settings-in-language = { $name } ({ $language })
settings-nothing = Inget
settings-any = Alla
settings-ask = Fråga
settings-as-shipped = Som levererat
settings-decided = Bestämt av { $by } { $date }.
settings-shipped = Som levererat: { $value }.
settings-number = Här ska det stå ett heltal från { $least } till { $most }.
settings-reset = Återställ
settings-search = Sök i inställningar
settings-search-clear = Rensa sökningen
settings-search-title = Hittat i inställningarna
settings-found = { $shown } av { $count } inställningar
settings-found-none = Ingen inställning har de här orden
settings-found-none-text = Sökningen gäller namn, meningar och rubriker, på fönstrets språk.
settings-open-page = Öppna { $page }
settings-no-right = Du kan läsa inställningarna, inte ändra dem
settings-column-name = Namn
settings-column-key = Nyckel
settings-column-active = Används
settings-column-expected = Väntas
settings-column-updated = Uppdaterad
settings-column-by = Av
settings-column-when = När
settings-column-setting = Inställning
settings-column-before = Före
settings-column-after = Efter
settings-column-field = Fält
settings-column-version = Version
settings-column-language = Språk
settings-column-date = Datum
settings-column-answers = Svar
settings-column-text = Text
settings-column-basis = Rättslig grund
settings-item-new = Lägg till
settings-item-up = Flytta upp
settings-item-down = Flytta ned
settings-item-stop = Sluta använda
settings-item-use = Använd igen
settings-item-shipped = Det som följde med programmet kan inte tas bort, men tas ur bruk.
settings-item-removed = { $name } togs bort. Under Ändringar och filer kan det hämtas tillbaka.
settings-item-key = Nyckel: { $key }. Den kan inte ändras senare.
settings-item-key-hint = Nyckeln för filer och kommandon görs av namnet och kan inte ändras senare.
settings-item-under = Står under { $name }
settings-names = Namn
settings-texts = Texter till dem det gäller
settings-noted = Bara noterat
settings-versions = Versioner av samtyckestexten
settings-versions-text = En ändrad text blir en ny version. Svaren pekar fortfarande på den som visades.
settings-versions-none = Det finns ingen text än. Skriv en ovan, på språket som personer tillfrågas på.
settings-answers-none = Ingen har svarat på den här versionen än.
settings-business-text = Vem som är ansvarig för uppgifterna (art. 4.7). Det står överst i meddelanden och rapporter.
settings-mailings-text = Mottagare kontrolleras alltid. Utan samtycke får bara befintliga kunder utskick, och bara när alla de här villkoren är uppfyllda (NO: markedsføringsloven § 15, SE: marknadsföringslagen 19 §).
settings-keeping-text = Uppgifter sparas inte längre än syftet kräver (art. 5.1 e). Bokföringen kan kräva mer: fråga revisorn.
settings-defaults = Förslag för nya personer
settings-defaults-text = Den rättsliga grund som fylls i efter hur någon kom in, och källan som anges med den. ”Fråga” fyller inte i något.
settings-defaults-source = Kom in via
settings-collected = Fält vi samlar in
settings-collected-text = Ett fält som inte samlas in visas inte, fylls inte i och importeras inte. Ett som förs någon annanstans kan bara läsas här.
settings-column-later = { $column }: { $later }
field-emptying-left =
    { $count ->
        [one] Ett kort har något här, som ingen ser.
       *[other] { $count } kort har något här, som ingen ser.
    }
field-emptying-held =
    { $count ->
        [one] Ett kort behåller det: behandlingen av uppgifterna är begränsad.
       *[other] { $count } kort behåller det: behandlingen av uppgifterna är begränsad.
    }
field-emptying-open = Töm…
field-emptying-ask =
    { $count ->
        [one] Tömma ”{ $field }” på ett kort?
       *[other] Tömma ”{ $field }” på { $count } kort?
    }
field-emptying-says = Det tas bort från korten, från det som har skrivits och inte sparats, och från det som importer och sammanslagningar behåller för att kunna ångras. Detta kan inte ångras. Säkerhetskopior från tidigare har det tills de raderas.
field-emptying-go =
    { $count ->
        [one] Töm ”{ $field }” på ett kort
       *[other] Töm ”{ $field }” på { $count } kort
    }
field-emptying-goes-on = ”{ $field }” töms…
field-emptying-numbers = { $done } av { $total } kort
settings-sets = Färdiga uppsättningar
settings-sets-text = Inställningar att börja med. Först ser du vad som skulle ändras.
settings-set-norway = Norge
settings-set-norway-says = Datatilsynet, samtycke från 13 år, norsk bokföring, markedsføringsloven § 15.
settings-set-sweden = Sverige
settings-set-sweden-says = IMY, samtycke från 13 år, svensk bokföring, marknadsföringslagen 19 §.
settings-set-eu-cautious = EU, försiktig
settings-set-eu-cautious-says = Samtycke från 16 år, kort lagring, ingen utan rättslig grund.
settings-set-plan = Se vad { $name } ändrar
settings-set-advice = Någonstans att börja, ingen juridisk rådgivning
settings-set-advice-text = Läs vad som skulle ändras, och stäm av lagringstiderna med revisorn. Allt kan tas tillbaka på en gång.
settings-files = Inställningar som fil
settings-files-text = En läsbar fil med allt som kontoret har bestämt, så att andra datorer kan ställas in likadant. Den innehåller inga uppgifter om personerna på korten.
settings-file-kind = Inställningar
settings-file-name = installningar
settings-export = Exportera inställningar…
settings-import = Importera inställningar…
settings-history = Vad som har bestämts
settings-history-text = Att gå tillbaka tar tillbaka allt som bestämdes tillsammans med den valda ändringen. Det som har bestämts på nytt sedan dess står kvar.
settings-history-none = Allt är som levererat.
settings-back = Gå tillbaka
settings-returned = Det är som det var förut.
settings-answers =
    { $count ->
        [one] { $count } svar
       *[other] { $count } svar
    }
settings-returned-held =
    { $count ->
        [one] Det är som förut, utom { $count } inställning som har bestämts på nytt sedan dess.
       *[other] Det är som förut, utom { $count } inställningar som har bestämts på nytt sedan dess.
    }
settings-applied =
    { $count ->
        [one] { $count } inställning ändrades. Det kan tas tillbaka nedan.
       *[other] { $count } inställningar ändrades. Allt kan tas tillbaka nedan.
    }
settings-exported =
    { $count ->
        [one] { $count } inställning skrevs.
       *[other] { $count } inställningar skrevs.
    }
settings-plan-text =
    { $count ->
        [one] { $count } inställning skulle ändras; { $unchanged } är så redan.
       *[other] { $count } inställningar skulle ändras; { $unchanged } är så redan.
    }
settings-plan-later =
    { $count ->
        [one] En av dem har ingen verkan ännu; den säger det där den står.
       *[other] { $count } av dem har ingen verkan ännu; var och en säger det där den står.
    }
settings-plan-refused =
    { $count ->
        [one] { $count } inställning kan inte tas in, därför tas inget in
       *[other] { $count } inställningar kan inte tas in, därför tas inget in
    }
settings-plan-go =
    { $count ->
        [one] Ändra { $count } inställning
       *[other] Ändra { $count } inställningar
    }
settings-section-language = Språk
settings-section-fields = Egna fält
settings-theme = Färger
settings-theme-system = Som systemet
settings-theme-light = Ljust
settings-theme-dark = Mörkt
settings-theme-contrast = Hög kontrast
settings-zoom = Storlek
settings-fields-text = Fält som bara ditt kontor behöver. De står på kortet under Mer och ingår i det som en person kan begära att få se.
settings-fields-empty = Inga egna fält ännu.
settings-field-new = Nytt fält
settings-field-edit = Redigera fält
settings-field-name = Namn
settings-field-key = Nyckel
settings-field-key-hint = Används i filer och kommandon. Den kan inte ändras senare.
settings-field-type = Typ
settings-field-type-text = Text
settings-field-type-number = Tal
settings-field-type-date = Datum
settings-field-type-yes-no = Ja/nej
settings-field-type-list = Lista
settings-field-items = Val i listan
settings-field-data-category = Typ av uppgift
settings-field-origin = Kommer från
settings-field-in-report = Med i registerutdraget
settings-field-archive = Sluta använda
settings-field-restore = Använd igen
settings-field-saved = Fältet { $name } har sparats.

## About

about-title = Om Kartotek
about-version = Version { $version }
about-text = Kartotek har säljarens kartotek på säljarens egen dator, krypterat, och kan för varje person säga varför personen finns där.
about-no-advice = Kartotek hjälper dig att följa reglerna om personuppgifter. Det ger ingen juridisk rådgivning och gör ingen laglydig av sig självt.
about-network = Det fungerar utan nätverk och skickar inget av sig självt, utom e-posten du lägger i utkorgen.
about-licence = Fri programvara under MIT- eller Apache 2.0-licensen.
about-fonts = Typsnitt: Inter (OFL). Ikoner: Lucide (ISC).

## Help for each screen (F1)

help-title = Hjälp: { $screen }
help-start =
    Skapa mitt kartotek gör ett nytt, krypterat kartotek och ber om en lösenfras.

    Öppna hämtar ett kartotek som redan finns: välj mappen det ligger i.

    Prova med exempelpersoner visar 2 000 påhittade personer. Inget du gör där sparas.
help-create =
    Lösenfrasen krypterar allt. Ingen kan återställa den åt dig.

    Återställningsnyckeln är vägen in när lösenfrasen är glömd. Skriv ner den och förvara den på annan plats än vid datorn. Du skriver in den en gång, så att du är säker på att lappen går att läsa.
help-unlock =
    Skriv lösenfrasen och tryck på Enter. Stora och små bokstäver och mellanslag räknas.

    Glömt den? Välj Öppna med återställningsnyckeln, skriv nyckeln från din lapp och välj en ny lösenfras.
help-persons =
    Skriv i sökfältet för att hitta personer: varje ord kan stå var som helst i namn, företag, e-post, telefon eller nummer. Prickar och streck spelar ingen roll: bjork hittar Björk.

    Piltangenterna flyttar i listan, Enter öppnar kortet, Esc stänger det. Skift och Ctrl markerar flera. Klicka på en rubrik för att sortera.
help-card =
    Dubbelklicka på kortet för att ändra det, eller tryck på F2. Ctrl+S sparar, Esc lämnar; osparade ändringar kastas aldrig utan att du får frågan.

    Raden längst ner visar vem som har skapat och ändrat kortet. Länken Rättslig grund visar varför personen får finnas här: tryck på Ctrl+L.
help-basis =
    Varje syfte har sin rättsliga grund: varför du får använda personens uppgifter till det, och var det kom ifrån.

    Enter eller dubbelklick ändrar en rad. Återkalla samtycke och Invänder gäller omedelbart.

    Historik visar allt som någonsin har antecknats. Inget där kan ändras; ett misstag rättas med en ny rad.
help-new =
    Ett namn och ett sätt att nå personen räcker. Rättslig grund och källa är ifyllda med det vanliga; titta på dem innan du sparar.

    Verkar personen finnas redan får du veta det direkt och kan öppna det kortet i stället.
help-import =
    Välj filen, ange vad kolumnerna är och varför du får ha de här personerna. Innan något läggs till ser du rad för rad vad som kommer att hända.

    En rad som inte kan tas in listas med skälet; resten går in. Hela importen kan ångras efteråt.
help-settings =
    Språk och färger gäller direkt, och bara för dig.

    Egna fält står på alla kort under Mer. Ange vilken typ av uppgift fältet innehåller: det avgör om det visas i rapporter och vad radering gör med det.

    Nycklar och lås: hur lång tid det tar innan kartoteket låser sig, ny lösenfras, ny återställningsnyckel, och om den här datorn minns nyckeln. Det som rör en nyckel frågar efter lösenfrasen först.
help-keys-title = Tangenter
help-key-save = Spara
help-key-open = Öppna
help-key-close = Stäng eller gå tillbaka
help-key-basis = Rättslig grund
help-key-help = Hjälp
help-key-next = Nästa fält
# Handledningen
guide-title = Handledningen
guide-chapters = Kapitel
guide-save = Spara för att läsa och skriva ut…
guide-save-title = Spara handledningen
guide-file = Handledning till Kartotek.html
guide-saved = Handledningen är sparad. Webbläsaren visar den.
guide-key-does = Vad den gör
guide-key-is = Tangenter
cli-help-guide = Skriv handledningen som en sida för webbläsaren

## Problems: what happened, that nothing is lost, what to do

problem-title = Det gick inte
problem-wrong-passphrase = Det här är inte lösenfrasen. Inget har ändrats. Kontrollera Caps Lock och försök igen.
problem-wrong-recovery-key = Det här är inte återställningsnyckeln till det här kartoteket. Inget har ändrats. Jämför med din lapp.
problem-recovery-key-typo = Återställningsnyckeln har ett skrivfel i grupp { $group }. Inget har ändrats. Jämför med din lapp.
problem-in-use = Kartoteket är redan öppet, i ett annat fönster eller av ett annat program. Inget har ändrats. Stäng det där först.
problem-not-a-vault = Det finns inget kartotek i den här mappen. Inget har ändrats. Välj mappen där vault.db ligger.
problem-folder-not-empty = Det finns redan något i den här mappen. Inget har ändrats. Välj en tom mapp.
problem-vault-exists = Det finns redan ett kartotek i den här mappen. Det har inte rörts. Öppna det eller välj en annan mapp.
problem-empty-file = Kartotekets fil är tom: den kopierades troligen inte färdigt. Inget har skrivits över. Återställ den från en säkerhetskopia.
problem-damaged = Kartoteket är skadat och öppnades inte, så att inget blir värre. Inget har skrivits över. Återställ det från en säkerhetskopia.
problem-damaged-open = Kartoteket är skadat, och en del av det kan inte läsas. Inget har skrivits över. Återställ det från en säkerhetskopia.
problem-keys-damaged = Kartotekets nyckelfil är skadad, och kopian av den också. Inget har skrivits över. Kopiera tillbaka vault.keys därifrån du har en kopia av mappen, eller gör kartoteket på nytt från en säkerhetskopia: Återställ på startsidan, eller kartotek backup restore.
problem-keys-missing = Nyckelfilen vault.keys saknas i den här mappen. Inget har ändrats. Kopiera tillbaka den därifrån mappen kom.
problem-keys-mismatch = Nyckelfilen hör till ett annat kartotek. Inget har ändrats. Lägg tillbaka den som låg bredvid denna vault.db.
problem-keys-outdated = Nyckelfilen (vault.keys) är en äldre utgåva: nyckeln har bytts sedan dess, eftersom någon inte längre arbetar med kartoteket. Inget har ändrats. Lägg tillbaka den nyaste vault.keys, eller återställ en säkerhetskopia.
problem-newer-version = Kartoteket har använts av en nyare version av Kartotek. Inget har ändrats. Uppdatera programmet.
problem-migration = Kartoteket kunde inte uppdateras. Det är som det var, och en kopia ligger bredvid. Försök igen.
problem-disk-full = Disken är full. Det som var sparat är säkert; den senaste ändringen sparades inte. Frigör utrymme och försök igen.
problem-read-only = Det går inte att skriva i mappen. Inget har ändrats. Kontrollera behörigheterna eller välj en annan mapp.
problem-missing = Mappen eller filen finns inte längre. Inget har ändrats. Är disken ansluten?
problem-is-a-folder = Det här är en mapp; en fil behövs. Inget ändrades. Ge filen ett namn i mappen.
problem-io = Disken gav ett fel. Det som var sparat är säkert. Försök igen; händer det igen, gör en säkerhetskopia till en annan disk.
problem-database = Kartoteket kunde inte svara. Inget har ändrats. Stäng det och öppna det igen.
problem-busy = Kartoteket är upptaget med längre arbete. Inget har ändrats. Försök igen om en stund.
problem-locked = Kartoteket är låst. Inget har gått förlorat. Öppna det med lösenfrasen.
problem-not-found = Det här finns inte längre i kartoteket. Inget har ändrats.
problem-changed-elsewhere = Någon har ändrat det här under tiden. Din ändring sparades inte men finns kvar här. Titta på den nya versionen först.
problem-lacks-right = Din roll saknar rättigheten ”{ $right }”. { $role } kan ge den.
problem-nothing-changed = Inget har ändrats.
problem-invalid = Något i fälten stämmer inte. Inget sparades. Se under fälten.
problem-attachment = Bilagan kan inte läsas: filen saknas eller är skadad. Allt annat är säkert.
problem-attachment-too-large = Filen är större än { $limit }. Inget lades till.
problem-export-file = Filen kunde inte skrivas. Inget har gått förlorat. Är den öppen i ett annat program?
problem-cancelled = Stoppat. Inget har ändrats.
problem-unexpected = Något oväntat hände. Det som är sparat är säkert. Stäng kartoteket och öppna det igen.
role-owner = Ägare
role-privacy-officer = Integritetsansvarig
role-seller = Säljare
role-assistant = Assistent
role-read-only = Endast läsa

## Short notes that pass

card-picture-saved = Bilden är ändrad
toast-copied = Kopierat: { $what }

## The command line

cli-about = Ett kartotek för säljare, krypterat på den egna datorn. Utan kommando öppnas fönstret.
cli-passphrase-prompt = Lösenfras:
cli-passphrase-again-prompt = Lösenfrasen en gång till:
cli-no-vault = Inget kartotek har angetts. Inget har ändrats. Använd --vault eller KARTOTEK_VAULT.
cli-no-passphrase = Det gick inte att fråga efter lösenfrasen: det här är ingen terminal. Inget har ändrats. Använd --passphrase-file.
cli-passphrase-file = Filen med lösenfrasen kunde inte läsas. Inget har ändrats.
cli-created = Kartoteket har skapats i { $folder }.
cli-recovery-key = Återställningsnyckel (skriv ner den, den visas bara nu): { $key }
cli-demo-created =
    { $persons ->
        [one] En exempelperson
       *[other] { $persons } exempelpersoner
    } har skapats i { $folder }.
cli-found =
    { $count ->
        [one] { $count } person hittad
       *[other] { $count } personer hittade
    }
cli-import-done = Import { $id }: { $rows } rader, { $added } tillagda, { $updated } uppdaterade, { $skipped } överhoppade, { $rejected } kunde inte tas in.
cli-import-plan = Endast en plan, inget har ändrats: { $rows } rader, { $added } skulle läggas till, { $updated } uppdateras, { $skipped } hoppas över, { $rejected } kunde inte tas in.
cli-basis-set = { $purpose }: { $basis } ({ $source })
cli-check-ok = Allt är i sin ordning.
cli-check-findings =
    { $count ->
        [one] En sak behöver
       *[other] { $count } saker behöver
    } ses över:
cli-no-such-person = Det finns ingen person { $id } i det här kartoteket. Inget har ändrats.
cli-no-such-card = Det finns varken en person eller ett företag { $id } i det här kartoteket. Inget har ändrats.
cli-not-found = Det finns inget med det id:t i det här kartoteket. Inget har ändrats.
cli-not-a-text = Filen innehåller ingen text. Inget ändrades.
cli-no-such-correction = Inget på det här kortet har rättats som kunde bekräftas.
cli-no-such-setting = Inställningen finns inte. Inget ändrades. `kartotek settings get` nämner dem.
cli-no-such-field = Fältet finns inte, eller så behöver varje kort det. Inget ändrades.
cli-no-such-kind-of-selection = Urvalet är av ett annat slag. Inget ändrades.
cli-no-such-selection = Det finns inget urval med det namnet. Inget ändrades. `kartotek selection list` nämner dem.
cli-no-such-role = Det finns ingen roll med det namnet. Inget ändrades. `kartotek settings get role` nämner dem.
cli-no-such-user = Ingen med det namnet arbetar här. Inget ändrades. `kartotek users list` nämner alla.
cli-unknown-field = Det finns inget fält { $field }. Inget har ändrats.
cli-read-only-field = { $field } kan inte ändras. Inget har ändrats.
cli-unknown-word = ”{ $value }” är inte känt som { $list }. Inget har ändrats. Kända: { $known }
cli-not-a-date = ”{ $value }” är inget datum. Inget har ändrats. Skriv det så här: 2026-03-05 eller -30d.
cli-not-of-kind = { $option } hör inte till den här sortens aktivitet: { $kind }. Inget har ändrats.
cli-help-vault = Kartotekets mapp (KARTOTEK_VAULT)
cli-help-passphrase-file = Fil med lösenfrasen (KARTOTEK_PASSPHRASE_FILE)
cli-help-user = Användarnamn (KARTOTEK_USER), annars me
cli-help-lang = Svarens språk
cli-help-json = Svara med ett JSON-dokument
cli-help-dry-run = Visa planen och ändra inget
cli-help-init = Skapa ett nytt kartotek
cli-help-demo = Skapa ett kartotek med exempelpersoner
cli-help-import = Importera personer från filer
cli-help-import-undo = Ångra en import
cli-help-find = Hitta personer
cli-help-show = Visa ett helt kort
cli-help-edit = Ändra fält på ett kort
cli-help-interest = Lägg till eller ta bort intressen
cli-help-basis = En persons rättsliga grund
cli-help-basis-set = Anteckna en rättslig grund
cli-help-basis-history = Visa allt som har antecknats
cli-help-check = Kontrollera kartoteket

## Lists: categories

item-category-prospect = Potentiell kund
item-category-customer = Kund
item-category-former-customer = Tidigare kund
item-category-supplier = Leverantör
item-category-partner = Partner

## Lists: legal bases

item-basis-consent = Samtycke
item-basis-contract = Ingått avtal
item-basis-legal-obligation = Rättslig förpliktelse
item-basis-vital-interests = Grundläggande intressen
item-basis-public-task = Allmänt intresse
item-basis-legitimate-interests = Berättigat intresse
item-basis-withdrawn = Återkallat
item-basis-objected = Har invänt
item-basis-void = Felregistrerad

## Lists: purposes

item-purpose-sales = Försäljning och tjänster
item-purpose-marketing = E-marknadsföring

## Lists: sources

item-source-user = Skapad av användare
item-source-email = E-post
item-source-request = Inkommande förfrågan
item-source-chat = Chatt
item-source-web-form = Webbformulär
item-source-portal = Kundportal
item-source-import = Import
item-source-integration = Annan integration
item-source-business-card = Visitkort
item-source-meeting = Möte
item-source-phone = Telefonsamtal
item-source-fair = Mässa
item-source-social-media = Sociala medier
item-source-unknown = Okänd

## Lists: subscription types

item-subscription-invitations = Inbjudningar
item-subscription-news = Nyheter
item-subscription-promotions = Erbjudanden
item-subscription-urgent = Brådskande meddelanden

## Lists: businesses

item-business-agriculture = Jord- och skogsbruk
item-business-seafood = Fiske och skaldjur
item-business-energy = Energi
item-business-manufacturing = Industri
item-business-construction = Bygg och anläggning
item-business-trade = Handel
item-business-transport = Transport och logistik
item-business-hospitality = Hotell och restaurang
item-business-it = IT och telekom
item-business-finance = Bank och försäkring
item-business-services = Företagstjänster
item-business-public = Offentlig sektor
item-business-health = Vård och omsorg
item-business-education = Utbildning
item-business-other = Annat

## Lists: positions

item-position-owner = Ägare
item-position-managing-director = Verkställande direktör
item-position-chair = Styrelseordförande
item-position-finance = Ekonomichef
item-position-purchasing = Inköpschef
item-position-buyer = Inköpare
item-position-sales = Försäljningschef
item-position-marketing = Marknadschef
item-position-it = IT-chef
item-position-operations = Driftchef
item-position-production = Produktionschef
item-position-project = Projektledare
item-position-hr = HR-chef
item-position-consultant = Konsult
item-position-assistant = Assistent
item-position-other = Annat

## Lists: interests

item-interest-products = Nya produkter
item-interest-offers = Erbjudanden
item-interest-events = Evenemang och kurser
item-interest-fairs = Mässor
item-interest-service = Service och underhåll
item-interest-sustainability = Hållbarhet
item-interest-digital = Digitala lösningar
item-interest-partnership = Samarbete

## Lists: languages

item-language-nb = Norska (bokmål)
item-language-nn = Norska (nynorska)
item-language-sv = Svenska
item-language-da = Danska
item-language-fi = Finska
item-language-en = Engelska
item-language-de = Tyska
item-language-fr = Franska
item-language-nl = Nederländska
item-language-es = Spanska
item-language-it = Italienska
item-language-pl = Polska

## Lists: labels of e-mails, phones and addresses

item-label-work = Arbete
item-label-private = Privat
item-label-home = Hem
item-label-mobile = Mobil
item-label-direct = Direkt
item-label-switchboard = Växel
item-label-fax = Fax
item-label-invoice = Faktura
item-label-postal = Post
item-label-visiting = Besök
item-label-other = Annat

## Countries (ISO 3166-1 alpha-2)

country-AD = Andorra
country-AE = Förenade Arabemiraten
country-AL = Albanien
country-AM = Armenien
country-AR = Argentina
country-AT = Österrike
country-AU = Australien
country-AX = Åland
country-AZ = Azerbajdzjan
country-BA = Bosnien och Hercegovina
country-BE = Belgien
country-BG = Bulgarien
country-BR = Brasilien
country-BY = Belarus
country-CA = Kanada
country-CH = Schweiz
country-CL = Chile
country-CN = Kina
country-CY = Cypern
country-CZ = Tjeckien
country-DE = Tyskland
country-DK = Danmark
country-EE = Estland
country-EG = Egypten
country-ES = Spanien
country-FI = Finland
country-FO = Färöarna
country-FR = Frankrike
country-GB = Storbritannien
country-GE = Georgien
country-GG = Guernsey
country-GI = Gibraltar
country-GL = Grönland
country-GR = Grekland
country-HK = Hongkong
country-HR = Kroatien
country-HU = Ungern
country-ID = Indonesien
country-IE = Irland
country-IL = Israel
country-IM = Isle of Man
country-IN = Indien
country-IS = Island
country-IT = Italien
country-JE = Jersey
country-JP = Japan
country-KR = Sydkorea
country-LI = Liechtenstein
country-LT = Litauen
country-LU = Luxemburg
country-LV = Lettland
country-MA = Marocko
country-MC = Monaco
country-MD = Moldavien
country-ME = Montenegro
country-MK = Nordmakedonien
country-MT = Malta
country-MX = Mexiko
country-NL = Nederländerna
country-NO = Norge
country-NZ = Nya Zeeland
country-PL = Polen
country-PT = Portugal
country-RO = Rumänien
country-RS = Serbien
country-RU = Ryssland
country-SA = Saudiarabien
country-SE = Sverige
country-SG = Singapore
country-SI = Slovenien
country-SJ = Svalbard och Jan Mayen
country-SK = Slovakien
country-SM = San Marino
country-TH = Thailand
country-TR = Turkiet
country-TW = Taiwan
country-UA = Ukraina
country-US = USA
country-VA = Vatikanstaten
country-VN = Vietnam
country-XK = Kosovo
country-ZA = Sydafrika

## What can be wrong with a value, by the model's keys
invalid-missing = Detta måste fyllas i.
invalid-no-name = Förnamn eller efternamn måste fyllas i.
invalid-too-long = Detta är för långt.
invalid-not-an-email = Detta är ingen e-postadress (namn@example.com).
invalid-not-a-phone = Ett telefonnummer har 3 till 20 siffror; mellanslag och + - ( ) får stå emellan.
invalid-not-a-date = Detta är inget datum. Prova 2026-12-24.
invalid-not-a-time = Detta är inget klockslag. Prova 14:30.
invalid-impossible-date = Detta datum kan inte stämma.
invalid-not-a-number = Detta är inget tal.
invalid-number-range = Här behövs ett heltal från { $least } till { $most }.
invalid-not-yes-no = Svara ja eller nej.
invalid-not-a-country = Detta är inget land.
invalid-not-a-website = Detta är ingen webbadress.
invalid-unknown = Detta finns inte i listan.
invalid-taken = Ett annat kort har redan detta.
invalid-not-a-key = Endast små bokstäver, siffror och bindestreck.
invalid-read-only = Detta kan läsas men inte ändras.
invalid-no-such-field = Det finns inget sådant fält.

## Problems and rules of the office
problem-file-changed = Filen har ändrats sedan den lästes. Inget importerades. Välj den igen.
problem-not-a-picture = Detta är ingen PNG- eller JPEG-bild. Inget ändrades. Välj en annan fil.
problem-database-missing = Filen vault.db, som innehåller uppgifterna, saknas. Inget ändrades. Lägg tillbaka den, eller återställ en säkerhetskopia.
problem-user-unknown = Det här kartoteket har ingen användare med det namnet. Inget ändrades. Kontrollera stavningen.
problem-user-not-at-work = Den här användaren arbetar inte med kartoteket: personen har tagits bort, eller lades inte till helt. Inget har ändrats. Be en ägare att lägga till dig under ett annat namn.
problem-empty-passphrase = En lösenfras kan inte vara tom. Inget ändrades. Välj en som är svår att gissa.
problem-log-missing = Filen vault.db-wal, som innehåller de senaste ändringarna, saknas. Inget skrevs över. Lägg tillbaka den; för att fortsätta utan dessa ändringar, ta bort vault.lock och öppna igen.
rule-nothing-to-void = Det finns ingen post att makulera. Inget ändrades.
rule-not-correctable = Den här posten kan inte rättas: den gäller en annan person eller ett annat syfte. Inget ändrades.
rule-import-needs-basis = En import behöver syfte, rättslig grund och källa för personerna i filen. Inget importerades.
rule-undone-before = Den här importen har ångrats tidigare. Inget ändrades.
rule-wording-of-other-purpose = Den här ordalydelsen hör till ett annat syfte. Inget ändrades. Välj en av syftets egna.
rule-empty-wording = En ordalydelse kan inte vara tom. Inget ändrades.
user-me = Jag
user-by-me = mig
user-first = Första användaren
wording-sales = Ja, ni får spara mina kontaktuppgifter för att svara på frågor och leverera det jag beställer. Jag kan när som helst återkalla samtycket.
wording-marketing = Ja, skicka nyheter och erbjudanden till mig via e-post. Jag kan när som helst återkalla samtycket, genom att svara eller med länken i varje meddelande.

## Fields beyond those of cards
field-legal_basis = Rättslig grund
field-custom = Eget fält
field-attachment = Bifogad fil
field-import = Import

## The data map, rights, and how cards resemble each other
data-category-identity = Identitet
data-category-contact = Kontaktuppgifter
data-category-relation = Relation till oss
data-category-communication = Kommunikation
data-category-behaviour = Intressen och beteende
data-category-financial = Ekonomi
data-category-permission = Rättslig grund och tillstånd
data-category-handling = Hantering av kortet
data-category-other = Övrigt
data-origin-provided = Lämnat av personen
data-origin-observed = Observerat
data-origin-derived = Härlett eller tilldelat av oss
data-origin-third-party = Från eller om någon annan
right-see = Se kort
right-create = Skapa kort
right-edit = Redigera kort
right-legal-basis = Ändra rättslig grund
right-import = Importera filer
right-export = Exportera
right-settings = Ändra inställningar
likeness-email = Samma e-postadress
likeness-number = Samma nummer
likeness-phone-and-name = Samma telefon och namn
likeness-phone = Samma telefon
likeness-name = Liknande namn

## Why a row of a file cannot be taken
row-too-many-cells = Raden har fler celler än det finns rubriker.
row-cell-too-long = En cell är för lång.
row-row-too-long = Raden är för lång.
row-unclosed-quote = Ett citattecken avslutas aldrig.
row-not-a-person = Det här är ett företag eller en grupp, inte en person.
row-unfinished-card = Kortet är inte fullständigt.
row-not-a-card = Det står text där det skulle vara ett kort.
row-too-many-rows = Filen har fler rader än som kan tas på en gång; resten lästes inte.
row-unreadable = Filen kan inte läsas vidare.
row-damaged = Filen är skadad härifrån.
row-unseen = Personen finns redan här, och någon annan ansvarar för personen: ingenting av raden togs in. Det kräver rätten att se kort som andra ansvarar för.
row-given-away = Raden anger någon annan som kontakt: ingenting av den togs in. Det kräver rätten att se kort som andra ansvarar för.
row-restricted = Personen finns här redan, och behandlingen är begränsad (art. 18): inget från raden togs in.

## Sample people

rule-sample-needs-empty = Exempelpersoner läggs bara i ett tomt kartotek, så att de aldrig blandas med verkliga. Inget ändrades.

## The command line: options, and what goes wrong
cli-option-help = Visa hjälp
cli-option-version = Visa versionen
cli-option-demo = Öppna fönstret med exempelpersoner
cli-option-dir = Mapp för kartoteket: ny eller tom
cli-option-persons = Hur många personer
cli-option-seed = Samma tal ger samma personer
cli-option-files = Filer att importera: CSV, Excel (.xlsx) eller vCard (.vcf)
cli-option-purpose = Syfte, till exempel sales eller marketing
cli-option-basis = Rättslig grund, till exempel consent, contract eller legitimate-interests
cli-option-source = Varifrån det kom, till exempel email, fair eller business-card
cli-option-comment = Kommentar till den rättsliga grunden
cli-option-condition = Villkor i art. 9.2, en bokstav, där ändamålet kräver särskilda kategorier av personuppgifter
cli-option-relation-add-comment = Mer om det
cli-option-format = Filernas format
cli-option-map = Vad en kolumn är: rubriken eller numret, och ett fält (även full_name, basis, source, comment, ignore)
cli-option-on-duplicate = Vad som ska hända med personer som redan finns
cli-option-override-suppression = Varför personer som har raderats får komma in igen; det sparas. Kräver rätten att åsidosätta
cli-option-text = Vad du letar efter; ingenting ("") hittar alla
cli-option-limit = Högst så många
cli-option-offset = Hoppa över så många i början
cli-option-id = Identitet, så som andra kommandon visar den
cli-option-reason = Varför; det sparas. Ett begränsat kort öppnas bara av ett skäl
cli-option-changes = Vad som ska ändras
cli-option-wording = Identiteten för texten som personen fick se
cli-option-evidence = Fil som bevisar det
cli-demo-is-the-window = --demo öppnar fönstret och kan inte användas tillsammans med ett kommando. Inget har ändrats. Så här skapar du ett kartotek med exempelpersoner: kartotek demo.
cli-output = Svaret kunde inte skrivas. Det som är gjort är gjort. Kontrollera vart svaret skickas.
cli-invalid = { $field }: { $reason }
cli-nothing-changed = Inget har ändrats.
cli-passphrases-differ = De två lösenfraserna är inte lika. Inget har ändrats. Försök igen.
cli-map-shape = ”{ $value }” är inte KOLUMN=FÄLT. Inget har importerats.
cli-unknown-column = Filen har ingen kolumn ”{ $column }”. Inget har importerats. Den har: { $known }
cli-imports-made = Importer som gjordes före detta och är kvar: { $ids }.
cli-import-row = Rad { $row }: { $reason }
cli-import-refusals =
    { $count ->
        [one] Ett samtycke togs
       *[other] { $count } samtycken togs
    } inte med: personen har återkallat det eller invänt tidigare.
cli-same-person = { $name } ({ $id }) kan vara samma person: { $how }.
cli-change-shape = ”{ $value }” är inte FÄLT=VÄRDE. Inget har ändrats.
cli-interest-shape = ”{ $value }” är varken +NYCKEL eller -NYCKEL. Inget har ändrats.
cli-usage-command = ”{ $command }” är inget kommando.
cli-usage-argument = ”{ $argument }” är inte känt här.
cli-usage-no-value = ”{ $argument }” behöver ett värde.
cli-usage-value = ”{ $value }” kan inte vara värdet för ”{ $argument }”.
cli-usage-known = Det tar: { $known }.
cli-usage-missing = Saknas: { $arguments }.
cli-usage-no-command = Ett kommando saknas: { $known }.
cli-usage-conflict = ”{ $argument }” och ”{ $other }” kan inte användas tillsammans.
cli-usage-values = ”{ $argument }” tar ett annat antal värden.
cli-usage-meant = Menade du ”{ $word }”?
cli-usage-call = Användning: { $usage }
cli-usage-help = Mer finns under --help.
check-header = Början av vault.db har ändrats. Låt mappen vara som den är och återställ en säkerhetskopia.
check-cipher = En krypterad sida är skadad: { $detail }
check-structure = Strukturen är skadad: { $detail }
check-sort-keys =
    { $count ->
        [one] Ett namn står
       *[other] { $count } namn står
    } på fel plats i listan. Ändra kartotekets språk för att rätta det.
check-journal = Loggens kedja är bruten vid post { $entry }.
check-unmapped-column = En kolumn saknas i datakartan: { $column }
check-missing-column = Datakartan nämner en kolumn som inte finns: { $column }
check-attachments-without-file =
    { $count ->
        [one] Filen till en bilaga saknas.
       *[other] Filerna till { $count } bilagor saknas.
    }
check-attachments-damaged =
    { $count ->
        [one] En bilaga är skadad: filen är tom eller har ändrats av disken eller av ett annat program.
       *[other] { $count } bilagor är skadade: filerna är tomma eller har ändrats av disken eller av ett annat program.
    } En äldre säkerhetskopia kan ha den oskadad.
check-files-without-attachment =
    { $count ->
        [one] En fil i mappen för bilagor hör
       *[other] { $count } filer i mappen för bilagor hör
    } inte till något kort. Utan nyckel kan ingen läsa dem.
check-dangling =
    { $count ->
        [one] En rad
       *[other] { $count } rader
    } i tabellen { $table } pekar på något som inte finns.
## The manual page, and what shells complete

cli-help-pages = Skriv manualsidan och det skal kompletterar, för paket
cli-option-pages = Mapp som sidorna skrivs till, så som de ligger under /usr/share
cli-pages-not-written = Sidorna kunde inte skrivas. Kartoteket rördes inte. Kontrollera att det går att skriva till mappen.
cli-page-name = Namn
cli-page-what = ett kartotek för säljare, krypterat på den egna datorn
cli-page-synopsis = Översikt
cli-page-call = [FLAGGA]… [KOMMANDO [FLAGGA]… [VÄRDE]…]
cli-page-description = Beskrivning
cli-page-description-text = Det fönstret gör, gör också ett kommando, med samma rättigheter och regler, och det förs i samma journal. Lösenfrasen kommer från filen som anges, eller efterfrågas i terminalen; den är aldrig en del av anropet. Kommandot ”run” öppnar kartoteket även med nyckeln som den här datorn kommer ihåg.
cli-page-options = Flaggor
cli-page-commands = Kommandon
cli-page-exit = Slutstatus
cli-page-exit-0 = Utfört.
cli-page-exit-1 = Det gick inte att göra. Meningen på standard fel säger vad som hände, att ingenting gick förlorat och vad du kan göra.
cli-page-exit-2 = Anropet förstods inte.
cli-page-exit-3 = Kartoteket öppnades inte: fel lösenfras, okänd användare, eller så används det redan.
cli-page-exit-4 = Avvisat av en regel, eller så saknas en rättighet.
cli-page-environment = Miljö
cli-page-variable-vault = Träder i stället för --vault.
cli-page-variable-passphrase-file = Träder i stället för --passphrase-file.
cli-page-variable-user = Träder i stället för --user.
cli-page-variable-config-dir = Mapp för fönstrets inställningar, i stället för den vanliga.
cli-page-variable-log = ”error” eller ”warn”: det som går fel inne i programmet sägs på standard fel.
cli-page-files = Filer
cli-page-file-vault = Kartoteket, när ingen annan mapp anges.
cli-page-file-settings = Fönstrets inställningar: storlek, språk, vilket kartotek som var öppet. Inga namn på personer.

## The legal-basis dialog, further texts
basis-with-article = { $basis } – { $article }
basis-article-consent = art. 6.1 a
basis-article-contract = art. 6.1 b
basis-article-legal-obligation = art. 6.1 c
basis-article-vital-interests = art. 6.1 d
basis-article-public-task = art. 6.1 e
basis-article-legitimate-interests = art. 6.1 f
basis-article-withdrawn = art. 7.3
basis-article-objected = art. 21
basis-explain-consent = Personen har frivilligt sagt ja till syftet och kan ta tillbaka det.
basis-explain-contract = Behövs för ett avtal med personen, eller för en offert de bad om.
basis-explain-legal-obligation = En lag kräver det, till exempel bokföringslagen.
basis-explain-vital-interests = Det skyddar någons liv eller hälsa.
basis-explain-public-task = En uppgift av allmänt intresse, fastställd i lag.
basis-explain-legitimate-interests = Vi har ett gott skäl som personens intressen inte väger tyngre än.
basis-explain-withdrawn = Personen har återkallat samtycket.
basis-explain-objected = Personen vill inte detta.
basis-objected-already = Invändningen är redan noterad.
basis-wording-add = Lägg till texten
basis-wording-intro = Den blir nästa version på sitt språk; tidigare texter står kvar som de visades.
basis-wording-missing = Skriv det som personen fick se.
basis-evidence-save = Spara beviset…
basis-evidence-save-title = Spara beviset utanför kartoteket
basis-evidence-saved = Sparat som { $file }. Utanför kartoteket är det inte krypterat.
basis-evidence-suggested = bevis
basis-evidence-pasted = inklistrad-text.txt
basis-evidence-choose-title = Välj det som bevisar det
basis-evidence-kinds = Alla filer
basis-evidence-is = { $name } ({ $size })
basis-history-title = Historik – { $name }
basis-history-holds = Gäller nu
basis-history-earlier = Tidigare
basis-history-corrected = Rättad av raden från { $when }
basis-history-voided = Felregistrerad: se raden från { $when }
basis-history-voids = Stryker raden från { $when }
basis-history-correct = Rätta…
basis-history-void-hint = Raden går fortfarande att läsa men räknas inte längre.
basis-voided-toast = Raden räknas inte längre. Det som stod före den gäller igen.
basis-export-title = En persons rättsliga grunder, med historik
basis-export-dialog = Spara de rättsliga grunderna
basis-export-person = Person: { $name }
basis-export-date = Per { $when }
basis-export-suggested = rattslig-grund.xlsx
basis-column-status = Status

## New person, further texts
new-lookalikes = Finns redan?
new-lookalikes-none = Ingen hittills har samma e-post eller telefon, eller ett liknande namn i samma företag.
new-same-person = Det här verkar vara samma person. Öppna kortet, eller lägg ändå till en till.
new-purpose = Syfte: { $purpose }
new-unsaved = Det du har skrivit är inte sparat ännu.

## Own fields, further texts
own-field-items-hint = Ett på varje rad.
own-field-fixed = Nyckel och typ ligger fast: det som redan är ifyllt beror på dem.
own-field-place = { $category } · { $origin }
own-field-not-in-report = inte med i registerutdraget
own-field-in-report = med i registerutdraget
own-field-unused = Används inte
own-field-empty-text = Ett eget fält är en rad på varje kort som bara ditt kontor behöver, till exempel kundens villkor eller dagen för nästa besök.
own-field-stopped = { $name } visas inte längre på korten. Det som är ifyllt står kvar.
own-field-restored = { $name } visas på korten igen.
own-field-law = Var uppgiften hör hemma avgör vad rapporter och radering gör med den.
own-field-taken = Ett annat fält har redan den här nyckeln.
## The window: making and opening card files, and what lies around the screens
create-confirm-groups = Skriv in de här fyra grupperna från din anteckning, så att vi båda vet att den går att läsa.
create-confirm-group = Grupp { $number }
create-recovery-print = För att skriva ut den: spara den som textfil, skriv ut filen och ta bort den efteråt.
create-recovery-saved = Återställningsnyckeln är sparad. Skriv ut filen och ta sedan bort den.
create-nobody-recovers = Ingen kan tala om en glömd lösenfras för dig. För den dagen får du en återställningsnyckel i nästa steg.
recovery-length = En återställningsnyckel har 36 bokstäver och siffror, den här har { $found }. Jämför med din anteckning.
recovery-typo = Återställningsnyckeln har ett skrivfel. Inget har ändrats. Jämför med din anteckning.
recovery-why = När dina kontakter finns här får en glömd lösenfras inte göra att de går förlorade. Skriv in hela nyckeln; mellanslag och bindestreck spelar ingen roll.
locate-title = Öppna ett kartotek
locate-text = Välj mappen det ligger i: den som innehåller vault.db.
unlock-new-title = Välj en ny lösenfras
unlock-new-text = Återställningsnyckeln är rätt och kartoteket är öppet. Från och med nu öppnas det med lösenfrasen du väljer här.
sample-progress = { $done } av { $total }
frame-sample = Exempelpersoner – inget här är på riktigt
frame-sample-text = Prova vad du vill. Det du skriver in tas bort när du stänger fönstret.
frame-settings-short = 
    Inställ-
    ningar
unsaved-leave-title = Spara ändringarna?
path-text = Systemet visar ingen dialogruta för att välja filer. Skriv in hela sökvägen.
path-field = Sökväg
path-not-full = Det här är ingen fullständig sökväg. Den börjar vid diskens rot.
outside-failed = Systemet har inget program som kan öppna det här.
closing = Stänger kartoteket…
settings-language-hint = För alla texter, genast. Namn sorteras också som på det här språket.
settings-theme-hint = Mörk text på ljust papper, eller tvärtom.
settings-contrast-hint = Svart och vitt med tjockare linjer, lättare att se.
settings-contrast-on = På
settings-contrast-off = Av
settings-zoom-hint = Gör allt i fönstret större eller mindre.
settings-zoom-percent = { $percent } %
settings-section-file = Kartotek
settings-file-hint = Mappen kartoteket ligger i, med säkerhetskopior och bilagor.
settings-open-folder = Visa mappen
settings-about-hint = Vad Kartotek är, version och licenser.
help-topic-card = En persons kort
key-control = Ctrl
key-command = ⌘
key-shift = Skift
key-enter = Enter
key-escape = Esc
key-tab = Tabb
## Personbilden
list-search-keys = Ctrl K
list-search-keys-mac = ⌘ K
list-show-all = Visa alla
list-only-nobody = Ingen i ”{ $heading }”
list-only-nobody-text = De som stod på den här listan finns inte längre i kartoteket.
choice-nothing = Ingenting passar
card-no-contact = Ingen e-post, telefon eller adress är känd.
card-move-up = Flytta upp
card-back-to-changes = Tillbaka till mina ändringar
card-newer = Versionen som { $who } sparade { $when }
card-newer-text = Dina ändringar är kvar. Gå tillbaka till dem för att spara dem ovanpå den här versionen.
card-objected = Motsätter sig { $purpose } sedan { $date }
card-withdrawn = Samtycket till { $purpose } återkallades { $date }
card-interests-none = Inga intressen är noterade.
## Kort: typer av utskick

subscription-wants = Vill ha
subscription-refuses = Avböjer
subscription-wanted = Önskat
subscription-refused = Avböjt
subscription-covered = Inte besvarat; samtycket täcker det
subscription-unsaid = Inte besvarat
subscription-said = { $when } av { $who }
subscription-stop-restricted = Inga utskick: behandlingen av uppgifterna är begränsad.
subscription-stop-objection = Inga utskick: personen motsätter sig direktmarknadsföring.
subscription-stop-withdrawn = Inga utskick: samtycket till e-marknadsföring är återkallat.
subscription-stop-no-mailings = Inga utskick: det står på kortet.
# May I write to this person?
may-mail-service = Det angår personen: det är ett svar till dem, eller så kräver lagen det.
may-mail-test = Det går till dig själv.
may-mail-request = Det är tillåtet att be om samtycke via e-post till den här adressen.
may-mail-consent = Personen samtyckte { $day }; vilken ordalydelse som visades är inte antecknat.
may-mail-consent-worded = Personen samtyckte { $day } till version { $version } av ordalydelsen ({ $language }).
may-mail-customer = Personen är befintlig kund och har inte sagt nej.
may-mail-no-address = Kortet har ingen e-postadress.
may-mail-address-gone = Kortet har inte längre adressen som det skrevs till.
may-mail-bounced = Inget skickas till adressen: e-post dit har kommit tillbaka, eller någon där har anmält den som skräppost.
may-mail-in-trash = Kortet ligger i papperskorgen.
may-mail-restricted = Behandlingen av uppgifterna är begränsad (art. 18).
may-mail-objects = Personen motsätter sig direktmarknadsföring (art. 21).
may-mail-withdrawn = Personen har återkallat samtycket till e-marknadsföring.
may-mail-suppressed = Adressen tillhörde någon som har raderats.
may-mail-refused = Personen har avböjt den här typen av utskick.
may-mail-no-mailings = Det står på kortet att personen inte vill ha utskick.
may-mail-minor = Personen är för ung för att ensam samtycka till marknadsföring.
may-mail-no-consent = Inget samtycke till e-marknadsföring är dokumenterat.
may-mail-consent-expired = Samtycket från { $day } är äldre än vad kontoret godtar; det måste inhämtas på nytt.
may-mail-not-customer-unused = Det finns inget samtycke, och regeln för befintliga kunder används inte här.
may-mail-not-customer = Personen är inte befintlig kund.
may-mail-not-customer-not-offered = Det finns inget samtycke, och befintliga kunder kunde inte säga nej när de lämnade adressen.
may-mail-not-customer-category = Det finns inget samtycke, och personen är inte i en kundkategori.
may-mail-not-customer-source = Det finns inget samtycke, och adressen lämnades inte i samband med en försäljning.
may-mail-not-customer-too-long-ago = Det finns inget samtycke, och den senaste aktiviteten med kunden är för länge sedan.
may-mail-not-subscribed = Personen har inte bett om den här typen av utskick.
may-mail-not-informed = Personen har inte informerats än om vad som sparas (art. 13, 14): skicka informationen först.
may-mail-request-advertises = Att be en fysisk person om samtycke via e-post är i sig marknadsföring i Norge och Sverige (mfl. § 15, MFL 19 §). Lagliga sätt är: personligen eller på papper, i ett samtal, vid köp, på webbplatsen, i svar på ett meddelande från dem, eller per brev.
may-mail-yes = Ja: { $why }
may-mail-no = Nej: { $why }
may-mail-as-above = som ovan

# Utskick
mailing-unsubscribe = Vill du inte ha det här längre? Säg till här, så upphör det genast: { $link }
mailing-unsubscribe-answer = Vill du inte ha det här längre? Svara på meddelandet med ”stopp”, så upphör det genast.
mailing-wishes = Du bestämmer vad du får från oss:
mailing-wish-types = Bara vissa typer av utskick
mailing-wish-nothing = Inga fler utskick alls
mailing-wish-about = Vad vi har sparat om dig
frame-mailings = Utskick
action-mailings = Visa utskicken
help-mailings = Ett utskick är ett meddelande till var och en i ett urval som får skrivas till. Nytt utskick har allt på en sida: till vem, vad och kontrollen. Kontrollen säger för var och en hur det står till innan något läggs i kö: redo, samtycke saknas, prenumererar inte, motsätter sig, begränsad och så vidare. Det kontrolleras på nytt när varje meddelande skickas. Varje meddelande säger hur man slipper fler, och svaret tas in med mail intake. Paus låter det som inte har skickats vänta; Stoppa tar bort det.
mailings-title = Utskick
mailings-new = Nytt utskick
mailing-begun-already = Ett utskick håller redan på att skrivas här. Skicka det, eller lämna det med Tillbaka, innan du börjar på ett nytt.
mailings-closed = Utskick är för dem som får skicka e-post
mailings-none-text = Skriv till alla i ett urval som får skrivas till. Var och en får ett eget meddelande, och ingen ser de andra.
mailings-column-name = Utskick
mailings-column-to = Urval
mailings-column-when = När
mailings-column-how = Skickat
mailing-by = Lagt i kö { $time } av { $user }
mailing-not-before = Inte före { $time }
mailing-pause = Pausa
mailing-resume = Fortsätt
mailing-stop = Stoppa
mailing-stop-title = Stoppa det här utskicket?
mailing-stop-says = Det som inte har skickats tas bort och kan inte hämtas tillbaka. Det som har skickats förblir som det är.
mailing-stop-now = { $count ->
    [one] Ta bort 1 meddelande
   *[other] Ta bort { $count } meddelanden
}
mailing-who = Till vem
mailing-what = Vad
mailing-check = Kontroll
mailing-is-mailing = Utskick
mailing-is-breach = Underrättelse om incident (art. 34)
mailing-breach-says = Den går till alla den angår: samtycke, prenumerationer och invändningar stoppar den inte.
mailing-selection = Urval
mailing-choose-selection = Välj ett urval
mailing-no-selection = Inget urval med det namnet
mailing-type = Typ av utskick
mailing-let-past = { $count ->
    [one] Även till 1 person som ett hinder håller ute
   *[other] Även till { $count } personer som ett hinder håller ute
}
mailing-why = Varför
mailing-why-hint = Det sparas. Ingen får det som har motsatt sig, avböjt eller återkallat, är begränsad eller raderad.
mailing-name = Namn
mailing-name-hint = För er själva; mottagarna ser det inte.
mailing-text = Text
mailing-what-happened = Vad som har hänt
mailing-consequences = Vad det kan leda till
mailing-measures = Vad som görs åt det, och vad de själva kan göra
mailing-attach = Bifoga en fil
mailing-detach = Ta bort filen
mailing-mark = För in det som e-post på varje kort när det har skickats (det räknas då som senaste aktivitet)
mailing-no-account = Meddelandena väntar i utkorgen tills det finns ett.
mailing-in-trash = { $count ->
    [one] En av dem ligger i papperskorgen: tills den töms finns uppgifterna kvar, och incidenten angår även dem.
   *[other] { $count } av dem ligger i papperskorgen: tills den töms finns uppgifterna kvar, och incidenten angår även dem.
}
card-mailings = Utskick till personen
mailing-nobody-yet = Välj ett urval för att se vilka som får det.
mailing-reaches = { $count ->
    [one] 1 av { $all } får det
   *[other] { $count } av { $all } får det
}
mailing-lacks = Mallen saknar något som lagen kräver
mailing-lacks-parts = Den saknar: { $parts }. Hur man slipper fler läggs till i varje meddelande.
mailing-lacks-text = Det finns ingen text än; mallen har plats för den.
mailing-preview = Så blir det ({ $lang })
mailing-preview-to = Så blir det för { $name } ({ $lang })
mailing-when = Skicka
mailing-now = nu
mailing-test = Testa till dig själv
mailing-send = { $count ->
    [one] Skicka 1 meddelande
   *[other] Skicka { $count } meddelanden
}
mailing-send-later = { $count ->
    [one] Lägg 1 meddelande i kö
   *[other] Lägg { $count } meddelanden i kö
}
mailing-running = Lägger meddelandena i kö
mailing-queued = { $count ->
    [one] 1 meddelande lagt i kö
   *[other] { $count } meddelanden lagda i kö
}, { $held } hålls kvar
mailing-counts = { $sent } av { $queued } skickade, { $held } hålls kvar
mailing-unlisted = { $count ->
    [one] 1 av dem är inte med i listan: i papperskorgen, eller inte din att se
   *[other] { $count } av dem är inte med i listan: i papperskorgen, eller inte dina att se
}
mailing-gone = { $count ->
    [one] 1 till har raderats sedan dess, eller slagits ihop med ett annat kort
   *[other] { $count } till har raderats sedan dess, eller slagits ihop med ett annat kort
}
mailings-none = Inga utskick än
mailing-stage-planned = Planerat
mailing-stage-sending = Skickas
mailing-stage-paused = Pausat
mailing-stage-stopped = Stoppat
mailing-stage-done = Klart
mailing-status-ready = Redo
mailing-status-let-past = Släppt igenom
mailing-status-removed = Borttaget
mailing-why-no-address = Ingen e-postadress
mailing-why-address-gone = Adressen är borta
mailing-why-bounced = Adressen är stoppad
mailing-why-in-trash = I papperskorgen
mailing-why-restricted = Begränsad
mailing-why-objects = Motsätter sig
mailing-why-withdrawn = Samtycke återkallat
mailing-why-suppressed = Adress till någon som raderats
mailing-why-refused = Avböjt typen
mailing-why-no-mailings = Inga utskick
mailing-why-minor = För ung
mailing-why-no-consent = Samtycke saknas
mailing-why-consent-expired = Samtycket är för gammalt
mailing-why-not-customer = Inte befintlig kund
mailing-why-not-subscribed = Prenumererar inte
mailing-why-not-informed = Inte informerad
mailing-why-request-advertises = Att fråga är marknadsföring
mailing-why-duplicate = Samma adress
rule-mailing-name = Ett utskick behöver ett namn som inget annat har. Inget lades i kö.
rule-mailing-time = Tiden för sändning har redan passerat. Inget köades. Ange en tid som kommer, eller ingen för att skicka nu.
rule-notice-incomplete = Informationen kan inte säga på vilken rättslig grund uppgifterna används. Inget skickades. Dokumentera en, eller skicka den som den är.
rule-mailing-template = Ett utskick skrivs med en mall för nyhetsbrev, och en underrättelse om en incident med en mall för sådana. Inget lades i kö.
rule-mailing-of-persons = E-post går till personer: välj ett urval av personer. Inget lades i kö.
rule-breach-words = En underrättelse om en incident säger vad som har hänt, vad det kan leda till och vad som görs åt det (art. 34.2). Inget lades i kö.
rule-mailing-state = Det går inte att göra med utskicket som det är: det har stoppats, eller så väntar inget av det. Inget ändrades.
journal-kind-mailing-queued = Utskick lagt i kö
journal-kind-mailing-paused = Utskick pausat
journal-kind-mailing-resumed = Utskick återupptaget
journal-kind-mailing-stopped = Utskick stoppat
field-mailing_held = Varför inte skickat
field-mailing_sent_at = Skickat
cli-mailing-queued = { $count ->
    [one] 1 meddelande lagt i kö
   *[other] { $count } meddelanden lagda i kö
}, { $held } hålls kvar
cli-mailing-would-queue = { $count ->
    [one] 1 meddelande skulle läggas i kö
   *[other] { $count } meddelanden skulle läggas i kö
}, { $held } hålls kvar
cli-mailing-tested = Ett meddelande till { $address } ligger i kö.
cli-help-mailing = Ett meddelande till var och en i ett urval som får skrivas till
cli-help-mailing-create = Lägg ett utskick i kö till alla som får skrivas till
cli-help-mailing-breach = Lägg en underrättelse om en incident i kö (art. 34); samtycke stoppar den inte
cli-help-mailing-list = Visa utskicken, de senaste först
cli-help-mailing-show = Säg för var och en hur det står till med meddelandet
cli-help-mailing-pause = Låt det som inte har skickats vänta
cli-help-mailing-resume = Låt ett utskick fortsätta
cli-help-mailing-stop = Ta bort det som inte har skickats
cli-help-mailing-test = Lägg meddelandet till dig själv i kö
cli-option-mailing-which = Utskicket, med namn eller identitet
cli-option-mailing-name = Vad utskicket heter
cli-option-mailing-selection = Till alla i urvalet som får skrivas till
cli-option-mailing-ids = Till personerna vars identitet filen har, en per rad
cli-option-mailing-subject = Ämne, i stället för mallens
cli-option-mailing-at = Inte före: 2026-03-05T08:41:00Z, 2026-03-05 09:41, eller en dag
cli-option-attach = Fil som följer med varje meddelande, högst 10 MB tillsammans
cli-option-mark = För in varje meddelande som e-post på kortet när det har skickats; det räknas då som senaste aktivitet
cli-option-mailing-template = Mallen: newsletter eller breach, eller en egen av dessa slag
cli-option-mailing-type = Typ av utskick, till exempel news eller invitations
cli-option-mailing-text-file = Fil med texten som ska stå där mallen har plats för den
cli-option-mailing-override = Varför det går också till dem som ett hinder håller ute; aldrig förbi en invändning, ett nej, en begränsning eller en radering. Det sparas
cli-option-what = Vad som har hänt
cli-option-consequences = Vad det kan leda till
cli-option-measures = Vad som görs åt det, och vad personen själv kan göra
# Templates
template-name-notice = Information: uppgifter från personen själv
template-name-notice-other-source = Information: uppgifter från annat håll
template-name-consent-request = Begäran om samtycke
template-name-consent-confirmation = Bekräftelse av samtycke
template-name-corrected = Uppgifter rättade
template-name-erased = Uppgifter raderade
template-name-report = Rapport bifogad
template-name-breach = Underrättelse om incident
template-name-newsletter = Nyhetsbrev
template-part-who = Vilka ni är och hur ni nås
template-part-purposes = Ändamål och rättsliga grunder
template-part-source = Varifrån uppgifterna kommer
template-part-data = Vilka uppgifter
template-part-period = Hur länge de sparas
template-part-recipients = Vem som får dem
template-part-rights = Rättigheterna
template-part-objection = Att man kan invända, för sig självt
template-part-withdrawal = Att samtycke kan återkallas
template-part-automated = Om en maskin avgör något
template-part-authority = Var man kan klaga
template-part-request = Vad det frågas om
template-part-confirm = Hur man bekräftar
template-part-changes = Vad som har rättats
template-part-erased = Vad som har raderats
template-part-files = Vad som är bifogat
template-part-what = Vad som hände
template-part-consequences = Vad det kan leda till
template-part-measures = Vad som görs
template-part-unsubscribe = Hur man avanmäler sig
template-fault-empty = En mall behöver ett ämne och en text. Ingenting ändrades.
template-fault-too-long = Texten är för lång. Ingenting ändrades. Förkorta den.
template-fault-not-here = Här fylls inget i: namn inom dubbla klamrar står bara i mallar. Inget har ändrats. Skriv en egen text under Mallar.
template-fault-syntax = Texten kan inte läsas från rad { $line }: en klammerparentes, ett procenttecken eller ”endif” saknas. Ingenting ändrades.
template-fault-unknown = Texten nämner något som ingen känner till: { $names }. Ingenting ändrades. Välj från listan över vad som kan nämnas.
template-fault-inner = Något som texten nämner i en lista eller ett villkor finns inte. Ingenting ändrades.
template-sample-first = Karin
template-sample-last = Svensson
template-sample-company = Exempel AB
template-sample-words = Här står vad det gäller.
template-statement = Integritetspolicy
template-period-consent = tills du återkallar samtycket
template-period-months = { $months } månader efter att vi senast hade kontakt
template-period-open = så länge vi behöver det för detta; det som inte längre behövs raderar vi
notice-way-mail = E-post
notice-way-letter = Brev
notice-way-oral = Berättat muntligen
notice-way-exempt = Behövs inte
notice-exemption-13-4 = art. 13.4: personen har redan informationen
notice-exemption-14-5-a = art. 14.5 a: personen har redan informationen
notice-exemption-14-5-b = art. 14.5 b: det är omöjligt, eller kräver en oproportionell ansträngning
notice-exemption-14-5-c = art. 14.5 c: insamling eller utlämnande föreskrivs i lag
notice-exemption-14-5-d = art. 14.5 d: uppgifterna omfattas av lagstadgad tystnadsplikt
rule-stop-stands = Det som hindrar detta meddelande kan inte åsidosättas: personen har själv sagt det, eller så gör lagen det. Ingenting skickades.
rule-stop-reason = Ange varför meddelandet ändå ska ut: det sparas. Ingenting skickades.
journal-kind-stop-overridden = Meddelande släppt igenom trots hinder
journal-kind-template-changed = Mall ändrad
journal-kind-notice-queued = Integritetsinformation lagd i utkorgen
journal-kind-notice-noted = Antecknat hur någon informerats
journal-kind-consent-asked = Tillfrågad om samtycke, eller om att bekräfta det
erasure-table-notice = Hur de har informerats
erasure-table-overridden = Meddelanden som släppts igenom
field-template = Mall
field-exemption = Undantagen enligt
field-told_at = Informerad
field-overridden = Åsidosatt hinder
field-reason = Motivering
cli-help-may-mail = Får jag skriva till den här personen, och varför
cli-option-may-mail-type = Typ av utskick, till exempel news eller invitations
cli-option-may-mail-kind = Slags meddelande: service, marketing, notice, consent-request, consent-confirmation, corrected, erased, report, breach, answer
cli-help-mail = E-post: skicka det som väntar, ta in det som kom tillbaka, informera folk om vad som sparas
cli-help-mail-notice = Lägg integritetsinformationen (art. 13, 14) i utkorgen, eller anteckna att någon informerats på annat sätt
cli-option-notice-id = Personerna; den som fått informationen tidigare får den igen
cli-option-notice-selection = Alla i ett urval som inte har informerats än
cli-option-notice-due = Alla som ska informeras inom så många dagar, och de som är försenade
cli-option-notice-on = Dagen då de informerades; annars i dag
cli-option-letter-to = En annan av kortets adresser än den första
cli-option-letter-template = En annan mall av samma slag
cli-option-letter-language = Ett annat språk än personens
cli-option-letter-subject = Ett annat ämne
cli-help-mail-consent = Fråga någon per e-post om samtycke; svaret tas in med ”mail intake”
cli-option-consent-purpose = Till vilket ändamål
cli-consent-queued = Förfrågningar lagda i utkorgen: { $count }
consent-held-asked = Personen har redan tillfrågats och inte svarat: tystnad är ett nej. De kan tillfrågas igen när koden i det meddelandet har gått ut, efter 30 dagar.
cli-option-notice-told = Inget skickas; de har informerats med letter eller oral, eller behöver inte: 13-4, 14-5-a, 14-5-b, 14-5-c, 14-5-d
cli-option-notice-comment = Mer om det
cli-option-notice-incomplete = Skicka den även där ingen rättslig grund är dokumenterad som den kan nämna
cli-option-confirm-reason = Varför ett begränsat kort öppnas (art. 18.2); det finns kvar
cli-notice-whom = Ange personer, eller ett urval med --selection.
cli-notice-way = Det finns inget sådant sätt att informera: { $key }. Kända är letter, oral, 13-4, 14-5-a, 14-5-b, 14-5-c och 14-5-d.
cli-notice-plan = Information som skulle läggas i utkorgen: { $count }
cli-notice-queued = Information lagd i utkorgen: { $count }
cli-notice-noted = Antecknade som informerade: { $count }
notice-held-waiting = Det ligger redan information till personen i utkorgen.
notice-held-informed = Personen är redan informerad.
notice-held-no-basis = Ingen rättslig grund är dokumenterad, så informationen kan inte nämna den (art. 13.1 c). För in den på kortet.
notice-held-no-interest = Det berättigade intresset är inte beskrivet, så informationen kan inte nämna det (art. 13.1 d). Beskriv det under Inställningar, Rättsliga grunder.
card-e-marketing = E-postmarknadsföring
card-e-marketing-on = På
card-e-marketing-off = Av
card-e-marketing-unsaid = Inget är registrerat.
notice-informed-on = Informerad { $day }
notice-waiting = Integritetsinformationen ligger i utkorgen
notice-due =
    Informera senast { $day }, { $days ->
        [0] i dag
        [one] 1 dag kvar
       *[other] { $days } dagar kvar
    }
notice-overdue =
    { $days ->
        [one] Skulle ha informerats i går
       *[other] Skulle ha informerats för { $days } dagar sedan
    }
notice-send = Integritetsinformation…
notice-again = Integritetsinformation igen…
notice-not-sent = inte skickat än

## Letters to one person, and to everybody who is due
letter-notice-title = Integritetsinformation: { $name }
letter-corrected-title = Bekräfta en rättelse: { $name }
letter-consent-title = Be om samtycke: { $name }
letter-how = Hur
letter-how-mail = Per e-post, härifrån
letter-how-letter = Redan lämnad, per brev eller på papper
letter-how-oral = Redan lämnad, muntligen
letter-how-exempt = Behövs inte, { $why }
letter-day = Dagen
letter-day-wrong = En dag till och med i dag, till exempel 2026-03-05
letter-to = Till
letter-no-address = Kortet har ingen e-postadress
letter-preview = Som det skickas
letter-missing = Texten saknar något som lagen kräver: { $parts }
letter-incomplete = Skicka den ändå
letter-recipients = De har fått uppgifterna tidigare och ska underrättas om rättelsen (art. 19): { $recipients }
letter-no-account = Det finns inget konto för e-post: det som skickas väntar i utkorgen.
letter-send = Skicka
letter-resend = Skicka igen
letter-note = Registrera
letter-queued = { $name }: meddelandet ligger i utkorgen.
letter-noted = { $name }: registrerad som informerad.
letter-span = Vad som bekräftas
letter-nothing-corrected = Inget har ändrats på kortet under den tiden.
letter-span-last = Den senaste ändringen
letter-span-today = Allt som har ändrats i dag
letter-span-days = Allt som har ändrats de senaste { $days } dagarna
letter-corrected-when = Ändrat { $time }: { $fields }
letter-file = Spara som brev…
letter-file-title = Var brevet ska ligga
letter-file-name = rattelse.pdf
letter-file-written = Brevet är skrivet.
informing-title = Informera alla som ska informeras
informing-count = { $count ->
    [0] Ingen kan få integritetsinformationen nu.
    [one] En person får integritetsinformationen per e-post.
   *[other] { $count } personer får integritetsinformationen per e-post.
}
informing-says = Var och en på sitt eget språk, med mallen för hur de kom in. De som redan är informerade, eller har information i utkorgen, får ingen.
informing-held = { $count ->
    [one] En person hålls tillbaka:
   *[other] { $count } personer hålls tillbaka:
}
informing-send = { $count ->
    [one] Skicka till 1 person
   *[other] Skicka till { $count } personer
}
informing-planning = Tar reda på vilka som kan informeras
informing-sending = Lägger informationen i utkorgen
informing-sent = Information lagd i utkorgen: { $count }
today-inform = { $count ->
    [one] En person ska informeras inom { $days } dagar
   *[other] { $count } personer ska informeras inom { $days } dagar
}
today-inform-all = Skicka till alla…
today-answers = { $count ->
    [one] Ett förslag från folk väntar på ett beslut.
   *[other] { $count } förslag från folk väntar på ett beslut.
}
today-answers-show = Besluta
card-ask-consent = Be om samtycke…
card-confirm-correction = Bekräfta en rättelse…
action-inform = Integritetsinformation till personen…
action-confirm-correction = Bekräfta en rättelse för personen…
action-ask-consent = Be personen om samtycke…
came-back-corrected = Rättat som { $name } ville.
came-back-confirm = Bekräfta för personen…

cli-help-template = Brevtexter
cli-help-template-list = Visa mallarna, och vad som saknas i var och en enligt lagen
cli-help-template-create = Skapa ännu en text av ett slag, som börjar som den som följer med programmet
cli-option-template-base = Slaget, till exempel newsletter
cli-option-template-new-name = Vad den heter
cli-help-template-show = Visa en mall med versionerna
cli-help-template-set = Spara en egen text
cli-help-template-check = Kontrollera en text, eller den som gäller. Svarar 1 om något saknas
cli-help-template-reset = Låt den medföljande texten gälla igen
cli-help-template-preview = Visa hur en mall blir, för en person eller en påhittad
cli-option-template-key = notice, notice-other-source, consent-request, consent-confirmation, corrected, erased, report, breach eller newsletter; ett eget namn står efter en punkt: notice.massa
cli-option-template-file = Fil vars första rad är ”Subject: …”
cli-option-template-language = Textens språk
cli-option-template-name = Vad du kallar den
cli-option-template-person = Ifylld för den här personen
cli-template-key = Det finns ingen sådan mall: { $key }. Ingenting ändrades. Se ”template list”.
cli-template-file = Filens första rad måste vara ”Subject: …”. Ingenting ändrades.
cli-template-reset = Den medföljande texten gäller igen för { $key }.
template-own = egen text
template-shipped = medföljande
template-lacks = Saknar: { $parts }
template-complete = Har allt som lagen kräver.
settings-page-templates = Mallar
settings-templates-text = Texterna i det ni skickar, på språken ni skickar dem på. Texterna som följer med har allt som lagen kräver; en egen text tar platsen tills den återställs.
template-column-state = Text
template-column-lacks = Saknar
template-body = Text
template-revert = Släng
template-reset = Tillbaka till medföljande text
template-preview = Förhandsvisning
template-sample = En påhittad person
template-checklist = Vad lagen kräver
template-checklist-fault = Vad texten har visas här igen när den kan läsas.
template-block-hint = Var och en är ett block i texten, som block objection; ordalydelsen mellan block och endblock bestämmer ni.
template-variables = Vad som kan nämnas
template-saved = Sparat
template-new = Ny text…
template-new-base = Typ
template-new-name = Vad den heter
template-new-says = Den börjar som texten som följer med programmet, på alla språk. Ändra det du vill säga annorlunda.
template-create = Skapa den
template-save-first = Spara eller släng texten först
cli-may-mail-kind = Det finns ingen sådan typ av meddelande: { $key }
undo-subscription = prenumerationer för { $name }
rule-type-refused = Personen har avböjt den här typen av utskick. Inget ändrades. Fråga personen och för in svaret på kortet.
mass-edit-why-type-refused = Personen har avböjt den här typen av utskick.
journal-kind-subscription-set = Prenumeration ändrad
erasure-table-subscription = Prenumerationer
cli-help-subscription = Vad personer har svarat på typer av utskick
cli-help-subscription-set = För in om en person vill ha en typ av utskick eller avböjer den
cli-help-subscription-list = Visa vad en person har svarat, och vad som ändå stoppar utskick
cli-option-subscription-type = Typ av utskick, till exempel news eller invitations
cli-option-wanted = yes om personen vill ha den, no om den avböjs
cli-option-subscription-source = Hur svaret kom, till exempel email eller phone
cli-option-subscription-set-comment = Vad som sades
cli-subscription-closed = Det är infört. Kortet är stängt: behandlingen av uppgifterna är begränsad.
card-new-interest = Nytt intresse
card-note-none = Det finns ingen anteckning.

# Personens tillstånd (art. 18, 21, 8)
state-restricted = Begränsad
state-restricted-long = Behandlingen av den här personens uppgifter är begränsad (art. 18).
state-restricted-since = Begränsad sedan { $date }
state-ground = Grund
state-since = Sedan
state-restricted-by = Begränsad av
state-ask = Fråga
state-lifted = Begränsningen är hävd.
state-lift-reminder = Underrätta personen innan en begränsning hävs (art. 18.3); det är inte antecknat att det gjordes.
state-objects-to = Har invänt mot { $purpose } (art. 21).
state-objects = Invänder
state-open-objection = En invändning mot { $purpose } är inte avgjord ännu
state-minor = Minderårig: { $age ->
        [0] under ett år
        [one] ett år
       *[other] { $age } år
    }; en förälder samtycker.
state-minor-mark = Minderårig
ground-a = Personen bestrider att uppgifterna är korrekta, och det undersöks (art. 18.1 a).
ground-b = Behandlingen är olaglig, och personen vill inte ha uppgifterna raderade (art. 18.1 b).
ground-c = Personen behöver uppgifterna för ett rättsligt anspråk (art. 18.1 c).
ground-d = Personen har invänt, och det vägs (art. 18.1 d).
objection-says-absolute = Invändningen mot marknadsföring gäller genast, och inget går före den (art. 21.2 och 21.3).
objection-says-weighed = Ändamålet stannar nu. Bedöm om det finns tvingande skäl som går före personens intressen (art. 21.1), och anteckna vad som avgjordes.
objection-says-consent = Detta bygger på samtycke, som personen återkallar: det stannar genast (art. 7.3).
objection-says-none = En invändning når inte den här rättsliga grunden (art. 21): ändamålet fortsätter. Det personen vill antecknas; svara personen, och anteckna vad som svarades.
objection-decided-upheld = Ändamålet förblir stoppat.
objection-decided-overruled = Det som gällde före invändningen gäller igen.
objection-decided-answered = Svaret är antecknat.
state-read-only = Du angav ett skäl för att läsa kortet; det kan bara läsas, tills du lämnar det.
state-closed = Uppgifterna ligger kvar, och ingen gör något med dem förrän begränsningen hävs.
state-wish = Invände mot { $purpose } { $date }, och har inte fått svar ännu
state-wish-noted = Det personen vill är antecknat.
state-restrict-ask = Begränsa…
state-open-ask = Öppna ändå…
state-lift-ask = Häv…
state-object-ask = Invänder…
state-decide-ask = Avgör…
state-answer-ask = Svara…
state-weighing = Det vägs vems intressen som går före; under tiden är ändamålet stoppat.
state-restrict-title = Begränsa – { $name }
state-restrict-says = Uppgifterna ligger kvar, och ingen använder dem: kortet visar bara namnet och grunden, hittas bara på namnet, och hålls utanför uppgifter, utskick, export och ändringar.
state-restrict-do = Begränsa
state-restricted-toast = { $name } är begränsad.
state-open-title = Öppna det begränsade kortet – { $name }
state-open-says = Ett begränsat kort öppnas bara med personens samtycke, för rättsliga anspråk, för att skydda någons rättigheter eller av viktigt allmänintresse (art. 18.2). Vem som öppnade det, när och varför sparas.
state-open-do = Öppna
state-reason = Skäl
state-lift-title = Häv begränsningen – { $name }
state-lift-says = Underrätta personen innan begränsningen hävs (art. 18.3). Därefter är kortet som alla andra.
state-told = Personen har underrättats
state-lift-do = Häv begränsningen
state-object-title = Invänder – { $name }
state-said = Vad personen sade
state-answer = Vad personen fick till svar
state-object-do = Anteckna invändningen
state-decide-title = Avgör invändningen – { $name }
state-decide-says = Ändamålet fortsätter bara av tvingande skäl som går före personens intressen, eller för rättsliga anspråk (art. 21.1).
state-decide-upheld = Invändningen står: ändamålet förblir stoppat
state-decide-overruled = Det finns tvingande skäl: ändamålet fortsätter
card-more = Mer
cli-help-restrict = Begränsa behandlingen av en persons uppgifter (art. 18)
cli-help-unrestrict = Häv en begränsning
cli-help-object = Anteckna att en person invänder mot ett ändamål (art. 21)
cli-help-object-decide = Avgör en invändning
cli-option-ground = Bokstaven i art. 18.1: a riktighet bestrids, b olaglig, c behövs för anspråk, d invändning vägs
cli-option-told = Personen underrättades i förväg (art. 18.3)
cli-option-answer = Vad personen fick till svar, där art. 21 inte når den rättsliga grunden
cli-option-objection = Invändningen, så som object angav den
cli-option-verdict = upheld: förblir stoppat; overruled: det som gällde förut gäller igen; answered: art. 21 når det inte
hold-ground-bookkeeping = Bokföring (art. 17.3 b)
hold-ground-a = Yttrande- och informationsfrihet (art. 17.3 a)
hold-ground-b = Rättslig förpliktelse eller allmän uppgift (art. 17.3 b)
hold-ground-c = Folkhälsa (art. 17.3 c)
hold-ground-d = Arkiv, forskning eller statistik (art. 17.3 d)
hold-ground-e = Rättsliga anspråk (art. 17.3 e)
held-restricted = Begränsad (art. 18)
held-hold = { $ground }: { $statute }
held-hold-until = { $ground }: { $statute }, till { $day }
hold-none = Ingen omfattas av något bevarandekrav.
hold-past = inte längre
hold-kept = Måste behållas
hold-ask = Bevarandekrav…
hold-lift-ask = Häv…
hold-title = Bevarandekrav för { $name }
hold-says = Ingen raderar en person som enligt lagen eller bokföringen måste behållas (art. 17.3), förrän kravet är hävt eller sista dagen är förbi.
hold-ground = Grund
hold-statute = Lagrummet, eller vad kravet gäller
hold-until = Sista dagen, om den är känd
hold-do = Behåll personen
hold-done = { $name } måste behållas.
hold-lift-title = Häva bevarandekravet för { $name }
hold-lift-says = Från och med då kan personen raderas, om inget annat kräver att den behålls.
hold-lift-do = Häv kravet
hold-lifted = Bevarandekravet är hävt.
hold-since = Sedan { $day }, { $by }
hold-all = Bevarandekrav
hold-all-says = De som enligt lagen eller bokföringen måste behållas (art. 17.3). Ingen raderar dem. Ett krav läggs till på kortet, under ⋯.
rule-hold-ended = Det här bevarandekravet gäller inte längre. Inget har ändrats.
rule-not-due-yet = Ingen går till papperskorgen innan dagen har kommit. Inget har ändrats. Välj i dag, eller en dag som har varit.
cli-help-hold = Bevarandekrav: vilka som måste behållas (art. 17.3)
cli-help-hold-add = Behåll en person
cli-help-hold-lift = Behåll en person inte längre
cli-help-hold-list = Visa vilka som behålls, och varför
cli-option-hold-add-ground = bookkeeping, eller bokstaven i art. 17.3: a yttrandefrihet, b rättslig förpliktelse, c hälsa, d arkiv, e rättsliga anspråk
cli-option-hold-add-comment = Mer om det
cli-option-hold = Bevarandekravet, så som hold list visar det
cli-option-statute = Lagen som kräver att personen behålls, eller anspråket
cli-option-hold-add-until = Sista dagen det gäller
cli-option-past = Även de som inte gäller längre

## Papperskorgen
held-restricted-member = { $name } arbetar där och är begränsad (art. 18)
held-unseen-member = Någon som du inte får se arbetar där
rule-in-trash = Det här kortet ligger i papperskorgen. Inget har ändrats. Återställ det först.
rule-nothing-arrives = E-post till den här adressen kommer inte fram, eller någon där kallade den skräppost. Inget har skickats. Se på adressen först.
rule-asked-before = Någon har redan begärt detta. Inget har ändrats.
rule-request-decided = Den här begäran är avgjord. Inget har ändrats.
row-in-trash = Personen ligger i papperskorgen: inget från raden togs in. Återställ personen först.
trash-thing-activities = Aktiviteter och uppgifter
trash-thing-documents = Dokument
trash-thing-decisions = Rättsliga grunder
trash-thing-states = Begränsningar och invändningar
trash-thing-holds = Bevarandekrav
trash-thing-contacts = E-post, telefon och adresser
trash-thing-interests = Intressen
trash-thing-own-fields = Egna fält
trash-thing-former-jobs = Tidigare jobb
trash-thing-relations = Relationer
trash-thing-selections = Urval
trash-thing-merges = Sammanslagna kort
trash-thing-histories = Sparat för att ångra importer och ändringar
trash-thing-exports = Exporter
trash-thing-letters = Brev och meddelanden som väntar
trash-thing-marks = Favoriter och nyligen sedda
trash-thing-drafts = Osparade utkast
trash-becomes-with-card = följer med kortet
trash-becomes-hidden = visas inte på andra kort
trash-becomes-left-out = utelämnas
trash-missing-name-taken = blir kvar i papperskorgen: ett annat företag har namnet nu
trash-missing-other-company = är på det företag som har det gamla företagets namn nu
trash-missing-moved = är på ett annat företag nu och stannar där
deletion-deleted = raderat
deletion-refused = avslaget
cli-help-trash = Radera, återställ och töm papperskorgen
cli-help-trash-add = Flytta personer och företag till papperskorgen. Svarar 4 när allt hålls tillbaka, 0 när något flyttades
cli-help-trash-list = Visa vad som ligger i papperskorgen
cli-help-trash-restore = Återställ från papperskorgen
cli-help-trash-purge = Radera för gott det som ligger i papperskorgen. Svarar 4 när alla kort som angavs hålls tillbaka
cli-help-trash-ask = Be dem som får radera att radera ett kort
cli-help-trash-requests = Visa vad som begärts raderat
cli-help-trash-answer = Avgör en begäran om radering. Svarar 4 när kortet hålls tillbaka
cli-option-trash-add-id = Personerna och företagen
cli-option-trash-add-selection = Alla i det här urvalet
cli-option-trash-add-reason = Varför; det sparas med kortet
cli-option-with-people = Ta med personerna på företagen; annars stannar de, utan företaget
cli-option-trash-list-text = Ord i namnet, företaget eller skälet
cli-option-trash-list-by = Bara det som raderas senast den här dagen
cli-option-trash-restore-id = Personerna och företagen
cli-option-trash-purge-id = Personerna och företagen
cli-option-trash-purge-due = Det som ska raderas senast i dag
cli-option-trash-purge-all = Allt som ligger där
cli-option-trash-ask-reason = Varför
cli-option-trash-requests-all = Även de som är avgjorda
cli-option-request = Begäran, så som trash requests visar den
cli-option-trash-answer-verdict = deleted: flytta det till papperskorgen; refused: det blir kvar
cli-option-trash-answer-answer = Vad den som begärde det får till svar
cli-help-mail-send = Skicka det som är dags för. Svarar 1 när servern inte kunde nås
cli-help-mail-list = Visa utkorgen, det som ändrades senast först
cli-help-mail-hold = Håll tillbaka ett meddelande
cli-help-mail-release = Släpp ett meddelande som hölls tillbaka
cli-help-mail-resend = Skicka igen ett meddelande som inte skickades, eller kanske inte
cli-help-mail-remove = Ta bort ett meddelande som inte skickades
cli-help-mail-test = Skicka ett meddelande till dig själv, och berätta vad varje steg gav
cli-option-mail-list-state = Bara de i det här tillståndet
cli-option-mail-hold-id = Meddelandet
cli-option-mail-release-id = Meddelandet
cli-option-mail-resend-id = Meddelandet
cli-option-mail-remove-id = Meddelandet
cli-mail-sent = Skickade: { $sent }. Inte skickade: { $failed }. Kan ha skickats: { $unknown }. Hållna tillbaka: { $held }. Väntar: { $waiting }.
cli-mail-would-send = Skulle skickas: { $sent }. Skulle hållas tillbaka: { $held }. Skulle vänta: { $waiting }.
cli-mail-limited = Kontots gräns är nådd; mer kan skickas efter { $time }.
cli-mail-busy = Någon skickar redan. Inget gjordes.
cli-mail-none = Det finns ingen e-post i utkorgen.
cli-mail-closed = (stängt kort)
cli-trash-moved = { $count ->
    [one] { $count } kort ligger i papperskorgen till { $date }.
   *[other] { $count } kort ligger i papperskorgen till { $date }.
 }
cli-trash-would-move = { $count ->
    [one] { $count } kort skulle gå till papperskorgen, till { $date }.
   *[other] { $count } kort skulle gå till papperskorgen, till { $date }.
 }
cli-trash-staying = { $count ->
    [one] { $count } person stannar, utan företaget.
   *[other] { $count } personer stannar, utan företaget.
 }
cli-trash-held = Hålls tillbaka: { $name } – { $why }
trash-empty = Papperskorgen är tom.
trash-until = till { $date }
trash-restored = { $count ->
    [one] { $count } kort är återställt.
   *[other] { $count } kort är återställda.
 }
trash-purged = { $count ->
    [one] { $count } kort är raderat för gott.
   *[other] { $count } kort är raderade för gott.
 }
cli-trash-would-purge = { $count ->
    [one] { $count } kort skulle raderas för gott.
   *[other] { $count } kort skulle raderas för gott.
 }
cli-trash-asked = De som får radera är tillfrågade.
cli-trash-no-requests = Ingen har begärt radering.
cli-trash-decided-deleted = Kortet ligger i papperskorgen.
cli-trash-decided-refused = Kortet blir kvar.
cli-trash-not-decided = Inget är avgjort: kortet hålls tillbaka.
cli-trash-which = Säg vad: personer och företag, --due eller --all.
cli-trash-whom = Nämn personer eller företag, eller ett urval.
cli-run-trash-not-allowed = Papperskorgen töms inte: det kräver rätten att tömma den.
new-duplicate-in-trash = Ligger i papperskorgen: återställ kortet där i stället för att göra ett nytt.
frame-trash = 
    Pappers-
    korg
action-trash = Papperskorg
action-delete = Radera…
key-delete = Del
list-delete = Radera…
card-delete = Radera…
card-delete-ask = Begär radering…
said-trashed = I papperskorgen: { $what }
undo-trashed = raderingen av { $name }
said-mass-edit = Ändrat: { $what }
undo-mass-edit = ändringen av { $what }
trash-cards = { $count ->
    [one] { $count } kort
   *[other] { $count } kort
 }
help-trash = Det som raderas ligger här till sin dag och finns ingen annanstans. Välj rader och återställ dem med allt som var deras, eller radera dem för gott nu.

    Den som inte får radera begär det: sådana begäranden står under Begärd radering.
trash-title = Papperskorg
trash-tab-deleted = Raderat
trash-tab-asked = { $count ->
    [0] Begärd radering
   *[other] Begärd radering ({ $count })
}
trash-search = Sök i papperskorgen
trash-soon = Raderas för gott inom en vecka
trash-restore-count = { $count ->
    [0] Återställ
   *[other] Återställ { $count }
 }
trash-report-whom = Välj en person för detta
trash-erase-count = { $count ->
    [0] Radera för gott…
   *[other] Radera { $count } för gott
 }
trash-erase-title = Radera för gott?
trash-erase-says = Korten försvinner med allt som är deras: aktiviteter, dokument, rättsliga grunder. Ingen kan hämta tillbaka dem.
trash-closed = Papperskorgen visar det du har raderat
trash-nothing-found = Inget sådant i papperskorgen
trash-nothing-found-text = Varje ord måste stå i namnet, företaget eller skälet.
trash-empty-text = Det du raderar ligger här en tid och kan återställas.
trash-more = De senaste { $count } visas. Sök efter de andra.
trash-column-deleted = Raderat
trash-column-by = Av
trash-column-reason = Skäl
trash-column-until = Raderas
trash-held = { $count ->
    [one] { $count } person måste behållas och blir kvar i papperskorgen.
   *[other] { $count } personer måste behållas och blir kvar i papperskorgen.
 }
trash-missing = { $name } { $what }
trash-asked-none = Ingen har begärt radering
trash-asked-none-text = Den som inte får radera ett kort kan begära det på kortet. Du avgör det här.
trash-asked-own-text = På ett kort skickar Begär radering en begäran till dem som får radera. Det de avgör står här.
trash-asked-by = begärd av { $who }, { $when }
trash-refused-because = avslaget: { $answer }
trash-refuse-ask = Avslå…
trash-refuse = Avslå
trash-delete = Radera
trash-answer = Vad som svaras (valfritt)
deleting-title = Radera
deleting-name = Radera – { $name }
deleting-ask-title = Begär radering
deleting-ask-name = Begär radering – { $name }
deleting-ask-says = De som får radera avgör det. Säg varför.
deleting-ask-do = Begär radering
deleting-says = Kortet går till papperskorgen med allt detta och kan återställas till { $date }.
deleting-says-count = { $count } kort går till papperskorgen med allt detta och kan återställas till { $date }.
deleting-nothing = Inget kan raderas.
deleting-held = { $count ->
    [one] { $count } kort hålls tillbaka
   *[other] { $count } kort hålls tillbaka
 }
deleting-reason = Skäl (valfritt)
deleting-alone = Bara företaget: personerna stannar, utan det
deleting-with-people = Företaget med personerna
deleting-do = Flytta till papperskorgen
deleting-do-count = Flytta { $count } kort till papperskorgen
deleting-busy = Flyttar…
deleting-says-alone = Kortet går till papperskorgen och kan återställas till { $date }.
trash-asked-open = inte avgjort ännu

## The import, step by step
import-drop = Släpp en fil här
import-drop-text = Personer från adressboken eller det gamla systemet. Inget läggs till innan du har sett vad som kommer att hända.
import-choose = Välj en fil…
import-chosen = { $file } är vald
import-or-type = Eller skriv var filen finns
import-path-hint = Till exempel kontakter.csv
import-read = Läs filen
import-takes = Vad som kan läsas
import-takes-csv = Från Outlook, Google Kontakter, SuperOffice, HubSpot, Freshsales och andra; avgränsare och teckenuppsättning känns igen.
import-takes-xlsx = Arbetsböcker (.xlsx): det första bladet som har något i sig.
import-takes-vcard = Adressböcker (.vcf) från telefoner och e-postprogram, version 2.1, 3.0 och 4.0.
import-stays-here = Filen läses på den här datorn och skickas ingenstans. Den ligger kvar där den är: radera den själv när du inte längre behöver den.
import-separated = avgränsad med { $separator }
import-vcard-version = vCard { $version }
import-pictures =
    { $count ->
        [one] en bild utelämnas
       *[other] { $count } bilder utelämnas
    }
import-no-headings = inga rubriker i filen
import-encoding-utf8 = UTF-8
import-encoding-utf16 = UTF-16
import-encoding-windows1252 = Windows-1252
import-program-outlook = Outlook
import-program-google = Google Kontakter
import-program-superoffice = SuperOffice
import-program-hubspot = HubSpot
import-program-freshsales = Freshsales
import-columns-nameless = Ingen kolumn är ett namn ännu. Välj förnamn, efternamn eller fullständigt namn för någon av dem.
import-columns-show =
    { $count ->
        [one] Visa den tomma
       *[other] Visa de { $count } tomma
    }
import-columns-hide = Dölj de tomma
import-column-empty = Tom i de första raderna
import-column-twice = En annan kolumn blir också detta.
import-no-label = Ingen etikett
import-target-nth = { $name } { $nth }
import-target-label = Etikett för { $name }
import-target-full-name = Fullständigt namn
import-target-basis = Radens rättsliga grund
import-target-source = Radens källa
import-target-comment = Radens kommentar
import-target-unknown = Inget med det namnet
import-cards = De första korten
import-card-nameless = Utan namn
import-basis-choose = Rättslig grund (art. 6)
import-basis-missing = Välj en rättslig grund. Utan den får du inte ha dem.
import-basis-consent = De har sagt ja till just detta, och du kan bevisa det.
import-basis-contract = De är kunder, eller har bett dig om en offert.
import-basis-legal-obligation = En lag säger att du måste ha dem.
import-basis-vital-interests = Någons liv eller hälsa hänger på det.
import-basis-public-task = Du utför en uppgift av allmänt intresse.
import-basis-legitimate-interests = Du har ett gott skäl som väger tyngre än deras intresse av att vara i fred.
import-comment-hint = Till exempel varifrån listan kommer
import-same-person = Samma person: samma e-post, samma nummer, eller samma telefon och namn.
import-duplicate-skip-text = Deras kort förblir som de är; raden utelämnas.
import-duplicate-fill-text = Bara det som ett kort saknar tas från filen.
import-duplicate-replace-text = Det filen har ersätter det kortet har. Det filen lämnar tomt står kvar.
import-duplicate-add-text = De får ett kort till. Bara när du vet att de är andra.
import-plan-text = Inget har ändrats ännu. Det här är vad varje rad i { $file } kommer att göra.
import-planning = Tittar på varje rad…
import-tile-all = Rader i filen
import-tile-new = Nya personer
import-tile-rejected = Kan inte tas in
import-tile-skip = Finns redan, rörs inte
import-tile-fill = Finns redan, luckor fylls
import-tile-replace = Finns redan, ersätts
import-like-card = Verkar redan finnas
import-like-row = Verkar vara samma person som på rad { $row }
import-left-out =
    { $count ->
        [one] En kolumn utelämnas eftersom den inte samlas in: { $fields }.
       *[other] { $count } kolumner utelämnas eftersom de inte samlas in: { $fields }.
    }
import-refusals =
    { $count ->
        [one] En person hade återkallat sitt samtycke eller invänt tidigare. Det står kvar; det filen säger fördes inte in.
       *[other] { $count } personer hade återkallat sitt samtycke eller invänt tidigare. Det står kvar; det filen säger fördes inte in.
    }
import-go-nobody = Ingen att importera
import-go-on =
    Importerar { $count ->
        [one] en person
       *[other] { $count } personer
    }…
import-undoing = Ångrar importen…
import-cancel-note = Om du avbryter blir inget av den kvar.
import-show-people = Visa dessa personer
import-list-heading = Nyss importerade
import-rejects-text = De andra är inne. Rätta de här raderna i filen och importera den igen: de som redan finns känns igen.
import-save-rejects = Spara raderna som inte togs in…
import-rejects-file = rader-inte-intagna
import-recovery = Skriv först tillbaka återställningsnyckeln
import-recovery-why = Utan den kan ingen öppna kartoteket om lösenfrasen glöms bort. Det måste göras en gång, före den första importen.
import-recovery-go = Skriv tillbaka den
import-leave-title = Lämna importen?
import-leave-text = Inget har importerats. Det du har valt för den här filen sparas inte.
import-leave-go = Lämna
import-rows-at-most =
    { $count ->
        [one] högst en rad
       *[other] högst { $count } rader
    }
import-waiting = Väntar på sin tur…
import-undo-changes =
    { $count ->
        [one] Det som ändrades på ett kort kommer tillbaka. Det någon har ändrat sedan dess står kvar.
       *[other] Det som ändrades på { $count } kort kommer tillbaka. Det någon har ändrat sedan dess står kvar.
    }

## The command line: cards, fields, wordings, and the card file as a whole
cli-help-add = Lägg till en person; utan rättslig grund är den inte dokumenterad
cli-help-picture = Bilden på ett kort
cli-help-picture-set = Sätt en bild på ett kort: PNG eller JPEG
cli-help-picture-remove = Ta bort bilden från ett kort
cli-help-basis-evidence = Spara filen som bevisar en rad
cli-help-basis-export = Skriv det som gäller och hela historiken till en arbetsbok
cli-help-wording = Texter som personer får se när de tillfrågas
cli-help-wording-list = Visa texterna
cli-help-wording-add = Lägg till nästa version av en text
cli-help-wording-answers = Visa vem som har svarat på en text
cli-help-field = Kontorets egna fält
cli-help-field-list = Visa de egna fälten
cli-help-field-add = Lägg till ett eget fält
cli-help-field-edit = Ändra ett eget fält; nyckel och typ står kvar
cli-help-field-empty = Töm ett fält som inte längre samlas in, på alla kort
cli-help-lists = Visa vad listfält kan sättas till
cli-help-language = Välj språket vars alfabet namn sorteras efter
cli-help-passphrase = Ändra användarens lösenfras
cli-option-recovery-key-file = Fil med återställningsnyckeln, för att öppna kartoteket med den och inte med lösenfrasen
cli-option-fields = Vad som ska stå på kortet; ett namn behövs
cli-option-settings-export-file = Fil som inställningarna skrivs till
cli-option-settings-import-file = Fil med inställningarna
cli-option-settings-sheet-write-file = Arbetsbok som bladet skrivs till
cli-option-settings-sheet-read-file = Arbetsbok som är ifylld
cli-option-file = Fil med bilden
cli-option-entry = Radens identitet, så som basis history visar den
cli-option-corrects = Identiteten för raden som denna rättar, så som basis history visar den
cli-option-out = Fil som ska skrivas
cli-option-language = Textens språk, till exempel en, nb eller sv
cli-option-text-file = Fil med texten
cli-option-key = Fältets nyckel: små bokstäver, siffror och bindestreck
cli-option-name = Fältets namn
cli-option-type = Vad fältet innehåller
cli-option-choice = Något som kan väljas i ett fält av typen list; en gång för varje val. De ersätter dem som fanns förut
cli-option-category = Slags uppgifter: identity, contact, relation, communication, behaviour, financial, permission, handling eller other
cli-option-origin = Vem uppgifterna kommer från: provided, observed, derived eller third-party
cli-option-no-report = Lämna fältet utanför registerutdraget
cli-option-report = Om fältet ingår i registerutdraget
cli-option-active = Om fältet används
cli-option-list = Bara denna lista, till exempel category eller interest
cli-option-code = Språket att sortera efter
cli-option-new-passphrase-file = Fil med den nya lösenfrasen
cli-recovery-key-file = Filen med återställningsnyckeln kunde inte läsas. Inget har ändrats.
cli-written = Skrivet: { $file }
cli-text-file = Filen innehåller ingen text i UTF-8. Inget har ändrats. Spara den som ren text.
cli-choices-of-list = Bara ett fält av typen list har val. Inget har ändrats.
cli-field-would-empty =
    { $count ->
        [one] { $field }: ett kort skulle tömmas på det.
       *[other] { $field }: { $count } kort skulle tömmas på det.
    }
cli-field-emptied =
    { $count ->
        [one] { $field }: ett kort tömdes på det.
       *[other] { $field }: { $count } kort tömdes på det.
    }
cli-field-unused = används inte
cli-unknown-list = Det finns ingen lista ”{ $value }”. Inget har ändrats. Kända: { $known }
cli-language-set = Namn sorteras efter alfabetet i detta språk: { $language }.
cli-passphrase-changed = Lösenfrasen för { $user } har ändrats. Den gamla öppnar inte längre kartoteket.
cli-weak-passphrase = Den nya lösenfrasen är lätt att gissa. Inget har ändrats. Välj en längre, till exempel fyra eller fem ord.
import-here-card = Har redan ett kort.
import-notes-refusal = Säger nej i filen: det förs in på kortet.
# Att lämna något som inte är sparat
unsaved-form-title = Lämna formuläret?
unsaved-form-text = Det du har skrivit i det är inte sparat och behålls inte när du lämnar.
unsaved-form-discard = Kasta det
unsaved-import-stay = Fortsätt med den
unsaved-running-title = Importen pågår fortfarande
unsaved-running-text = Om du stoppar den nu behålls ingenting av den.
unsaved-running-stay = Låt den fortsätta
unsaved-running-stop = Stoppa den och lämna
unsaved-key-title = Återställningsnyckeln är inte nedskriven
unsaved-key-text = Den visas bara nu. Utan den kan ingen öppna kartoteket om lösenfrasen glöms bort.
unsaved-key-stay = Tillbaka till nyckeln
unsaved-key-leave = Stäng utan den
new-no-source = Välj varifrån kortet kommer.
new-basis-none = Ingen ännu

## Persons list and frame: selection, sample people

list-select-clear = Avmarkera alla
frame-sample-no-lock = Exempelpersonerna låses inte: de försvinner när fönstret stängs.

## Companies, activities, relations
item-activity-note = Anteckning
item-activity-call = Samtal
item-activity-meeting = Möte
item-activity-task = Uppgift
item-activity-email = E-post
item-relation-assistant = Assistent
item-relation-superior = Överordnad
item-relation-decides-with = Beslutar tillsammans med
item-relation-colleague = Kollega
item-relation-recommended-by = Rekommenderad av
item-relation-family = Familj
field-former_company = Tidigare företag
field-since = Sedan
field-until = Till
field-activity = Aktivitet
field-subject = Ämne
field-at = Tidpunkt
field-length = Längd
field-direction = Riktning
field-recorded = Inspelat
field-record_consent = Samtyckte till inspelningen
field-due = Förfaller
field-done_at = Utfört
field-done_by = Utfört av
field-relation = Relation
field-merge = Sammanslagning
field-favourite = Favorit
field-seen = Visat
field-draft = Utkast
field-org_number = Organisationsnummer
field-of-company = { $field } (företag)

## Taking back
frame-today = I dag
frame-companies = Företag
today-title = I dag
undo-unsaved = Det du har skrivit är inte sparat än. Spara det, eller tryck Esc.
undo-nothing = Inget att ångra.
redo-nothing = Inget att göra om.
undo-done = Ångrat: { $what }
redo-done = Gjort igen: { $what }
undo-not-next = Något annat har ändrats sedan dess och måste ångras först.
said-saved = Sparat: { $what }
said-done = Uppgift klar: { $what }
said-open = Uppgift öppen igen: { $what }
said-removed = Borttaget: { $what }
said-activity = Sparat: { $kind }
said-activity-about = Sparat: { $kind }, { $what }
and-last = { $list } och { $last }
undo-tick = avbockning av { $what } ({ $name })
undo-card = kortet för { $name }
undo-basis = rättslig grund för { $name }
undo-merge = sammanslagning av två kort till { $name }
undo-fields = { $fields } för { $name }
help-today = Här står det som ska göras i dag och det som är försenat, för alla personer och företag. Klar bockar av en uppgift; ett klick på namnet öppnar kortet.
# Förbereda verksamheten i fem steg
steps-title = Förbered verksamheten i fem steg
steps-short = Fem steg
steps-done = { $done } av { $total } steg är klara
steps-guide = Läs hur
steps-away = Lägg undan
steps-away-toast = Listan är undanlagd. Hjälp tar fram den igen.
steps-go = Visa
steps-confirm = Rätt som det är
steps-confirm-not = Ändå inte än
steps-confirmed = rätt som det är
steps-map = Kartlägg det ni har
steps-map-says = Vilka har ni uppgifter om, och vad använder ni dem till?
steps-keep = Bestäm vad ni ska behålla
steps-keep-says = Inget som inte behövs, och inte längre än det behövs.
steps-comply = Gör det lagligt, och berätta
steps-comply-says = Varje syfte har sin rättsliga grund, och människor vet vad ni har om dem.
steps-secure = Håll det säkert
steps-secure-says = Ingen annan läser det, och inget går förlorat.
steps-procedures = Var redo för det människor ber om
steps-procedures-says = Vem som svarar, med vilka ord, och hur svaret skickas.
steps-point-business = Verksamhetens namn, adress, land och kontakt är ifyllda
steps-point-mapping = Varje kategori säger vilka syften personerna finns här för
steps-point-fields = Fälten som ni samlar in har gåtts igenom
steps-point-keeping = Varje kategori säger hur länge personerna behålls
steps-point-bases = Varje syfte säger vilka rättsliga grunder som väntas
steps-point-statement = Varje syfte hänvisar till er integritetspolicy
steps-point-informing = Några källor skickar integritetsinformation av sig själva
steps-point-recovery = Återställningsnyckeln är nedskriven och har skrivits in igen
steps-point-lock = Kartoteket låser sig självt
steps-point-backup = En säkerhetskopia har gjorts den senaste veckan
steps-point-elsewhere = Det finns säkerhetskopior på en annan plats också
steps-point-people = Alla som arbetar här har sin egen lösenfras
steps-point-contact = Det står vem som svarar på frågor om uppgifter, och var man kan klaga
steps-point-templates = Mallarna har gåtts igenom och saknar inget
steps-point-account = Det finns ett e-postkonto för det ni skickar
journal-kind-preparation-changed = Steg för att förbereda verksamheten bockade av eller undanlagda
cli-help-steps = Förbered verksamheten i fem steg: visa vad som är klart
cli-help-steps-confirm = Säg att en punkt är rätt som det är
cli-help-steps-hide = Lägg undan listan över steg
cli-help-steps-show = Ta fram listan över steg igen
cli-option-point = Punkten, så som steps visar den
cli-option-not = Säg att den ändå inte är det
help-companies = Företagen, med sina personer och det som har avtalats. Skriv i sökfältet för att hitta ett; Enter öppnar kortet.

# Kartläggningsarket
sheet-title = Kartläggning
sheet-guide = Anvisningar
sheet-choices = Val
sheet-everybody = Alla
sheet-event-purpose = syftets slut
sheet-column-category = Kategori av personer
sheet-column-category-says = Vem raden gäller. Ett namn som inte finns i listan blir en ny kategori. ”Alla” är för det som gäller ett syfte eller en källa oavsett kategori.
sheet-column-data = Uppgifter
sheet-column-data-says = De typer av uppgifter, eller enskilda fält, som sparas.
sheet-column-purpose = Syfte
sheet-column-purpose-says = Vad de sparas för.
sheet-column-basis = Rättslig grund
sheet-column-basis-says = Vad som tillåter det; bara dessa väntas för syftet. Där raden nämner en källa: den som de som kommer in därifrån får, eller ”Fråga”.
sheet-column-source = Källa
sheet-column-source-says = Bara där de som kommer in från den här källan ska få radens rättsliga grund av sig själv.
sheet-column-keep = Sparas i (månader)
sheet-column-keep-says = I hur många månader; ”3 år” går också. Tomt: ingen gräns.
sheet-column-event = Räknas från
sheet-column-event-says = Vad månaderna räknas från.
sheet-column-comment = Kommentar
sheet-column-comment-says = Varför det är så. Den sparas tillsammans med kategorin eller syftet.
sheet-guide-what = Fyll i tillsammans med den som ger er råd om dataskydd och läs in arket igen i inställningarna (Ändringar och filer) eller med ”kartotek settings sheet read”. Först visas vad som skulle ändras.
sheet-guide-rows = En rad gäller en kategori av personer och vad de sparas för. Det som flera rader säger om en kategori eller ett syfte tas samlat; det som ingen rad gäller blir som det är.
sheet-guide-several = En cell kan nämna flera saker, med semikolon emellan. Namn förstås på engelska, norska och svenska, och så som de var när arket skrevs.
sheet-guide-data = Om varje rad om en kategori nämner sina uppgifter stängs fält som ingen rad nämner av.
sheet-guide-advice = Arket är ingen juridisk rådgivning. Fråga revisorn hur länge bokföringen kräver att något sparas.
sheet-guide-column = Kolumn
sheet-guide-says = Vad som hör hemma där
sheet-why-differs = Rad { $row } säger något annat, så ingen av dem tas med.
sheet-why-about-nothing = Den nämner varken en kategori eller ett syfte.
sheet-why-needs-one-basis = Den som kommer in från en källa får en rättslig grund: nämn exakt en.
sheet-why-unreadable = Den kan inte läsas.
sheet-untaken-cell = Rad { $row }, { $column }, ”{ $value }”: { $why }
sheet-untaken-row = Rad { $row }: { $why }
settings-sheet = Kartläggningsark
settings-sheet-text = Ett kalkylark över kategorier, uppgifter, syften, rättsliga grunder och hur länge något sparas, att fylla i tillsammans med en jurist och läsa in igen. Först visas vad som skulle ändras.
settings-sheet-write = Spara kartläggningsark…
settings-sheet-read = Läs kartläggningsark…
settings-sheet-kind = Kalkylark
settings-sheet-file = kartlaggning
settings-sheet-written = Kartläggningsarket är sparat, rader: { $count }
settings-sheet-untaken =
    { $count ->
        [one] En cell eller rad kan inte tas med
       *[other] { $count } celler eller rader kan inte tas med
    }
settings-sheet-untaken-text = Det de gäller blir som det är, eller får bara det som andra rader säger. Rätta dem i arket och läs det igen, eller gå vidare utan dem.
cli-sheet-untaken = Kan inte tas med: { $count }
cli-help-settings-sheet = Kartläggningsarket, att fylla i tillsammans med en jurist
cli-help-settings-sheet-write = Skriv det som kontoret har bestämt till ett kalkylark
cli-help-settings-sheet-read = Ta över det som kalkylarket säger

# Settings: each with its name, and one sentence that says what it changes; rights, rules.
setting-office-name = Verksamhetens namn
setting-office-name-says = Står överst på meddelanden och rapporter som personuppgiftsansvarig.
setting-office-address = Adress
setting-office-address-says = Dit människor kan skriva till verksamheten.
setting-office-country = Land
setting-office-country-says = Bestämmer tillsynsmyndighet, helgdagar och vad bokföringen kräver bevarat.
setting-office-contact = Kontakt
setting-office-contact-says = Telefonnumret eller e-postadressen som verksamheten nås på.
setting-office-privacy-contact = Kontakt för dataskydd
setting-office-privacy-contact-says = Vem människor frågar om sina uppgifter.
setting-office-authority = Tillsynsmyndighet
setting-office-authority-says = Dit människor kan klaga; nämns i meddelanden och rapporter.
setting-office-transfers = Länder utanför EES
setting-office-transfers-says = Till vilka länder utanför EES uppgifter överförs, och vad som skyddar dem där; står i rapporter (art. 15.2). Tomt där inga överförs.
setting-office-languages = Språk gentemot människor
setting-office-languages-says = På vilka språk kontoret skriver till människor. Det första som väljs förs in för dem som inte anger något, och föreslås först för samtyckestexter.
setting-basis-required = Person utan rättslig grund
setting-basis-required-says = Vad som händer när någon registreras utan rättslig grund.
setting-minors-age = Lägsta samtyckesålder
setting-minors-age-says = Yngre märks som minderåriga: en förälder samtycker för dem. Har personens land en högre ålder (art. 8) gäller den.
setting-notes-warn = Varna för känsliga ord i anteckningar
setting-notes-warn-says = En anteckning som verkar innehålla personnummer, kortnummer eller ord om hälsa får en vänlig varning. Ingenting lämnar datorn.
setting-customers-mail = Skicka till kunder utan samtycke
setting-customers-mail-says = Låter utskick om egna liknande varor och tjänster gå till kunder som inte har tackat nej, på villkoren nedan.
setting-customers-categories = Kunder är
setting-customers-categories-says = De kategorier vars personer räknas som kunder.
setting-customers-sources = Adresser lämnade vid köp
setting-customers-sources-says = De källor där adressen lämnades i samband med försäljning.
setting-customers-months = Kund i
setting-customers-months-says = I hur många månader efter senaste aktivitet någon fortfarande räknas som kund.
setting-customers-could-refuse = Kunde tacka nej från början
setting-customers-could-refuse-says = Bekräftar att alla erbjöds att tacka nej när adressen lämnades; utan det gäller inte undantaget.
setting-trash-days = Dagar i papperskorgen
setting-trash-days-says = Hur länge det som är borttaget kan återställas.
setting-retention-automatic = De som ska gallras går av sig själva till papperskorgen
setting-retention-automatic-says = Med den dagliga rundan. Annars säger rundan bara vilka det gäller, och någon godkänner. Ingen raderas för gott utan papperskorgen.
setting-journal-keep-years = Antal år journalen sparas
setting-journal-keep-years-says = I hur många år poster i journalen sparas; ingenting betyder lika länge som själva kartoteket.
setting-certificates-keep-years = Antal år raderingsintyg sparas
setting-certificates-keep-years-says = I hur många år intyg om radering sparas; ingenting betyder lika länge som själva kartoteket.
setting-later-reminders = Har ingen verkan ännu: den här versionen påminner ingen om det.
setting-later-papers = Har ingen verkan ännu: inget som lämnas ut visar det.
setting-lock-minutes = Lås efter minuter
setting-lock-minutes-says = Hur länge utan tangenttryck eller musrörelse innan fönstret låses; 0 för aldrig.
setting-backup-dir = Mapp för säkerhetskopior
setting-backup-dir-says = Var säkerhetskopior ligger på den här datorn; tomt för kartotekets egen mapp.
setting-backup-keep = Dagliga kopior som behålls
setting-backup-keep-says = I hur många dagar en kopia vardera behålls; därefter en i veckan i fyra veckor.
setting-mail-host = E-postserver
setting-mail-host-says = Namnet på servern som e-post skickas genom (SMTP). Det är den enda anslutning som programmet öppnar.
setting-mail-port = Port
setting-mail-port-says = Lämna tomt för den vanliga: 465 med TLS från början, 587 med STARTTLS.
setting-mail-tls = Säker anslutning
setting-mail-tls-says = Hur anslutningen krypteras. Utan kryptering skickas ingenting.
setting-mail-user = Användarnamn
setting-mail-user-says = Namnet som du loggar in med, ofta e-postadressen.
setting-mail-password = Lösenord
setting-mail-password-says = Sparas i kortfilen och visas aldrig. Många leverantörer kräver ett lösenord som bara gäller för det här programmet.
setting-mail-token-command = Program för en åtkomstnyckel
setting-mail-token-command-says = Ett program som skriver ut en åtkomstnyckel för inloggning (XOAUTH2), i stället för lösenord. Det körs på den här datorn varje gång e-post skickas.
setting-mail-from = Avsändaradress
setting-mail-from-says = E-postadressen som e-post kommer från. Lämna tomt för att använda användarnamnet, om det är en.
setting-mail-name = Avsändarnamn
setting-mail-name-says = Namnet som e-post kommer från. Lämna tomt för att använda verksamhetens namn.
setting-mail-reply-to = Svar går till
setting-mail-reply-to-says = E-postadressen för svar. Lämna tomt för att använda avsändarens.
setting-mail-per-hour = Högst per timme
setting-mail-per-hour-says = Hur många meddelanden som skickas per timme. Lämna tomt för så många som servern tar emot.
setting-mail-per-day = Högst per dag
setting-mail-per-day-says = Hur många meddelanden som skickas på 24 timmar. Lämna tomt för så många som servern tar emot.
setting-mail-signature = Signatur
setting-mail-signature-says = Det som står under meddelanden på det här språket.
setting-mail-https-unsubscribe = Sida för avanmälan med ett klick
setting-mail-https-unsubscribe-says = En adress på din egen webbplats som börjar med https: och stoppar utskick med ett klick (RFC 8058); { "{token}" } står för personens kod. Inget om du inte har någon: då anmäler folk sig av per e-post.
setting-item = På listan
setting-item-says = Om det finns en sådan post; en egen som inget använder kan tas bort.
setting-item-under = Hör under
setting-item-under-says = Vad det betyder för programmet: en egen rättslig grund är en av art. 6.1.
setting-item-name = Namn
setting-item-name-says = Vad det heter på det här språket.
setting-item-active = I bruk
setting-item-active-says = Det som inte är i bruk står kvar på de kort som har det och kan inte väljas på nytt.
setting-item-rank = Plats i listan
setting-item-rank-says = Mindre tal står längre upp.
setting-item-description = Beskrivning
setting-item-description-says = Förklarar det för dem det gäller; står i meddelanden och rapporter.
setting-item-statement-title = Rubrik på integritetspolicyn
setting-item-statement-title-says = Orden i länken till integritetspolicyn.
setting-item-statement-url = Adress till integritetspolicyn
setting-item-statement-url-says = Var integritetspolicyn kan läsas.
setting-item-wording = Samtyckestext
setting-item-wording-says = Vad människor ombeds samtycka till. En ny text blir en ny version; gamla svar behåller sin.
setting-item-expected = Förväntade rättsliga grunder
setting-item-expected-says = Bara dessa kan anges för syftet; ingen vald betyder alla.
setting-item-keep-months = Antal månader uppgifter behålls
setting-item-keep-months-says = Hur länge uppgifter behålls efter händelsen det räknas från; tomt för ingen gräns.
setting-item-keep-from = Räknas från
setting-item-keep-from-says = Vad månaderna räknas från.
setting-item-consent-months = Samtycke upphör efter månader
setting-item-consent-months-says = Hur länge innan samtycke måste inhämtas på nytt; tomt för aldrig.
setting-item-special = Särskilda kategorier
setting-item-special-says = Frågar efter ett villkor i art. 9.2, och ett uttryckligt samtycke där det är samtycke.
setting-item-direct-marketing = Direkt marknadsföring
setting-item-direct-marketing-says = En invändning stoppar syftet genast, och inget går före den (art. 21). E-marknadsföring är det alltid.
setting-item-statute = Författning
setting-item-statute-says = Lagen som kräver det.
setting-item-interest = Intresset
setting-item-interest-says = Vad verksamheten vill uppnå (berättas för personen).
setting-item-necessity = Varför det är nödvändigt
setting-item-necessity-says = Varför det krävs de här uppgifterna för att uppnå det.
setting-item-balance = Varför det inte väger lättare
setting-item-balance-says = Varför personens intressen och rättigheter inte väger tyngre.
setting-item-review-on = Omprövas
setting-item-review-on-says = När avvägningen ska omprövas.
setting-item-notice = Skicka meddelandet automatiskt
setting-item-notice-says = Om personer från den här källan får integritetsmeddelandet när de först registreras.
setting-item-template = Mall för meddelandet
setting-item-template-says = Nyckeln till mallen som skickas.
setting-item-purposes = Syften
setting-item-purposes-says = Vad personerna i den här kategorin behålls för.
setting-item-comment = Kommentar
setting-item-comment-says = Varför det är bestämt så, för dem som bestämmer.
setting-item-permission = Vad som tillåter det
setting-item-permission-says = Om utskick av den här typen kräver samtycke, eller även får gå till kunder.
setting-default = Standard för nya personer
setting-default-says = Rättslig grund och källa som en ny person får för syftet, efter hur de kom in; eller fråga.
setting-field-collect = Samla in
setting-field-collect-says = Ett fält som inte samlas in visas inte, fylls inte i och importeras inte.
setting-field-master = Förs någon annanstans
setting-field-master-says = Var fältet förs; här kan det då bara läsas.
setting-field-special = Särskild kategori
setting-field-special-says = Märker fältet som uppgifter av särskild kategori (art. 9).
setting-field-answer = Personen får ändra
setting-field-answer-says = Om personen får ändra fältet i svarsformuläret i en förseglad kopia.
setting-role-name = Rollens namn
setting-role-name-says = Vad rollen heter på det här språket.
setting-role-rights = Rättigheter
setting-role-rights-says = Vad personer med den här rollen får göra.
setting-role-field = Fält
setting-role-field-says = Om personer med den här rollen ser fältet, och får ändra det.
setting-choice-off = Tillåtet
setting-choice-warn = Tillåtet, med varning
setting-choice-refuse = Avvisas
setting-choice-implicit = TLS från början
setting-choice-starttls = STARTTLS
setting-choice-last-activity = senaste aktivitet
setting-choice-created = registrering
setting-choice-left = slut på företaget
setting-choice-year-end = årets slut
setting-choice-consent = samtycke
setting-choice-consent-or-customer = samtycke eller kundförhållande
setting-choice-hidden = dolt
setting-choice-read = endast läsa
setting-choice-edit = redigera
right-see-others = Se kort som andra ansvarar för
right-delete = Ta bort en person
right-subscriptions = Ändra prenumerationer för dem som ber om det
right-selections = Göra urval
right-send-mail = Skicka e-post
right-report = Göra integritetsrapporter
right-mass-edit = Massredigera
right-mass-delete = Massborttagning
right-restore = Återställa det andra har tagit bort
right-purge = Tömma papperskorgen
right-erase = Radera, och säga vilka som måste behållas
right-override = Åsidosätta utskicksstopp
right-users = Hantera användare och roller
rule-owner-has-all-rights = Ägarrollen tillåter allt; skapa en annan roll för mindre. Inget ändrades.
rule-role-in-use = Någon har den här rollen. Ge dem en annan först. Inget ändrades.
rule-item-shipped = Det här följde med programmet: det kan tas ur bruk, inte tas bort. Inget ändrades.
rule-item-in-use = Något använder det här, så det står kvar. Det kan tas ur bruk. Inget ändrades.
rule-item-needed = Programmet för in det här självt, så det måste vara i bruk. Inget ändrades.
rule-needs-meaning = Ange vilken av de medföljande den hör under: för en rättslig grund en av art. 6.1. Inget ändrades.
rule-marketing-needs-consent = Reklam via e-post eller sms kräver personens samtycke; den här rättsliga grunden kan inte ersätta det (marknadsföringslagen 19 §). Ingenting ändrades.
rule-marketing-to-customers = Berättigat intresse gäller bara reklam till befintliga kunder, och regeln för befintliga kunder är avslagen (Inställningar, customers.mail). Be om samtycke, eller använd den regeln. Ingenting ändrades.
rule-direct-marketing-unfit = Direkt marknadsföring vilar på samtycke eller berättigade intressen; ingen annan rättslig grund bär den (dataskyddsförordningen art. 6.1, skäl 47). Inget ändrades.
rule-basis-not-expected = Syftet väntar inte den här rättsliga grunden. Välj en annan, eller ändra vad syftet väntar. Inget ändrades.
rule-basis-required = Det här kontoret kräver rättslig grund för alla. Ange syfte, rättslig grund och källa. Inget ändrades.
rule-condition-needed = Det här syftet kräver särskilda kategorier av uppgifter: ange villkoret i art. 9.2. Inget ändrades.
rule-explicit-needs-wording = Ett uttryckligt samtycke anger texten det gavs till. Inget ändrades.
rule-field-not-collected = Det här kontoret samlar inte in det här fältet. Inget ändrades.
rule-field-collected = Det här fältet samlas in, så det töms inte på alla kort. Slå av det först. Ingenting ändrades.
rule-field-read-only = Det här fältet kan bara läsas här. Inget ändrades.
rule-field-unseen = Rollen visar inte det här fältet, så det lämnas inte ut. Inget skrevs.
rule-restricted = Behandlingen av personens uppgifter är begränsad (art. 18). Häv begränsningen först. Inget ändrades.
rule-reason-needed = Kortet är begränsat (art. 18): ange ett skäl för att öppna det. Inget ändrades.
rule-restriction-stands = Kortet är redan i det läget. Inget ändrades.
rule-objection-decided = Den här invändningen är redan avgjord. Inget ändrades.
rule-verdict-unfit = Den här invändningen kan inte besvaras så: en mot berättigade intressen bifalls eller avslås, en som art. 21 inte når besvaras, och en mot direkt marknadsföring står fast. Inget ändrades.
rule-objection-not-overruled = Personen har invänt mot detta, och invändningen har inte avslagits. Avgör invändningen först, eller välj en annan rättslig grund. Inget ändrades.
rule-objection-stands = Personen har invänt mot direkt marknadsföring. Bara personens eget samtycke kan ändra det. Inget ändrades.
rule-inside-vault = Kartotekets mapp tar inte emot andra filer: en av dem kunde ta själva kartotekets plats. Inget skrevs. Välj en annan mapp.
rule-last-owner = Ett kontor behöver en ägare. Gör någon annan till ägare först. Inget ändrades.
rule-own-account = Ingen kan ta bort sig själv. Låt en annan ägare göra det. Inget ändrades.
rule-user-name-taken = Någon med det namnet arbetar här, eller har gjort det. Välj ett annat namn. Inget ändrades.
rule-user-name-unfit = Ett namn är en rad på högst 60 tecken, och inte tomt. Inget har ändrats.

# Radering
field-erasure = Radering
field-outbox = Brev eller meddelande
field-outbox_said = Vad servern svarade
field-outbox_file = Bilaga
field-mailing = Utskick
field-token = Svarskod
field-ends = Gäller till
field-reply = Svar
field-reply_proof = Känt genom
field-reply_sender = Skickat från
field-proposal = Föreslagen ändring
field-proposal_field = Fält
field-proposal_item = Ändamål eller typ
field-proposal_value = Vad som skrevs
field-bounces = Meddelanden som kom i retur
field-stopped = Adressen är stoppad
erasure-table-mailing-recipient = Utskick de ingick i
erasure-table-token = Svarskoder
erasure-table-reply = Svar som kom tillbaka
erasure-table-proposal = Föreslagna ändringar
erasure-table-stopped-address = Adresser med e-post i retur
token-purpose-unsubscribe = Avanmäla sig
token-purpose-preferences = Säga vad som önskas
token-purpose-confirm = Bekräfta ett samtycke
token-purpose-answer = Svara på en rapport
reply-kind-answer = Svar på en rapport
reply-kind-unsubscribe = Avanmälan
reply-kind-preferences = Önskemål om utskick
reply-kind-confirmation = Bekräftelse av ett samtycke
reply-kind-bounce = Meddelande i retur
reply-kind-complaint = Klagomål om skräppost
reply-kind-request = Begäran
reply-kind-form = Formulär på webbplatsen
reply-proof-token = koden som skickades till den här personen
reply-proof-address = bara avsändaradressen, som vem som helst kan skriva
reply-proof-message = vårt meddelande, som det svarar på eller kom tillbaka med
proposal-kind-correct = Vill ha rättat
proposal-kind-object = Invänder
proposal-kind-withdraw = Återkallar samtycket
proposal-kind-erase = Ber om att bli raderad
proposal-kind-access = Frågar vad som finns lagrat
proposal-kind-subscribe = Vill ha utskick
proposal-refuses = Vill inte ha fler utskick av typen
proposal-kind-no-mailings = Vill inte ha några utskick
proposal-kind-consent = Samtycker
proposal-kind-message = Meddelande att läsa
proposal-state-open = Inte avgjort
proposal-state-accepted = Godtagen
proposal-state-rejected = Inte godtagen
stop-why-bounced = meddelanden kom i retur för gott
stop-why-complained = någon där kallade ett meddelande skräppost
journal-kind-reply-taken = Svar intaget
journal-kind-proposal-accepted = Föreslagen ändring godtagen
journal-kind-proposal-rejected = Föreslagen ändring inte godtagen
journal-kind-address-stopped = Adress stoppad
journal-kind-address-freed = Adress släppt fri igen
token-wish-types = Bara dessa utskick
token-wish-nothing = Inga fler utskick
token-wish-about = Vad har ni om mig?
token-types-says = Låt det stå x vid det du vill ha, och ta bort x vid det du inte vill ha. Skicka sedan det här meddelandet.
rule-proposal-decided = Det här förslaget är redan avgjort. Inget ändrades.
rule-taken-before = Det här har redan tagits in. Inget ändrades.
rule-form-needs-wording = Formuläret ber om samtycke till marknadsföring, och det finns ingen ordalydelse för det på det här språket. Inget skrevs. Skriv en under Inställningar, Ändamål, först.
rule-consent-needs-wording = Man frågar om samtycke med en ordalydelse, och det finns ingen för det här ändamålet. Inget skickades. Skriv en under Inställningar, Ändamål, först.
rule-form-needs-address = Svaren på formuläret går till en e-postadress, och inställningarna nämner ingen. Inget skrevs. Skriv in en som kontorets kontakt, eller ange en.
intake-left-not-mail = varken e-post eller ett svar
intake-left-taken-before = redan intaget
intake-left-stranger = avsändaren finns inte på något kort
intake-left-several = avsändarens adress finns på flera kort
intake-left-unknown-code = koden i det är inte vår, eller personen finns inte kvar här
intake-left-too-late = det kom för sent
intake-left-nothing-asked = ber inte om något som känns igen; läs det själv
intake-left-not-ours = för tillbaka ett meddelande som inte är vårt
intake-left-unseen = kortet ligger i papperskorgen, eller är inte ditt att se
intake-left = Kvar
intake-counts = { $done } utfört, { $open } att avgöra
intake-nothing = Inget väntar på ett avgörande.
intake-accepted = { $count -> 
    [one] Ett förslag godtogs.
   *[other] { $count } förslag godtogs.
}
intake-rejected = { $count -> 
    [one] Ett förslag godtogs inte.
   *[other] { $count } förslag godtogs inte.
}
intake-erase-reason = Personen bad om det
intake-access-task = Frågar vad vi har lagrat: svara med en integritetsrapport
intake-message = Meddelande
action-came-back = Ta in det som kom tillbaka
came-back-title = Det som kom tillbaka
came-back-take = Välj en fil…
came-back-kinds = Meddelanden och svarsfiler
came-back-taken = Igenkänt: { $recognised }. Utfört genast: { $done }. Inte intaget: { $left }.
came-back-nothing = Inget väntar på ett avgörande. Släpp meddelanden (.eml, .mbox) eller svarsfiler på fönstret, eller välj en med ”Välj en fil…”.
came-back-when = { $kind } · { $time }
proposal-hint-overtaken = Skrivet innan personen svarade något annat.
proposal-hint-other-sender = Skickat från en annan adress än dem på kortet: fråga personen innan du godtar.
came-back-running = Tar in
came-back-stopped = Stoppat. Inte intagna än: { $count }. Ta in filen igen för att fortsätta.
came-back-closed = Kortet är stängt (art. 18): det som skrivits visas inte.
came-back-empty = tomt
came-back-reject = Ändra inget
came-back-do-correct = Rätta kortet
came-back-do-object = För in invändningen
came-back-do-withdraw = För in återkallelsen
came-back-do-erase = För in begäran
came-back-do-access = Gör en uppgift
came-back-do-subscribe = För in önskemålet
came-back-do-no-mailings = Stoppa alla utskick
came-back-do-consent = För in samtycket
came-back-do-message = Lägg det på kortet
came-back-all = Gör alla { $count }
came-back-none = Ändra inget av det
came-back-new = Ny person
form-title = Nytt från { $office }
form-name = Ditt namn
form-statement = Så behandlar vi dina uppgifter
form-withdraw = Du kan återkalla ett samtycke när som helst; varje meddelande säger hur.
form-send = Skapa mejlet
form-how = Ditt e-postprogram öppnas med svaret. Inget lämnar den här sidan förrän du skickar det där.
mail-form-title = Formulär till webbplatsen
mail-form-says = En fil till din egen webbplats: folk kryssar för det de vill höra om, och svaret kommer till dig som e-post. Ingenting är förkryssat.
mail-form-write = Skriv formuläret…
mail-form-where = Var formuläret skrivs
form-written = Formuläret skrevs till { $file }.
answer-form-title = Ditt svar
answer-form-says = Ändra det som är fel, kryssa för det du vill och spara svaret som en liten fil. Inget lämnar den här sidan av sig självt: du skickar filen som bilaga till ett mejl. Svaret gäller till och med { $day }.
answer-form-over = Det här formuläret kunde besvaras till och med { $day }. Skriv till oss om något är fel.
answer-form-subject = Svar på rapport { $number }
answer-form-correct = Vad vi har lagrat om dig
answer-form-fixed = (kan inte ändras här)
answer-form-object = Jag invänder mot
answer-form-withdraw = Jag återkallar samtycket till
answer-form-why = Varför (du behöver inte säga det)
answer-form-rest = Allt annat
answer-form-erase = Radera allt om mig
answer-form-message = Vad du annars vill säga
answer-form-save = Spara svaret
answer-form-saved = Svaret har sparats som en fil. Skicka den till oss som bilaga.
answer-form-nothing = Inget har ändrats eller kryssats för ännu.
answer-form-send = Skriv mejlet
cli-option-no-answer = Utelämna formuläret som en förseglad rapport besvaras med
cli-help-mail-intake = Läs meddelanden (.eml, mbox) och svarsfiler: avanmälningar utförs, allt annat föreslås
cli-help-mail-proposals = Visa vad folk har föreslagit
cli-help-mail-accept = Utför det som föreslagits: allt som nämns, eller inget
cli-help-mail-reject = Låt allt vara som det är
cli-help-mail-form = Skriv ett formulär för din egen webbplats, där svaren kommer med e-post
cli-option-new-people = Skapa ett kort för varje avsändare som saknar ett
cli-option-mail-intake-file = Meddelande, brevlåda eller svarsfil
cli-option-mail-form-to = Adress som svaren går till; annars kontorets kontakt
cli-option-statement = Var din integritetspolicy finns
rule-suppressed = En e-postadress eller ett telefonnummer här tillhör någon som har raderats. Inget har ändrats. Den som har rätt att åsidosätta detta kan lägga in det igen med en motivering.
rule-overrule-reason = Den som har raderats kommer bara in igen med en motivering: skriv varför i valet eller fältet som åsidosätter. Inget har ändrats.
rule-no-address-to-tell = Kortet har ingen adress som detta kan skickas till: ingen postadress för ett brev, eller ingen e-post för ett meddelande. Ingen har raderats. Välj ett annat sätt, eller ange adressen först.
row-suppressed = E-postadressen eller telefonnumret tillhör någon som har raderats: inget från raden togs in.
backup-reason-after-erasure = Efter en radering
journal-group-erasures = Raderingar
journal-kind-erased = Person raderad för gott
journal-kind-text-scrubbed = Namnet på en raderad person borttaget ur en text
journal-kind-erasure-finished = Filen omskriven efter en radering
journal-kind-suppression-lifted = Raderad person insläppt igen
journal-kind-erased-again = Raderad igen i en äldre kopia
journal-kind-letter-waits = Brev om en radering väntar på att skickas
journal-kind-letter-sent = Brev om en radering skickat, och sparas inte längre
journal-kind-backups-removed = Säkerhetskopior borttagna i förtid
setting-suppression-keep-years = Antal år raderade personer känns igen
setting-suppression-keep-years-says = I hur många år raderade personers e-postadresser och telefonnummer känns igen om de kommer in igen; ingenting betyder lika länge som själva kartoteket. Bara nycklade avtryck av dem sparas.
setting-answers-days = Antal dagar att svara på en rapport
setting-answers-days-says = Under hur många dagar svarsformuläret i en förseglad kopia gäller. Senare säger kopian inte längre vad som finns lagrat.
check-erasure-unfinished = Personer har raderats, men filen kunde inte skrivas om ännu: spår av dem kan ligga i sidor som inget använder. Det görs av ”kartotek run”, eller när kartoteket öppnas, så snart disken har plats för en kopia till.
check-erasure-residue = Efter en radering hittades { $count } spår i filen.
erasure-mark = [raderad]
erasure-action-delete = raderade
erasure-action-scrub = namn borttagna
erasure-held-restricted = Behandlingen är begränsad (art. 18). Häv begränsningen först.
erasure-held-kept = Måste behållas, så inget raderas innan det är över: { $reasons }.
erasure-held-named = Texter hos andra nämner personen. Bestäm om namnen ska tas bort eller behållas.
erasure-ground-a = behövs inte längre
erasure-ground-b = samtycke återkallat
erasure-ground-c = invändning
erasure-ground-d = olaglig behandling
erasure-ground-e = krävs enligt lag
erasure-ground-f = uppgifter om ett barn
erasure-ground-retention = lagringstiden är slut
erasure-ground-trash = tiden i papperskorgen är slut
erasure-exception-a = yttrande- och informationsfrihet
erasure-exception-b = rättslig förpliktelse eller allmän uppgift
erasure-exception-c = folkhälsa
erasure-exception-d = arkiv, forskning, statistik
erasure-exception-e = rättsliga anspråk
certificate-title = Intyg om radering
certificate-says = Intyget innehåller inget om de personer som har raderats.
certificate-office = Kontor
certificate-at = Raderat
certificate-by = Av
certificate-persons = Personer
certificate-ground = Grund
certificate-article = GDPR art. 17.1 { $letter }: { $ground }
certificate-reason = Motivering
certificate-rows = { $rows ->
    [one] { $rows } rad: { $action }
   *[other] { $rows } rader: { $action }
  }
certificate-kept = Behållet
certificate-kept-texts = { $texts ->
    [one] { $texts } text, art. 17.3 { $letter }, { $exception }: { $reason }
   *[other] { $texts } texter, art. 17.3 { $letter }, { $exception }: { $reason }
  }
certificate-looked = Sökt efter rester
certificate-finishing = Filen har ännu inte skrivits om.
certificate-waiting = Inget hittades utom brevet till personen, som väntar på att skickas: det innehåller namnet och adressen och raderas när det har skickats.
certificate-waiting-residue = { $count } spår hittades utöver brevet till personen, som väntar på att skickas.
certificate-not-stated = ej angivet
certificate-kept-unstated = { $texts ->
    [one] { $texts } text, utan bokstav i art. 17.3: { $reason }
   *[other] { $texts } texter, utan bokstav i art. 17.3: { $reason }
}
certificate-told = Underrättad
certificate-told-at = { $how }, { $time }
certificate-told-waits = { $how }, inte skickat än
certificate-no-residue = Inget hittades: varken på någon sida i filen, i loggen, sökindexet, andras texter eller säkerhetskopian som togs efteråt. Innehållet i dokument som är bifogade hos andra söktes inte igenom.
certificate-no-residue-but-kept = Inget hittades utom texterna som behölls: varken på någon annan sida i filen, i loggen, sökindexet eller säkerhetskopian som togs efteråt. Innehållet i dokument som är bifogade hos andra söktes inte igenom.
certificate-residue = { $count } spår hittades.
certificate-not-looked = Filen skrevs om; ingen kunde söka efter namnen längre, eftersom programmet hade avslutats däremellan.
certificate-backup = Tidigare säkerhetskopia
certificate-backup-expires = Tagen { $made }, borta senast { $expires }
certificate-backup-stays = Tagen { $made }, skriven till en egen fil: finns kvar tills någon tar bort den
certificate-journal = Journalens slut
erased-letter = Vi raderade de personuppgifter vi hade om dig { $date }, med stöd av dataskyddsförordningen art. 17.1 { $letter } ({ $ground }).
erased-letter-backups = Säkerhetskopior från tiden före detta innehåller fortfarande uppgifterna i krypterad form och används inte till något. Den sista är borta senast { $date }. Om någon av dem måste återställas raderas dina uppgifter igen innan någon kan se dem.
erased-letter-backups-stay = Några säkerhetskopior från tiden före detta ligger i egna filer tills vi tar bort dem. De är krypterade och används inte till något.
erased-letter-kept = Enstaka omnämnanden i våra handlingar har behållits enligt art. 17.3 { $letter }: { $exception }.
erased-letter-kept-unstated = Enstaka omnämnanden i vårt register har behållits.
outbox-channel-letter = brev
outbox-channel-mail = e-post
erased-letter-mark = För att vi inte ska ta in dina uppgifter igen av misstag behåller vi en nycklad kod av din e-postadress och ditt telefonnummer. Den kan inte göras om till dem igen.
erased-letter-complaint = Du kan klaga hos tillsynsmyndigheten om du anser att detta inte har gjorts som det ska.
cli-help-erase = Radera personer för gott, förbi papperskorgen. Svarar 4 när alla hålls tillbaka, 0 när någon raderades
cli-help-erase-letters = Visa breven till raderade personer som väntar på att skickas
cli-help-erase-letter = Skriv ett brev som väntar till en fil, för utskrift
cli-help-erase-sent = Säg att ett brev har skickats: det sparas inte längre, och filen skrivs om
cli-option-erase-letter = Skriv brevet som underrättar dem till den här filen, innan adressen försvinner
cli-option-erase-tell = letter eller mail: brevet väntar med namn, adress och text, och raderingen är inte klar före ”erase sent”
cli-option-erase-keep-reason = Varför texter behålls, med --hits keep; det sparas
cli-option-erase-letter-message = Brevet, som ”erase letters” visar det
cli-option-erase-letter-file = Filen
cli-option-erase-sent-message = Brevet, som ”erase letters” visar det
cli-option-erase-ids = Vem
cli-option-erase-reason = Varför; det sparas, så det bör inte nämna någon
cli-option-erase-ground = Bokstaven i art. 17.1: a behövs inte längre, b samtycke återkallat, c invändning, d olagligt, e krävs enligt lag, f uppgifter om ett barn
cli-option-hits = Vad som görs där texter hos andra nämner dem: ta bort namnen (scrub), låt texterna stå (keep) eller håll tillbaka personen (hold)
cli-option-exception = Enligt vilken bokstav i art. 17.3 texter behålls: a yttrandefrihet, b rättslig förpliktelse, c hälsa, d arkiv, e anspråk
cli-option-certificate = Fil för intyget: .pdf, .html eller .json
cli-option-delete-backups = Ta även bort säkerhetskopiorna från tiden före, i stället för att låta dem gå ut
cli-erase-plan = { $persons ->
    [one] { $persons } person skulle raderas.
   *[other] { $persons } personer skulle raderas.
  }
cli-erase-done = { $persons ->
    [one] { $persons } person raderad.
   *[other] { $persons } personer raderade.
  }
cli-erase-row = { $table }: { $rows } ({ $action })
cli-erase-hit = { $table } { $id }, { $field }: { $snippet }
cli-erase-held = Tillbakahållen: { $name } ({ $id }). { $why }
cli-erase-residue = Sökt efter rester: { $count } spår.
cli-erase-put-off = Raderna är borta, men filen kunde inte skrivas om ännu: { $why }
cli-erase-backup = { $file } innehåller dem fortfarande, senast till { $date }
cli-erase-backup-stays = { $file } innehåller dem fortfarande, tills någon tar bort den
cli-erase-waiting = { $count ->
    [one] { $count } brev väntar på att skickas. Den raderade finns kvar där, och i en säkerhetskopia som görs under tiden; ”erase sent” gör slut på det.
   *[other] { $count } brev väntar på att skickas. De raderade finns kvar där, och i en säkerhetskopia som görs under tiden; ”erase sent” gör slut på det.
}
cli-erase-letter-written = Brevet är skrivet till { $file }.
cli-erase-no-letters = Inget brev väntar på att skickas.
cli-erase-sent = Brevet sparas inte längre. Letade efter det som är kvar: { $count } spår.
cli-erase-sent-put-off = Brevet sparas inte längre, men filen kunde inte skrivas om än: { $why }
cli-run-letters = { $count ->
    [one] { $count } brev till någon som har raderats väntar på att skickas.
   *[other] { $count } brev till personer som har raderats väntar på att skickas.
}
cli-all-held = Alla som angavs hålls tillbaka, av de skäl som anges. Inget har ändrats.
cli-erase-backups-removed = { $count } tidigare säkerhetskopior togs bort.
cli-erase-certificate = Intyget är skrivet till { $file }.
cli-backup-erased-again = { $count ->
    [one] { $count } person raderades igen, som sedan säkerhetskopian togs.
   *[other] { $count } personer raderades igen, som sedan säkerhetskopian togs.
  }
cli-run-erasure = En radering som inte hade gjorts färdig slutfördes.
# Dialogrutan som raderar för gott
erasing-ask = Radera för gott…
erasing-title = Radera för gott
erasing-title-of = Radera { $name } för gott
erasing-says = Detta kan inte ångras. Allt nedan försvinner ur kartoteket, och inget av det finns kvar i filen efteråt.
erasing-held = { $name } hålls tillbaka
erasing-ground = Grund (art. 17.1)
erasing-reason = Motivering
erasing-reason-hint = Sparas: nämn ingen.
erasing-hits = { $count ->
    [one] Nämns i { $count } text på annat håll
   *[other] Nämns i { $count } texter på annat håll
  }
erasing-hits-says = Bestäm för var och en om namnet ska tas bort eller om texten ska stå kvar som den är.
erasing-unread = { $count ->
    [one] { $count } bifogad fil på andras kort kan inte genomsökas (bild, PDF eller skadad): se själv efter om den nämner personen.
   *[other] { $count } bifogade filer på andras kort kan inte genomsökas (bilder, PDF, skadade): se själv efter om de nämner personen.
  }
erasing-scrub-all = Ta bort överallt
erasing-keep-all = Behåll överallt
erasing-scrub = Ta bort namnet
erasing-keep = Behåll texten
erasing-open = Öppna
erasing-hit-of = { $name } · { $field }
erasing-hit-elsewhere = { $table }
erasing-hit-closed = Du har inte tillgång till den här texten.
erasing-exception-label = Behålls enligt (art. 17.3)
erasing-letter-of = ({ $letter }) { $words }
erasing-kept-why = Varför den behålls
erasing-tables = Detta försvinner
erasing-marks = { $count ->
    [one] Av { $count } e-postadress eller telefonnummer blir ett nycklat avtryck kvar, så att det känns igen om det kommer in igen.
   *[other] Av { $count } e-postadresser och telefonnummer blir nycklade avtryck kvar, så att de känns igen om de kommer in igen.
  }
erasing-backups-title = Tidigare säkerhetskopior
erasing-backups = { $count ->
    [one] { $count } säkerhetskopia innehåller fortfarande personen. Den är borta senast { $date }; återställs den raderas personen igen innan något visas.
   *[other] { $count } säkerhetskopior innehåller fortfarande personen. Den sista är borta senast { $date }; återställs någon av dem raderas personen igen innan något visas.
  }
erasing-remove-backups = Ta bort dem nu
erasing-no-backups = Kartotek känner inte till någon säkerhetskopia som innehåller personen. En ny tas efteråt. Kopior som någon har gjort på annat håll är inte kända här.
erasing-backups-stay = { $count ->
    [one] { $count } känd säkerhetskopia innehåller fortfarande personen. Den ligger i en egen fil och finns kvar tills någon tar bort den.
   *[other] { $count } kända säkerhetskopior innehåller fortfarande personen. De som ligger i egna filer finns kvar tills någon tar bort dem.
}
erasing-backups-unseen = { $count ->
    [one] { $count } säkerhetskopia skrevs till ett ställe där ingen syns nu: den har tagits bort, eller enheten är inte ansluten.
   *[other] { $count } säkerhetskopior skrevs till ställen där ingen syns nu: de har tagits bort, eller enheten är inte ansluten.
}
erasing-backups-copies = Kopior som någon har gjort på annat håll är inte kända här.
erasing-company = { $name } är inte mer än ett namn som ingen annan har, och raderas också.
erasing-tell = Hur personen underrättas
erasing-tell-hint = Brevet behöver adressen, som försvinner med kortet.
erasing-tell-otherwise = Inte härifrån
erasing-tell-file = Brev i en fil, nu
erasing-tell-letter = Ett brev väntar på att skickas
erasing-tell-mail = Ett e-brev väntar på att skickas
erasing-letter-title = Spara brevet
erasing-letter-file = brev.html
erasing-waits-says = Det innehåller namnet och adressen, och inget annat gör det. Det står under Inställningar, Raderingar, tills du säger att det har skickats; så länge är raderingen inte klar.
erasing-waits-mail-says = Det innehåller namnet och adressen, och inget annat gör det. Så snart det har skickats raderas det också, och då är raderingen klar.
# Sidan med raderingar
erasures-text = Vad som har raderats för gott, när, av vem och på vilken grund; aldrig vem. Brev som underrättar någon väntar här tills de har skickats.
erasures-no-right = Bara för dem som får radera för gott
erasures-none = Ingen har raderats än
erasures-none-text = Radera någon från kortet, eller töm papperskorgen: det som då gjordes står här.
erasures-waiting = { $count ->
    [one] { $count } brev väntar på att skickas
   *[other] { $count } brev väntar på att skickas
}
erasures-waiting-says = Det innehåller fortfarande namnet och adressen, och det gör även en säkerhetskopia som görs under tiden. När det har skickats raderas det, filen skrivs om och en ny säkerhetskopia görs.
erasures-sent = Det har skickats
erasures-save = Spara brevet…
erasures-copy = Kopiera texten
erasures-letter-saved = Brevet är sparat. Det väntar vidare tills du säger att det har skickats.
erasures-gone = { $backups ->
    [0] Brevet sparas inte längre.
    [one] Brevet sparas inte längre. En säkerhetskopia som gjordes tidigare innehåller det fortfarande.
   *[other] Brevet sparas inte längre. { $backups } säkerhetskopior som gjordes tidigare innehåller det fortfarande.
}
erasures-rewriting = Filen ska skrivas om
erasures-finishing = Inte klar
erasures-done = Inget kvar
erasures-not-looked = Inte genomsökt
erasures-persons = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
erasing-undecided = Bestäm först vad som händer med varje text, och varför texter behålls.
erasing-do = { $persons ->
    [one] Radera { $persons } person
   *[other] Radera { $persons } personer
  }
erasing-step = Steg { $step } av { $steps }
erasing-no-stop = Raderna är redan borta; resten görs färdigt.
erasure-step-removing = Tar bort det som är personens…
erasure-step-rewriting = Skriver om filen…
erasure-step-looking = Söker igenom varje sida efter rester…
erasure-step-backing-up = Tar en ny säkerhetskopia…
erasing-done = Raderad
erasing-done-but-letter = Raderad, utom brevet som berättar det
erasing-done-but-mail = Raderad, utom e-postmeddelandet som berättar det
erasing-nothing-left = Inget finns kvar
erasing-put-off = Raderad, men filen kunde inte skrivas om ännu
erasing-letter = Bekräftelse till personen
erasing-letter-says = Skicka den nu, medan du fortfarande har adressen. Den innehåller inga uppgifter om personen.
erasing-copy = Kopiera bekräftelsen
erasing-copied = Bekräftelsen har kopierats.
erasing-save = Spara intyget…
erasing-save-again = Spara intyget igen…
erasing-saved = Intyget har sparats.
erasing-certificate-title = Spara intyget om radering
erasing-certificate-file = intyg-om-radering.pdf
new-suppressed-email = Den här e-postadressen tillhör någon som har raderats
new-suppressed-phone = Det här telefonnumret tillhör någon som har raderats
new-suppressed-may = Personen ska inte komma in igen av misstag. Om hen vill vara här igen, skriv varför; det sparas.
new-suppressed-why = Varför personen läggs in igen
suppressed = En e-postadress eller ett telefonnummer här tillhör någon som har raderats
card-suppressed-may = Inget har sparats. Om personen vill vara här igen, skriv varför och spara en gång till; det sparas.
import-suppressed = { $count ->
    [one] { $count } rad skulle ta in någon igen som har raderats
   *[other] { $count } rader skulle ta in personer igen som har raderats
}
import-let-in = Ta in dem
erasure-table-draft = Text som skrivits och inte sparats
erasure-table-outbox = Brev och meddelanden som väntar
erasure-table-trashed-member = Vilka som hörde till ett företag i papperskorgen
erasure-table-trashed-person = Papperskorg
erasure-table-trashed-company = Företag i papperskorgen
erasure-table-deletion-request = Begäranden om borttagning
erasure-table-legal-hold = Bevarandeplikter
erasure-table-kept-longer = Skäl att behålla längre
erasure-table-mass-edit = Massredigeringar
erasure-table-mass-edit-person = Vad massredigeringar ändrade
erasure-table-mass-edit-company = Vad massredigeringar ändrade på företag
erasure-table-mass-edit-activity = Vad massredigeringar ändrade i aktiviteter
erasure-table-export = Exportregister
erasure-table-export-person = Poster i exportregistret
erasure-table-selection = Urval
erasure-table-selection-person = Platser i urval
erasure-table-restriction = Begränsningar (art. 18)
erasure-table-objection = Invändningar (art. 21)
erasure-table-look-up = Uppslag på ett stängt kort
erasure-table-seen = Senast visade kort
erasure-table-favourite = Favoriter
erasure-table-merge = Sammanslagningar
erasure-table-distinct-pair = Par som är två olika personer
erasure-table-relation = Relationer
erasure-table-activity = Aktiviteter
erasure-table-employment = Tidigare anställningar
erasure-table-email = E-postadresser
erasure-table-phone = Telefonnummer
erasure-table-address = Adresser
erasure-table-person-interest = Intressen
erasure-table-custom-value = Egna fält
erasure-table-import-row = Vad importer gjorde med kortet
erasure-table-import = Importer
erasure-table-ledger = Rättsliga grunder
erasure-table-attachment = Dokument
erasure-table-person = Kort
erasure-table-company = Företag
erasure-table-list-item = Listor
erasure-table-setting = Inställningar
erasure-table-setting-change = Ändringar av inställningar
erasure-table-erasure = Tidigare raderingar
erasure-table-suppression-lifted = Raderade som kom tillbaka

# Varningar om det som är tillåtet, men ändå bör ses över
warning-no-basis = Ingen rättslig grund är dokumenterad för försäljning och tjänster. Lägg till en så snart du vet den.
warning-statute-missing = Ingen lagbestämmelse är angiven för den här rättsliga förpliktelsen. Ange den i inställningarna, under Rättsliga grunder.
warning-identity-number = Det här liknar ett personnummer. Det hör inte hemma i en anteckning.
warning-card-number = Det här liknar numret på ett betalkort. Det hör inte hemma i en anteckning.
warning-health = Det här verkar gälla någons hälsa, som lagen skyddar särskilt. Utelämna det om du inte behöver det.
journal-kind-unlocked = Kortregistret upplåst
journal-kind-user-added = Användare tillagd
journal-kind-user-removed = Användare borttagen
journal-kind-user-changed = Användarens roll ändrad
journal-kind-restricted = Behandling begränsad
journal-kind-restriction-lifted = Begränsning hävd
journal-kind-objected = Invändning registrerad
journal-kind-objection-decided = Invändning avgjord
journal-kind-looked-up = Begränsat kort öppnat
journal-kind-trashed = Flyttat till papperskorgen
journal-kind-trash-restored = Återställt från papperskorgen
journal-kind-purged = Raderat från papperskorgen
journal-kind-deletion-asked = Begärt radering
journal-kind-deletion-decided = Radering avgjord
journal-kind-hold-added = Bevarandekrav infört
journal-kind-hold-lifted = Bevarandekrav hävt
journal-kind-company-trashed = Företag flyttat till papperskorgen
journal-kind-company-trash-restored = Företag återställt från papperskorgen
journal-kind-company-purged = Företag raderat från papperskorgen
journal-kind-field-emptied = Fält tömt
field-condition = Villkor i art. 9.2
field-restriction = Begränsning (art. 18)
field-lifted = Begränsning hävd
field-told = Underrättad före hävning
field-objection = Invändning (art. 21)
field-decision = Beslut
field-looked_up = Uppslaget
invalid-not-expected = Syftet väntar inte den här rättsliga grunden.
invalid-deactivated = Det här kan inte längre väljas: det är avstängt i inställningarna.
invalid-not-a-pattern = Det här sökmönstret kan inte läsas, eller så finns det i en tom text.
problem-not-settings = Filen innehåller inga inställningar som den här versionen kan läsa. Inget ändrades.
cli-settings-held = { $key } har bestämts på nytt sedan dess och står kvar.
cli-settings-exported = Inställningar skrivna: { $count }
cli-settings-would-change = Inställningar som skulle ändras: { $count }
cli-settings-changed = Inställningar ändrade: { $count }
cli-help-settings-unset = Låt en inställning vara som levererad, eller ta bort en egen post
cli-help-settings-history = Visa vad som bestämts, det senaste först
cli-help-settings-back = Ta tillbaka det som bestämdes tillsammans med en ändring
cli-help-settings-export = Skriv det kontoret har bestämt till en fil
cli-help-settings-import = Ta över det en fil innehåller
cli-help-users = De som arbetar här
cli-help-users-list = Visa vilka som arbetar här, deras roller och när de senast låste upp
cli-help-users-add = Lägg till någon med egen lösenfras
cli-help-users-remove = Ta bort någon; nyckeln byts för alla andra
cli-help-users-set-role = Ge någon en roll
cli-option-user-name = Namnet som användaren låser upp kartoteket med
cli-option-role = Rollens nyckel: owner, privacy-officer, seller, assistant, read-only, eller en egen
cli-user-added = { $user } arbetar här nu, som { $role }.
cli-user-role = { $user }: { $role }.
cli-user-removed = { $user } arbetar inte här längre. Nyckeln till kartoteket har bytts.
cli-user-backup = En säkerhetskopia med den nya nyckeln har gjorts: { $file }
cli-user-no-backup = Det gick inte att göra en säkerhetskopia med den nya nyckeln. Gör en med: kartotek backup create FIL
cli-user-older = { $count ->
    [one] En tidigare säkerhetskopia öppnas med lösenfraserna från förut, senast till { $date }.
   *[other] { $count } tidigare säkerhetskopior öppnas med lösenfraserna från förut, senast till { $date }.
 }
cli-user-recovery = Den som känner till återställningsnyckeln kan fortfarande öppna kartoteket: gör en ny om så kan vara fallet.
cli-user-gone = borttagen { $date }
cli-help-settings-sets = Lista de färdiga uppsättningarna
cli-option-set = En färdig uppsättning i stället för en fil: norway, sweden eller eu-cautious
cli-unknown-set = Det finns ingen uppsättning som heter { $set }. Det finns: { $known }.

## Commands, keys, favourites
palette-title = Kommandon
palette-search = Vad vill du göra? Eller ett namn
palette-keys = ↑ ↓ väljer · Enter utför · Esc stänger
palette-none = Inget matchar ”{ $text }”
palette-nothing = Varken ett kommando, en person eller ett företag har alla dessa ord.
palette-open = Öppna { $name }
palette-open-verb = öppna
shortcuts-title = Kortkommandon
shortcuts-go = Hitta och gå till
shortcuts-card = Kort
shortcuts-window = Fönster
shortcuts-lists = Listor och fält
shortcuts-previous = Föregående fält
shortcuts-move = Flytta i en lista
shortcuts-ends = Första och sista i en lista
shortcuts-extend = Markera flera
shortcuts-all = Markera alla
shortcuts-typing = Ångra och gör om skrivning i ett fält
shortcuts-one-more = Lägg till en bland de markerade, eller ta bort den
shortcuts-press = Tryck på en knapp
shortcuts-kind = Välja typ när en ny aktivitet skapas
shortcuts-activity-save = Spara en aktivitet
shortcuts-activity-edit = Redigera aktiviteten som har fokus
shortcuts-remove = Ta bort aktiviteten eller urvalet som har fokus
key-space = Mellanslag
key-letter = bokstaven
key-page-up-down = PgUp  PgDn
key-home-end = Home  End
action-today = Gå till I dag
action-persons = Gå till Personer
action-companies = Gå till Företag
action-import = Importera en fil
action-settings-page = Inställningar: { $page }
action-merge-selected = Slå ihop de två valda korten
action-settings = Inställningar
action-favourites = Visa favoriter
action-recent = Visa nyligen sedda
action-edit = Redigera kortet
action-favourite = Favorit: lägg till eller ta bort
action-object = Personen invänder (art. 21)…
action-restrict = Begränsa behandlingen (art. 18)…
action-lift = Häv begränsningen…
action-undo = Ångra senaste ändringen
action-redo = Gör om
action-columns = Välj kolumner
action-lock = Lås kartoteket
action-light = Ljusa färger
action-dark = Mörka färger
action-system-colours = Systemets färger
action-english = Språk: English
action-norwegian = Språk: norsk bokmål
action-swedish = Språk: svenska
hindrance-right = Kräver rättigheten ”{ $right }”
hindrance-no-card = Inget kort är öppet
hindrance-nothing-typed = Inget osparat
hindrance-not-two = Välj först två personer i listan
hindrance-nobody = Ingen är vald
hindrance-nothing-done = Inget att ångra
hindrance-nothing-back = Inget att göra om
hindrance-sample = Exempelpersoner låses inte
hindrance-sample-page = Inte för exempelpersoner
hindrance-no-list = Bara i personlistan
list-favourites = Favoriter
list-favourites-none = Öppna ett kort och tryck Ctrl+D, eller klicka på stjärnan.
list-recent = Nyligen sedda
list-recent-none = De vars kort du öppnar står här, de senaste först.
favourite-add = Lägg till i favoriter (Ctrl+D)
favourite-remove = Ta bort från favoriter (Ctrl+D)
favourite-added = Tillagd i favoriter
favourite-removed = Borttagen från favoriter
cli-help-favourite = Personer som du har märkt
cli-help-favourite-add = Märk en person som favorit
cli-help-favourite-remove = Ta bort en person från favoriterna
cli-help-favourite-list = Visa favoriterna efter namn
cli-help-recent = Visa vars kort som öppnades senast
toast-undo = Ångra
toast-redo = Gör om
shortcuts-tabs = Kortets flikar
columns-title = Kolumner
columns-left = Längre åt vänster
columns-right = Längre åt höger
columns-narrower = Smalare
columns-wider = Bredare
columns-reset = Som från början

selections-none-found = Inget hittades för ”{ $text }”
selections-none-found-text = Sökningen ser på urvalens namn.
selections-ready = Medföljande
selections-own = Kontorets egna
frame-selections = Urval
action-selections = Gå till urvalen
help-selections = Urval är namngivna uppsättningar av personer eller företag. Klicka på ett för att se vilka som är med; fliken Kriterier säger vad som avgör det, i ord och som rader du kan ändra. Allt som görs med många på en gång börjar här.
selections-search = Sök bland urvalen
selections-search-members = Sök i det här urvalet
selections-new = Nytt
selections-new-companies = Nytt företagsurval
selections-new-title = Nytt urval
selections-new-title-companies = Nytt urval av företag
selections-combine = Kombinera
selections-combine-title = Kombinera två urval
selections-combine-says = Följer alltid de två: ändras de, ändras även detta.
selections-copy = Kopiera som lista
selections-copy-says = Kopian är en lista: den förblir som den är, vilka som än kommer med i urvalet eller faller ur det.
selections-copy-name = { $name }, { $date }
selections-like-this = Nytt som detta
selections-remove = Ta bort urvalet…
selections-mailing = Nytt utskick…
selections-remove-do = Ta bort urvalet
selections-remove-title = Ta bort { $name }?
selections-remove-says = Urvalet tas bort. Personerna i det tas inte bort.
selections-remove-static = Listan tas bort. Personerna i den tas inte bort.
selections-remove-cannot = { $name } används
selections-remove-used = Dessa är gjorda av det: { $names }. Ta bort dem först, eller fråga något annat i dem.
selections-removed = Urvalet är borttaget
selections-count = { $count ->
    [one] { $count } urval
   *[other] { $count } urval
}
selections-counting = Räknar…
selections-unknown = Det går inte att fråga
selections-nobody = Ingen är med i det här urvalet
selections-nobody-text = Så snart det som urvalet frågar efter stämmer för någon står de här.
selections-tick-hint = Håll Ctrl eller Skift för att markera flera
selections-only-ticked = { $count ->
    [one] Bara den enda som är markerad
   *[other] Bara de { $count } som är markerade
}
selections-mass-change = Ändra medlemmar…
selections-mass-delete = Ta bort medlemmar…
selections-mass-export = Exportera medlemmar…
builder-count-persons = { $count ->
    [one] person
   *[other] personer
}
builder-count-companies = { $count ->
    [one] företag
   *[other] företag
}
builder-choose = Välj…
builder-or = eller…
builder-any = vilken som helst
builder-to = till
builder-number = Tal
builder-text = Text
builder-text-or = Text; Enter lägger till en till
builder-day-hint = Datum
builder-day-date = på ett datum
builder-day-today = i dag
builder-day-days-ago = dagar sedan
builder-day-months-ago = månader sedan
builder-day-years-ago = år sedan
builder-day-days-ahead = dagar framåt
builder-day-months-ahead = månader framåt
builder-day-years-ahead = år framåt
builder-what-basis = Rättslig grund: { $purpose }
builder-what-subscription = Utskick
builder-what-interest = Intressen
builder-what-activity = Aktivitet
builder-what-selection = Ett annat urval
builder-what-status = Status
builder-what-informed = Informerad (art. 13 och 14)
builder-what-duplicate = Verkar vara en dubblett
builder-basis-is = Rättslig grund
builder-basis-after = Registrerad efter
builder-basis-before = Registrerad före
builder-basis-by = Registrerad av
builder-wording = Visad text
builder-wording-none = Ingen text visades
builder-wording-version = Version { $version }
builder-condition = Villkor (art. 9.2)
builder-condition-none = Inget villkor angivet
builder-activity-kind = Typ
builder-activity-after = Efter
builder-activity-before = Före
builder-op-is = är
builder-op-is-not = är inte
builder-op-contains = innehåller
builder-op-contains-not = innehåller inte
builder-op-starts = börjar med
builder-op-starts-not = börjar inte med
builder-op-ends = slutar med
builder-op-ends-not = slutar inte med
builder-op-before = är före
builder-op-after = är efter
builder-op-less = är mindre än
builder-op-more = är mer än
builder-op-between = är från … till
builder-op-empty = är tomt
builder-op-filled = är inte tomt
builder-op-yes = ja
builder-op-no = nej
builder-op-some = finns
builder-op-none = finns inte
builder-op-in = är med i det
builder-op-not-in = är inte med i det
builder-op-one-of = något av dessa
builder-op-none-of = inget av dessa
builder-op-documented = är dokumenterad så
builder-op-not-documented = är inte dokumenterad så
builder-op-may = får skickas
builder-op-may-not = får inte skickas
builder-op-not = inte: { $op }
cli-option-into = Behåll dem som den hämtar in eller ändrar som ett urval med det här namnet
selections-name = Namn
selections-name-hint = Vad urvalet heter
selections-name-missing = Ge urvalet ett namn.
selections-kind = Typ
selections-of = Innehåller
selections-members = Medlemmar
selections-criteria = Kriterier
selections-owner = Ägare
selections-program = Kartotek
selections-visible = Syns för
selections-used-by = Används av
selections-used-by-none = Inga andra urval använder det
selections-about = Om det här urvalet
selections-description = Vad det är till
selections-description-hint = Till exempel: inbjudningar till vårmässan
selections-alert = Varning
selections-alert-hint = Till exempel: obetald faktura, fråga ekonomi först
selections-alert-says = Korten för alla medlemmar visar den här texten i en banderoll.
selections-alerts = Medlemmarnas kort visar en varning
selections-at-by = { $at }, av { $by }
selections-ready-says = Det här urvalet följer med Kartotek och förblir som det är, utom vad det varnar för. ”Nytt som detta” börjar ett eget urval utifrån det.
selections-ready-criteria = Det här urvalet följer med Kartotek och förblir som det är. ”Nytt som detta” gör ett eget utifrån det.
selections-in-it = { $count ->
    [0] Ingen är med
    [one] { $count } är med
   *[other] { $count } är med
}
selections-charts = Diagram
selections-by-category = Efter kategori
selections-by-basis = Rättslig grund: { $purpose }
selections-by-source = Efter källa
selections-by-month = Registrerade per månad
selections-month = { $month } { $year }: { $count }
selections-earlier = Tidigare: { $count }
selections-without = Ingen
selections-charts-none = Ingen räknas här.
selections-charts-held = { $count ->
    [one] { $count } begränsad person är inte med i något diagram.
   *[other] { $count } begränsade personer är inte med i något diagram.
}
selections-alert-from = Varning från urvalet { $name }
selections-keep = Lägg i urval…
selections-keep-new = Ett nytt urval
selections-keep-known = En lista som redan finns
selections-keep-into = Vilken lista
selections-keep-add = { $count ->
    [one] Lägg till en
   *[other] Lägg till { $count }
}
selections-joined = { $moved ->
    [0] { $name }: de är redan med
    [one] { $name }: en tillagd, { $count } är med
   *[other] { $name }: { $moved } tillagda, { $count } är med
}
selections-take-out = { $count ->
    [one] Ta bort en ur listan
   *[other] Ta bort { $count } ur listan
}
selections-left = { $moved ->
    [one] { $name }: en borttagen, { $count } är med
   *[other] { $name }: { $moved } borttagna, { $count } är med
}
selections-soon = I papperskorgen, raderas snart
selections-soon-says = Kort i papperskorgen som raderas inom 7 dagar. De är inte med i något urval, och inget kan göras med dem utom i papperskorgen: återställ dem där, eller radera dem nu.
selections-soon-show = Visa i papperskorgen
selections-keep-title = Lägg i ett urval
selections-keep-persons = { $count ->
    [one] { $count } person, som lista.
   *[other] { $count } personer, som lista. Den förblir som den är tills någon ändrar den.
}
selections-keep-companies = { $count ->
    [one] { $count } företag, som lista.
   *[other] { $count } företag, som lista. Den förblir som den är tills någon ändrar den.
}
selections-first = Första
selections-second = Andra
selections-operation = I det nya urvalet är
selections-make = Gör urvalet
selections-make-count = Gör urval av { $count }
selections-made = { $name }: { $count } är med
selections-made-held = { $name }: { $count } är med. { $held } begränsade är utelämnade.
selections-saved = Sparat: { $name }
selections-save-new = Spara urvalet
selections-save-criteria = Spara kriterierna
selections-incomplete = Några kriterier är inte färdiga än. De är markerade.
selections-unsaved-text = Du har ändrat det här urvalet och inte sparat det än.
selection-kind-dynamic-says = Dynamiskt: alla som kriterierna stämmer för, frågat på nytt varje gång
selection-kind-static-says = Statiskt: en lista över dem som lades i det
selection-kind-combined-says = Kombinerat: det som två andra urval har
selection-visible-all = Alla
selection-visible-own = Bara ägaren, och de som får ändra inställningar
selections-private = Inte alla
selection-operation-union = De som är i det ena eller det andra, eller båda
selection-operation-intersect = De som är i båda
selection-operation-only-first = De som bara är i det första
selection-operation-only-second = De som bara är i det andra
selection-operation-difference = De som är i ett av dem, men inte i båda
rule-selection-private = Det som alla ser kan inte göras av ett urval som bara ägaren ser. Inget ändrades. Låt samma personer se båda.
builder-mode-all = Alla dessa
builder-mode-any = Minst ett av dessa
builder-mode-none = Inget av dessa
builder-mode-not-all = Inte alla dessa
builder-and = och
builder-or-word = eller
builder-add = Kriterium
builder-add-group = Grupp
builder-remove = Ta bort kriteriet
builder-remove-group = Ta bort gruppen
builder-drop = Ta bort { $name }
builder-says = I ord
builder-says-nothing = Inget efterfrågas än. Fyll i raden ovan.
builder-incomplete = { $count ->
    [one] { $count } kriterium är inte färdigt än och är utelämnat.
   *[other] { $count } kriterier är inte färdiga än och är utelämnade.
}

## Urval, och kriterier som en mening

field-selection = Urval
field-trashed = Papperskorg
field-deletion_request = Begärd radering
field-legal_hold = Bevarandekrav
field-kept_longer = Behålls längre
field-mass_edit = Massuppdatering
field-export = Export
selection-ready-no-legal-basis = Utan rättslig grund
selection-ready-old-consents = Samtycke äldre än två år
selection-ready-inactive = Ingen aktivitet på tre år
selection-ready-not-informed = Inte informerad ännu
selection-ready-objecting = Har invänt
selection-ready-restricted = Begränsad behandling
selection-ready-duplicates = Dubbletter
selection-kind-dynamic = Dynamiskt
selection-kind-static = Statiskt
selection-kind-combined = Kombinerat
selection-sentence-static = { $count ->
    [0] En lista som är tom.
    [one] En lista med { $count } post.
   *[other] En lista med { $count } poster.
}
selection-sentence-union = Alla som är i { $first } eller i { $second }, eller i båda.
selection-sentence-intersect = Alla som är både i { $first } och i { $second }.
selection-sentence-only-first = Alla som är i { $first } och inte i { $second }.
selection-sentence-only-second = Alla som är i { $second } och inte i { $first }.
selection-sentence-difference = Alla som är i { $first } eller i { $second }, men inte i båda.

# Exporter, och registret över dem
export-everybody = Alla
export-all-companies = Alla företag
export-sheet-persons = Personer
export-sheet-companies = Företag
export-basis = Rättslig grund: { $purpose }
export-not-stated = inte angivet
export-title = Export
export-do = { $count ->
    [one] Välj var för ett kort…
   *[other] Välj var för { $count } kort…
}
export-count-persons = { $count ->
    [0] Ingen
    [one] En person
   *[other] { $count } personer
}
export-count-companies = { $count ->
    [0] Inga företag
    [one] Ett företag
   *[other] { $count } företag
}
export-held = { $count ->
    [one] En person lämnas utanför, eftersom behandlingen av uppgifterna är begränsad.
   *[other] { $count } personer lämnas utanför, eftersom behandlingen av uppgifterna är begränsad.
}
export-format-xlsx = Excelarbetsbok (.xlsx)
export-format-csv = Text för kalkylark (.csv)
export-format-vcard = Adressbok (.vcf)
export-columns = Kolumner ({ $count })
export-columns-usual = De vanliga
export-columns-all = Alla
export-columns-none = Inga
export-for = Vad den är till för
export-for-hint = till exempel: julkort
export-to = Vem den går till
export-to-hint = till exempel: tryckeriet
export-says = Exporten förs in i registret, med alla som finns med i den. När filen är skriven skyddas den inte längre av det här programmet.
export-running = Filen skrivs…
export-numbers = { $done } av { $total } kort
export-done = { $count ->
    [one] Ett kort skrevs till ”{ $file }”.
   *[other] { $count } kort skrevs till ”{ $file }”.
} Hashen börjar med { $hash }.
exports-text = Vad som har lämnat kortfilen som en fil: när, av vem, till vad och till vem. När uppgifterna om någon rättas eller raderas ska de som har fått dem underrättas (art. 19).
exports-person = Person
exports-everybody = Alla
exports-clear = Visa alla exporter
exports-hash = SHA-256 { $hash }…
exports-copied = Hashen ligger i urklipp.
exports-for-to = Till: { $purpose } · Mottagare: { $recipient }
exports-none = Inget har exporterats ännu
exports-none-text = Exporter görs från listan över personer eller företag.
exports-none-of-them = Den här personen finns inte med i någon export
exports-none-of-them-text = Ingen har fått uppgifterna om personen som en fil härifrån.
exports-no-right = Du får inte läsa registret

# Den förseglade kopian av en rapport, en sida som öppnas i en webbläsare
sealed-title = En förseglad kopia av dina uppgifter
sealed-asleep = Den här sidan frågar efter en lösenfras, men här körs den inte. Förhandsvisningen i ett e-postprogram kan inte öppna den: spara filen och öppna den i en webbläsare, till exempel Edge, Chrome, Firefox eller Safari.
sealed-passphrase = Lösenfras
sealed-hint = Du fick den per telefon, eller på ett annat sätt än du fick den här filen.
sealed-open = Öppna
sealed-opening = Öppnar…
sealed-wrong = Den öppnas inte: lösenfrasen är inte rätt.
sealed-cannot = Den här webbläsaren kan inte öppna den. Prova en annan eller en nyare.
sealed-how = Allt sker på den här enheten: sidan behöver inget nätverk och skickar ingenting.
sealed-save-all = Filer att spara
sealed-save = Spara { $file }

# Inte längre än nödvändigt
retention-rule-category = Kategori { $name }
retention-rule-purpose = Ändamål { $name }
retention-after-last-activity = { $months } månader efter den senaste aktiviteten, { $day }
retention-after-created = { $months } månader efter att kortet gjordes, { $day }
retention-after-left = { $months } månader efter att personen slutade på företaget, { $day }
retention-after-year-end = { $months } månader efter årets slut, { $day }
retention-after-basis-ended = { $months } månader efter att tillåtelsen upphörde, { $day }
retention-kept-restricted = Behålls: behandlingen är begränsad (art. 18)
retention-kept-hold = Behålls enligt lag: { $statute }
retention-kept-hold-until = Behålls enligt lag till { $day }: { $statute }
retention-kept-books = Behålls för bokföringen till { $day }: { $statute }
retention-kept-longer = Behålls till { $day }: { $reason }
retention-books-no = bokføringsloven § 13
retention-books-se = bokföringslagen 7 kap. 2 §
retention-reason = Behövs inte längre
due-text = Uppgifter behålls inte längre än ändamålet kräver (art. 5.1 e). Hur länge det är för varje kategori och syfte står på sidan Lagring. Välj en senare dag för att se vilka som då ska gallras; bara de som ska gallras i dag kan gå till papperskorgen.
due-day = Ska gallras per
due-today = I dag
due-count = { $count ->
    [0] Ingen ska gallras
    [one] En person ska gallras
   *[other] { $count } personer ska gallras
}{ $held ->
    [0] {""}
   *[other] , { $held } behålls
}
due-approve-all = { $count ->
    [one] En till papperskorgen…
   *[other] Alla { $count } till papperskorgen…
}
due-approve = { $count } till papperskorgen…
due-nobody = Ingen ska gallras
due-nobody-text = Ingen har behållits längre än tiderna säger, eller så har ingen tid bestämts.
due-more = Visa fler ({ $count })
due-since = Över sedan { $day }
due-from = Gallras från { $day }
due-ahead = En dag som kommer: bara att titta på
due-keep = Behåll…
due-keep-do = Behåll
due-until = Till
due-until-wrong = Det här är inget datum.
due-reason = Varför
due-reason-hint = till exempel: en offert är fortfarande öppen
due-kept = Behålls till { $day }.
due-plan = Till papperskorgen: { $count }. Behålls: { $held }. De kan återställas tills papperskorgen töms.
due-plan-go = { $count ->
    [one] Flytta en till papperskorgen
   *[other] Flytta { $count } till papperskorgen
}
due-moved = { $count ->
    [one] En person flyttades till papperskorgen.
   *[other] { $count } personer flyttades till papperskorgen.
}
criteria-persons = Alla personer som detta gäller: { $criteria }.
criteria-companies = Alla företag som detta gäller: { $criteria }.
criteria-everybody = Alla personer.
criteria-every-company = Alla företag.
criteria-anybody = vem som helst
criteria-nobody = ingen
criteria-and = { $first }, och { $second }
criteria-or = { $first } eller { $second }
criteria-one-or-other = { $first } eller { $second }
criteria-not = inte ({ $criteria })
criteria-quoted = ”{ $text }”
criteria-empty = { $field } är tom
criteria-filled = { $field } är inte tom
criteria-is = { $field } är { $value }
criteria-starts = { $field } börjar med { $value }
criteria-ends = { $field } slutar med { $value }
criteria-contains = { $field } innehåller { $value }
criteria-less = { $field } är mindre än { $value }
criteria-more = { $field } är mer än { $value }
criteria-between = { $field } är från { $first } till { $last }
criteria-on = { $field } är { $day }
criteria-before = { $field } är före { $day }
criteria-after = { $field } är efter { $day }
criteria-yes = { $field }: ja
criteria-no = { $field }: nej
criteria-today = i dag
criteria-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
criteria-months = { $count ->
    [one] { $count } månad
   *[other] { $count } månader
}
criteria-years = { $count ->
    [one] { $count } år
   *[other] { $count } år
}
criteria-ago = { $date } (för { $length } sedan)
criteria-ahead = { $date } (om { $length })
criteria-basis = för { $purpose }: { $facts }
criteria-basis-none = för { $purpose } är ingen rättslig grund dokumenterad
criteria-basis-some = för { $purpose } är en rättslig grund dokumenterad
criteria-basis-in = den rättsliga grunden är { $bases }
criteria-basis-source = källan är { $sources }
criteria-basis-before = införd före { $day }
criteria-basis-after = införd efter { $day }
criteria-basis-by = införd av { $users }
criteria-basis-wording = version { $version } av formuleringen visades
criteria-basis-no-wording = ingen formulering visades
criteria-basis-condition = villkoret i art. 9.2 är { $condition }
criteria-basis-no-condition = inget villkor i art. 9.2 är angivet
criteria-subscription = kan få { $kind }
criteria-interest = är intresserad av { $items }
criteria-activity = aktivitet
criteria-activity-of = aktivitet av typen { $kind }
criteria-activity-after = efter { $day }
criteria-activity-before = före { $day }
criteria-activity-some = det finns en { $what }
criteria-activity-none = det finns ingen { $what }
criteria-selection = är i urvalet { $name }
criteria-status = statusen är { $statuses }
criteria-status-active = aktiv
criteria-status-restricted = begränsad
criteria-status-objected = har invänt
criteria-status-trashed = i papperskorgen
criteria-status-former = tidigare anställd
criteria-informed = är informerad (art. 13 och 14)
criteria-not-informed = är inte informerad (art. 13 och 14)
criteria-duplicate = det verkar finnas ett annat kort om samma person
criteria-no-duplicate = det verkar inte finnas något annat kort om samma person
problem-criteria = Kriterierna kan inte läsas: { $place } { $wrong }. Inget har ändrats.
problem-criteria-too-much = De här kriterierna är för mycket för en fråga. Inget har ändrats. Gör ett statiskt urval av en del av dem.
criteria-wrong-not-json = är inte JSON
criteria-wrong-too-long = är för långt
criteria-wrong-too-deep = går för djupt
criteria-wrong-too-many = har för många kriterier eller värden
criteria-wrong-not-a-criterion = är inget kriterium
criteria-wrong-strange-word = har ett ord som inte hör dit
criteria-wrong-twice = har samma ord två gånger
criteria-wrong-not-one-comparison = behöver exakt en jämförelse
criteria-wrong-unfit = passar inte till det som frågas
criteria-wrong-no-such-field = är inget fält på de här korten
criteria-wrong-not-of-companies = frågas inte om företag
criteria-wrong-not-a-text = är ingen text att jämföra med
criteria-wrong-not-a-list = är ingen lista med värden
criteria-wrong-not-a-number = är inget tal
criteria-wrong-not-a-day = är ingen dag som 2026-03-12, today, -30d, -18m eller -3y
criteria-wrong-not-yes-no = är varken true eller false
criteria-wrong-backwards = slutar innan det börjar
criteria-wrong-unknown = är inget av de kända värdena
criteria-wrong-other-kind = är ett urval av något annat
rule-selection-name-unfit = Ett urval behöver ett eget namn på högst 100 tecken. Inget har ändrats. Välj ett annat.
rule-selection-in-use = Andra urval är gjorda av det här. Inget har ändrats. Ta bort dem först.
rule-selection-of-itself = Ett urval kan inte göras av sig självt, inte heller genom andra. Inget har ändrats.
rule-selections-differ = Det ena urvalet är av personer och det andra av företag. Inget har ändrats.
rule-selection-ready = Det här urvalet följer med programmet och förblir som det är. Inget har ändrats. Gör en kopia av det.
rule-selection-not-static = Bara ett statiskt urval, som är en lista, tar emot dem man lägger till. Inget har ändrats.
rule-mass-edit-empty = En massändring behöver något att ändra, högst 50 rader. Inget ändrades.
rule-mass-edit-undone = Den här massändringen har redan ångrats. Inget ändrades.
rule-refusal-stands = Personen har återkallat sitt samtycke eller invänt. Inget ändrades. Fråga personen och för in svaret på kortet.
journal-group-selections = Urval
journal-kind-selection-added = Urval gjort
journal-kind-selection-changed = Urval ändrat
journal-kind-selection-removed = Urval borttaget
journal-kind-selection-joined = Tillagt i ett urval
journal-kind-selection-left = Borttaget ur ett urval
journal-kind-mass-edited = Massändring
journal-kind-mass-edit-undone = Massändring ångrad
journal-kind-kept-longer = Behållen längre
journal-kind-old-removed = Föråldrade poster eller intyg borttagna
cli-help-selection = Namngivna urval av personer eller företag
cli-help-selection-create = Gör ett urval efter kriterier, eller från en lista med identiteter
cli-help-selection-combine = Gör ett urval av det två andra har
cli-help-selection-change = Ställ andra krav på vilka som ska vara i ett urval
cli-help-selection-add = Lägg till personer eller företag i ett statiskt urval
cli-help-selection-take = Ta bort personer eller företag ur ett statiskt urval
cli-help-selection-list = Visa urvalen, och hur många som är i varje
cli-help-selection-show = Visa vilka som är i ett urval
cli-help-selection-explain = Säg med ord vilka som är i ett urval
cli-help-selection-charts = Säg hur medlemmarna i ett urval fördelar sig
cli-help-selection-copy = Gör en lista över dem som är i ett urval nu
cli-help-selection-rename = Ge ett urval ett annat namn
cli-help-selection-visible = Säg vem som ser ett urval
cli-help-selection-alert = Varna på alla medlemmars kort
cli-help-selection-remove = Ta bort ett urval; de som är i det blir kvar
cli-option-criteria = Fil med kriterierna (JSON)
cli-option-ids = Fil med en identitet per rad
cli-option-of = Av personer (persons, det vanliga) eller av företag (companies)
cli-option-op = Vad av de två som är i det nya
cli-option-description = Vad urvalet är till för
cli-option-new-name = Det nya namnet
cli-option-selection = Ett urval, med namn eller identitet
cli-help-export = Skriv ett urval, eller andra kort, till en fil, och för in det i registret
cli-help-exports = Registret över vad som har lämnats ut
cli-help-exports-list = Visa registret, det nyaste först
cli-help-exports-of = Visa vilka exporter en person finns med i
cli-option-export-selection = Urvalet som ska exporteras, med namn eller identitet
cli-option-all = Alla som användaren får se
cli-option-export-out = Fil som ska skrivas; ändelsen säger vilket slag: .xlsx, .csv eller .vcf
cli-option-export-fields = Kolumnerna, med sina nycklar, med komma emellan
cli-option-export-purpose = Vad den är till för
cli-option-recipient = Vem den går till
cli-option-raw = För program: kolumner med sina nycklar, varje värde som det är, också det som liknar en formel
cli-export-format = Filnamnet slutar på .xlsx, .csv eller .vcf.
cli-exported = { $count ->
    [one] Ett kort skrevs till { $file }.
   *[other] { $count } kort skrevs till { $file }.
} SHA-256: { $hash }
cli-export-held = { $count ->
    [one] En person lämnades utanför, eftersom behandlingen av uppgifterna är begränsad.
   *[other] { $count } personer lämnades utanför, eftersom behandlingen av uppgifterna är begränsad.
}
cli-export-in-trash = { $count ->
    [one] En av dem ligger i papperskorgen och utelämnades.
   *[other] { $count } av dem ligger i papperskorgen och utelämnades.
}
cli-exports-none = Inget har exporterats.
cli-option-to = Vem som ser det: alla, eller bara ägaren
cli-option-alert = Vad korten varnar för
cli-option-none = Ingen varning längre
cli-help-retention = Inte längre än nödvändigt: vilka som ska gallras, och vad som händer med dem
cli-help-retention-due = Visa vilka som ska gallras en dag, och varför
cli-help-retention-keep = Behåll någon längre, med ett skäl
cli-help-retention-approve = Flytta dem som ska gallras till papperskorgen
cli-option-on = Dagen; i dag när ingen anges
cli-option-retention-keep-until = Sista dagen de behålls
cli-option-retention-keep-reason = Varför de behålls
cli-option-retention-approve-all = Alla som ska gallras och som inget håller kvar
cli-retention-total = { $count ->
    [0] Ingen ska gallras.
    [one] En person ska gallras.
   *[other] { $count } personer ska gallras.
}
cli-retention-kept = Behålls till { $day }.
cli-retention-plan = Till papperskorgen: { $count }. Behålls: { $held }. Inget ändrades.
cli-retention-moved = Till papperskorgen: { $count }. Behålls: { $held }.
cli-run-retention = Ska gallras: { $due }. Behålls ändå: { $held }. Till papperskorgen: { $moved }.
cli-run-outdated = Behålls inte längre: poster i journalen: { $entries }, intyg: { $certificates }, märken efter raderade: { $marks }, svarskoder: { $codes }
cli-option-first = Ett urval
cli-option-second = Ett annat urval
cli-selection-made = { $name }: { $count }
cli-selection-removed = Borttaget: { $name }
cli-selection-held = { $count ->
    [one] { $count } person utelämnades eftersom behandlingen av uppgifterna är begränsad.
   *[other] { $count } personer utelämnades eftersom behandlingen av uppgifterna är begränsad.
}
cli-selection-moved = { $name }: { $moved } ändrade, { $count } är med nu
cli-selection-total = { $count } i urvalet
cli-selection-needs = Säg efter vilka kriterier (--criteria) eller av vilka (--ids). Ingenting har ändrats.
cli-selection-bad-id = Rad { $line } i filen är ingen identitet. Inget har ändrats.

## Massändring

cli-help-mass-edit = Ändra många kort på en gång
cli-help-mass-edit-undo = Ångra en massändring
cli-help-mass-edit-list = Visa massändringarna
cli-option-mass-edit-set = Ett fält och vad det ska innehålla
cli-option-clear = Ett fält som ska tömmas
cli-option-add = Ett listfält och ett värde som ska läggas till
cli-option-remove = Ett listfält och ett värde som ska tas bort
cli-option-replace = Ett fält, vad som söks i det och vad som kommer i stället
cli-option-case = Skilj på stora och små bokstäver
cli-option-whole-word = Bara hela ord
cli-option-regex = Det som söks är ett reguljärt uttryck
cli-option-mass-edit-basis = Ändamål, rättslig grund, källa och kommentar som förs in för var och en
cli-option-restrict = Begränsa behandlingen, på en grund i art. 18.1
cli-option-activities = Ändra deras aktiviteter i stället för korten
cli-option-mass-edit-undo-id = Massändringen, så som kommandot och listan visar den
cli-mass-edit-needs = Säg vad som ska ändras, till exempel med --set eller --basis. Inget ändrades.
cli-mass-edit-date = { $value } är inget datum. Inget ändrades.
cli-replace-shape = { $value } har inte formen FIELD=OLD=>NEW. Inget ändrades.
cli-mass-edit-basis-shape = { $value } har inte formen PURPOSE=BASIS,SOURCE,COMMENT. Inget ändrades.
cli-mass-edit-done = Massändring { $id }: { $changed } ändrade, { $unchanged } var redan så, { $held } hölls tillbaka.
cli-mass-edit-plan = { $changed } skulle ändras, { $unchanged } är redan så, { $held } hålls tillbaka.
mass-edit-undone = { $restored } har fått tillbaka det de hade; { $held } behåller det som ändrats sedan dess.
mass-edit-taken-back = Ångrad
mass-edit-why-restricted = Behandlingen av personens uppgifter är begränsad.
mass-edit-why-changed = Någon har ändrat det sedan dess.
mass-edit-why-in-trash = Det ligger i papperskorgen.
mass-edit-why-refusal-stands = Personen har återkallat sitt samtycke eller invänt.
mass-edit-restricted = Begränsad, art. 18.1 { $letter }
mass-edit-lifted = Massändringen som begränsade behandlingen ångrades.
action-mass-edit = Ändra många på en gång
action-mass-edits = Massändringar
mass-edit-title = Ändra många på en gång
mass-edit-persons = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
mass-edit-companies = { $count ->
    [one] { $count } företag
   *[other] { $count } företag
}
mass-edit-activities = { $count ->
    [one] { $count } aktivitet
   *[other] { $count } aktiviteter
}
mass-edit-of-persons = Deras kort
mass-edit-of-companies = Företagens kort
mass-edit-of-activities = Deras aktiviteter
mass-edit-any-kind = Av alla slag
mass-edit-since = Inte före
mass-edit-until = Inte efter
mass-edit-field = Fält
mass-edit-value = Nytt värde
mass-edit-new-item = Ett nytt alternativ…
mass-edit-new-item-name = Vad det heter
mass-edit-find = Sök efter
mass-edit-with = Sätt in i stället
mass-edit-from = Där det är
mass-edit-to = blir det
mass-edit-case = Skilj stora och små bokstäver
mass-edit-whole-word = Hela ord
mass-edit-regex = Reguljärt uttryck
mass-edit-restrict = Begränsning av behandlingen
mass-edit-ground = På vilken grund
mass-edit-verb-set = Sätt till
mass-edit-verb-clear = Töm
mass-edit-verb-add = Lägg till
mass-edit-verb-remove = Ta bort
mass-edit-verb-replace = Ersätt text
mass-edit-verb-exchange = Byt ut
mass-edit-add-row = Lägg till en rad
mass-edit-remove-row = Ta bort den här raden
mass-edit-next = Visa vad som ändras
mass-edit-planning = Tar reda på vad som ändras
mass-edit-plan = Vad som ändras
mass-edit-running = Korten ändras
mass-edit-taking-back = Ändringen ångras
mass-edit-numbers = { $changed } ändras, { $unchanged } är redan så, { $held } hålls tillbaka.
mass-edit-numbers-done = { $changed } ändrade, { $unchanged } var redan så, { $held } hölls tillbaka.
mass-edit-nothing = Inget ändras
mass-edit-nothing-text = Allt är redan så, eller hålls tillbaka.
mass-edit-who = Namn
mass-edit-before = Före
mass-edit-after = Efter
mass-edit-empty = (tomt)
mass-edit-page = { $from } till { $until } av { $total }
mass-edit-earlier = Föregående
mass-edit-later = Nästa
mass-edit-held = Hålls tillbaka
mass-edit-why = Varför
mass-edit-unseen = Visas inte för dig
mass-edit-more-held = { $count ->
    [one] och { $count } till
   *[other] och { $count } till
}
mass-edit-go-persons = { $count ->
    [one] Ändra { $count } person
   *[other] Ändra { $count } personer
}
mass-edit-go-companies = { $count ->
    [one] Ändra { $count } företag
   *[other] Ändra { $count } företag
}
mass-edit-go-activities = { $count ->
    [one] Ändra { $count } aktivitet
   *[other] Ändra { $count } aktiviteter
}
mass-edit-done-text = Ändringen kan ångras nu, eller senare under ”Massändringar”.
mass-edit-take-back = { $count ->
    [one] Ångra den enda
   *[other] Ångra alla { $count }
}
mass-edit-past = Massändringar
mass-edit-past-text = Det som någon har ändrat sedan dess står kvar när en massändring ångras.
mass-edit-past-none = Inget har ändrats på en gång än
mass-edit-past-none-text = Det som ändras på många kort på en gång står här och kan ångras.
mass-edit-when = När
mass-edit-what = Vad
mass-edit-whom = Hos vem
mass-edit-state = Tillstånd
mass-edit-stands = Kan ångras
mass-edit-unreadable = Går inte att läsa längre
hindrance-nobody-listed = ingen finns i listan

# The dialog that makes a privacy report

reporting-ask = Integritetsrapport…
reporting-title = Integritetsrapport
reporting-kind-access = Rapport (art. 15)
reporting-kind-portable = Flyttbar kopia (art. 20)
reporting-format-xlsx = Excel
reporting-format-pdf = PDF
reporting-format-html = Webbsida
reporting-format-json = JSON
reporting-format-csv = CSV
reporting-format-vcard = vCard
reporting-format-sealed = Förseglad sida
reporting-format-letter = Brev
reporting-format-attached = Fil
reporting-seal = Försegla med en lösenfras
reporting-no-answer = Utan svarsformulär
reporting-post = Skicka med e-post…
reporting-post-title = Skicka rapporten med e-post
reporting-post-to = Till
reporting-post-stopped = Den kan inte skickas dit
reporting-post-open = Skicka filerna som de är, utan lösenfras
reporting-post-open-says = Den som läser brevlådan eller förmedlar e-posten kan läsa allt i rapporten.
reporting-post-says = Den går med texten ”Rapport bifogad” från mallarna och förs in i registret och på kortet.
reporting-post-go = Lägg i utkorgen
reporting-posted = Rapporten väntar i utkorgen till { $address }.
reporting-posted-says = Den går när turen kommer. När den har gått behålls bara meddelandets text.
reporting-posted-phone = Ring personen och säg lösenfrasen. Den finns inte sparad någonstans, och ingen här kan få fram den igen.
reporting-seal-says = Allt hamnar i en sida som alla webbläsare öppnar, med den här lösenfrasen. Säg den till personen på telefon, aldrig i samma e-brev. Den som får tag i filen har all tid i världen att prova.
reporting-go-sealed = Försegla…
reporting-identity = Så kontrollerades identiteten
reporting-identity-hint = till exempel: ringt tillbaka på numret på kortet
reporting-letter = Med följebrev
reporting-transfer = Överför till
reporting-transfer-hint = en annan personuppgiftsansvarig, om personen vill det (art. 20.2)
reporting-file-along = En kopia följer med
reporting-file-names-others = nämner någon annan
reporting-nothing-left-out = Ingenting är utelämnat.
reporting-restricted = Begränsad (art. 18). En rapport till personen är tillåten; att du slår upp kortet för den antecknas.
reporting-in-trash = I papperskorgen till { $date }: det som ännu finns lagrat berättas ändå.
reporting-nothing-portable = Det finns inget att ta med sig
reporting-nobody-named = Inget ställe nämner någon annan
reporting-count =
    { $count ->
        [one] Ett ställe om någon annan: { $ways }
       *[other] { $count } ställen om andra: { $ways }
    }
reporting-count-blacked-out = { $count } maskerade
reporting-count-kept = { $count } kvar
reporting-count-reworded = { $count } omskrivna
reporting-next = Nästa ställe
reporting-previous = Föregående ställe
reporting-all = Alla i den här delen:
reporting-all-black-out = Maskera
reporting-all-keep = Behåll
reporting-page = Sida { $page } av { $pages }
reporting-page-before = Föregående sida
reporting-page-after = Nästa sida
reporting-front = Överst i dokumentet
reporting-names = ”{ $words }” pekar på kortet för { $name }
reporting-names-somebody = ”{ $words }” pekar på någon annans kort
reporting-black-out = Maskera
reporting-keep = Behåll som det är
reporting-reword = Säg det annorlunda
reporting-words = det som ska stå i stället
reporting-without-words =
    { $count ->
        [one] Ett ställe saknar orden som ska stå i stället
       *[other] { $count } ställen saknar orden som ska stå i stället
    }
reporting-no-format = Inget format är ikryssat
reporting-go =
    { $count ->
        [0] Välj var…
        [one] Skriv en fil…
       *[other] Skriv { $count } filer…
    }
reporting-where = Mappen där filerna får en egen mapp
reporting-running =
    { $count ->
        [one] En fil skrivs…
       *[other] { $count } filer skrivs…
    }
reporting-done-access =
    { $count ->
        [one] Rapporten skrevs som en fil
       *[other] Rapporten skrevs som { $count } filer
    }
reporting-done-portable =
    { $count ->
        [one] Den flyttbara kopian skrevs som en fil
       *[other] Den flyttbara kopian skrevs som { $count } filer
    }
reporting-done-says = Den står i registret och på kortet. Själva filerna skyddas inte längre av det här programmet.
reporting-done-sealed = Den står i registret och på kortet. Ingen öppnar den utan lösenfrasen, och ingen här kan hitta den igen.
reporting-no-controller = Inställningarna säger inte vad vår verksamhet heter, och rapporten ska berätta vem som ansvarar för uppgifterna.
reporting-manifest = manifest.json bredvid dem nämner varje fil med hela SHA-256-summan.
reporting-show = Öppna mappen
reporting-entry =
    { $count ->
        [one] En fil · Identitet: { $identity }
       *[other] { $count } filer · Identitet: { $identity }
    }
reporting-entry-of = { $what } · { $name }
reports-ask = Integritetsrapporter…
reports-title = Integritetsrapporter
reports-count =
    { $count ->
        [one] En person får en egen mapp
       *[other] { $count } personer får var sin mapp
    }
reports-held =
    { $count ->
        [one] En person hålls tillbaka:
       *[other] { $count } personer hålls tillbaka:
    }
reports-held-one = { $name }: { $why }
reports-files = Med kopior av kortens filer
reports-says = Var och en är på personens eget språk. Det som handlar om andra maskeras; öppna rapporten från kortet för att gå igenom den först.
reports-where = Mappen där var och en får en egen mapp
reports-go =
    { $count ->
        [one] Skriv en rapport…
       *[other] Skriv { $count } rapporter…
    }
reports-running = Skriver rapporterna
reports-numbers = { $done } av { $total }
reports-stopping-says = Om du avbryter ligger de färdiga rapporterna kvar och står i registret.
reports-done =
    { $count ->
        [one] En rapport har skrivits
       *[other] { $count } rapporter har skrivits
    }
reports-stopped =
    { $count ->
        [one] En rapport har skrivits, sedan stannade det med { $left } kvar
       *[other] { $count } rapporter har skrivits, sedan stannade det med { $left } kvar
    }
history-reports = Utlämnat till personen
help-report = Till vänster står dokumentets delar, till höger den som är vald, så som den kommer att lyda. Inget har lämnat kortfilen ännu.

    Där en text nämner någon som har ett kort här är det maskerat, om du inte låter det stå eller säger det med andra ord i den här kopian. Det som har tagits bort räknas upp i dokumentet med grunden.

    Filerna får en egen mapp där du väljer. Vad som har lämnats ut, till vem och hur de kändes igen står i exportregistret och på kortet.

## Privacy reports and portable copies

cli-help-report = Skriv det som finns lagrat om en person, eller det de kan ta med sig, till en mapp
cli-option-report-out = Mapp för filerna; den skapas där den saknas
cli-option-formats = Format med kommatecken emellan; utan detta alla som finns
cli-option-portable = Den flyttbara kopian (art. 20) i stället för rapporten
cli-option-identity = Hur det är känt att den som frågar är personen
cli-option-third-party = Vad som händer med namn på andra: black-out (maskera) eller keep (behåll)
cli-option-name-staff = Namnge vem hos oss som gjorde vad; annars står det att det var en av oss
cli-option-seal-passphrase-file = Fil med lösenfrasen som förseglar kopian
cli-option-report-selection = Om alla i det här urvalet, med en mapp för var och en
cli-option-report-letter = Med ett följebrev
cli-option-transfer-to = Vem som får kopian för att personen vill det (art. 20.2); ett brev till dem följer med
cli-option-transfer-address = En rad av deras adress; nämns en gång för varje rad
cli-option-no-files = Utan kopior av kortets filer
cli-option-leave-out = Utelämna den här filen på kortet, efter dess identitet
cli-help-confirm = Berätta för en person vad som har rättats på kortet (art. 16), i ett brev eller per e-post
cli-option-confirm-since = Allt som har ändrats sedan den här dagen; annars den senaste ändringen
cli-option-confirm-mail = Per e-post, med mallen ”corrected”
cli-report-format = { $format } finns inte bland formaten för detta: { $known }.
cli-report-weak-passphrase = Lösenfrasen är lätt att gissa, och den som får tag i filen har all tid i världen att försöka. En längre vore bättre.
cli-report-made =
    Rapport { $number }: { $count ->
        [one] en fil
       *[other] { $count } filer
    }
cli-report-blacked-out =
    { $count ->
        [one] Ett ställe om någon annan är maskerat.
       *[other] { $count } ställen om andra är maskerade.
    }
cli-report-one-person = En lösenfras, någon annan som får kopian och filer som utelämnas hör till en person: ange en.
cli-option-report-mail = Skicka den till personen med e-post, förseglad, genom utkorgen
cli-option-report-to = Till vilken av kortets adresser den går
cli-option-report-unsealed = Skicka filerna som de är, utan lösenfras
cli-report-mail-unsealed = Det som går med e-post förseglas med en lösenfras (--seal-passphrase-file), om du inte säger att det inte behövs (--unsealed). Inget skickades.
cli-report-would-mail = Rapporten skulle gå till { $address }.
cli-report-dry-run = Provkörning finns bara för flera personer, ett urval eller med e-post.
cli-report-plan =
    { $count ->
        [one] En person skulle få en rapport.
       *[other] { $count } personer skulle få var sin rapport.
    }
cli-report-several =
    { $count ->
        [one] En rapport:
       *[other] { $count } rapporter, var och en i sin egen mapp:
    }
cli-report-held = { $name } ({ $id }) får ingen: { $why }
cli-report-stopped =
    { $left ->
        [one] Det stannade före den sista: { $why }
       *[other] Det stannade med { $left } kvar: { $why }
    }
cli-report-files-left-out =
    { $count ->
        [one] En fil på kortet följer inte med.
       *[other] { $count } filer på kortet följer inte med.
    }
cli-confirm-written = Brevet har skrivits till { $file }. Det berättar om: { $fields }.
cli-confirm-queued = Bekräftelser lagda i utkorgen: { $count }. Rättat: { $fields }.
problem-file-is-there = Det finns redan en fil med det namnet, och den har inte rörts. Välj en annan mapp.
rule-nothing-portable = Inget om den här personen vilar på samtycke eller avtal, och bara det kan flyttas (art. 20). Inget skrevs. Integritetsrapporten berättar allt som finns lagrat.
rule-no-mail-account = Inget e-postkonto är inställt, så inget skickades. Allt väntar i utkorgen. Ange e-postserver och avsändaradress i inställningarna.
rule-mail-state = Det går inte att göra med meddelandet som det är: det som är på väg eller har skickats förblir som det är, och bara det som inte skickades kan skickas igen. Inget ändrades.
journal-kind-report-made = Integritetsrapport utlämnad
journal-kind-copy-made = Flyttbar kopia utlämnad
journal-kind-copy-transferred = Flyttbar kopia lämnad till någon annan
journal-kind-report-queued = Integritetsrapport lagd i utkorgen
journal-kind-correction-confirmed = Rättelse bekräftad för personen
journal-kind-mail-sent = Meddelande skickat
journal-kind-mail-not-sent = Meddelande inte skickat, eller kanske inte
journal-kind-mail-held = Meddelande hållet tillbaka eller släppt
journal-kind-mail-resent = Meddelande ska skickas igen
journal-kind-mail-removed = Meddelande borttaget från utkorgen
erasure-table-mailing = Utskick
erasure-table-mailing-file = Filer i utskick
erasure-table-template = Mallar
erasure-table-outbox-file = Filer i meddelanden
erasure-table-custom-field = Egna fält, deras namn
erasure-table-wording = Ordalydelser
erasure-table-report = Utlämnade rapporter
field-report = Slag
field-identity = Hur du kändes igen
field-report_recipient = Lämnad till
field-files = Filer
field-blacked_out = Maskerade ställen
report-kind-access = Integritetsrapport (art. 15)
report-kind-portable = Flyttbar kopia (art. 20)
report-title = Detta har { $office } lagrat om { $name }
report-title-plain = Detta har vi lagrat om { $name }
report-title-portable = Uppgifter som { $name } kan ta med sig
report-controller = Personuppgiftsansvarig
report-about = Gäller
report-fact-number = Rapportnummer
report-fact-asked = Som det var
report-fact-identity = Så kontrollerades din identitet
report-fact-language = Språk
report-fact-journal = Slutet av journalen
report-contents = Innehåll
report-field = Fält
report-value = Det vi har lagrat
report-came-from = Varifrån det kommer
report-category = Slag av uppgifter
report-blacked-out = [maskerat]
report-ground-others-rights = Utelämnat eftersom det handlar om någon annan, vars rättigheter det kunde skada (art. { $article }).
report-somebody = någon
report-mentions = På andras kort
report-mentions-says = De är räknade och inte återgivna här, eftersom det som står där också handlar om andra (art. 15.4). Fråga oss om du vill veta vad något av det säger om dig.
report-mentions-notes =
    { $count ->
        [one] Du nämns i anteckningen på en annan persons kort.
       *[other] Du nämns i anteckningarna på { $count } andra personers kort.
    }
report-mentions-companies =
    { $count ->
        [one] Du nämns i anteckningen på ett företags kort.
       *[other] Du nämns i anteckningarna på { $count } företags kort.
    }
report-mentions-activities =
    { $count ->
        [one] Du nämns i en aktivitet med någon annan.
       *[other] Du nämns i { $count } aktiviteter med andra.
    }
report-page = Sida { $page } av { $pages }
report-code-points = Tecken som typsnittet i det här dokumentet saknar är skrivna som kodpunkter (som U+1F600): { $count }.
report-nothing = Vi har inte lagrat något sådant om dig.
report-staff = en av oss
report-withheld =
    { $count ->
        [one] Ett ställe är maskerat eftersom det handlar om någon annan, vars rättigheter det kunde skada (art. { $article }).
       *[other] { $count } ställen är maskerade eftersom de handlar om andra, vars rättigheter de kunde skada (art. { $article }).
    }
report-reworded =
    { $count ->
        [one] Ett ställe om någon annan återges med andra ord.
       *[other] { $count } ställen om andra återges med andra ord.
    }
report-files-left-out =
    { $count ->
        [one] En fil på ditt kort följer inte med som kopia, eftersom den nämner andra eller utelämnas av hänsyn till dem.
       *[other] { $count } filer på ditt kort följer inte med som kopior, eftersom de nämner andra eller utelämnas av hänsyn till dem.
    }
report-fields-left-out =
    { $count ->
        [one] Ett fält som kontoret har lagt till på sina kort innehåller något om dig och återges inte här. Fråga om du vill veta vad det är.
       *[other] { $count } fält som kontoret har lagt till på sina kort innehåller något om dig och återges inte här. Fråga om du vill veta vad det är.
    }
report-file-left-out = följer inte med
report-held-restricted = behandlingen är begränsad (art. 18), så de får svar en och en.
report-held-in-trash = kortet ligger i papperskorgen.
report-held-nothing-portable = ingenting vilar på samtycke eller avtal, och bara det kan flyttas (art. 20).
report-transfer-purpose = Flyttbar kopia { $number }, överförd för att personen vill det (art. 20.2)
report-letter-date = Datum
report-letter-title-access = Detta har vi lagrat om dig: svar på din begäran
report-letter-title-portable = Dina uppgifter att ta med
report-letter-title-transfer = Uppgifter om { $name }, överförda på egen begäran
report-letter-title-corrected = Vi har rättat dina uppgifter
report-letter-access = Du har frågat vad vi har lagrat om dig (dataskyddsförordningen art. 15). Rapport { $number } följer med detta brev och berättar allt som det var { $when }: vilka uppgifter, vad de används till och på vilken rättslig grund, varifrån de kommer, vem som har fått dem och hur länge de sparas.
report-letter-known = Innan vi svarade försäkrade vi oss om att det var du som frågade: { $how }
report-letter-withheld = Det som handlar om andra är utelämnat där det kunde skada dem (art. 15.4). Rapporten visar varje ställe och räknar dem i slutet.
report-letter-files =
    { $count ->
        [one] En kopia av den enda fil som hör till ditt kort följer med.
       *[other] Kopior av { $count } filer som hör till ditt kort följer med.
    }
report-letter-rights = Säg till om något i den är fel eller ofullständigt, så rättar vi det. Rapporten berättar också om dina andra rättigheter och hur du använder dem. Det kostar dig ingenting.
report-letter-portable = Du har bett att få med dig det du har gett oss (dataskyddsförordningen art. 20). Kopia { $number } följer med detta brev, som det var { $when }, i filer som andra program kan läsa.
report-letter-transfer = { $name } har bett oss att överföra till er det vi har fått (dataskyddsförordningen art. 20.2). Kopia { $number } följer med detta brev, som det var { $when }.
report-letter-transfer-what = Den innehåller: { $fields }.
report-letter-transfer-then = Från och med nu ansvarar ni för det ni tar över, och berättar för personen vad ni använder det till (art. 13 och 14). Ta bara över det ni behöver för det personen ber er om, och radera resten.
report-letter-manifest = Filen manifest.json nämner varje fil med kontrollsumman (SHA-256), så att vem som helst kan se att den är som vi skickade den.
report-letter-ask = Frågor ställs till: { $contact }.
report-letter-corrected = Den { $date } rättade vi det vi har lagrat om dig (dataskyddsförordningen art. 16). Nu står det:
report-letter-corrected-told = Dessa har fått dina uppgifter tidigare, och vi berättar för dem om rättelsen om det inte är omöjligt eller kräver oproportionerligt arbete (art. 19): { $recipients }.
report-letter-reads = { $field }: { $value }
report-letter-nothing = ingenting längre
report-look-up = Integritetsrapport till personen (art. 15)
report-look-up-portable = Flyttbar kopia till personen (art. 20)
report-origin-provided = Lämnat av dig
report-origin-observed = Noterat utifrån det som hände
report-origin-derived = Noterat eller tilldelat av oss
report-origin-third-party = Från någon annan
report-came-source = källa: { $source }
report-reach-absolute = Marknadsföring: den upphör genast (art. 21.2)
report-reach-weighed = Det upphör medan det vägs (art. 21.1)
report-reach-none = Art. 21 når inte den rättsliga grunden
report-deletion-deleted = Kortet raderades
report-deletion-refused = Kortet blir kvar
report-direction-in = Till oss
report-direction-out = Från oss
report-section-summary = I korthet
report-section-data = Det som står på ditt kort
report-section-purposes = Vad vi använder det till, och på vilken rättslig grund
report-section-recipients = Vem som har fått det
report-section-retention = Hur länge vi behåller det
report-section-ledger = Alla beslut om rättslig grund
report-section-subscriptions = Vilka utskick du vill ha
report-section-subscriptions-says = Vad du har svarat på varje typ av utskick, i den ordning det fördes in. Ett tomt svar tar tillbaka det föregående.
report-section-messages = Brev och meddelanden som väntar på att skickas till dig
report-section-answers = Vad som kom tillbaka från dig
report-section-activities = Det som har sagts, skrivits och avtalats
report-section-documents = Filer som hör till ditt kort
report-section-people = Andra du är knuten till hos oss
report-section-requests = Det du har bett om, och vad det blev av det
report-section-handling = Hur ditt kort har hanterats
report-section-more = Mer som vi har lagrat
report-section-rights = Dina rättigheter, och hur du använder dem
report-section-complaint = Var du kan klaga
report-section-automated = Automatiserat beslutsfattande
report-section-safeguards = Hur dina uppgifter skyddas
report-section-withheld = Det som har utelämnats
report-section-data-says = Efter kategori: varje fält som innehåller något, vad det innehåller och varifrån det kommer.
report-section-purposes-says = För varje syfte: den rättsliga grund som gäller nu, sedan när, och varifrån beslutet kommer.
report-section-recipients-says = Alla utanför vårt kontor som har fått uppgifter om dig från oss, med dag och vad det var till.
report-section-ledger-says = Varje rad som någonsin har förts in, också de som inte längre gäller, och de ord som du fick se.
report-section-handling-says = När kortet har slagits upp medan det var stängt, eller av ett skäl som angavs, och till vad, i vilka urval det finns, och vad som har gjorts med det. Vem av oss som gjorde det sägs inte.
report-confirmed = Ja, { $office } behandlar personuppgifter om dig. Den här rapporten berättar vilka, till vad och på vilken rättslig grund, varifrån de kommer, vem som har fått dem, hur länge de behålls och vad du kan begära.
report-confirmed-plain = Ja, vi behandlar personuppgifter om dig. Den här rapporten berättar vilka, till vad och på vilken rättslig grund, varifrån de kommer, vem som har fått dem, hur länge de behålls och vad du kan begära.
report-as-it-stood = Allt återges som det var { $when }.
report-interest = Vårt intresse: { $interest }
report-basis-consent = Du har sagt ja till detta, och kan när som helst ta tillbaka det.
report-basis-contract = Behövs för ett avtal med dig, eller för en offert du har bett om.
report-basis-legal-obligation = En lag ålägger oss det.
report-basis-vital-interests = Det skyddar någons liv eller hälsa.
report-basis-public-task = En uppgift av allmänt intresse, fastställd i lag.
report-basis-legitimate-interests = Vi har ett intresse som inte väger mindre än dina. Du kan göra invändningar.
report-basis-withdrawn = Du har tagit tillbaka ditt samtycke, och detta har upphört.
report-basis-objected = Du har gjort en invändning, och detta har upphört.
report-struck = Felaktigt infört
report-wordings = De ord du fick se
report-no-recipients = Vi har inte lämnat uppgifter om dig till någon utanför vårt kontor.
report-no-transfers = Vi överför inte dina uppgifter till någon utanför EES eller till någon internationell organisation (art. 15.2).
report-kept = { $rule }: { $period }. Det vill säga till { $day }.
report-kept-while-needed = Vi behåller uppgifterna så länge ett syfte ovan behöver dem, och raderar dem när inget gör det längre.
report-history = Det som har gjorts med kortet
report-right-access = Tillgång (art. 15): Du kan fråga vad vi har lagrat om dig och få en kopia, som du har gjort nu.
report-right-rectify = Rättelse (art. 16): Du kan få felaktiga uppgifter rättade och ofullständiga kompletterade.
report-right-erase = Radering (art. 17): Du kan få uppgifterna raderade där vi inte längre behöver dem, du har tagit tillbaka samtycket eller invänt, eller behandlingen var olaglig.
report-right-restrict = Begränsning (art. 18): Du kan be oss att bara lagra uppgifterna, till exempel medan vi kontrollerar om de är riktiga.
report-right-port = Dataportabilitet (art. 20): Det du har lämnat till oss med samtycke eller avtal kan du få i en form som andra program läser.
report-right-object = Invändning (art. 21): Du kan göra invändningar mot det vi gör med stöd av berättigade intressen eller en offentlig uppgift, och mot marknadsföring när som helst och utan skäl.
report-right-withdraw = Återkallelse (art. 7.3): Samtycke som du har gett kan du när som helst ta tillbaka. Det som gjorts dessförinnan är fortfarande lagligt.
report-ask = För att använda någon av dem, skriv eller ring, i vilken form du vill: { $contact }.
report-ask-plain = För att använda någon av dem, skriv till oss eller ring oss, i vilken form du vill.
report-answer-within = Vi svarar utan dröjsmål och senast inom en månad, kostnadsfritt (art. 12.3 och 12.5).
report-authority-no = Datatilsynet, Postboks 458 Sentrum, 0105 Oslo, datatilsynet.no
report-authority-se = Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, imy.se
report-authority-any = dataskyddsmyndigheten i det land där du bor eller arbetar
report-complain = Anser du att vi behandlar dina uppgifter fel, säg till oss; du kan också klaga till tillsynsmyndigheten (art. 77): { $authority }.
report-no-automated = Inget beslut om dig fattas av en maskin ensam, och du profileras inte i det syftet (art. 22).
report-protected = Uppgifterna ligger krypterade på våra egna datorer. Bara de av oss som behöver dem ser dem, det som görs med dem förs in i en journal som inte kan ändras obemärkt, och programmet skickar dem ingenstans av sig självt. Där vi har lämnat dem vidare står det ovan vem som har fått dem.
report-column-at = När
report-column-by = Av vem
report-column-reason = Skäl
report-column-decision = Beslut
report-column-answer = Svar
report-column-decided-at = Beslutat
report-column-decided-by = Beslutat av
report-column-ground = Grund
report-column-until = Till
report-column-lifted-at = Hävt
report-column-lifted-by = Hävt av
report-column-lifted-why = Varför det hävdes
report-column-purge-on = Raderas för gott
report-column-company = Företag
report-column-reach = Hur långt den når
report-column-name = Namn
report-column-media-type = Filtyp
report-column-size = Storlek
report-column-purpose = Syfte
report-column-basis = Rättslig grund
report-column-status = Status
report-column-since = Sedan
report-column-source = Källa
report-column-why = Varför
report-column-version = Version
report-column-language = Språk
report-column-words = Text
report-column-other = Vem
report-column-recipient = Mottagare
report-column-subscription-type = Typ
report-column-subscription-wanted = Önskat
report-column-outbox-kind = Om
report-column-outbox-channel = Skickas som
report-column-outbox-recipient = Mottagare
report-column-outbox-address = Adress
report-column-outbox-body = Text
report-column-outbox-state = Status
outbox-kind-notice = Integritetsinformation
outbox-kind-consent-request = Begäran om samtycke
outbox-kind-consent-confirmation = Begäran om att bekräfta ett samtycke
outbox-kind-corrected = Bekräftelse på att uppgifter har rättats
outbox-kind-erased = Bekräftelse på att uppgifter har raderats
outbox-kind-report = Registerutdrag eller kopia av uppgifterna
outbox-kind-breach = Information om en personuppgiftsincident
outbox-kind-answer = Svar på en begäran
outbox-kind-marketing = Utskick
outbox-kind-test = Prov
outbox-state-queued = Väntar
outbox-state-held = Hålls kvar
outbox-state-connecting = Ansluter
outbox-state-data = På väg
outbox-state-sent = Skickat
outbox-state-failed = Inte skickat
outbox-state-unknown = Kan ha skickats

# Mail: the account, sending

# Mail: the account, sending

# Mail: the account, sending
mail-step-name = När servern skulle hittas
mail-step-connect = Under anslutning
mail-step-tls = När anslutningen skulle säkras
mail-step-greet = När servern hälsades
mail-step-sign-in = Under inloggning
mail-step-from = När avsändaren angavs
mail-step-to = När mottagaren angavs
mail-step-announce = När meddelandet anmäldes
mail-step-body = Medan texten var på väg
mail-done-name = Serverns namn hittades.
mail-done-connect = Servern svarar.
mail-done-tls = Anslutningen är krypterad, och certifikatet är serverns.
mail-done-greet = Servern är redo.
mail-done-sign-in = Du är inloggad.
mail-done-from = Servern tar emot e-post från din adress.
mail-done-to = Servern tar emot e-post till din adress.
mail-done-announce = Servern väntar på texten.
mail-done-body = Servern har godtagit meddelandet. Titta i din inkorg.
mail-why-no-such-server = det finns ingen server med det namnet, eller så är datorn frånkopplad.
mail-why-unreachable = servern kan inte nås. Kontrollera porten under E-postkonto, och om en brandvägg spärrar.
mail-why-timed-out = servern tog för lång tid.
mail-why-no-tls = servern erbjuder ingen kryptering här, så inget skickades. Prova port 465 med TLS från början.
mail-why-certificate = certifikatet är inte ett för den här servern som datorn litar på, så inget skickades. Någon annan kan lyssna, eller så heter servern något annat.
mail-why-tls-failed = ingen krypterad anslutning kom till stånd, så inget skickades. Porten är kanske för den andra sortens anslutning.
mail-why-no-sign-in = servern erbjuder inget sätt att logga in som det här programmet känner till.
mail-why-no-token = programmet som skriver ut åtkomstnyckeln skrev inte ut någon.
mail-why-letters = adressen har bokstäver som servern inte kan ta emot.
mail-why-refused = servern avvisade det ({ $code }).
mail-why-refused-now = servern avvisade det tills vidare ({ $code }).
mail-why-garbled = servern svarade något som inte är e-post.
mail-why-broken = anslutningen bröts.
mail-said = Serverns egna ord: ”{ $said }”.
mail-do-sign-in = Kontrollera användare och lösenord under E-postkonto.
mail-do-recipient = Kontrollera adressen på kortet.
mail-do-sender = Kontrollera avsändaradressen under E-postkonto.
mail-do-network = Kontrollera att datorn är ansluten, och serverns namn under E-postkonto.
mail-do-account = Kontrollera det som är inställt under E-postkonto.
mail-interrupted = Programmet eller datorn stannade medan texten var på väg. Det kan ha skickats: titta i din mapp Skickat, eller fråga.
mail-not-written-sender = Avsändaradressen kan inte användas.
mail-not-written-recipient = Mottagarens adress kan inte användas.
mail-not-written-parts = Meddelandet kunde inte sättas samman.
mail-test-subject = Kartotek kan skicka e-post
mail-test-text = Det här meddelandet visar att kontot fungerar. Ingen annan har fått det.

# The outbox
mail-provider = Leverantör
mail-provider-choose = Välj vem som har brevlådan
mail-provider-other = En annan leverantör
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
mail-provider-password = Logga in med e-postadressen och lösenordet till brevlådan.
mail-provider-app-password = Skapa ett lösenord bara för det här programmet (ett applösenord) på leverantörens sidor, under säkerhet, och ange det nedan.
mail-provider-token = Den här leverantören tar för det mesta inte emot lösenord från program. Ange ett program nedan som skriver ut en åtkomstnyckel, eller fråga den som sköter kontorets e-post.
mail-section-sender = Adress och lösenord
mail-section-server = Server
mail-section-limits = Gränser
mail-section-messages = I varje meddelande
mail-section-test = Test
mail-try = Skicka ett test
mail-trying = Provar…
mail-try-says = Skickar ett meddelande till dig själv, och berättar vad varje steg gav.
outbox-title = Utkorg
frame-outbox = Utkorg
action-outbox = Utkorg
action-send-mail = Skicka det som väntar i utkorgen
help-outbox = Det som ska skickas väntar här, och går av sig självt medan fönstret är öppet. Det som inte gick står först, med skälet: skicka det igen, håll det tillbaka, eller ta bort det. Det som kan ha skickats går aldrig igen av sig självt: titta i din mapp Skickat först.
outbox-tab-look = Att titta på ({ $count })
outbox-tab-waits = Väntar ({ $count })
outbox-tab-sent = Skickat ({ $count })
outbox-send = Skicka nu
outbox-sending = Skickar…
outbox-closed = Utkorgen är inte öppen för dig
outbox-no-account = Inget skickas ännu
outbox-no-account-text = Ställ in kontot som e-post skickas från. Tills dess väntar allt här.
outbox-account-set-up = Ställ in kontot
outbox-account = Kontot
outbox-stuck = E-post kan inte skickas nu; den väntar och prövas igen
outbox-limited = Kontots gräns är nådd
outbox-not-reached = E-post väntar i utkorgen; ett nytt försök görs automatiskt. { $why }
outbox-failed = { $count ->
    [one] Ett meddelande skickades inte. Utkorgen berättar varför.
   *[other] { $count } meddelanden skickades inte. Utkorgen berättar varför.
}
outbox-unknown = { $count ->
    [one] Ett meddelande kan ha skickats, eller inte. Titta i utkorgen.
   *[other] { $count } meddelanden kan ha skickats, eller inte. Titta i utkorgen.
}
outbox-unknown-says = Det kan ha skickats: härifrån kan ingen veta det. Titta i din mapp Skickat, eller fråga mottagaren, innan du skickar det igen.
outbox-held-says = Hållet tillbaka tills du släpper det.
outbox-again = Inget har gått förlorat: meddelandet väntar här, och ett nytt försök görs automatiskt { $time }.
outbox-again-soon = Inget har gått förlorat: meddelandet väntar här, och ett nytt försök görs automatiskt.
outbox-not-before = Skickas { $time }.
outbox-failed-says = Det skickades inte, och ligger kvar här. Åtgärda det som står ovan och skicka det igen, eller ta bort det.
outbox-hold = Håll tillbaka
outbox-release = Släpp
outbox-resend = Skicka igen
outbox-remove = Ta bort
outbox-remove-title = Ta bort meddelandet?
outbox-remove-says = Det skickas inte, och inget av det sparas utom att det togs bort.
outbox-card = Kortet
outbox-closed-says = Kortet är stängt, eller gäller en radering som du inte får se.
outbox-column-to = Till
outbox-column-about = Om
outbox-column-since = Sedan
outbox-none-look = Inget att titta på
outbox-none-look-text = Det som inte gick, eller kanske inte gick, visas här med skälet.
outbox-none-waits = Inget väntar
outbox-none-waits-text = Det som ska skickas väntar här tills det är dess tur.
outbox-none-sent = Inget har skickats ännu
outbox-none-sent-text = Det som e-postservern tog emot stannar här som bevis.
report-column-for = Till vad
report-column-fields = Fält
report-column-format = Format
report-column-copy = Bifogad kopia
report-column-export = När
report-column-done = Vad som gjordes
report-column-statute = Lag eller anspråk

## Merging
right-merge = Slå ihop kort
rule-merge-with-itself = Ett kort kan inte slås ihop med sig självt. Inget ändrades.
rule-merge-undone-before = Den här sammanslagningen har redan ångrats. Inget ändrades.
rule-merged-further = Kortet som behölls har sedan slagits ihop med ett annat kort. Ångra den sammanslagningen först. Inget ändrades.
rule-apart-from-itself = Det här är inte två kort, utan ett. Inget ändrades.
field-distinct = Befunnet vara två personer
relation-back-assistant = Assistent till
relation-back-superior = Överordnad till
relation-back-recommended-by = Har rekommenderat
rule-related-to-themselves = Ingen har en relation till sig själv. Inget ändrades. Välj en annan person.
cli-help-merge = Slå ihop två kort
cli-help-merge-undo = Ångra en sammanslagning
cli-help-merge-list = Lista sammanslagningar som kan ångras
cli-help-duplicates = Hitta kort som kan gälla samma person
cli-help-duplicates-apart = Notera att två kort gäller två personer
cli-help-relation = Vad personer är för varandra
cli-help-relation-list = Visa vad andra är för en person
cli-help-relation-add = Notera vad en annan person är för en person
cli-help-relation-remove = Ta bort en relation
cli-option-take = Ta fältets värde från det andra kortet
cli-option-kind = Vilken typ det är, med nyckel eller namn
cli-option-new-kind = Gör sorten till en ny, om den inte är känd
cli-relation-new-kind = Med --new-kind blir det en ny sort.
cli-merge-two = Ange två kort: det som blir kvar och det som försvinner.
cli-merged = Sammanslaget. Ångra med: kartotek merge undo { $id }
cli-merge-undone = Ångrat: { $kept } är som det var, { $gone } finns igen.
cli-merge-field = Fält
cli-merge-held = Ändrat sedan sammanslagningen, och kvar som det är på det första kortet: { $fields }
cli-merge-missing = Inte återställt på det andra kortet, eftersom ett annat har det nu, det har ersatts eller någon som har raderats hade det: { $fields }
cli-merge-erased = Inte återställda på det andra kortet, eftersom det de gäller har raderats eller tagits bort sedan dess: { $count }
cli-merge-refused-too = Infört sedan sammanslagningen, och nu på båda korten: { $purpose }: { $basis }
cli-merge-mailings-too = Infört sedan sammanslagningen, och nu på båda korten: { $field }
cli-duplicates = { $count ->
    [one] { $count } par som kan vara en person
   *[other] { $count } par som kan vara en person
 }
cli-apart = Noterat: två personer.
cli-option-kept = Kortet som blir kvar
cli-option-gone = Kortet som försvinner
cli-option-other = Den andra personen
cli-option-relation = Relationen
merge-find-title = Hitta dubbletter
merge-find-text = De här korten kan gälla samma person. Jämför två för att slå ihop dem, eller säg att de är två personer.
merge-looking = Letar efter kort som liknar varandra…
merge-none = Inga dubbletter hittades
merge-none-text = Inga kort delar e-postadress eller telefonnummer, eller har liknande namn på samma företag eller ort.
merge-first = Första kortet
merge-second = Andra kortet
merge-why = Liknar genom
merge-apart = De är två personer
merge-compare = Jämför
merge-title = Slå ihop till { $name }
merge-stays = Blir kvar
merge-goes = Blir del av det
merge-created = Skapat { $day }
merge-no-difference = De två korten skiljer sig inte i något fält.
merge-bases = Rättslig grund
merge-bases-text = Av två svar på ett ändamål gäller det strängaste. Båda historikerna behålls.
merge-holds = Gäller
merge-all-kept-title = Behålls från båda
merge-earlier = Tidigare sammanslagningar…
merge-earlier-title = Tidigare sammanslagningar
merge-earlier-text = Två kort som har blivit ett kan skiljas igen: vart och ett får tillbaka sitt, och det som har ändrats sedan dess står kvar.
merge-earlier-none = Inga kort har slagits ihop
merge-earlier-none-text = Det du slår ihop står här efteråt och kan ångras.
merge-earlier-card = Kort
merge-earlier-when = Sammanslaget
merge-earlier-state = Tillstånd
merge-earlier-open = Kan ångras
merge-earlier-covered = Ångra den senare först
merge-take-back = Ångra
merge-taken-back = Sammanslagningen har ångrats: det finns två kort igen.
merge-swap = Byt plats
merge-merge = Slå ihop 2 kort
merge-done = { $name }: två kort har blivit ett. Ctrl+Z ångrar.
merge-all-kept = Alla adresser, nummer, intressen och anteckningar behålls.
merge-can-be-undone = Det här kan ångras.
merge-ledger-origin = Från kortet som slogs ihop med det här { $date }.
merge-ledger-parted = Infört { $date }, medan det här kortet var ihopslaget med ett annat.
help-merging = Kort som kan gälla samma person står i par, de säkraste först. Jämför visar de två bredvid varandra: välj värde för värde vad som behålls. Allt som hör till kortet som försvinner följer med. Av två svar på ett ändamål gäller det strängaste, och båda historikerna behålls. En sammanslagning kan ångras.
help-mass-edit = Varje rad säger vilket fält som ändras, vad som görs med det och med vad. Planen visar sedan hur många som ändras, vilka som hålls tillbaka och varför, och varje kort före och efter. Inget ändras förrän du trycker på knappen som säger hur många. Allt görs tillsammans eller inte alls, och det kan ångras, även nästa vecka: det som någon har ändrat sedan dess står kvar.
merge-count =
    { $count ->
        [one] ett par
       *[other] { $count } par
    }
merge-follows-activity =
    { $count ->
        [one] en aktivitet
       *[other] { $count } aktiviteter
    }
merge-follows-ledger =
    { $count ->
        [one] en uppgift om rättslig grund
       *[other] { $count } uppgifter om rättslig grund
    }
merge-follows-attachment =
    { $count ->
        [one] en fil
       *[other] { $count } filer
    }
merge-follows-relation =
    { $count ->
        [one] en relation
       *[other] { $count } relationer
    }
merge-follows-employment =
    { $count ->
        [one] ett tidigare företag
       *[other] { $count } tidigare företag
    }
list-merge = Slå ihop…
settings-duplicates = Leta efter dubbletter…
settings-duplicates-hint = Kort som delar e-postadress, telefon eller ett liknande namn på samma företag eller ort.
merge-follows = Följer med: { $what }.

## Fönstret, startat en gång till
start-raised = Kartotek visar redan det här kartoteket. Fönstret har hämtats fram.

## Activities
activities-title = Aktiviteter
activities-count =
    { $count ->
        [one] { $count } aktivitet
       *[other] { $count } aktiviteter
    }
activities-more =
    { $count ->
        [one] och { $count } tidigare
       *[other] och { $count } tidigare
    }
activity-call-out = Samtal ut
activity-call-in = Samtal in
activity-email-out = E-post skickad
activity-email-in = E-post mottagen
length-seconds = { $count } s
length-minutes = { $count } min
length-hours = { $count } h
activity-recorded-agreed = Inspelat; den andra parten tillfrågades och sade ja.
activity-recorded-refused = Inspelat, trots att den andra parten tillfrågades och sade nej. Radera inspelningen om inte lagen tillåter den.
activity-recorded-not-asked = Inspelat, men ingen frågade. Ingenting visar att den andra parten sade ja.
activity-overdue =
    { $count ->
        [one] { $count } dag försenad
       *[other] { $count } dagar försenad
    }
activity-due-today = Ska göras i dag
activity-due-tomorrow = Ska göras i morgon
activity-due = Ska göras { $date }
activity-done = Klart
today-overdue = Försenat
today-now = I dag
today-coming = De närmaste sju dagarna
today-undated = Utan datum
today-done = Klart i dag
today-more = och { $count } till
today-nothing = Ingenting väntar på dig.
texts-card-note = Anteckning på kortet
cli-found-texts =
    { $count ->
        [one] Hittat i { $count } text
       *[other] Hittat i { $count } texter
    }
cli-activity-removed = Aktiviteten togs bort.
cli-help-activity = Vad som har gjorts med någon, och vad som ska göras
cli-help-activity-add = Lägg till anteckning, samtal, möte, uppgift eller e-post på en person eller ett företag
cli-help-activity-list = Visa någons aktiviteter, de nyaste först
cli-help-activity-edit = Ändra en aktivitet
cli-help-activity-done = Bocka av något som är gjort
cli-help-activity-remove = Ta bort en aktivitet
cli-help-today = Visa vad som är försenat, vad som ska göras i dag och vad som kommer
cli-option-in-texts = Leta i anteckningar och aktiviteter i stället för namn
cli-option-since = Inte före denna dag, som 2026-03-01 eller -30d
cli-option-until = Inte efter denna dag
cli-option-words = Vad som sades, skrevs eller avtalades
cli-option-subject = Vad det gäller, på en rad
cli-option-at = När det skedde eller börjar: 2026-03-05T08:41:00Z, 2026-03-05 09:41 eller en dag
cli-option-direction = Åt vilket håll ett samtal eller ett e-brev gick
cli-option-minutes = Hur länge det varade, i minuter
cli-option-seconds = Hur länge det varade, i sekunder
cli-option-recorded = Om samtalet spelades in
cli-option-record-consent = Vad den andra parten sade om att bli inspelad
cli-option-due = Dagen det ska vara gjort, som 2026-12-24 eller +3d; "" för ingen
cli-option-done = Det är redan gjort
cli-option-undone = Ta bort bocken igen
cli-option-mine = Bara det du har lagt in, eller personer du ansvarar för
activity-letter-note = A
activity-letter-call = S
activity-letter-meeting = M
activity-letter-task = U
activity-letter-email = E
activities-none = Inget har skrivits ner ännu. Ctrl+J lägger till en anteckning, ett samtal, ett möte, en uppgift eller ett e-brev.
activities-none-here = Inget har skrivits ner ännu.
activities-none-found = Inget av det slaget under den perioden.
activities-show-more =
    { $count ->
        [one] Visa { $count } till
       *[other] Visa { $count } till
    }
activities-all-kinds = Alla typer
activities-any-time = Hela tiden
activities-month = Senaste 30 dagarna
activities-half-year = Senaste sex månaderna
activities-year = Senaste tolv månaderna
activity-text-hint = Vad som sades eller avtalades
activity-date = Datum
activity-date-hint = 24/12, i morgon, +3d
activity-consent-not-asked = Ingen frågade
activity-consent-agreed = Tillfrågade, och de sade ja
activity-consent-refused = Tillfrågade, och de sade nej
activity-keys = Ctrl+Enter sparar, Esc avbryter
activity-keys-mac = ⌘Enter sparar, Esc avbryter
activity-leave = Kasta det du har skrivit?
activity-length = Längd (minuter)
activity-stay = Fortsätt skriva
activity-discard = Kasta
activity-remove = Ta bort
activity-by = { $time }, inlagt av { $name }
undo-activity = { $what } ({ $name })
call-to = Samtal med { $number }
call-stop = Stoppa
call-go = Visa
call-running = { $name }, { $time }
call-unsaved = { $name }: samtalet är inte sparat ännu
call-already = Samtalet med { $name } är inte färdigskrivet ännu.
today-mine = Bara mina
today-nothing-text = Uppgifter med datum och kommande möten står här. Skriv dem på kortet de gäller, med Ctrl+J.
today-due = { $count ->
    [one] En person har behållits längre än nödvändigt.
   *[other] { $count } personer har behållits längre än nödvändigt.
}
today-due-show = Visa vem
texts-also = Även i anteckningar och aktiviteter: { $count }
texts-also-many = Även i anteckningar och aktiviteter: fler än { $count }
texts-only =
    { $count ->
        [one] Orden står i { $count } anteckning eller aktivitet.
       *[other] Orden står i { $count } anteckningar eller aktiviteter.
    }
texts-only-many = Orden står i fler än { $count } anteckningar eller aktiviteter.
texts-only-show = Visa det som hittades
texts-back = Tillbaka till personer
texts-none = ”{ $text }” står inte i någon anteckning eller aktivitet
texts-none-text = Ord hittas utifrån hur de börjar.
texts-more = De { $count } nyaste visas. Fler bokstäver ger färre träffar.
help-key-activity = Anteckning, samtal, möte, uppgift
## De som arbetar här
people-text = Alla låser upp kartoteket med sin egen lösenfras och gör det som deras roll tillåter.
people-add = Lägg till någon…
people-remove = Ta bort…
people-you = { $name } (du)
people-last-unlock = Låste senast upp { $time }
people-never = Har inte låst upp kartoteket än
people-gone = Inte här längre: { $people }.
people-left = { $name } (till { $date })
people-denied = Du saknar rättigheten ”{ $right }”. Den kan ges av: { $who }.
people-role-given = { $name } har en annan roll nu.
people-add-title = Lägg till någon
people-add-text = De låser upp kartoteket med sitt namn och sin egen lösenfras, på den här datorn eller där mappen ligger.
people-name = Namn
people-name-hint = Det står på korten som initialer, och i journalen. Ingen annan kan få det senare.
people-name-missing = Ett namn behövs.
people-role = Roll
people-role-hint = Den kan ändras när som helst.
people-your-passphrase = Din egen lösenfras
people-add-go = Lägg till
people-added = { $name } arbetar här nu.
people-leave-title = Ta bort { $name }?
people-leave-text = { $name } kan inte öppna kartoteket längre. Det { $name } har gjort står kvar under namnet.
people-leave-key = Kartoteket får en ny nyckel. Alla andra fortsätter med lösenfrasen de har; datorer som kommer ihåg någon annans nyckel fortsätter att göra det.
people-leave-backup = En säkerhetskopia görs med den nya nyckeln.
people-leave-older = Äldre säkerhetskopior öppnas fortfarande med { $days ->
    [one] lösenfraserna från förut tills de går ut, senast efter en dag
   *[other] lösenfraserna från förut tills de går ut, senast efter { $days } dagar
 }; kopior du har på andra ställen, för alltid.
people-leave-recovery = Den som känner till återställningsnyckeln kan fortfarande öppna kartoteket. Om { $name } kan känna till den, gör en ny under ”Nycklar och lås”.
people-leave-name = Namnet ges inte till någon annan.
people-leave-go = Ta bort
people-leave-busy = Byter nyckel…
people-removed = { $name } arbetar inte här längre. Nyckeln har bytts och en säkerhetskopia gjorts.
people-removed-no-backup = { $name } arbetar inte här längre och nyckeln har bytts, men det gick inte att göra en säkerhetskopia. Gör en nu.
people-roles-text = Vad varje roll tillåter. Ägarens roll tillåter alltid allt.
people-role-rights = Rättigheter
people-role-fields = Fält efter roll
people-role-fields-text = För varje fält: om de som har rollen ser det, och om de får ändra det. Det som kontoret inte samlar in ser ingen.
people-role-fields-of = Roll
people-role-field-hidden = Dolt
people-role-field-read = Läsa
people-role-field-edit = Redigera
people-role-field-off = Samlas inte in
people-role-new = Ny roll
people-role-rename = Byt namn på rollen
people-role-remove = Ta bort rollen
people-protection = Vad som skyddar vad
people-by-encryption = Med kryptering
people-by-encryption-text = Öppning av kartoteket, bilagorna och säkerhetskopiorna. Utan egen lösenfras, återställningsnyckeln eller en dator som kommer ihåg den läser ingen någonting, vilket program de än använder.
people-by-program = Endast av programmet
people-by-program-text = Roller, endast läsning, dolda fält. Alla som arbetar här delar en nyckel, så den som kan öppna kartoteket skulle kunna läsa allt med andra verktyg. Roller håller ärliga människor ärliga; för en verklig åtskillnad, använd var sitt kartotek.
unlock-user = Vem är du?
unlock-user-choose = Välj ditt namn
unlock-user-missing = Välj ditt namn först.

## Lock, keys, drafts and settings

problem-setting = { $setting }: { $reason } Ingenting har ändrats.
lock-draft-back = Det du hade skrivit utan att spara är tillbaka.
lock-is-locked = Det är låst. Var något skrivet på ett kort men inte sparat, finns det kvar.
cli-option-locked = Fråga efter lösenfrasen, även där den här datorn minns nyckeln (fönstret gör det när det låses)
cli-option-restore = Öppna fönstret för att återställa den här säkerhetskopian
problem-keychain-silent = Nyckelringen på den här datorn svarade inte. Ingenting har ändrats. Skriv lösenfrasen; för att minnas nyckeln, lås upp nyckelringen och försök igen.
problem-not-remembered = Den här datorn minns inte nyckeln till det här kartoteket. Ingenting har ändrats. Skriv lösenfrasen.
problem-remembered-too-long = Den här datorn har mints nyckeln i 30 dagar, vilket är gränsen. Ingenting har ändrats. Skriv lösenfrasen.
keys-lock = Lås av sig självt
keys-lock-hint = När det är låst finns inget av kartoteket på skärmen eller i datorns minne, och det du skrev finns kvar. Det låses även när datorn går i viloläge eller skärmen låses, där systemet säger till.
keys-lock-minutes =
    { $minutes ->
        [one] Efter en minut utan tangenttryck
       *[other] Efter { $minutes } minuter utan tangenttryck
    }
keys-lock-never = Aldrig
keys-passphrase-hint = Den krypterar allt. Säkerhetskopior från före en ändring öppnas med den gamla tills de löper ut.
keys-passphrase-change = Ändra lösenfras…
keys-passphrase-title = Ändra lösenfrasen
keys-passphrase-text = Kartoteket öppnas då bara med den nya, och datorer som minns nyckeln glömmer den.
keys-passphrase-old = Lösenfras hittills
keys-passphrase-go = Ändra
keys-passphrase-changed = Lösenfrasen är ändrad. Den gamla öppnar inte kartoteket längre.
keys-recovery-hint = Den öppnar kartoteket när lösenfrasen är glömd. Gör en ny om den gamla har tappats bort eller setts av andra.
keys-recovery-new = Ny återställningsnyckel…
keys-recovery-title = Ny återställningsnyckel
keys-recovery-text = Du ser den bara denna enda gång, och skriver en del av den igen. Först då slutar den gamla att fungera. Säkerhetskopior från tidigare öppnas med den gamla tills de löper ut.
keys-recovery-until-typed = Den gamla nyckeln fungerar tills du har skrivit en del av den här igen.
keys-recovery-changed = Den nya återställningsnyckeln fungerar; den gamla gör det inte längre.
keys-remember = Kom ihåg på den här datorn
keys-remember-hint = Kartoteket öppnas då utan lösenfras när programmet startar. Efter låsning frågas det ändå efter lösenfrasen.
keys-remember-nothing = Minns inte nyckeln
keys-remember-until = Minns nyckeln till { $date }
keys-remember-silent = Nyckelringen på den här datorn svarar inte
keys-remember-on = Kom ihåg…
keys-remember-off = Glöm
keys-remember-title = Kom ihåg nyckeln på den här datorn
keys-remember-text = Nyckelringen på den här datorn behåller en nyckel i 30 dagar. Lösenfrasen och återställningsnyckeln fungerar fortfarande, och behövs när nyckelringen inte svarar.
keys-remember-shared = Inte på en dator som även andra använder
keys-remember-shared-text = Den som använder den här datorn i ditt namn kan öppna kartoteket utan lösenfras och läsa varje kort.
keys-remember-go = Kom ihåg i 30 dagar
keys-remembered = Den här datorn minns nyckeln.
keys-forgotten = Den här datorn minns inte nyckeln längre.
keys-proof = Din lösenfras
keys-proof-why = Så att ingen annan kan göra detta där ett kartotek har lämnats öppet.
keys-busy = Ett ögonblick…
cli-help-settings = Vad kontoret har bestämt, efter nyckel
cli-help-settings-get = Visa en inställning eller alla
cli-help-settings-set = Ändra en inställning
cli-option-setting = Inställningens nyckel, till exempel lock.minutes
cli-option-value = Det nya värdet
cli-option-value-file = Fil med det nya värdet
cli-unknown-setting = Det finns ingen inställning { $key }. Ingenting har ändrats. Inställningarna är: { $known }.
cli-help-recovery-key = Återställningsnyckeln
cli-help-recovery-key-new = Gör en ny; den gamla slutar att fungera
cli-recovery-key-changed = Den gamla återställningsnyckeln öppnar inte kartoteket längre. Ny återställningsnyckel (skriv upp den, den visas bara nu): { $key }
cli-help-remember = Öppna kartoteket på den här datorn utan lösenfras
cli-help-remember-on = Låt nyckelringen på den här datorn behålla en nyckel i 30 dagar
cli-help-remember-off = Låt den här datorn glömma nyckeln
cli-help-remember-status = Säg om den här datorn minns nyckeln
cli-remember-until = Den här datorn minns nyckeln till { $date }. Den som använder den i ditt namn kan öppna kartoteket i fönstret.
cli-remember-nothing = Den här datorn minns inte nyckeln.
## Företag
company-people = Personer
company-former = Tidigare personer
company-until = till { $date }
company-number-implausible = Det här är inget nummer i landets företagsregister. Är det rätt skrivet?
company-number-same = { $name } har samma organisationsnummer.
rule-card-in-use = Något har förts in på det här kortet sedan det lades till, så det finns kvar. Inget har ändrats.
rule-company-in-use = Någon arbetar eller har arbetat på företaget, eller något har noterats om det, så kortet finns kvar. Inget har ändrats.
cli-no-such-company = Det finns inget företag { $id } i det här kartoteket. Inget har ändrats.
cli-company-removed = Företagets kort togs bort.
cli-companies-found =
    { $count } { $count ->
        [one] företag
       *[other] företag
    } hittades
cli-help-company = Företag
cli-help-company-find = Hitta företag
cli-help-company-show = Visa ett företags kort och personerna där
cli-help-company-edit = Ändra fält på ett företags kort
cli-help-company-add = Lägg till ett företag; bara namnet behövs
cli-help-company-remove = Ta bort kortet för ett företag som inte används
cli-help-job = Tidigare anställningar på en persons kort
cli-help-job-remove = Ta bort en tidigare anställning från ett kort
cli-option-job = Den tidigare anställningens identitet, så som show visar den
card-before = Tidigare
card-forget-job = Ta bort från kortet
card-relations = Relationer
card-relations-none = Inga relationer till andra personer ännu
card-relation-add = Lägg till relation
card-relation-remove = Ta bort relationen
card-relation-removed = Relationen är borttagen
card-relation-added = Relationen har lagts till
card-relation-what = Vad personen är
card-relation-own = Något annat…
card-relation-own-name = Vad det heter
card-relation-comment = Kommentar (valfritt)
card-relation-what-missing = Välj eller skriv vad personen är.
card-relation-who-missing = Välj en person ur sökningen.
company-since-until = { $since } till { $until }
companies-search = Sök bland företag
companies-new = Nytt företag
companies-count =
    { $count } { $count ->
        [one] företag
       *[other] företag
    }
companies-column-number = Org.nr
companies-empty = Inga företag ännu
companies-empty-text = Ett företag finns här så snart någons kort nämner det. Du kan också lägga till ett för sig.
companies-nothing-found = Inget företag matchar ”{ $text }”
companies-nothing-found-text = Alla ord måste finnas i namn, organisationsnummer, e-post, telefon eller ort.
company-remove = Ta bort företaget
company-gone = Det här företaget finns inte längre i kartoteket.
company-open = Öppna kortet
company-note-hint = En anteckning om företaget, inte om personerna där: det som gäller dem hör hemma på deras kort.
company-new-person = Ny person här
company-nobody = Ingens kort nämner det här företaget.
company-people-count = Personer ({ $count })
company-all-people = Visa alla { $count } personer
## Backups and the journal

problem-backup-foreign = Den här filen är ingen säkerhetskopia från Kartotek. Ingenting har ändrats. Välj en fil vars namn slutar på .kartotek-backup.
problem-backup-cut = Den här säkerhetskopian är avkortad: slutet saknas. Ingenting har ändrats. Kopiera den igen därifrån den kom, eller välj en annan.
problem-backup-damaged = Den här säkerhetskopian är skadad, eller så har någon ändrat den. Ingenting har ändrats här. Välj en annan säkerhetskopia.
problem-backup-newer = Den här säkerhetskopian är gjord av en nyare version av Kartotek. Ingenting har ändrats. Uppdatera programmet.
problem-backup-target = Det ligger en annan fil här, och den är som den var. Ingen säkerhetskopia gjordes. Välj ett annat namn.
problem-backup-unsound = Säkerhetskopian behölls inte, eftersom kopian i den är skadad. Tidigare säkerhetskopior är som de var. Kontrollera kartoteket och disken och försök igen.
right-journal = Läsa journalen
check-journal-shorter = Journalen har färre poster än vad som noterats: de var { $noted }. En äldre kopia av kartoteket kan ha lagts i dess ställe.
check-journal-other = Journalen är inte den som noterades vid post { $noted }. Kartoteket kan ha bytts ut mot en annan kopia.
check-journal-note-missing = Anteckningen om var journalen slutade, vault.head, saknas bredvid kartoteket. Inget annat har gått förlorat, och den skrivs på nytt. Det som är antecknat i säkerhetskopiorna visar fortfarande om en äldre kopia har lagts dit i stället.
check-no-backup = Ingen säkerhetskopia har kunnat göras sedan { $date }.
journal-intact = Journalen är hel: { $entries } poster, ingen ändrad, borttagen eller inlagd.
journal-removed = { $entries ->
    [one] Den äldsta är borttagen, eftersom kontoret inte behåller så gamla.
   *[other] De { $entries } äldsta är borttagna, eftersom kontoret inte behåller så gamla.
}
backup-reason-daily = Daglig
backup-reason-on-request = På begäran
backup-reason-before-import = Före en import
backup-reason-before-migration = Före en uppdatering
backup-reason-key-changed = Ny nyckel
journal-kind-vault-created = Kartotek skapat
journal-kind-person-added = Person tillagd
journal-kind-person-edited = Person ändrad
journal-kind-person-removed = Person borttagen
journal-kind-basis-set = Rättslig grund införd
journal-kind-imported = Import
journal-kind-import-undone = Import ångrad
journal-kind-exported = Export
journal-kind-settings-changed = Inställningar ändrade
journal-kind-sample-made = Exempelpersoner skapade
journal-kind-backup-made = Säkerhetskopia gjord
journal-kind-restored = Återställt från säkerhetskopia
journal-kind-journal-accepted = Journalen godtagen som den är
journal-kind-other = Något som en nyare version gjorde
cli-help-backup = Göra, visa och återställa säkerhetskopior
cli-help-backup-create = Göra en säkerhetskopia som en krypterad fil
cli-help-backup-restore = Göra ett kartotek av en säkerhetskopia i en ny mapp
cli-help-backup-list = Visa de säkerhetskopior som sparas
cli-help-journal = Läsa och kontrollera journalen
cli-help-journal-list = Visa poster, de äldsta först
cli-help-journal-verify = Kontrollera att ingen post har ändrats, tagits bort eller lagts in
cli-help-run = Ta dagens runda: kontrollera filen och journalen, göra dagens säkerhetskopia
cli-option-person = Bara poster om den här personen
cli-backup-made = Säkerhetskopia gjord: { $file } ({ $size })
cli-backup-lacking = I den här säkerhetskopian saknas { $missing } bilagor, och { $damaged } är skadade, så som de är i kartoteket. Allt annat är med, och äldre säkerhetskopior behålls längre.
cli-backup-restored-alone = Vilka ni har raderat efter att den här säkerhetskopian gjordes vet bara kartoteket självt och nyare säkerhetskopior: ange kartoteket med --vault, så raderas de på nytt.
cli-backup-restored = Återställde säkerhetskopian från { $date } till { $folder }: { $persons } personer, { $companies } företag. Säkerhetskopian och andra kartotek är som de var.
cli-backup-none = Det finns inga säkerhetskopior ännu.
cli-run-integrity = Filen är hel.
cli-run-backup-there = Det finns redan en säkerhetskopia från i dag.
cli-import-no-backup = Ingen säkerhetskopia kunde göras före importen: { $reason }
cli-import-left-out = Kolumnen ”{ $column }” utelämnas: det finns inget sådant fält här. Lägg till fältet, eller ange ett annat med --map.
cli-import-nothing-recognised = Ingen kolumn i den här filen känns igen som något som står på ett kort. Inget importerades. Ge kolumnerna rubriker som ”Efternamn” och ”E-post”, eller säg vad de betyder med --map KOLUMN=FÄLT.
cli-option-backup = Säkerhetskopians fil; namnet slutar på .kartotek-backup
upkeep-damage = Kartoteket är skadat
upkeep-damage-text = Delar av vault.db har ändrats av disken eller av ett annat program. Ingenting har skrivits över, och säkerhetskopiorna är som de var. Lås kartoteket och återställ den nyaste säkerhetskopian från startsidan.
upkeep-attachments = Bilagor är skadade eller saknas
upkeep-journal = Journalen är inte som den var
upkeep-journal-look = Titta på journalen
upkeep-journal-note = Anteckningen om journalens slut saknas
upkeep-backup = Ingen säkerhetskopia kunde göras
upkeep-backup-last = Den senaste goda är från { $date }.
upkeep-backup-none = Det finns ingen ännu.
upkeep-backup-again = Försök igen
upkeep-keys = Nyckelfilen var skadad och har reparerats
upkeep-keys-text = vault.keys återställdes från sin kopia, och den skadade ligger bredvid. Ingenting är förlorat. Händer det igen, kontrollera disken och gör en säkerhetskopia på en annan.
upkeep-migrated = Kartoteket har uppdaterats
upkeep-migrated-text = Det har nu den form som den här versionen av Kartotek behöver. En säkerhetskopia av det som det var ligger hos de andra. Du behöver inte göra något.
backup-title = Säkerhetskopior
backup-text = En görs varje dag medan kartoteket är öppet, och före en import. Var och en är krypterad och kontrollerad och öppnas med lösenfrasen eller återställningsnyckeln. En om dagen sparas för de senaste { $days } dagarna och en i veckan för fyra veckor före dem, ingen längre än { $longest } dagar.
backup-now = Säkerhetskopiera nu
backup-made = Säkerhetskopian är gjord och kontrollerad.
backup-empty = Det finns inga säkerhetskopior ännu. Den första görs i dag.
backup-elsewhere = Spara en säkerhetskopia någon annanstans…
backup-elsewhere-title = Spara en säkerhetskopia
backup-folder = Mapp
backup-folder-title = Mapp för säkerhetskopior
backup-folder-hint = De ligger på samma disk som kartoteket. En mapp på en annan disk är säkrare.
backup-folder-chosen = Anslut disken minst en gång om dagen, så att dagens säkerhetskopia kan göras.
backup-folder-usual = Ha dem hos kartoteket
backup-persons =
    { $count ->
        [one] en person
       *[other] { $count } personer
    }
journal-title = Journal
journal-text = Vem som gjorde vad och när, utan värdena. Varje post är knuten till den förra, så att ingen kan ändras eller tas bort utan att det märks.
journal-check = Kontrollera journalen
journal-intact-title = Journalen är hel
journal-intact-text = { $entries } poster har kontrollerats. Ingen är ändrad, borttagen eller inlagd.
journal-accept = Godta den som den är
journal-no-right-title = Du får inte läsa journalen
journal-no-right = Din roll saknar rätten ”{ $right }”. { $role } kan ge den. Alla kan kontrollera journalen och kopiera dess slut.
journal-head = Journalens slut
journal-head-text = Det står i varje säkerhetskopia och på allt som lämnas ut. Är ett slut som du antecknade tidigare fortfarande en del av journalen, har ingenting före det ändrats eller tagits bort.
journal-head-words = Journal: { $head } ({ $date })
journal-noted = 1234-ab12-…
journal-compare = Jämför
journal-compared-same = Post { $entry } är den som antecknades: journalen fortsätter därifrån.
journal-compared-other = Post { $entry } är inte den som antecknades. Journalen har ändrats eller bytts ut sedan dess.
journal-compared-shorter = Journalen har bara { $entries } poster, färre än vad som antecknades. En äldre kopia av kartoteket kan ha lagts i dess ställe.
journal-compared-unreadable = Det här går inte att läsa. Skriv numret och minst fyra grupper av tecken, så som de skrevs ut eller kopierades.
journal-compared-removed = Post { $entry } är borttagen: kontoret behåller inga som är så gamla. Inget visar längre om det var den här.
journal-checking = Kontrollerar journalen…
journal-checking-numbers = { $done } av { $total } poster
journal-count =
    { $count ->
        [0] Inga poster
        [one] En post
       *[other] { $count } poster
    }
journal-none = Inga poster
journal-none-text = Inget sådant har gjorts, eller inte då.
journal-column-number = Nr
journal-column-when = När
journal-column-who = Vem
journal-column-what = Vad
journal-column-card = Kort
journal-column-fields = Fält
journal-filter-person = Om vem
journal-filter-everybody = Alla
journal-filter-all-users = Alla
journal-filter-all-kinds = Allt
journal-filter-from = Från
journal-filter-to = Till
journal-filter-any-day = Alla dagar
journal-filter-clear = Visa alla poster
journal-group-persons = Personers kort
journal-group-companies = Företags kort
journal-group-activities = Aktiviteter
journal-group-rights = Rättsliga grunder och krav
journal-group-reads = Uppslaget och utlämnat
journal-group-imports = Importer
journal-group-settings = Inställningar
journal-group-users = Användare och nycklar
journal-group-file = Kartotek och säkerhetskopior
journal-erased = raderad
journal-unseen = någon annans kort
journal-in-trash = i papperskorgen
journal-settings = { $first } och { $more } till
history-none = Ingenting har gjorts med det här kortet ännu.
history-exports = Utlämnat i exporter
history-no-right = Att se vem som gjorde vad med det här kortet kräver rätten ”{ $right }”. { $role } kan ge den.
history-more = Visa äldre
card-tab-history = Historik
cli-option-by = Bara det som den här användaren gjorde, efter namn
cli-option-before = Bara poster före det här numret, för att läsa vidare därifrån
cli-option-noted = Ett slut av journalen som kopierats eller skrivits ut tidigare: säger om det ännu är en del av den
cli-journal-end = Den slutar med { $head }.
cli-journal-unknown-kind = Det finns ingen typ ”{ $kind }”. Typer och grupper är: { $known }.
restore-short = Återställ en säkerhetskopia…
restore-row = Återställ…
restore-elsewhere = Återställ en annan…
restore-title = Återställ en säkerhetskopia
restore-hint = Till en ny mapp; det som finns blir som det är.
restore-text = Välj en fil vars namn slutar på .kartotek-backup. Den läses bara.
restore-pick = Välj säkerhetskopia…
restore-pick-title = Säkerhetskopia att återställa
restore-kind = Säkerhetskopior från Kartotek
restore-safe = Ett nytt kartotek görs av den. Det nuvarande blir som det är.
restore-of = Säkerhetskopia från { $date }
restore-what =
    { $persons ->
        [one] En person
       *[other] { $persons } personer
    } · { $reason } · { $size }
restore-other = En annan…
restore-go = Återställ och öppna
restore-folder = Ny mapp
restore-folder-title = Mapp för det återställda kartoteket
restore-folder-restored = { $folder } återställt
restore-folder-damaged = { $folder } skadat { $date }
restore-in-place = Lägg det skadade kartoteket åt sidan under ett annat namn och återställ på dess plats
restore-done = Säkerhetskopian är återställd och kontrollerad.
restore-done-aside = Säkerhetskopian är återställd och kontrollerad. Det skadade kartoteket ligger i { $folder }.
restore-instead = Återställ den…
restore-instead-text = Den nyaste är från { $date }. Det skadade kartoteket blir som det är.
journal-kind-company-added = Företag tillagt
journal-kind-company-edited = Företag ändrat
journal-kind-company-removed = Företag borttaget
journal-kind-activity-added = Aktivitet tillagd
journal-kind-activity-edited = Aktivitet ändrad
journal-kind-activity-removed = Aktivitet borttagen
journal-kind-merged = Två kort sammanslagna
journal-kind-merge-undone = Sammanslagning ångrad
journal-kind-relations-changed = Relationer ändrade
journal-kind-taken-back = Ändring ångrad
journal-kind-done-again = Ändring gjord om
journal-kind-keys-changed = Nycklar ändrade

## Importen: filer som man inte kan lita på

import-error-old-workbook = Det här är en arbetsbok av äldre slag (.xls eller .xlsb). Inget importerades. Spara den som Excel-arbetsbok (.xlsx) eller som CSV och försök igen.
import-error-no-table = Ingen rad i den här filen kan läsas: de är längre eller har fler kolumner än en tabell över personer har. Inget importerades. Öppna den i ett kalkylprogram och spara den som CSV igen.
import-error-no-file = Det här är en mapp eller en enhet, inte en fil. Inget importerades. Välj en CSV-, Excel- eller vCard-fil.
import-error-too-slow = Det tog mer än en minut att läsa filen, och läsningen stoppades. Inget importerades och inget gick förlorat. Dela upp den i mindre filer, eller spara den som CSV och försök igen.
import-error-broken-down = Läsningen av filen stoppades eftersom den bad om mer minne än vad som är säkert, eller är skadad. Inget importerades och inget gick förlorat. Exportera den igen därifrån den kom, helst som CSV.
import-error-no-parser = Den del av programmet som läser filer kunde inte startas. Inget importerades. Starta Kartotek igen; om det inte hjälper, installera det på nytt.
row-broken-text = En cell innehåller bokstäver som inte kan läsas: de är skrivna på ett annat sätt än resten av filen.
invalid-not-a-folder = Det här är inte den fullständiga sökvägen till en mapp som finns.
journal-kind-draft-kept = Det som hade skrivits sparades som utkast
journal-kind-drafts-removed = Utkastet är inte längre sparat
