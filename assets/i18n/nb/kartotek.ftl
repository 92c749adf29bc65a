
## Words used everywhere

app-name = Kartotek
add = Legg til
back = Tilbake
cancel = Avbryt
choose = Velg…
choose-folder = Velg mappe…
close = Lukk
comment = Kommentar
continue = Fortsett
copy = Kopier
done = Ferdig
edit = Rediger
export = Eksporter
help = Hjelp
loading = Laster…
name = Navn
no = Nei
none = Ingen
not-stated = Ikke oppgitt
open = Åpne
please-choose = Velg
remove = Fjern
save = Lagre
saved = Lagret
saving = Lagrer…
search = Søk
unknown = Ukjent
yes = Ja
me = Meg
rows-count =
    { $count ->
        [one] én rad
       *[other] { $count } rader
    }
of-count = { $done } av { $total }
label-colon = { $label }: { $value }
separator-dot = ·
empty-value = —

## Months, ages and sizes

month-1 = januar
month-2 = februar
month-3 = mars
month-4 = april
month-5 = mai
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = desember
month-short-1 = jan.
month-short-2 = feb.
month-short-3 = mars
month-short-4 = apr.
month-short-5 = mai
month-short-6 = juni
month-short-7 = juli
month-short-8 = aug.
month-short-9 = sep.
month-short-10 = okt.
month-short-11 = nov.
month-short-12 = des.
age-now = akkurat nå
age-minutes =
    for { $count ->
        [one] ett minutt
       *[other] { $count } minutter
    } siden
age-hours =
    for { $count ->
        [one] én time
       *[other] { $count } timer
    } siden
age-days =
    for { $count ->
        [one] én dag
       *[other] { $count } dager
    } siden
age-months =
    for { $count ->
        [one] én måned
       *[other] { $count } måneder
    } siden
age-years =
    for { $count ->
        [one] ett år
       *[other] { $count } år
    } siden
size-bytes = { $count } byte
size-kb = { $size } kB
size-mb = { $size } MB
size-gb = { $size } GB

## Start

start-title = Velkommen til Kartotek
start-intro = Kontaktene dine, kryptert på din egen maskin, hver med grunnen til at du kan ha dem.
start-create = Opprett kartoteket mitt
start-create-hint = Et nytt, tomt kartotek med en passfrase bare du kjenner.
start-open = Åpne
start-open-hint = Et kartotek som allerede ligger på maskinen eller på en disk.
start-demo = Prøv med eksempelpersoner
start-demo-hint = 2 000 oppdiktede personer å prøve seg fram med. Ingenting blir lagret.
start-demo-busy = Dikter opp eksempelpersoner…
start-another = Åpne et annet…
start-no-display = Kartotek trenger en skjerm for å åpne vinduet, men fant ingen. Kommandoene (kartotek --help) virker uten.

## Creating a card file

create-title = Opprett kartoteket mitt
create-place-title = Hvor skal det ligge?
create-place-text = Kartoteket er en mappe. Ha den på denne maskinen, eller på en disk som bare er din.
create-place = Mappe
create-place-default = Vanlig plass
create-passphrase-title = Velg en passfrase
create-passphrase-text = Alt blir kryptert med den. Fire–fem ord som ikke hører sammen, er lette å huske og vanskelige å gjette.
create-passphrase = Passfrase
create-passphrase-again = Passfrasen en gang til
create-passphrase-differs = De to er ikke like.
create-passphrase-empty = Du trenger en passfrase.
create-passphrase-show = Vis passfrasen
create-passphrase-hide = Skjul passfrasen
create-strength-0 = Gjettes med en gang
create-strength-1 = Lett å gjette
create-strength-2 = Kan gjettes
create-strength-3 = God
create-strength-4 = Svært god
create-strength-too-weak = Velg en som er vanskeligere å gjette.
create-recovery-title = Skriv ned gjenopprettingsnøkkelen
create-recovery-text = Den åpner kartoteket hvis du glemmer passfrasen. Ingen andre kan det: Det finnes ingen kopi noe sted. Skriv den ut eller ned, og oppbevar den et annet sted enn ved maskinen.
create-recovery-key = Gjenopprettingsnøkkel
create-recovery-copy = Kopier nøkkelen
create-recovery-save = Lagre som tekstfil…
create-recovery-file-title = Gjenopprettingsnøkkel for Kartotek
create-recovery-written = Jeg har skrevet den ned
create-confirm-title = Skriv inn gjenopprettingsnøkkelen
create-confirm-later = Senere, før første import
create-confirm-wrong = Dette er ikke nøkkelen som ble vist. Sammenlign gruppe { $group }.
create-confirm-show = Vis nøkkelen igjen
create-confirm-needed = Før første import må du skrive inn gjenopprettingsnøkkelen én gang.
create-busy = Oppretter kartoteket…
create-finish = Opprett kartotek

## Unlocking and locking

unlock-title = Åpne kartoteket
unlock-passphrase = Passfrase
unlock-open = Åpne
unlock-retry = Prøv igjen
unlock-busy = Åpner…
unlock-recovery = Åpne med gjenopprettingsnøkkelen
unlock-recovery-text = Skriv inn nøkkelen du noterte da kartoteket ble opprettet. Etterpå velger du en ny passfrase.
unlock-with-passphrase = Åpne med passfrasen
unlock-wait =
    Vent { $count ->
        [one] ett sekund
       *[other] { $count } sekunder
    } før du prøver igjen.

## The frame

frame-persons = Personer
frame-import = Import
frame-settings = Innstillinger
frame-lock = Lås
frame-help = Hjelp
frame-about = Om
frame-search = Søk etter personer
frame-search-clear = Tøm søket
frame-new-person = Ny person
frame-zoom-in = Større
frame-zoom-out = Mindre
frame-zoom-reset = Vanlig størrelse

## The list of persons

list-count =
    { $count } { $count ->
        [one] person
       *[other] personer
    }
list-found = { $count } funnet
list-selected = { $count } valgt
list-column-name = Navn
list-column-company = Firma
list-column-email = E-post
list-column-mobile = Mobil
list-column-category = Kategori
list-column-basis = Rettslig grunnlag
list-column-updated = Oppdatert
list-sort-ascending = Stigende
list-sort-descending = Synkende
list-empty-title = Ingen her ennå
list-empty-text = Her kommer personene du arbeider med. Importer en fil fra adresseboken din, eller legg til den første.
list-empty-import = Importer en fil
list-empty-new = Legg til en person
list-nothing-found = Ingen passer til «{ $text }»
list-nothing-found-text = Hvert ord må finnes i navn, firma, e-post, telefon eller nummer.
list-no-basis = Ikke dokumentert
list-no-name = (uten navn)
list-indexing = Gjør søket klart…

## The person card

card-tab-contact = Kontakt
card-tab-details = Detaljer
card-tab-more = Mer
card-tab-interests = Interesser
card-tab-note = Notat
card-picture = Bilde
card-picture-choose = Velg bilde…
card-picture-remove = Fjern bildet
card-emails = E-post
card-phones = Telefon
card-addresses = Adresse
card-add-email = Legg til e-post
card-add-phone = Legg til telefon
card-add-address = Legg til adresse
card-remove-line = Fjern denne linjen
card-label = Etikett
card-origin = { $source }, { $date }
card-no-custom-fields = Kontoret har ingen egne felter ennå. De lages under Innstillinger.
card-note-hint = Det du skriver her, er en del av det personen kan be om å få se.
card-kept-in = Føres i { $place }
card-created = Opprettet { $when } av { $who }
card-updated = Oppdatert { $when } av { $who }
card-former-employee = Tidligere ansatt
card-no-mailings = Ingen utsendelser
card-basis = Rettslig grunnlag: { $basis }
card-basis-since = Rettslig grunnlag: { $basis }, { $date }
card-basis-none = Rettslig grunnlag: Ikke dokumentert
card-edit = Rediger
card-gone = Denne personen er ikke lenger i kartoteket.
card-changed-elsewhere = Kortet er i mellomtiden endret av { $who }. Endringene dine er fortsatt her.
card-reload = Vis den nye versjonen

## Fields

field-number = Nummer
field-first_name = Fornavn
field-last_name = Etternavn
field-company = Firma
field-title = Tittel
field-position = Stilling
field-email = E-post
field-emails = E-postadresser
field-mobile = Mobil
field-phone = Telefon
field-phones = Telefoner
field-address = Adresse
field-addresses = Adresser
field-street = Gate
field-postcode = Postnummer
field-city = Sted
field-country = Land
field-birth_date = Fødselsdato
field-language = Språk
field-category = Kategori
field-business = Bransje
field-our_contact = Vår kontakt
field-website = Nettsted
field-note = Notat
field-former_employee = Tidligere ansatt
field-no_mailings = Ingen utsendelser
field-interests = Interesser
field-subscriptions = Abonnementer
field-restricted = Begrenset
field-informed = Informert
field-last_activity = Siste aktivitet
field-created_at = Opprettet
field-created_by = Opprettet av
field-updated_at = Oppdatert
field-updated_by = Oppdatert av
field-picture = Bilde
field-purpose = Formål
field-basis = Rettslig grunnlag
field-source = Kilde
field-comment = Kommentar
field-wording = Tekst som ble vist
field-evidence = Bevis
field-name = Navn
field-label = Etikett

## Unsaved changes

unsaved-title = Lagre endringene for { $name }?
unsaved-text = Du har endret dette kortet og ikke lagret ennå.
unsaved-save = Lagre endringene
unsaved-discard = Forkast endringene
unsaved-stay = Fortsett å redigere
unsaved-activity-title = Lagre det du har skrevet om { $name }?
unsaved-activity-text = Du har skrevet noe ned og ikke lagret det ennå.
unsaved-activity-save = Lagre

## The legal-basis dialog

basis-title = Rettslig grunnlag – { $name }
basis-created = Opprettet { $when } av { $who } · { $source }
basis-column-purpose = Formål
basis-column-basis = Rettslig grunnlag
basis-column-source = Kilde
basis-column-updated = Oppdatert
basis-column-by = Av
basis-column-comment = Kommentar
basis-column-wording = Tekst
basis-column-evidence = Bevis
basis-column-when = Når
basis-not-documented = Ikke dokumentert
basis-with-wording = { $basis } (tekst { $version }, { $language })
basis-edit = Rediger
basis-withdraw = Trekk samtykke
basis-object = Protesterer
basis-history = Historikk
basis-current = Nå
basis-export = Eksporter til Excel
basis-exported = Lagret som { $file }
basis-export-sheet = Rettslig grunnlag
basis-withdrawn-toast = Samtykket til { $purpose } er trukket tilbake, med en gang.
basis-objected-toast = Protesten mot { $purpose } er notert, med en gang.
basis-saved-toast = Rettslig grunnlag for { $purpose }: { $basis }
basis-nothing-to-withdraw = Det finnes ikke noe samtykke å trekke tilbake for dette formålet.
basis-edit-title = Rettslig grunnlag for { $purpose }
basis-edit-intro = Det legges en ny linje til i historikken. Tidligere linjer blir stående.
basis-edit-basis = Rettslig grunnlag
basis-edit-source = Kilde
basis-edit-comment = Kommentar
basis-edit-comment-hint = For eksempel hvor og hvordan dere møttes
basis-edit-wording = Tekst som ble vist
basis-edit-wording-none = Ingen tekst notert
basis-condition-hint = Dette formålet krever særlige kategorier av personopplysninger (art. 9).
basis-condition-missing = Velg vilkåret som tillater det.
condition-a = (a) Uttrykkelig samtykke
condition-b = (b) Arbeidsrett og trygderett
condition-c = (c) Vitale interesser for noen som ikke kan samtykke
condition-d = (d) En forenings egne medlemmer
condition-e = (e) Offentliggjort av personen selv
condition-f = (f) Rettskrav
condition-g = (g) Viktige allmenne interesser
condition-h = (h) Helsetjenester
condition-i = (i) Folkehelse
condition-j = (j) Arkiv, forskning, statistikk
basis-edit-wording-version = Versjon { $version }, { $language }
basis-edit-wording-new = Ny tekst…
basis-edit-wording-text = Det personen fikk se, ord for ord
basis-edit-wording-language = Tekstens språk
basis-edit-evidence = Bevis
basis-edit-evidence-file = Legg ved fil…
basis-edit-evidence-text = Legg til tekst
basis-edit-evidence-text-hint = For eksempel teksten i e-posten
basis-edit-save = Lagre rettslig grunnlag
basis-edit-correct-intro = Linjen blir stående; en ny som viser til den, trer i stedet.
basis-mark-void = Feilført
basis-history-empty = Ingenting er dokumentert for denne personen.
basis-history-note = Ingenting her kan endres. En retting er en ny linje.
basis-history-corrects = Retter linjen fra { $when }
basis-consent-hint = Noter hvordan samtykket ble gitt, og hva personen fikk se: Du må kunne vise det (art. 7).
basis-interest-hint = Noter hvem sin interesse det er, og hvorfor den veier tyngre enn personens (art. 6 nr. 1 f).

## New person

new-title = Ny person
new-basis-title = Hvorfor du kan ha denne personen
new-create = Legg til person
new-created = { $name } er lagt til.
new-duplicate-title = Ser ut til å finnes allerede
new-duplicate-open = Åpne det kortet
new-duplicate-anyway = Legg til likevel

## Import

import-title = Importer personer
import-step-file = Fil
import-step-columns = Kolonner
import-step-basis = Rettslig grunnlag
import-step-preview = Hva som vil skje
import-step-result = Resultat
import-file-types = Kontaktfiler
import-reading = Leser { $file }…
import-recognised-from = Overskrifter som fra { $program }
import-format-csv = CSV
import-format-xlsx = Excel
import-format-vcard = vCard
import-separator-comma = komma
import-separator-semicolon = semikolon
import-separator-tab = tabulator
import-separator-pipe = loddrett strek
import-sheet = Ark
import-column = Kolonne i filen
import-field = Blir til
import-sample = Eksempler
import-skip-column = Utelat
import-columns-unused =
    { $count ->
        [one] Én kolonne utelates
       *[other] { $count } kolonner utelates
    }.
import-field-twice = To kolonner blir til { $field }.
import-basis-text = Hvorfor kan du ha disse personene? Dette skrives på alle kort fra filen, og kan ikke hoppes over.
import-basis-column = Har filen en egen kolonne for dette, går den foran.
import-duplicates = Personer som allerede er her
import-duplicate-skip = La dem være som de er
import-duplicate-fill = Fyll ut det som mangler
import-duplicate-replace = Erstatt med filen
import-duplicate-add = Legg til som nye
import-consent-kept = Et samtykke i filen erstatter aldri en tilbaketrekking eller en protest som allerede er kjent.
import-preview-new = Ny
import-preview-skip = Finnes, røres ikke
import-preview-fill = Finnes, hull fylles
import-preview-replace = Finnes, erstattes
import-preview-rejected = Kan ikke tas inn
import-row = Rad
import-outcome = Hva som skjer
import-reason = Hvorfor
import-go =
    Importer { $count ->
        [one] én person
       *[other] { $count } personer
    }
import-cancelling = Stopper…
import-result =
    { $count ->
        [one] Én person
       *[other] { $count } personer
    } importert
import-result-updated =
    { $count ->
        [one] Ett kort
       *[other] { $count } kort
    } fylt ut eller erstattet
import-result-skipped =
    { $count ->
        [one] Én fantes
       *[other] { $count } fantes
    } fra før
import-result-rejected =
    { $count ->
        [one] Én rad
       *[other] { $count } rader
    } kunne ikke tas inn
import-undo = Angre importen
import-undo-title = Angre denne importen?
import-undo-text =
    { $count ->
        [one] Én person
       *[other] { $count } personer
    } blir slettet, og det som ble erstattet, kommer tilbake. Det noen har endret siden, blir stående.
import-undo-go =
    Slett { $count ->
        [one] én person
       *[other] { $count } personer
    }
import-undone = Importen er angret: { $removed } fjernet, { $restored } gjenopprettet, { $held } beholdt fordi de er endret siden.
import-undone-waiting = { $count ->
    [one] Ett kort er begrenset, eller du får ikke se det: angre importen igjen når det er over.
   *[other] { $count } kort er begrenset, eller du får ikke se dem: angre importen igjen når det er over.
}
import-another = Importer en fil til
import-rejected-twice = Samme person står i rad { $row }.
import-error-empty-file = Filen er tom. Ingenting ble importert.
import-error-format = Dette er ikke en CSV-, Excel- eller vCard-fil. Ingenting ble importert. Lagre kontaktene i et av disse formatene og prøv igjen.
import-error-encrypted = Arbeidsboken har passord. Ingenting ble importert. Lagre den uten passord og prøv igjen.
import-error-damaged = Filen er skadet. Ingenting ble importert. Eksporter den på nytt der den kom fra.
import-error-too-large = Filen er større enn det som trygt kan leses. Ingenting ble importert. Del den i mindre filer.

## Settings

settings-title = Innstillinger
settings-group-computer = Denne maskinen
settings-group-office = Kontoret
settings-group-people = Brukere og journal
settings-page-look = Språk og utseende
settings-page-keys = Nøkler og lås
settings-page-backups = Fil og sikkerhetskopier
settings-page-fields = Felter
settings-page-people = De som arbeider her
settings-page-roles = Roller og rettigheter
settings-page-journal = Journal
settings-page-exports = Eksportregister
settings-page-erasures = Slettinger
settings-page-business = Virksomheten vår
settings-page-purposes = Formål
settings-page-bases = Rettslige grunnlag
settings-page-sources = Kilder
settings-page-categories = Kategorier
settings-page-subscriptions = Abonnementstyper
settings-page-lists = Andre lister
settings-page-new-people = Nye personer
settings-page-mailings = Utsendelser
settings-mail-text = E-post går ut gjennom din egen leverandørs server, kryptert eller ikke i det hele tatt. Ingenting annet i programmet bruker nettet.
settings-page-mail = E-postkonto
settings-page-keeping = Oppbevaring
settings-page-due = Skal slettes
settings-page-changes = Endringer og filer
settings-list-category = Kategorier
settings-list-business = Bransjer
settings-list-position = Stillinger
settings-list-language = Språk
settings-list-label = Merkelapper for e-post, telefon og adresse
settings-list-interest = Interesser
settings-list-source = Kilder
settings-list-purpose = Formål
settings-list-basis = Rettslige grunnlag
settings-list-subscription = Abonnementstyper
settings-list-activity = Aktivitetstyper
settings-list-relation = Relasjoner
settings-list-title = Titler
settings-in-language = { $name } ({ $language })
settings-nothing = Ingenting
settings-any = Alle
settings-ask = Spør
settings-as-shipped = Som levert
settings-decided = Satt av { $by } { $date }.
settings-shipped = Som levert: { $value }.
settings-number = Her må det stå et helt tall fra { $least } til { $most }.
settings-reset = Tilbakestill
settings-search = Søk i innstillinger
settings-search-clear = Tøm søket
settings-search-title = Funnet i innstillingene
settings-found = { $shown } av { $count } innstillinger
settings-found-none = Ingen innstilling har disse ordene
settings-found-none-text = Det søkes i navn, setninger og overskrifter, på språket i vinduet.
settings-open-page = Åpne { $page }
settings-no-right = Du kan lese innstillingene, ikke endre dem
settings-column-name = Navn
settings-column-key = Nøkkel
settings-column-active = I bruk
settings-column-expected = Ventet
settings-column-updated = Oppdatert
settings-column-by = Av
settings-column-when = Når
settings-column-setting = Innstilling
settings-column-before = Før
settings-column-after = Etter
settings-column-field = Felt
settings-column-version = Versjon
settings-column-language = Språk
settings-column-date = Dato
settings-column-answers = Svar
settings-column-text = Tekst
settings-column-basis = Rettslig grunnlag
settings-item-new = Legg til
settings-item-up = Flytt opp
settings-item-down = Flytt ned
settings-item-stop = Slutt å bruke
settings-item-use = Bruk igjen
settings-item-shipped = Det som fulgte med programmet, kan ikke fjernes, men tas ut av bruk.
settings-item-removed = { $name } er fjernet. Under Endringer og filer kan det hentes tilbake.
settings-item-key = Nøkkel: { $key }. Den kan ikke endres senere.
settings-item-key-hint = Nøkkelen for filer og kommandoer lages av navnet og kan ikke endres senere.
settings-item-under = Står under { $name }
settings-names = Navn
settings-texts = Tekster til dem det gjelder
settings-noted = Bare notert
settings-versions = Versjoner av samtykketeksten
settings-versions-text = En endret tekst blir en ny versjon. Svarene viser fortsatt til den som ble vist.
settings-versions-none = Det finnes ingen tekst ennå. Skriv en over, på språket folk blir spurt på.
settings-answers-none = Ingen har svart på denne versjonen ennå.
settings-business-text = Hvem som er ansvarlig for opplysningene (art. 4 nr. 7). Det står øverst på varsler og rapporter.
settings-mailings-text = Mottakere blir alltid kontrollert. Uten samtykke kan bare eksisterende kunder få utsendelser, og bare når alle disse vilkårene er oppfylt (NO: markedsføringsloven § 15, SE: marknadsföringslagen 19 §).
settings-keeping-text = Opplysninger beholdes ikke lenger enn formålet krever (art. 5 nr. 1 bokstav e). Bokføring kan kreve mer: spør regnskapsføreren.
settings-defaults = Forslag for nye personer
settings-defaults-text = Det rettslige grunnlaget som fylles inn etter hvordan noen kom inn, og kilden som føres med. «Spør» fyller ikke inn noe.
settings-defaults-source = Kom inn via
settings-collected = Felter vi samler inn
settings-collected-text = Et felt som ikke samles inn, vises ikke, fylles ikke ut og importeres ikke. Et som føres et annet sted, kan bare leses her.
settings-column-later = { $column }: { $later }
field-emptying-left =
    { $count ->
        [one] Ett kort har noe her, som ingen ser.
       *[other] { $count } kort har noe her, som ingen ser.
    }
field-emptying-held =
    { $count ->
        [one] Ett kort beholder det: Behandlingen av opplysningene er begrenset.
       *[other] { $count } kort beholder det: Behandlingen av opplysningene er begrenset.
    }
field-emptying-open = Tøm…
field-emptying-ask =
    { $count ->
        [one] Tømme «{ $field }» på ett kort?
       *[other] Tømme «{ $field }» på { $count } kort?
    }
field-emptying-says = Det fjernes fra kortene, fra det som er skrevet og ikke lagret, og fra det importer og sammenslåinger beholder for å kunne angres. Dette kan ikke angres. Sikkerhetskopier fra før har det til de slettes.
field-emptying-go =
    { $count ->
        [one] Tøm «{ $field }» på ett kort
       *[other] Tøm «{ $field }» på { $count } kort
    }
field-emptying-goes-on = «{ $field }» tømmes…
field-emptying-numbers = { $done } av { $total } kort
settings-sets = Ferdige oppsett
settings-sets-text = Innstillinger å begynne med. Først ser du hva som ville bli endret.
settings-set-norway = Norge
settings-set-norway-says = Datatilsynet, samtykke fra 13 år, norsk bokføring, markedsføringsloven § 15.
settings-set-sweden = Sverige
settings-set-sweden-says = IMY, samtykke fra 13 år, svensk bokføring, marknadsföringslagen 19 §.
settings-set-eu-cautious = EU, forsiktig
settings-set-eu-cautious-says = Samtykke fra 16 år, kort oppbevaring, ingen uten rettslig grunnlag.
settings-set-plan = Se hva { $name } endrer
settings-set-advice = Et sted å begynne, ikke juridiske råd
settings-set-advice-text = Les hva som ville bli endret, og sjekk oppbevaringstidene med regnskapsføreren. Alt kan tas tilbake på én gang.
settings-files = Innstillinger som fil
settings-files-text = Én lesbar fil med alt kontoret har bestemt, så andre maskiner kan settes opp likt. Den inneholder ingen opplysninger om personene på kortene.
settings-file-kind = Innstillinger
settings-file-name = innstillinger
settings-export = Eksporter innstillinger…
settings-import = Importer innstillinger…
settings-history = Hva som er bestemt
settings-history-text = Å gå tilbake tar tilbake alt som ble bestemt sammen med den valgte endringen. Det som er bestemt på nytt siden, blir stående.
settings-history-none = Alt er som levert.
settings-back = Gå tilbake
settings-returned = Det er som det var før.
settings-answers =
    { $count ->
        [one] { $count } svar
       *[other] { $count } svar
    }
settings-returned-held =
    { $count ->
        [one] Det er som før, bortsett fra { $count } innstilling som er bestemt på nytt siden.
       *[other] Det er som før, bortsett fra { $count } innstillinger som er bestemt på nytt siden.
    }
settings-applied =
    { $count ->
        [one] { $count } innstilling er endret. Det kan tas tilbake nedenfor.
       *[other] { $count } innstillinger er endret. Alt kan tas tilbake nedenfor.
    }
settings-exported =
    { $count ->
        [one] { $count } innstilling er skrevet.
       *[other] { $count } innstillinger er skrevet.
    }
settings-plan-text =
    { $count ->
        [one] { $count } innstilling ville bli endret; { $unchanged } er slik allerede.
       *[other] { $count } innstillinger ville bli endret; { $unchanged } er slik allerede.
    }
settings-plan-later =
    { $count ->
        [one] Én av dem virker ikke ennå; den sier det der den står.
       *[other] { $count } av dem virker ikke ennå; hver av dem sier det der den står.
    }
settings-plan-refused =
    { $count ->
        [one] { $count } innstilling kan ikke tas inn, derfor tas ingenting inn
       *[other] { $count } innstillinger kan ikke tas inn, derfor tas ingenting inn
    }
settings-plan-go =
    { $count ->
        [one] Endre { $count } innstilling
       *[other] Endre { $count } innstillinger
    }
settings-section-language = Språk
settings-section-fields = Egne felter
settings-theme = Farger
settings-theme-system = Som systemet
settings-theme-light = Lys
settings-theme-dark = Mørk
settings-theme-contrast = Høy kontrast
settings-zoom = Størrelse
settings-fields-text = Felter som bare kontoret ditt trenger. De står på kortet under Mer, og er en del av det en person kan be om å få se.
settings-fields-empty = Ingen egne felter ennå.
settings-field-new = Nytt felt
settings-field-edit = Rediger felt
settings-field-name = Navn
settings-field-key = Nøkkel
settings-field-key-hint = Brukes i filer og kommandoer. Den kan ikke endres senere.
settings-field-type = Type
settings-field-type-text = Tekst
settings-field-type-number = Tall
settings-field-type-date = Dato
settings-field-type-yes-no = Ja/nei
settings-field-type-list = Liste
settings-field-items = Valg i listen
settings-field-data-category = Type opplysning
settings-field-origin = Kommer fra
settings-field-in-report = Med i innsynsrapporten
settings-field-archive = Slutt å bruke
settings-field-restore = Bruk igjen
settings-field-saved = Feltet { $name } er lagret.

## About

about-title = Om Kartotek
about-version = Versjon { $version }
about-text = Kartoteket ligger kryptert på din egen maskin, og kan for hver person si hvorfor den står der.
about-no-advice = Kartotek hjelper deg å følge reglene om personopplysninger. Det gir ikke juridiske råd, og gjør ingen lovlydig av seg selv.
about-network = Det virker uten nett, og sender ingenting av seg selv, unntatt e-posten du legger i utboksen.
about-licence = Fri programvare under MIT- eller Apache 2.0-lisensen.
about-fonts = Skrift: Inter (OFL). Ikoner: Lucide (ISC).

## Help for each screen (F1)

help-title = Hjelp: { $screen }
help-start =
    Opprett kartoteket mitt lager et nytt, kryptert kartotek og ber om en passfrase.

    Åpne henter et kartotek som allerede finnes: Velg mappen det ligger i.

    Prøv med eksempelpersoner viser 2 000 oppdiktede personer. Ingenting du gjør der, blir lagret.
help-create =
    Passfrasen krypterer alt. Ingen kan tilbakestille den for deg.

    Gjenopprettingsnøkkelen er veien inn når passfrasen er glemt. Skriv den ned og oppbevar den et annet sted enn ved maskinen. Du skriver den inn én gang, så du er sikker på at lappen kan leses.
help-unlock =
    Skriv passfrasen og trykk Enter. Store og små bokstaver og mellomrom teller.

    Glemt den? Velg Åpne med gjenopprettingsnøkkelen, skriv nøkkelen fra lappen din, og velg en ny passfrase.
help-persons =
    Skriv i søkefeltet for å finne personer: Hvert ord kan stå hvor som helst i navn, firma, e-post, telefon eller nummer. Prikker og streker teller ikke: odegard finner Ødegård.

    Piltastene flytter i listen, Enter åpner kortet, Esc lukker det. Shift og Ctrl velger flere. Klikk på en overskrift for å sortere.
help-card =
    Dobbeltklikk på kortet for å endre det, eller trykk F2. Ctrl+S lagrer, Esc går ut; ulagrede endringer forkastes aldri uten at du blir spurt.

    Linjen nederst sier hvem som har laget og endret kortet. Lenken Rettslig grunnlag viser hvorfor personen kan være her: Trykk Ctrl+L.
help-basis =
    Hvert formål har sitt rettslige grunnlag: hvorfor du kan bruke personens opplysninger til det, og hvor det kom fra.

    Enter eller dobbeltklikk endrer en linje. Trekk samtykke og Protesterer virker med en gang.

    Historikk viser alt som noen gang er notert. Ingenting der kan endres; en feil rettes med en ny linje.
help-new =
    Et navn og en måte å nå personen på er nok. Rettslig grunnlag og kilde er fylt ut med det vanlige; se på dem før du lagrer.

    Ser personen ut til å finnes allerede, får du vite det med en gang, og kan åpne det kortet i stedet.
help-import =
    Velg filen, si hva kolonnene er, og si hvorfor du kan ha disse personene. Før noe legges til, ser du rad for rad hva som vil skje.

    En rad som ikke kan tas inn, blir listet med grunnen; resten går inn. Hele importen kan angres etterpå.
help-settings =
    Språk og farger gjelder med en gang, og bare for deg.

    Egne felter står på alle kort under Mer. Si hva slags opplysning feltet inneholder: Det avgjør om det vises i rapporter, og hva sletting gjør med det.

    Nøkler og lås: hvor lenge det går før kartoteket låser seg, ny passfrase, ny gjenopprettingsnøkkel, og om denne maskinen husker nøkkelen. Det som rører en nøkkel, ber om passfrasen først.
help-keys-title = Taster
help-key-save = Lagre
help-key-open = Åpne
help-key-close = Lukk eller gå tilbake
help-key-basis = Rettslig grunnlag
help-key-help = Hjelp
help-key-next = Neste felt
# Veiledningen
guide-title = Veiledningen
guide-chapters = Kapitler
guide-save = Lagre for å lese og skrive ut…
guide-save-title = Lagre veiledningen
guide-file = Veiledning til Kartotek.html
guide-saved = Veiledningen er lagret. Nettleseren viser den.
guide-key-does = Hva den gjør
guide-key-is = Taster
cli-help-guide = Skriv veiledningen som én side for nettleseren

## Problems: what happened, that nothing is lost, what to do

problem-title = Det gikk ikke
problem-wrong-passphrase = Dette er ikke passfrasen. Ingenting er endret. Sjekk Caps Lock og prøv igjen.
problem-wrong-recovery-key = Dette er ikke gjenopprettingsnøkkelen til dette kartoteket. Ingenting er endret. Sammenlign med lappen din.
problem-recovery-key-typo = Gjenopprettingsnøkkelen har en skrivefeil i gruppe { $group }. Ingenting er endret. Sammenlign med lappen din.
problem-in-use = Kartoteket er allerede åpent, i et annet vindu eller av et annet program. Ingenting er endret. Lukk det der først.
problem-not-a-vault = Det er ikke noe kartotek i denne mappen. Ingenting er endret. Velg mappen der vault.db ligger.
problem-folder-not-empty = Det ligger noe i denne mappen fra før. Ingenting er endret. Velg en tom mappe.
problem-vault-exists = Det ligger allerede et kartotek i denne mappen. Det er ikke rørt. Åpne det, eller velg en annen mappe.
problem-empty-file = Kartotekets fil er tom: Den ble trolig ikke kopiert ferdig. Ingenting er overskrevet. Gjenopprett den fra en sikkerhetskopi.
problem-damaged = Kartoteket er skadet, og ble ikke åpnet, så ikke noe blir verre. Ingenting er overskrevet. Gjenopprett det fra en sikkerhetskopi.
problem-damaged-open = Kartoteket er skadet, og en del av det kan ikke leses. Ingenting er overskrevet. Gjenopprett det fra en sikkerhetskopi.
problem-keys-damaged = Kartotekets nøkkelfil er skadet, og kopien av den også. Ingenting er overskrevet. Kopier vault.keys tilbake derfra du har en kopi av mappen, eller lag kartoteket på nytt fra en sikkerhetskopi: Gjenopprett på startsiden, eller kartotek backup restore.
problem-keys-missing = Nøkkelfilen vault.keys mangler i denne mappen. Ingenting er endret. Kopier den tilbake derfra mappen kom.
problem-keys-mismatch = Nøkkelfilen hører til et annet kartotek. Ingenting er endret. Legg tilbake den som lå ved siden av denne vault.db.
problem-keys-outdated = Nøkkelfilen (vault.keys) er en eldre utgave: nøkkelen er byttet siden, fordi noen ikke lenger arbeider med kartoteket. Ingenting er endret. Legg tilbake den nyeste vault.keys, eller gjenopprett en sikkerhetskopi.
problem-newer-version = Kartoteket er brukt av en nyere versjon av Kartotek. Ingenting er endret. Oppdater programmet.
problem-migration = Kartoteket kunne ikke oppdateres. Det er som det var, og en kopi ligger ved siden av. Prøv igjen.
problem-disk-full = Disken er full. Det som var lagret, er trygt; den siste endringen ble ikke lagret. Rydd plass og prøv igjen.
problem-read-only = Mappen kan ikke skrives til. Ingenting er endret. Sjekk rettighetene eller velg en annen mappe.
problem-missing = Mappen eller filen finnes ikke lenger. Ingenting er endret. Er disken koblet til?
problem-is-a-folder = Dette er en mappe; det trengs en fil. Ingenting ble endret. Gi filen et navn i mappen.
problem-io = Disken ga en feil. Det som var lagret, er trygt. Prøv igjen; skjer det på nytt, ta en sikkerhetskopi til en annen disk.
problem-database = Kartoteket kunne ikke svare. Ingenting er endret. Lukk det og åpne det igjen.
problem-busy = Kartoteket er opptatt med lengre arbeid. Ingenting er endret. Prøv igjen om litt.
problem-locked = Kartoteket er låst. Ingenting er gått tapt. Åpne det med passfrasen.
problem-not-found = Dette finnes ikke lenger i kartoteket. Ingenting er endret.
problem-changed-elsewhere = Noen har endret dette i mellomtiden. Endringen din ble ikke lagret, men er fortsatt her. Se på den nye versjonen først.
problem-lacks-right = Rollen din mangler rettigheten «{ $right }». { $role } kan gi den.
problem-nothing-changed = Ingenting er endret.
problem-invalid = Noe i feltene stemmer ikke. Ingenting ble lagret. Se under feltene.
problem-attachment = Vedlegget kan ikke leses: Filen mangler eller er skadet. Alt annet er trygt.
problem-attachment-too-large = Filen er større enn { $limit }. Ingenting ble lagt til.
problem-export-file = Filen kunne ikke skrives. Ingenting er gått tapt. Er den åpen i et annet program?
problem-cancelled = Stoppet. Ingenting er endret.
problem-unexpected = Noe uventet skjedde. Det som er lagret, er trygt. Lukk kartoteket og åpne det igjen.
role-owner = Eier
role-privacy-officer = Personvernansvarlig
role-seller = Selger
role-assistant = Assistent
role-read-only = Bare lese

## Short notes that pass

card-picture-saved = Bildet er endret
toast-copied = Kopiert: { $what }

## The command line

cli-about = Et kartotek for selgere, kryptert på egen maskin. Uten kommando åpnes vinduet.
cli-passphrase-prompt = Passfrase:
cli-passphrase-again-prompt = Passfrasen en gang til:
cli-no-vault = Det er ikke oppgitt noe kartotek. Ingenting er endret. Bruk --vault eller KARTOTEK_VAULT.
cli-no-passphrase = Det gikk ikke an å spørre om passfrasen: Dette er ikke en terminal. Ingenting er endret. Bruk --passphrase-file.
cli-passphrase-file = Filen med passfrasen kunne ikke leses. Ingenting er endret.
cli-created = Kartoteket er opprettet i { $folder }.
cli-recovery-key = Gjenopprettingsnøkkel (skriv den ned, den vises bare nå): { $key }
cli-demo-created =
    { $persons ->
        [one] Én eksempelperson
       *[other] { $persons } eksempelpersoner
    } er laget i { $folder }.
cli-found =
    { $count } { $count ->
        [one] person
       *[other] personer
    } funnet
cli-import-done = Import { $id }: { $rows } rader, { $added } lagt til, { $updated } oppdatert, { $skipped } hoppet over, { $rejected } kunne ikke tas inn.
cli-import-plan = Bare en plan, ingenting er endret: { $rows } rader, { $added } ville blitt lagt til, { $updated } oppdatert, { $skipped } hoppet over, { $rejected } kunne ikke tas inn.
cli-basis-set = { $purpose }: { $basis } ({ $source })
cli-check-ok = Alt er i orden.
cli-check-findings =
    { $count ->
        [one] Én ting bør
       *[other] { $count } ting bør
    } ses på:
cli-no-such-person = Det finnes ingen person { $id } i dette kartoteket. Ingenting er endret.
cli-no-such-card = Det finnes verken en person eller et firma { $id } i dette kartoteket. Ingenting er endret.
cli-not-found = Det finnes ingenting med den ID-en i dette kartoteket. Ingenting er endret.
cli-not-a-text = Filen inneholder ingen tekst. Ingenting ble endret.
cli-no-such-correction = Ingenting på dette kortet er rettet som kunne bekreftes.
cli-no-such-setting = Innstillingen finnes ikke. Ingenting ble endret. `kartotek settings get` nevner dem.
cli-no-such-field = Feltet finnes ikke, eller hvert kort trenger det. Ingenting ble endret.
cli-no-such-kind-of-selection = Utvalget er av et annet slag. Ingenting ble endret.
cli-no-such-selection = Det finnes ikke noe utvalg med det navnet. Ingenting ble endret. `kartotek selection list` nevner dem.
cli-no-such-role = Det finnes ingen rolle med det navnet. Ingenting ble endret. `kartotek settings get role` nevner dem.
cli-no-such-user = Ingen med det navnet arbeider her. Ingenting ble endret. `kartotek users list` nevner alle.
cli-unknown-field = Det finnes ikke noe felt { $field }. Ingenting er endret.
cli-read-only-field = { $field } kan ikke settes. Ingenting er endret.
cli-unknown-word = «{ $value }» er ikke kjent som { $list }. Ingenting er endret. Kjente: { $known }
cli-not-a-date = «{ $value }» er ikke en dato. Ingenting er endret. Skriv den slik: 2026-03-05 eller -30d.
cli-not-of-kind = { $option } hører ikke til denne typen aktivitet: { $kind }. Ingenting er endret.
cli-help-vault = Kartotekets mappe (KARTOTEK_VAULT)
cli-help-passphrase-file = Fil med passfrasen (KARTOTEK_PASSPHRASE_FILE)
cli-help-user = Brukernavn (KARTOTEK_USER), ellers me
cli-help-lang = Svarenes språk
cli-help-json = Svar med ett JSON-dokument
cli-help-dry-run = Vis planen, og endre ingenting
cli-help-init = Opprett et nytt kartotek
cli-help-demo = Lag et kartotek med eksempelpersoner
cli-help-import = Importer personer fra filer
cli-help-import-undo = Angre en import
cli-help-find = Finn personer
cli-help-show = Vis et helt kort
cli-help-edit = Endre felter på et kort
cli-help-interest = Legg til eller fjern interesser
cli-help-basis = En persons rettslige grunnlag
cli-help-basis-set = Noter et rettslig grunnlag
cli-help-basis-history = Vis alt som er notert
cli-help-check = Kontroller kartoteket

## Lists: categories

item-category-prospect = Potensiell kunde
item-category-customer = Kunde
item-category-former-customer = Tidligere kunde
item-category-supplier = Leverandør
item-category-partner = Partner

## Lists: legal bases

item-basis-consent = Samtykke
item-basis-contract = Inngått avtale
item-basis-legal-obligation = Rettslig forpliktelse
item-basis-vital-interests = Vitale interesser
item-basis-public-task = Allmenn interesse
item-basis-legitimate-interests = Berettiget interesse
item-basis-withdrawn = Trukket tilbake
item-basis-objected = Har protestert
item-basis-void = Feilført

## Lists: purposes

item-purpose-sales = Salg og kundeservice
item-purpose-marketing = E-markedsføring

## Lists: sources

item-source-user = Opprettet av bruker
item-source-email = E-post
item-source-request = Innkommende henvendelse
item-source-chat = Chat
item-source-web-form = Nettskjema
item-source-portal = Kundeportal
item-source-import = Import
item-source-integration = Annen integrasjon
item-source-business-card = Visittkort
item-source-meeting = Møte
item-source-phone = Telefonsamtale
item-source-fair = Messe
item-source-social-media = Sosiale medier
item-source-unknown = Ukjent

## Lists: subscription types

item-subscription-invitations = Invitasjoner
item-subscription-news = Nyheter
item-subscription-promotions = Tilbud
item-subscription-urgent = Viktige meldinger

## Lists: businesses

item-business-agriculture = Jordbruk og skogbruk
item-business-seafood = Fiske og sjømat
item-business-energy = Energi
item-business-manufacturing = Industri
item-business-construction = Bygg og anlegg
item-business-trade = Varehandel
item-business-transport = Transport og logistikk
item-business-hospitality = Hotell og servering
item-business-it = IT og telekom
item-business-finance = Bank og forsikring
item-business-services = Forretningstjenester
item-business-public = Offentlig sektor
item-business-health = Helse og omsorg
item-business-education = Utdanning
item-business-other = Annet

## Lists: positions

item-position-owner = Eier
item-position-managing-director = Daglig leder
item-position-chair = Styreleder
item-position-finance = Økonomisjef
item-position-purchasing = Innkjøpssjef
item-position-buyer = Innkjøper
item-position-sales = Salgssjef
item-position-marketing = Markedssjef
item-position-it = IT-sjef
item-position-operations = Driftssjef
item-position-production = Produksjonssjef
item-position-project = Prosjektleder
item-position-hr = HR-sjef
item-position-consultant = Konsulent
item-position-assistant = Assistent
item-position-other = Annet

## Lists: interests

item-interest-products = Nye produkter
item-interest-offers = Tilbud
item-interest-events = Arrangementer og kurs
item-interest-fairs = Messer
item-interest-service = Service og vedlikehold
item-interest-sustainability = Bærekraft
item-interest-digital = Digitale løsninger
item-interest-partnership = Samarbeid

## Lists: languages

item-language-nb = Norsk (bokmål)
item-language-nn = Norsk (nynorsk)
item-language-sv = Svensk
item-language-da = Dansk
item-language-fi = Finsk
item-language-en = Engelsk
item-language-de = Tysk
item-language-fr = Fransk
item-language-nl = Nederlandsk
item-language-es = Spansk
item-language-it = Italiensk
item-language-pl = Polsk

## Lists: labels of e-mails, phones and addresses

item-label-work = Arbeid
item-label-private = Privat
item-label-home = Hjem
item-label-mobile = Mobil
item-label-direct = Direkte
item-label-switchboard = Sentralbord
item-label-fax = Faks
item-label-invoice = Faktura
item-label-postal = Post
item-label-visiting = Besøk
item-label-other = Annet

## Countries (ISO 3166-1 alpha-2)

country-AD = Andorra
country-AE = De forente arabiske emirater
country-AL = Albania
country-AM = Armenia
country-AR = Argentina
country-AT = Østerrike
country-AU = Australia
country-AX = Åland
country-AZ = Aserbajdsjan
country-BA = Bosnia-Hercegovina
country-BE = Belgia
country-BG = Bulgaria
country-BR = Brasil
country-BY = Belarus
country-CA = Canada
country-CH = Sveits
country-CL = Chile
country-CN = Kina
country-CY = Kypros
country-CZ = Tsjekkia
country-DE = Tyskland
country-DK = Danmark
country-EE = Estland
country-EG = Egypt
country-ES = Spania
country-FI = Finland
country-FO = Færøyene
country-FR = Frankrike
country-GB = Storbritannia
country-GE = Georgia
country-GG = Guernsey
country-GI = Gibraltar
country-GL = Grønland
country-GR = Hellas
country-HK = Hongkong
country-HR = Kroatia
country-HU = Ungarn
country-ID = Indonesia
country-IE = Irland
country-IL = Israel
country-IM = Man
country-IN = India
country-IS = Island
country-IT = Italia
country-JE = Jersey
country-JP = Japan
country-KR = Sør-Korea
country-LI = Liechtenstein
country-LT = Litauen
country-LU = Luxembourg
country-LV = Latvia
country-MA = Marokko
country-MC = Monaco
country-MD = Moldova
country-ME = Montenegro
country-MK = Nord-Makedonia
country-MT = Malta
country-MX = Mexico
country-NL = Nederland
country-NO = Norge
country-NZ = New Zealand
country-PL = Polen
country-PT = Portugal
country-RO = Romania
country-RS = Serbia
country-RU = Russland
country-SA = Saudi-Arabia
country-SE = Sverige
country-SG = Singapore
country-SI = Slovenia
country-SJ = Svalbard og Jan Mayen
country-SK = Slovakia
country-SM = San Marino
country-TH = Thailand
country-TR = Tyrkia
country-TW = Taiwan
country-UA = Ukraina
country-US = USA
country-VA = Vatikanstaten
country-VN = Vietnam
country-XK = Kosovo
country-ZA = Sør-Afrika

## What can be wrong with a value, by the model's keys
invalid-missing = Dette må fylles ut.
invalid-no-name = Fornavn eller etternavn må fylles ut.
invalid-too-long = Dette er for langt.
invalid-not-an-email = Dette er ikke en e-postadresse (navn@example.com).
invalid-not-a-phone = Et telefonnummer har 3 til 20 sifre; mellomrom og + - ( ) kan stå mellom dem.
invalid-not-a-date = Dette er ikke en dato. Prøv 24.12.2026.
invalid-not-a-time = Dette er ikke et klokkeslett. Prøv 14:30.
invalid-impossible-date = Denne datoen kan ikke stemme.
invalid-not-a-number = Dette er ikke et tall.
invalid-number-range = Her trengs et helt tall fra { $least } til { $most }.
invalid-not-yes-no = Svar ja eller nei.
invalid-not-a-country = Dette er ikke et land.
invalid-not-a-website = Dette er ikke en nettadresse.
invalid-unknown = Dette finnes ikke i listen.
invalid-taken = Et annet kort har dette allerede.
invalid-not-a-key = Bare små bokstaver, sifre og bindestrek.
invalid-read-only = Dette kan leses, men ikke endres.
invalid-no-such-field = Det finnes ikke noe slikt felt.

## Problems and rules of the office
problem-file-changed = Filen er endret siden den ble lest. Ingenting ble importert. Velg den på nytt.
problem-not-a-picture = Dette er ikke et PNG- eller JPEG-bilde. Ingenting ble endret. Velg en annen fil.
problem-database-missing = Filen vault.db, som inneholder dataene, mangler. Ingenting ble endret. Legg den tilbake, eller gjenopprett en sikkerhetskopi.
problem-user-unknown = Dette kartoteket har ingen bruker med dette navnet. Ingenting ble endret. Sjekk skrivemåten.
problem-user-not-at-work = Denne brukeren arbeider ikke med kartoteket: vedkommende er fjernet, eller ble ikke lagt helt til. Ingenting er endret. Be en eier om å legge deg til med et annet navn.
problem-empty-passphrase = En passfrase kan ikke være tom. Ingenting ble endret. Velg en som er vanskelig å gjette.
problem-log-missing = Filen vault.db-wal, som inneholder de siste endringene, mangler. Ingenting ble overskrevet. Legg den tilbake; for å gå videre uten disse endringene, fjern vault.lock og åpne på nytt.
rule-nothing-to-void = Det er ingen oppføring å annullere. Ingenting ble endret.
rule-not-correctable = Denne oppføringen kan ikke rettes: den gjelder en annen person eller et annet formål. Ingenting ble endret.
rule-import-needs-basis = En import trenger formål, rettslig grunnlag og kilde for personene i filen. Ingenting ble importert.
rule-undone-before = Denne importen er angret tidligere. Ingenting ble endret.
rule-wording-of-other-purpose = Denne ordlyden hører til et annet formål. Ingenting ble endret. Velg en av formålets egne.
rule-empty-wording = En ordlyd kan ikke være tom. Ingenting ble endret.
user-me = Meg
user-by-me = meg
user-first = Første bruker
wording-sales = Ja, dere kan lagre kontaktopplysningene mine for å svare på spørsmål og levere det jeg bestiller. Jeg kan når som helst trekke samtykket tilbake.
wording-marketing = Ja, send meg nyheter og tilbud på e-post. Jeg kan når som helst trekke samtykket tilbake, ved å svare eller med lenken i hver melding.

## Fields beyond those of cards
field-legal_basis = Rettslig grunnlag
field-custom = Eget felt
field-attachment = Vedlagt fil
field-import = Import

## The data map, rights, and how cards resemble each other
data-category-identity = Identitet
data-category-contact = Kontaktopplysninger
data-category-relation = Forhold til oss
data-category-communication = Kommunikasjon
data-category-behaviour = Interesser og adferd
data-category-financial = Økonomi
data-category-permission = Rettslig grunnlag og tillatelser
data-category-handling = Behandling av kortet
data-category-other = Annet
data-origin-provided = Gitt av personen
data-origin-observed = Observert
data-origin-derived = Utledet eller tildelt av oss
data-origin-third-party = Fra eller om noen andre
right-see = Se kort
right-create = Opprette kort
right-edit = Redigere kort
right-legal-basis = Endre rettslig grunnlag
right-import = Importere filer
right-export = Eksportere
right-settings = Endre innstillinger
likeness-email = Samme e-postadresse
likeness-number = Samme nummer
likeness-phone-and-name = Samme telefon og navn
likeness-phone = Samme telefon
likeness-name = Lignende navn

## Why a row of a file cannot be taken
row-too-many-cells = Raden har flere celler enn det er overskrifter.
row-cell-too-long = En celle er for lang.
row-row-too-long = Raden er for lang.
row-unclosed-quote = Et anførselstegn blir aldri lukket.
row-not-a-person = Dette er et firma eller en gruppe, ikke en person.
row-unfinished-card = Kortet er ikke fullstendig.
row-not-a-card = Det står tekst der det skulle være et kort.
row-too-many-rows = Filen har flere rader enn det kan tas på én gang; resten ble ikke lest.
row-unreadable = Filen kan ikke leses videre.
row-damaged = Filen er skadet herfra.
row-unseen = Personen finnes her allerede, og en annen har ansvar for vedkommende: ingenting av raden ble tatt inn. Det krever retten til å se kort andre har ansvar for.
row-given-away = Raden oppgir en annen som kontakt: ingenting av den ble tatt inn. Det krever retten til å se kort andre har ansvar for.
row-restricted = Personen finnes her fra før, og behandlingen er begrenset (art. 18): ingenting fra raden ble tatt inn.

## Sample people

rule-sample-needs-empty = Eksempelpersoner kan bare legges i et tomt kartotek, så de aldri blandes med virkelige. Ingenting ble endret.

## The command line: options, and what goes wrong
cli-option-help = Vis hjelp
cli-option-version = Vis versjonen
cli-option-demo = Åpne vinduet med eksempelpersoner
cli-option-dir = Mappe for kartoteket: ny eller tom
cli-option-persons = Hvor mange personer
cli-option-seed = Samme tall gir de samme personene
cli-option-files = Filer som skal importeres: CSV, Excel (.xlsx) eller vCard (.vcf)
cli-option-purpose = Formål, for eksempel sales eller marketing
cli-option-basis = Rettslig grunnlag, for eksempel consent, contract eller legitimate-interests
cli-option-source = Hvor det kom fra, for eksempel email, fair eller business-card
cli-option-comment = Kommentar til det rettslige grunnlaget
cli-option-condition = Vilkår i art. 9 nr. 2, en bokstav, der formålet krever særlige kategorier av personopplysninger
cli-option-relation-add-comment = Mer om det
cli-option-format = Filenes format
cli-option-map = Hva en kolonne er: overskriften eller nummeret, og et felt (også full_name, basis, source, comment, ignore)
cli-option-on-duplicate = Hva som skal skje med personer som allerede er her
cli-option-override-suppression = Hvorfor personer som er slettet, kan komme inn igjen; det blir bevart. Krever retten til å overstyre
cli-option-text = Hva du leter etter; ingenting ("") finner alle
cli-option-limit = Høyst så mange
cli-option-offset = Hopp over så mange i starten
cli-option-id = Identitet, slik andre kommandoer viser den
cli-option-reason = Hvorfor; det blir stående. Et begrenset kort åpnes bare av en grunn
cli-option-changes = Hva som skal endres
cli-option-wording = Identiteten til teksten personen ble vist
cli-option-evidence = Fil som beviser det
cli-demo-is-the-window = --demo åpner vinduet og kan ikke brukes sammen med en kommando. Ingenting er endret. Slik lager du et kartotek med eksempelpersoner: kartotek demo.
cli-output = Svaret kunne ikke skrives. Det som er gjort, er gjort. Sjekk hvor svaret sendes.
cli-invalid = { $field }: { $reason }
cli-nothing-changed = Ingenting er endret.
cli-passphrases-differ = De to passfrasene er ikke like. Ingenting er endret. Prøv igjen.
cli-map-shape = «{ $value }» er ikke KOLONNE=FELT. Ingenting ble importert.
cli-unknown-column = Filen har ingen kolonne «{ $column }». Ingenting ble importert. Den har: { $known }
cli-imports-made = Importer som ble gjort før dette og er beholdt: { $ids }.
cli-import-row = Rad { $row }: { $reason }
cli-import-refusals =
    { $count ->
        [one] Ett samtykke ble
       *[other] { $count } samtykker ble
    } ikke tatt med: personen har trukket det tilbake eller protestert før.
cli-same-person = { $name } ({ $id }) kan være samme person: { $how }.
cli-change-shape = «{ $value }» er ikke FELT=VERDI. Ingenting er endret.
cli-interest-shape = «{ $value }» er verken +NØKKEL eller -NØKKEL. Ingenting er endret.
cli-usage-command = «{ $command }» er ingen kommando.
cli-usage-argument = «{ $argument }» er ikke kjent her.
cli-usage-no-value = «{ $argument }» trenger en verdi.
cli-usage-value = «{ $value }» kan ikke være verdien til «{ $argument }».
cli-usage-known = Den tar: { $known }.
cli-usage-missing = Mangler: { $arguments }.
cli-usage-no-command = En kommando mangler: { $known }.
cli-usage-conflict = «{ $argument }» og «{ $other }» kan ikke brukes sammen.
cli-usage-values = «{ $argument }» tar et annet antall verdier.
cli-usage-meant = Mente du «{ $word }»?
cli-usage-call = Bruk: { $usage }
cli-usage-help = Mer står under --help.
check-header = Begynnelsen av vault.db er endret. La mappen være som den er, og gjenopprett en sikkerhetskopi.
check-cipher = En kryptert side er skadet: { $detail }
check-structure = Strukturen er skadet: { $detail }
check-sort-keys =
    { $count ->
        [one] Ett navn står
       *[other] { $count } navn står
    } på feil plass i listen. Endre kartotekets språk for å rette det.
check-journal = Loggens kjede er brutt ved oppføring { $entry }.
check-unmapped-column = En kolonne mangler i datakartet: { $column }
check-missing-column = Datakartet nevner en kolonne som ikke finnes: { $column }
check-attachments-without-file =
    { $count ->
        [one] Filen til ett vedlegg mangler.
       *[other] Filene til { $count } vedlegg mangler.
    }
check-attachments-damaged =
    { $count ->
        [one] Ett vedlegg er skadet: filen er tom eller er endret av disken eller et annet program.
       *[other] { $count } vedlegg er skadet: filene er tomme eller er endret av disken eller et annet program.
    } En eldre sikkerhetskopi kan ha det uskadet.
check-files-without-attachment =
    { $count ->
        [one] Én fil i vedleggsmappen hører
       *[other] { $count } filer i vedleggsmappen hører
    } ikke til noe kort. Uten nøkkel kan ingen lese dem.
check-dangling =
    { $count ->
        [one] Én rad
       *[other] { $count } rader
    } i tabellen { $table } viser til noe som ikke finnes.
## The manual page, and what shells complete

cli-help-pages = Skriv manualsiden og det skall fullfører, for pakker
cli-option-pages = Mappe som sidene skrives til, slik de ligger under /usr/share
cli-pages-not-written = Sidene kunne ikke skrives. Kartoteket ble ikke rørt. Kontroller at det kan skrives til mappen.
cli-page-name = Navn
cli-page-what = et kartotek for selgere, kryptert på egen maskin
cli-page-synopsis = Oversikt
cli-page-call = [VALG]… [KOMMANDO [VALG]… [VERDI]…]
cli-page-description = Beskrivelse
cli-page-description-text = Det vinduet gjør, gjør også en kommando, med de samme rettighetene og reglene, og det føres i den samme journalen. Passfrasen kommer fra filen som er oppgitt, eller det spørres om den i terminalen; den er aldri en del av kallet. Kommandoen «run» åpner kartoteket også med nøkkelen som denne maskinen husker.
cli-page-options = Valg
cli-page-commands = Kommandoer
cli-page-exit = Avslutningsstatus
cli-page-exit-0 = Utført.
cli-page-exit-1 = Det kunne ikke gjøres. Setningen på standard feil sier hva som skjedde, at ingenting gikk tapt, og hva du kan gjøre.
cli-page-exit-2 = Kallet ble ikke forstått.
cli-page-exit-3 = Kartoteket ble ikke åpnet: feil passfrase, ukjent bruker, eller det er i bruk.
cli-page-exit-4 = Avvist av en regel, eller en rettighet mangler.
cli-page-environment = Miljø
cli-page-variable-vault = Trer i stedet for --vault.
cli-page-variable-passphrase-file = Trer i stedet for --passphrase-file.
cli-page-variable-user = Trer i stedet for --user.
cli-page-variable-config-dir = Mappe for vinduets innstillinger, i stedet for den vanlige.
cli-page-variable-log = «error» eller «warn»: det som går galt inne i programmet, sies på standard feil.
cli-page-files = Filer
cli-page-file-vault = Kartoteket, når ingen annen mappe er oppgitt.
cli-page-file-settings = Vinduets innstillinger: størrelse, språk, hvilket kartotek som var åpent. Ingen navn på personer.

## The legal-basis dialog, further texts
basis-with-article = { $basis } – { $article }
basis-article-consent = art. 6 nr. 1 a
basis-article-contract = art. 6 nr. 1 b
basis-article-legal-obligation = art. 6 nr. 1 c
basis-article-vital-interests = art. 6 nr. 1 d
basis-article-public-task = art. 6 nr. 1 e
basis-article-legitimate-interests = art. 6 nr. 1 f
basis-article-withdrawn = art. 7 nr. 3
basis-article-objected = art. 21
basis-explain-consent = Personen har frivillig sagt ja til dette formålet og kan trekke det tilbake.
basis-explain-contract = Nødvendig for en avtale med personen, eller for et tilbud de ba om.
basis-explain-legal-obligation = En lov krever det, for eksempel bokføringsloven.
basis-explain-vital-interests = Det verner noens liv eller helse.
basis-explain-public-task = En oppgave i allmennhetens interesse, fastsatt i lov.
basis-explain-legitimate-interests = Vi har en god grunn som personens interesser ikke veier tyngre enn.
basis-explain-withdrawn = Personen har trukket samtykket tilbake.
basis-explain-objected = Personen vil ikke dette.
basis-objected-already = Protesten er allerede notert.
basis-wording-add = Legg til teksten
basis-wording-intro = Den blir neste versjon på sitt språk; tidligere tekster blir stående slik de ble vist.
basis-wording-missing = Skriv det personen fikk se.
basis-evidence-save = Lagre beviset…
basis-evidence-save-title = Lagre beviset utenfor kartoteket
basis-evidence-saved = Lagret som { $file }. Utenfor kartoteket er det ikke kryptert.
basis-evidence-suggested = bevis
basis-evidence-pasted = innlimt-tekst.txt
basis-evidence-choose-title = Velg det som beviser det
basis-evidence-kinds = Alle filer
basis-evidence-is = { $name } ({ $size })
basis-history-title = Historikk – { $name }
basis-history-holds = Gjelder nå
basis-history-earlier = Tidligere
basis-history-corrected = Rettet av linjen fra { $when }
basis-history-voided = Feilført: se linjen fra { $when }
basis-history-voids = Stryker linjen fra { $when }
basis-history-correct = Rett…
basis-history-void-hint = Linjen kan fortsatt leses, men teller ikke lenger.
basis-voided-toast = Linjen teller ikke lenger. Det som sto før den, gjelder igjen.
basis-export-title = En persons rettslige grunnlag, med historikk
basis-export-dialog = Lagre de rettslige grunnlagene
basis-export-person = Person: { $name }
basis-export-date = Per { $when }
basis-export-suggested = rettslig-grunnlag.xlsx
basis-column-status = Status

## New person, further texts
new-lookalikes = Finnes fra før?
new-lookalikes-none = Ingen så langt har samme e-post eller telefon, eller et lignende navn i samme firma.
new-same-person = Dette ser ut til å være samme person. Åpne kortet, eller legg til en til likevel.
new-purpose = Formål: { $purpose }
new-unsaved = Det du har skrevet, er ikke lagret ennå.

## Own fields, further texts
own-field-items-hint = Ett på hver linje.
own-field-fixed = Nøkkel og type står fast: Det som alt er fylt inn, avhenger av dem.
own-field-place = { $category } · { $origin }
own-field-not-in-report = ikke med i innsynsrapporten
own-field-in-report = med i innsynsrapporten
own-field-unused = Ikke i bruk
own-field-empty-text = Et eget felt er en linje på hvert kort som bare kontoret ditt trenger, for eksempel kundens betingelser eller dagen for neste besøk.
own-field-stopped = { $name } vises ikke lenger på kortene. Det som er fylt inn, blir stående.
own-field-restored = { $name } vises på kortene igjen.
own-field-law = Hvor opplysningen hører hjemme, avgjør hva rapporter og sletting gjør med den.
own-field-taken = Et annet felt har denne nøkkelen allerede.
## The window: making and opening card files, and what lies around the screens
create-confirm-groups = Skriv inn disse fire gruppene fra notatet ditt, så vi begge vet at det kan leses.
create-confirm-group = Gruppe { $number }
create-recovery-print = For å skrive den ut: lagre den som tekstfil, skriv ut filen, og slett den etterpå.
create-recovery-saved = Gjenopprettingsnøkkelen er lagret. Skriv ut filen, og slett den deretter.
create-nobody-recovers = Ingen kan fortelle deg en glemt passfrase. Til den dagen får du en gjenopprettingsnøkkel i neste trinn.
recovery-length = En gjenopprettingsnøkkel har 36 bokstaver og sifre, denne har { $found }. Sammenlign med notatet ditt.
recovery-typo = Gjenopprettingsnøkkelen har en skrivefeil. Ingenting ble endret. Sammenlign med notatet ditt.
recovery-why = Når kontaktene dine er her, må ikke en glemt passfrase gjøre at de går tapt. Skriv inn hele nøkkelen; mellomrom og bindestreker spiller ingen rolle.
locate-title = Åpne et kartotek
locate-text = Velg mappen det ligger i: den som inneholder vault.db.
unlock-new-title = Velg en ny passfrase
unlock-new-text = Gjenopprettingsnøkkelen er riktig, og kartoteket er åpent. Fra nå av åpnes det med passfrasen du velger her.
sample-progress = { $done } av { $total }
frame-sample = Eksempelpersoner – ingenting her er ekte
frame-sample-text = Prøv hva du vil. Det du skriver inn, slettes når du lukker vinduet.
frame-settings-short = 
    Innstil-
    linger
unsaved-leave-title = Lagre endringene?
path-text = Systemet viser ingen dialog for å velge filer. Skriv inn hele stien.
path-field = Sti
path-not-full = Dette er ikke en fullstendig sti. Den begynner ved roten av disken.
outside-failed = Systemet har ikke noe program som kan åpne dette.
closing = Lukker kartoteket…
settings-language-hint = For alle tekster, med en gang. Navn sorteres også som på dette språket.
settings-theme-hint = Mørk skrift på lyst papir, eller omvendt.
settings-contrast-hint = Svart og hvitt med tykkere linjer, lettere å se.
settings-contrast-on = På
settings-contrast-off = Av
settings-zoom-hint = Gjør alt i vinduet større eller mindre.
settings-zoom-percent = { $percent } %
settings-section-file = Kartotek
settings-file-hint = Mappen kartoteket ligger i, med sikkerhetskopier og vedlegg.
settings-open-folder = Vis mappen
settings-about-hint = Hva Kartotek er, versjon og lisenser.
help-topic-card = Kortet til en person
key-control = Ctrl
key-command = ⌘
key-shift = Shift
key-enter = Enter
key-escape = Esc
key-tab = Tab
## Personbildet
list-search-keys = Ctrl K
list-search-keys-mac = ⌘ K
list-show-all = Vis alle
list-only-nobody = Ingen i «{ $heading }»
list-only-nobody-text = De som sto på denne listen, er ikke lenger i kartoteket.
choice-nothing = Ingenting passer
card-no-contact = Ingen e-post, telefon eller adresse er kjent.
card-move-up = Flytt opp
card-back-to-changes = Tilbake til mine endringer
card-newer = Versjonen som { $who } lagret { $when }
card-newer-text = Endringene dine er beholdt. Gå tilbake til dem for å lagre dem oppå denne versjonen.
card-objected = Motsetter seg { $purpose } siden { $date }
card-withdrawn = Samtykke til { $purpose } ble trukket tilbake { $date }
card-interests-none = Ingen interesser er notert.
## Kort: typer utsendelser

subscription-wants = Ønsker
subscription-refuses = Avslår
subscription-wanted = Ønsket
subscription-refused = Avslått
subscription-covered = Ikke svart; samtykket dekker det
subscription-unsaid = Ikke svart
subscription-said = { $when } av { $who }
subscription-stop-restricted = Ingen utsendelser: behandlingen av opplysningene er begrenset.
subscription-stop-objection = Ingen utsendelser: personen motsetter seg direkte markedsføring.
subscription-stop-withdrawn = Ingen utsendelser: samtykket til e-markedsføring er trukket tilbake.
subscription-stop-no-mailings = Ingen utsendelser: det står på kortet.
# May I write to this person?
may-mail-service = Den angår personen: den svarer dem, eller loven krever den.
may-mail-test = Den går til deg selv.
may-mail-request = Det er lov å be om samtykke på e-post til denne adressen.
may-mail-consent = Personen samtykket { $day }; hvilken ordlyd som ble vist, er ikke notert.
may-mail-consent-worded = Personen samtykket { $day } til versjon { $version } av ordlyden ({ $language }).
may-mail-customer = Personen er eksisterende kunde og har ikke sagt nei.
may-mail-no-address = Kortet har ingen e-postadresse.
may-mail-address-gone = Kortet har ikke lenger adressen den ble skrevet til.
may-mail-bounced = Ingenting sendes til adressen: e-post dit har kommet i retur, eller noen der har meldt den som søppelpost.
may-mail-in-trash = Kortet ligger i papirkurven.
may-mail-restricted = Behandlingen av opplysningene er begrenset (art. 18).
may-mail-objects = Personen motsetter seg direkte markedsføring (art. 21).
may-mail-withdrawn = Personen har trukket tilbake samtykket til e-markedsføring.
may-mail-suppressed = Adressen tilhørte noen som er slettet.
may-mail-refused = Personen har sagt nei til denne typen utsendelser.
may-mail-no-mailings = Det står på kortet at personen ikke vil ha utsendelser.
may-mail-minor = Personen er for ung til å samtykke til markedsføring alene.
may-mail-no-consent = Det er ikke dokumentert noe samtykke til e-markedsføring.
may-mail-consent-expired = Samtykket fra { $day } er eldre enn kontoret godtar; det må innhentes på nytt.
may-mail-not-customer-unused = Det finnes ikke noe samtykke, og regelen for eksisterende kunder brukes ikke her.
may-mail-not-customer = Personen er ikke eksisterende kunde.
may-mail-not-customer-not-offered = Det finnes ikke noe samtykke, og eksisterende kunder kunne ikke si nei da de ga adressen.
may-mail-not-customer-category = Det finnes ikke noe samtykke, og personen er ikke i en kundekategori.
may-mail-not-customer-source = Det finnes ikke noe samtykke, og adressen ble ikke gitt i forbindelse med et salg.
may-mail-not-customer-too-long-ago = Det finnes ikke noe samtykke, og siste aktivitet med kunden er for lenge siden.
may-mail-not-subscribed = Personen har ikke bedt om denne typen utsendelser.
may-mail-not-informed = Personen er ikke informert ennå om hva som er lagret (art. 13, 14): send informasjonen først.
may-mail-request-advertises = Å be en fysisk person om samtykke på e-post er selv markedsføring i Norge og Sverige (mfl. § 15, MFL 19 §). Lovlige måter er: personlig eller på papir, i en samtale, ved kjøp, på nettstedet, i svar på en melding fra dem, eller i brev.
may-mail-yes = Ja: { $why }
may-mail-no = Nei: { $why }
may-mail-as-above = som over

# Utsendelser
mailing-unsubscribe = Vil du ikke ha dette lenger? Si fra her, så stopper det med en gang: { $link }
mailing-unsubscribe-answer = Vil du ikke ha dette lenger? Svar på denne meldingen med «stopp», så stopper det med en gang.
mailing-wishes = Du bestemmer hva du får fra oss:
mailing-wish-types = Bare noen typer utsendelser
mailing-wish-nothing = Ingen flere utsendelser
mailing-wish-about = Hva vi har lagret om deg
frame-mailings = Utsendelse
action-mailings = Vis utsendelsene
help-mailings = En utsendelse er én melding til hver person i et utvalg som kan få den. Ny utsendelse har alt på én side: til hvem, hva og kontrollen. Kontrollen sier for hver enkelt hvordan det står til før noe legges i kø: klar, mangler samtykke, abonnerer ikke, motsetter seg, begrenset og så videre. Det kontrolleres på nytt når hver melding sendes. Hver melding sier hvordan man slipper flere, og svaret tas inn med mail intake. Pause lar det som ikke er sendt, vente; Stopp fjerner det.
mailings-title = Utsendelser
mailings-new = Ny utsendelse
mailing-begun-already = En utsendelse er allerede under arbeid her. Send den, eller forlat den med Tilbake, før du begynner på en ny.
mailings-closed = Utsendelser er for dem som kan sende e-post
mailings-none-text = Skriv til alle i et utvalg som det er lov å skrive til. Hver får sin egen melding, og ingen ser de andre.
mailings-column-name = Utsendelse
mailings-column-to = Utvalg
mailings-column-when = Når
mailings-column-how = Sendt
mailing-by = Lagt i kø { $time } av { $user }
mailing-not-before = Ikke før { $time }
mailing-pause = Pause
mailing-resume = Fortsett
mailing-stop = Stopp
mailing-stop-title = Stoppe denne utsendelsen?
mailing-stop-says = Det som ikke er sendt, fjernes og kan ikke hentes tilbake. Det som er sendt, blir som det er.
mailing-stop-now = { $count ->
    [one] Fjern 1 melding
   *[other] Fjern { $count } meldinger
}
mailing-who = Til hvem
mailing-what = Hva
mailing-check = Kontroll
mailing-is-mailing = Utsendelse
mailing-is-breach = Varsel om brudd (art. 34)
mailing-breach-says = Det går til alle det gjelder: samtykke, abonnement og innsigelser stopper det ikke.
mailing-selection = Utvalg
mailing-choose-selection = Velg et utvalg
mailing-no-selection = Ingen utvalg med det navnet
mailing-type = Type utsendelser
mailing-let-past = { $count ->
    [one] Også til 1 person som et hinder holder ute
   *[other] Også til { $count } personer som et hinder holder ute
}
mailing-why = Hvorfor
mailing-why-hint = Det blir stående. Ingen får den som har motsatt seg, sagt nei eller trukket samtykket, er begrenset eller slettet.
mailing-name = Navn
mailing-name-hint = For dere selv; mottakerne ser det ikke.
mailing-text = Tekst
mailing-what-happened = Hva som har skjedd
mailing-consequences = Hva det kan føre til
mailing-measures = Hva som gjøres med det, og hva de selv kan gjøre
mailing-attach = Legg ved en fil
mailing-detach = Fjern filen
mailing-mark = Før den som e-post på hvert kort når den er sendt (den gjelder da som siste aktivitet)
mailing-no-account = Meldingene venter i utboksen til det finnes en.
mailing-in-trash = { $count ->
    [one] Én av dem ligger i papirkurven: til den tømmes, er opplysningene lagret, og bruddet angår også dem.
   *[other] { $count } av dem ligger i papirkurven: til den tømmes, er opplysningene lagret, og bruddet angår også dem.
}
card-mailings = Utsendelser til personen
mailing-nobody-yet = Velg et utvalg for å se hvem som får den.
mailing-reaches = { $count ->
    [one] 1 av { $all } får den
   *[other] { $count } av { $all } får den
}
mailing-lacks = Malen mangler noe loven krever
mailing-lacks-parts = Den mangler: { $parts }. Hvordan man slipper flere, legges til i hver melding.
mailing-lacks-text = Det er ingen tekst ennå; malen har plass til den.
mailing-preview = Slik blir den ({ $lang })
mailing-preview-to = Slik blir den for { $name } ({ $lang })
mailing-when = Send
mailing-now = nå
mailing-test = Test til deg selv
mailing-send = { $count ->
    [one] Send 1 melding
   *[other] Send { $count } meldinger
}
mailing-send-later = { $count ->
    [one] Legg 1 melding i kø
   *[other] Legg { $count } meldinger i kø
}
mailing-running = Legger meldingene i kø
mailing-queued = { $count ->
    [one] 1 melding lagt i kø
   *[other] { $count } meldinger lagt i kø
}, { $held } holdt tilbake
mailing-counts = { $sent } av { $queued } sendt, { $held } holdt tilbake
mailing-unlisted = { $count ->
    [one] 1 av dem er ikke i listen: i papirkurven, eller ikke din å se
   *[other] { $count } av dem er ikke i listen: i papirkurven, eller ikke dine å se
}
mailing-gone = { $count ->
    [one] 1 til er slettet siden, eller slått sammen med et annet kort
   *[other] { $count } til er slettet siden, eller slått sammen med et annet kort
}
mailings-none = Ingen utsendelser ennå
mailing-stage-planned = Planlagt
mailing-stage-sending = Sendes
mailing-stage-paused = På pause
mailing-stage-stopped = Stoppet
mailing-stage-done = Ferdig
mailing-status-ready = Klar
mailing-status-let-past = Sluppet gjennom
mailing-status-removed = Fjernet
mailing-why-no-address = Ingen e-postadresse
mailing-why-address-gone = Adressen er borte
mailing-why-bounced = Adressen er stoppet
mailing-why-in-trash = I papirkurven
mailing-why-restricted = Begrenset
mailing-why-objects = Motsetter seg
mailing-why-withdrawn = Samtykke trukket
mailing-why-suppressed = Adressen til en som er slettet
mailing-why-refused = Sagt nei til typen
mailing-why-no-mailings = Ingen utsendelser
mailing-why-minor = For ung
mailing-why-no-consent = Mangler samtykke
mailing-why-consent-expired = Samtykket er for gammelt
mailing-why-not-customer = Ikke eksisterende kunde
mailing-why-not-subscribed = Abonnerer ikke
mailing-why-not-informed = Ikke informert
mailing-why-request-advertises = Å spørre er markedsføring
mailing-why-duplicate = Samme adresse
rule-mailing-name = En utsendelse trenger et navn som ingen annen har. Ingenting ble lagt i kø.
rule-mailing-time = Tidspunktet for sending er allerede passert. Ingenting ble lagt i kø. Oppgi et tidspunkt som kommer, eller ikke noe for å sende nå.
rule-notice-incomplete = Informasjonen kan ikke si hvilket rettslig grunnlag opplysningene brukes på. Ingenting ble sendt. Dokumenter et, eller send den som den er.
rule-mailing-template = En utsendelse skrives med en mal for nyhetsbrev, og et varsel om brudd med en mal for brudd. Ingenting ble lagt i kø.
rule-mailing-of-persons = E-post går til personer: velg et utvalg av personer. Ingenting ble lagt i kø.
rule-breach-words = Et varsel om brudd sier hva som har skjedd, hva det kan føre til, og hva som gjøres med det (art. 34 nr. 2). Ingenting ble lagt i kø.
rule-mailing-state = Det kan ikke gjøres med utsendelsen slik den står: den er stoppet, eller ingenting av den venter. Ingenting ble endret.
journal-kind-mailing-queued = Utsendelse lagt i kø
journal-kind-mailing-paused = Utsendelse satt på pause
journal-kind-mailing-resumed = Utsendelse fortsatt
journal-kind-mailing-stopped = Utsendelse stoppet
field-mailing_held = Hvorfor ikke sendt
field-mailing_sent_at = Sendt
cli-mailing-queued = { $count ->
    [one] 1 melding lagt i kø
   *[other] { $count } meldinger lagt i kø
}, { $held } holdt tilbake
cli-mailing-would-queue = { $count ->
    [one] 1 melding ville blitt lagt i kø
   *[other] { $count } meldinger ville blitt lagt i kø
}, { $held } holdt tilbake
cli-mailing-tested = En melding til { $address } er lagt i kø.
cli-help-mailing = Én melding til hver person i et utvalg som kan få den
cli-help-mailing-create = Legg en utsendelse i kø til alle som kan få den
cli-help-mailing-breach = Legg et varsel om brudd i kø (art. 34); samtykke stopper det ikke
cli-help-mailing-list = Vis utsendelsene, de nyeste først
cli-help-mailing-show = Si for hver enkelt hvordan det står til med meldingen
cli-help-mailing-pause = La det som ikke er sendt, vente
cli-help-mailing-resume = La en utsendelse fortsette
cli-help-mailing-stop = Fjern det som ikke er sendt
cli-help-mailing-test = Legg meldingen til deg selv i kø
cli-option-mailing-which = Utsendelsen, med navn eller identitet
cli-option-mailing-name = Hva utsendelsen heter
cli-option-mailing-selection = Til alle i dette utvalget som kan få den
cli-option-mailing-ids = Til personene som filen har identiteten til, én per linje
cli-option-mailing-subject = Emne, i stedet for malens
cli-option-mailing-at = Ikke før: 2026-03-05T08:41:00Z, 2026-03-05 09:41, eller en dag
cli-option-attach = Fil som følger hver melding, til sammen høyst 10 MB
cli-option-mark = Før hver melding som e-post på kortet når den er sendt; den gjelder da som siste aktivitet
cli-option-mailing-template = Malen: newsletter eller breach, eller en egen av disse slagene
cli-option-mailing-type = Type utsendelser, for eksempel news eller invitations
cli-option-mailing-text-file = Fil med teksten som skal stå der malen har plass til den
cli-option-mailing-override = Hvorfor den også går til dem som et hinder holder ute; aldri tross innsigelse, nei, begrensning eller sletting. Det blir stående
cli-option-what = Hva som har skjedd
cli-option-consequences = Hva det kan føre til
cli-option-measures = Hva som gjøres med det, og hva personen selv kan gjøre
# Templates
template-name-notice = Informasjon: opplysninger fra personen selv
template-name-notice-other-source = Informasjon: opplysninger fra andre
template-name-consent-request = Forespørsel om samtykke
template-name-consent-confirmation = Bekreftelse av samtykke
template-name-corrected = Opplysninger rettet
template-name-erased = Opplysninger slettet
template-name-report = Rapport vedlagt
template-name-breach = Varsel om brudd
template-name-newsletter = Nyhetsbrev
template-part-who = Hvem dere er og hvordan dere nås
template-part-purposes = Formål og rettslige grunnlag
template-part-source = Hvor opplysningene kommer fra
template-part-data = Hvilke opplysninger
template-part-period = Hvor lenge de lagres
template-part-recipients = Hvem som får dem
template-part-rights = Rettighetene
template-part-objection = At man kan protestere, for seg selv
template-part-withdrawal = At samtykke kan trekkes tilbake
template-part-automated = Om en maskin avgjør noe
template-part-authority = Hvor man kan klage
template-part-request = Hva det spørres om
template-part-confirm = Hvordan man bekrefter
template-part-changes = Hva som er rettet
template-part-erased = Hva som er slettet
template-part-files = Hva som er vedlagt
template-part-what = Hva som skjedde
template-part-consequences = Hva det kan føre til
template-part-measures = Hva som gjøres
template-part-unsubscribe = Hvordan man melder seg av
template-fault-empty = En mal trenger et emne og en tekst. Ingenting ble endret.
template-fault-too-long = Teksten er for lang. Ingenting ble endret. Forkort den.
template-fault-not-here = Her fylles ingenting inn: navn i doble klammer står bare i maler. Ingenting ble endret. Skriv en egen tekst under Maler.
template-fault-syntax = Teksten kan ikke leses fra linje { $line }: det mangler en klammeparentes, et prosenttegn eller «endif». Ingenting ble endret.
template-fault-unknown = Teksten nevner noe ingen kjenner: { $names }. Ingenting ble endret. Velg fra listen over det som kan nevnes.
template-fault-inner = Noe som teksten nevner i en liste eller et vilkår, finnes ikke. Ingenting ble endret.
template-sample-first = Kari
template-sample-last = Nordmann
template-sample-company = Eksempel AS
template-sample-words = Her står det det gjelder.
template-statement = Personvernerklæring
template-period-consent = til du trekker samtykket tilbake
template-period-months = { $months } måneder etter at vi sist hadde kontakt
template-period-open = så lenge vi trenger det til dette; det som ikke trengs lenger, sletter vi
notice-way-mail = E-post
notice-way-letter = Brev
notice-way-oral = Fortalt muntlig
notice-way-exempt = Ikke nødvendig
notice-exemption-13-4 = art. 13 nr. 4: personen har informasjonen fra før
notice-exemption-14-5-a = art. 14 nr. 5 a: personen har informasjonen fra før
notice-exemption-14-5-b = art. 14 nr. 5 b: det er umulig, eller krever en uforholdsmessig innsats
notice-exemption-14-5-c = art. 14 nr. 5 c: innsamling eller utlevering er fastsatt i lov
notice-exemption-14-5-d = art. 14 nr. 5 d: opplysningene er taushetsbelagte etter lov
rule-stop-stands = Det som hindrer denne meldingen, kan ikke overstyres: personen har selv sagt det, eller loven gjør det. Ingenting ble sendt.
rule-stop-reason = Oppgi hvorfor meldingen likevel skal ut: det blir stående. Ingenting ble sendt.
journal-kind-stop-overridden = Melding sluppet gjennom tross hinder
journal-kind-template-changed = Mal endret
journal-kind-notice-queued = Personverninformasjon lagt i utboksen
journal-kind-notice-noted = Notert hvordan noen er informert
journal-kind-consent-asked = Spurt om samtykke, eller om å bekrefte det
erasure-table-notice = Hvordan de er informert
erasure-table-overridden = Meldinger sluppet gjennom
field-template = Mal
field-exemption = Unntatt etter
field-told_at = Informert
field-overridden = Hinder overstyrt
field-reason = Begrunnelse
cli-help-may-mail = Kan jeg skrive til denne personen, og hvorfor
cli-option-may-mail-type = Type utsendelser, for eksempel news eller invitations
cli-option-may-mail-kind = Slags melding: service, marketing, notice, consent-request, consent-confirmation, corrected, erased, report, breach, answer
cli-help-mail = E-post: send det som venter, ta inn det som kom tilbake, informer folk om hva som er lagret
cli-help-mail-notice = Legg personverninformasjonen (art. 13, 14) i utboksen, eller noter at noen er informert på en annen måte
cli-option-notice-id = Personene; de som har fått informasjonen før, får den igjen
cli-option-notice-selection = Alle i et utvalg som ikke er informert ennå
cli-option-notice-due = Alle som skal informeres innen så mange dager, og de som er over fristen
cli-option-notice-on = Dagen de ble informert; ellers i dag
cli-option-letter-to = En annen av kortets adresser enn den første
cli-option-letter-template = En annen mal av samme slag
cli-option-letter-language = Et annet språk enn personens
cli-option-letter-subject = Et annet emne
cli-help-mail-consent = Spør noen på e-post om samtykke; svaret tas inn med «mail intake»
cli-option-consent-purpose = Til hvilket formål
cli-consent-queued = Forespørsler lagt i utboksen: { $count }
consent-held-asked = Personen er spurt allerede og har ikke svart: taushet er et nei. De kan spørres igjen når koden i den meldingen er utløpt, etter 30 dager.
cli-option-notice-told = Ingenting sendes; de er informert med letter eller oral, eller trenger det ikke: 13-4, 14-5-a, 14-5-b, 14-5-c, 14-5-d
cli-option-notice-comment = Mer om det
cli-option-notice-incomplete = Send den også der det ikke er dokumentert noe rettslig grunnlag den kan nevne
cli-option-confirm-reason = Hvorfor et begrenset kort åpnes (art. 18 nr. 2); det blir stående
cli-notice-whom = Oppgi personer, eller et utvalg med --selection.
cli-notice-way = Det finnes ikke en slik måte å informere på: { $key }. Kjent er letter, oral, 13-4, 14-5-a, 14-5-b, 14-5-c og 14-5-d.
cli-notice-plan = Informasjon som ville blitt lagt i utboksen: { $count }
cli-notice-queued = Informasjon lagt i utboksen: { $count }
cli-notice-noted = Notert som informert: { $count }
notice-held-waiting = Det ligger allerede informasjon til personen i utboksen.
notice-held-informed = Personen er allerede informert.
notice-held-no-basis = Ikke noe rettslig grunnlag er dokumentert, så informasjonen kan ikke nevne det (art. 13 nr. 1 bokstav c). Før det på kortet.
notice-held-no-interest = Den berettigede interessen er ikke beskrevet, så informasjonen kan ikke nevne den (art. 13 nr. 1 bokstav d). Beskriv den under Innstillinger, Rettslige grunnlag.
card-e-marketing = E-postmarkedsføring
card-e-marketing-on = På
card-e-marketing-off = Av
card-e-marketing-unsaid = Ingenting er registrert.
notice-informed-on = Informert { $day }
notice-waiting = Personverninformasjonen ligger i utboksen
notice-due =
    Informer innen { $day }, { $days ->
        [0] i dag
        [one] 1 dag igjen
       *[other] { $days } dager igjen
    }
notice-overdue =
    { $days ->
        [one] Skulle vært informert i går
       *[other] Skulle vært informert for { $days } dager siden
    }
notice-send = Personverninformasjon…
notice-again = Personverninformasjon på nytt…
notice-not-sent = ikke sendt ennå

## Letters to one person, and to everybody who is due
letter-notice-title = Personverninformasjon: { $name }
letter-corrected-title = Bekreft en retting: { $name }
letter-consent-title = Be om samtykke: { $name }
letter-how = Hvordan
letter-how-mail = På e-post, herfra
letter-how-letter = Gitt allerede, i brev eller på papir
letter-how-oral = Gitt allerede, muntlig
letter-how-exempt = Ikke nødvendig, { $why }
letter-day = Dagen
letter-day-wrong = En dag til og med i dag, for eksempel 05.03.2026
letter-to = Til
letter-no-address = Kortet har ingen e-postadresse
letter-preview = Slik den blir sendt
letter-missing = Teksten mangler noe loven krever: { $parts }
letter-incomplete = Send den likevel
letter-recipients = De har fått opplysningene tidligere, og skal underrettes om rettingen (art. 19): { $recipients }
letter-no-account = Det er ikke satt opp noen konto for e-post: det som sendes, venter i utboksen.
letter-send = Send
letter-resend = Send på nytt
letter-note = Registrer
letter-queued = { $name }: meldingen ligger i utboksen.
letter-noted = { $name }: registrert som informert.
letter-span = Hva som bekreftes
letter-nothing-corrected = Ingenting er endret på kortet i den tiden.
letter-span-last = Siste endring
letter-span-today = Alt som er endret i dag
letter-span-days = Alt som er endret de siste { $days } dagene
letter-corrected-when = Endret { $time }: { $fields }
letter-file = Lagre som brev…
letter-file-title = Hvor brevet skal ligge
letter-file-name = retting.pdf
letter-file-written = Brevet er skrevet.
informing-title = Informer alle som skal informeres
informing-count = { $count ->
    [0] Ingen kan få personverninformasjonen nå.
    [one] Én person får personverninformasjonen på e-post.
   *[other] { $count } personer får personverninformasjonen på e-post.
}
informing-says = Hver på sitt eget språk, med malen for hvordan de kom inn. De som allerede er informert, eller har informasjon i utboksen, får ingen.
informing-held = { $count ->
    [one] Én person holdes tilbake:
   *[other] { $count } personer holdes tilbake:
}
informing-send = { $count ->
    [one] Send til 1 person
   *[other] Send til { $count } personer
}
informing-planning = Finner ut hvem som kan informeres
informing-sending = Legger informasjonen i utboksen
informing-sent = Informasjon lagt i utboksen: { $count }
today-inform = { $count ->
    [one] Én person skal informeres innen { $days } dager
   *[other] { $count } personer skal informeres innen { $days } dager
}
today-inform-all = Send til alle…
today-answers = { $count ->
    [one] Ett forslag fra folk venter på en avgjørelse.
   *[other] { $count } forslag fra folk venter på en avgjørelse.
}
today-answers-show = Avgjør
card-ask-consent = Be om samtykke…
card-confirm-correction = Bekreft en retting…
action-inform = Personverninformasjon til personen…
action-confirm-correction = Bekreft en retting overfor personen…
action-ask-consent = Be personen om samtykke…
came-back-corrected = Rettet slik { $name } ønsket.
came-back-confirm = Bekreft overfor personen…

cli-help-template = Brevtekster
cli-help-template-list = Vis malene, og hva som mangler i hver etter loven
cli-help-template-create = Lag en tekst til av en type, som begynner som den som følger med programmet
cli-option-template-base = Typen, for eksempel newsletter
cli-option-template-new-name = Hva den heter
cli-help-template-show = Vis en mal med versjonene
cli-help-template-set = Lagre en egen tekst
cli-help-template-check = Kontroller en tekst, eller den som gjelder. Svarer 1 hvis noe mangler
cli-help-template-reset = La den medfølgende teksten gjelde igjen
cli-help-template-preview = Vis hvordan en mal blir, for en person eller en oppdiktet
cli-option-template-key = notice, notice-other-source, consent-request, consent-confirmation, corrected, erased, report, breach eller newsletter; et eget navn står etter et punktum: notice.messe
cli-option-template-file = Fil der første linje er «Subject: …»
cli-option-template-language = Tekstens språk
cli-option-template-name = Hva du kaller den
cli-option-template-person = Fylt ut for denne personen
cli-template-key = Det finnes ikke en slik mal: { $key }. Ingenting ble endret. Se «template list».
cli-template-file = Første linje i filen må være «Subject: …». Ingenting ble endret.
cli-template-reset = Den medfølgende teksten gjelder igjen for { $key }.
template-own = egen tekst
template-shipped = medfølgende
template-lacks = Mangler: { $parts }
template-complete = Har alt loven krever.
settings-page-templates = Maler
settings-templates-text = Tekstene i det dere sender, på språkene dere sender dem på. Tekstene som følger med, har alt loven krever; en egen tekst tar plassen til den tilbakestilles.
template-column-state = Tekst
template-column-lacks = Mangler
template-body = Tekst
template-revert = Forkast
template-reset = Tilbake til medfølgende tekst
template-preview = Forhåndsvisning
template-sample = En oppdiktet person
template-checklist = Det loven krever
template-checklist-fault = Hva teksten har, vises her igjen når den kan leses.
template-block-hint = Hver av disse er en blokk i teksten, som block objection; ordlyden mellom block og endblock bestemmer dere.
template-variables = Det som kan nevnes
template-saved = Lagret
template-new = Ny tekst…
template-new-base = Type
template-new-name = Hva den heter
template-new-says = Den begynner som teksten som følger med programmet, på alle språk. Endre det du vil si annerledes.
template-create = Lag den
template-save-first = Lagre eller forkast teksten først
cli-may-mail-kind = Det finnes ikke en slik type melding: { $key }
undo-subscription = abonnementer for { $name }
rule-type-refused = Personen har avslått denne typen utsendelser. Ingenting ble endret. Spør personen, og før inn svaret på kortet.
mass-edit-why-type-refused = Personen har avslått denne typen utsendelser.
journal-kind-subscription-set = Abonnement endret
erasure-table-subscription = Abonnementer
cli-help-subscription = Hva folk har svart på typer utsendelser
cli-help-subscription-set = Før inn om en person ønsker en type utsendelser eller avslår den
cli-help-subscription-list = Vis hva en person har svart, og hva som uansett stopper utsendelser
cli-option-subscription-type = Type utsendelser, for eksempel news eller invitations
cli-option-wanted = yes hvis personen ønsker den, no hvis den avslås
cli-option-subscription-source = Hvordan svaret kom, for eksempel email eller phone
cli-option-subscription-set-comment = Hva som ble sagt
cli-subscription-closed = Det er ført inn. Kortet er lukket: behandlingen av opplysningene er begrenset.
card-new-interest = Ny interesse
card-note-none = Det er ikke noe notat.

# Personens tilstand (art. 18, 21, 8)
state-restricted = Begrenset
state-restricted-long = Behandlingen av denne personens opplysninger er begrenset (art. 18).
state-restricted-since = Begrenset siden { $date }
state-ground = Grunn
state-since = Siden
state-restricted-by = Begrenset av
state-ask = Spør
state-lifted = Begrensningen er opphevet.
state-lift-reminder = Si fra til personen før en begrensning oppheves (art. 18 nr. 3); det er ikke notert at det ble gjort.
state-objects-to = Har protestert mot { $purpose } (art. 21).
state-objects = Protesterer
state-open-objection = En protest mot { $purpose } er ikke avgjort ennå
state-minor = Mindreårig: { $age ->
        [0] under ett år
        [one] ett år
       *[other] { $age } år
    }; en forelder samtykker.
state-minor-mark = Mindreårig
ground-a = Personen bestrider at opplysningene er riktige, og det undersøkes (art. 18 nr. 1 a).
ground-b = Behandlingen er ulovlig, og personen vil ikke ha opplysningene slettet (art. 18 nr. 1 b).
ground-c = Personen trenger opplysningene for et rettskrav (art. 18 nr. 1 c).
ground-d = Personen har protestert, og det avveies (art. 18 nr. 1 d).
objection-says-absolute = Protesten mot markedsføring gjelder med en gang, og ingenting går foran den (art. 21 nr. 2 og 3).
objection-says-weighed = Formålet stanser nå. Vurder om det finnes tvingende grunner som går foran personens interesser (art. 21 nr. 1), og noter hva som ble avgjort.
objection-says-consent = Dette bygger på samtykke, som personen trekker tilbake: det stanser med en gang (art. 7 nr. 3).
objection-says-none = En protest når ikke dette rettslige grunnlaget (art. 21): formålet fortsetter. Det personen ønsker, noteres; svar personen, og noter hva som ble svart.
objection-decided-upheld = Formålet er fortsatt stanset.
objection-decided-overruled = Det som gjaldt før protesten, gjelder igjen.
objection-decided-answered = Svaret er notert.
state-read-only = Du oppga en grunn for å lese kortet; det kan bare leses, til du forlater det.
state-closed = Opplysningene blir liggende, og ingen gjør noe med dem før begrensningen oppheves.
state-wish = Protesterte mot { $purpose } { $date }, og har ikke fått svar ennå
state-wish-noted = Det personen ønsker, er notert.
state-restrict-ask = Begrens…
state-open-ask = Åpne likevel…
state-lift-ask = Opphev…
state-object-ask = Protesterer…
state-decide-ask = Avgjør…
state-answer-ask = Svar…
state-weighing = Det avveies hvem sine interesser som går foran; imens er formålet stanset.
state-restrict-title = Begrens – { $name }
state-restrict-says = Opplysningene blir liggende, og ingen bruker dem: kortet viser bare navnet og grunnen, finnes bare på navnet, og holdes utenfor oppgaver, utsendelser, eksport og endringer.
state-restrict-do = Begrens
state-restricted-toast = { $name } er begrenset.
state-open-title = Åpne det begrensede kortet – { $name }
state-open-says = Et begrenset kort åpnes bare med personens samtykke, for rettskrav, for å verne noens rettigheter eller av viktige allmenne hensyn (art. 18 nr. 2). Hvem som åpnet det, når og hvorfor, blir stående.
state-open-do = Åpne
state-reason = Grunn
state-lift-title = Opphev begrensningen – { $name }
state-lift-says = Si fra til personen før begrensningen oppheves (art. 18 nr. 3). Etterpå er kortet som alle andre.
state-told = Personen har fått beskjed
state-lift-do = Opphev begrensningen
state-object-title = Protesterer – { $name }
state-said = Hva personen sa
state-answer = Hva personen fikk til svar
state-object-do = Noter protesten
state-decide-title = Avgjør protesten – { $name }
state-decide-says = Formålet fortsetter bare av tvingende grunner som går foran personens interesser, eller for rettskrav (art. 21 nr. 1).
state-decide-upheld = Protesten står: formålet er fortsatt stanset
state-decide-overruled = Det finnes tvingende grunner: formålet fortsetter
card-more = Mer
cli-help-restrict = Begrens behandlingen av en persons opplysninger (art. 18)
cli-help-unrestrict = Opphev en begrensning
cli-help-object = Noter at en person protesterer mot et formål (art. 21)
cli-help-object-decide = Avgjør en protest
cli-option-ground = Bokstaven i art. 18 nr. 1: a riktighet bestridt, b ulovlig, c trengs for rettskrav, d protest avveies
cli-option-told = Personen fikk beskjed på forhånd (art. 18 nr. 3)
cli-option-answer = Hva personen fikk til svar, der art. 21 ikke når det rettslige grunnlaget
cli-option-objection = Protesten, slik object oppga den
cli-option-verdict = upheld: fortsatt stanset; overruled: det som gjaldt før, gjelder igjen; answered: art. 21 når det ikke
hold-ground-bookkeeping = Bokføring (art. 17 nr. 3 b)
hold-ground-a = Ytrings- og informasjonsfrihet (art. 17 nr. 3 a)
hold-ground-b = Rettslig forpliktelse eller offentlig oppgave (art. 17 nr. 3 b)
hold-ground-c = Folkehelse (art. 17 nr. 3 c)
hold-ground-d = Arkiv, forskning eller statistikk (art. 17 nr. 3 d)
hold-ground-e = Rettskrav (art. 17 nr. 3 e)
held-restricted = Begrenset (art. 18)
held-hold = { $ground }: { $statute }
held-hold-until = { $ground }: { $statute }, til { $day }
hold-none = Ingen er omfattet av oppbevaringsplikt.
hold-past = ikke lenger
hold-kept = Må beholdes
hold-ask = Oppbevaringsplikt…
hold-lift-ask = Opphev…
hold-title = Oppbevaringsplikt for { $name }
hold-says = Ingen sletter en person som loven eller bokføringen krever beholdt (art. 17 nr. 3), før plikten er opphevet eller siste dag er forbi.
hold-ground = Grunnlag
hold-statute = Lovbestemmelsen, eller hva kravet gjelder
hold-until = Siste dag, om den er kjent
hold-do = Behold personen
hold-done = { $name } må beholdes.
hold-lift-title = Oppheve oppbevaringsplikten for { $name }
hold-lift-says = Fra da av kan personen slettes, med mindre noe annet krever at den beholdes.
hold-lift-do = Opphev plikten
hold-lifted = Oppbevaringsplikten er opphevet.
hold-since = Siden { $day }, { $by }
hold-all = Oppbevaringsplikter
hold-all-says = De som loven eller bokføringen krever beholdt (art. 17 nr. 3). Ingen sletter dem. Et krav legges til på kortet, under ⋯.
rule-hold-ended = Denne oppbevaringsplikten gjelder ikke lenger. Ingenting er endret.
rule-not-due-yet = Ingen går til papirkurven før dagen er kommet. Ingenting er endret. Velg i dag, eller en dag som er forbi.
cli-help-hold = Oppbevaringsplikt: hvem som må beholdes (art. 17 nr. 3)
cli-help-hold-add = Behold en person
cli-help-hold-lift = Behold en person ikke lenger
cli-help-hold-list = Vis hvem som beholdes, og hvorfor
cli-option-hold-add-ground = bookkeeping, eller bokstaven i art. 17 nr. 3: a ytringsfrihet, b rettslig forpliktelse, c helse, d arkiv, e rettskrav
cli-option-hold-add-comment = Mer om det
cli-option-hold = Oppbevaringsplikten, slik hold list viser den
cli-option-statute = Loven som krever at personen beholdes, eller kravet
cli-option-hold-add-until = Siste dag den gjelder
cli-option-past = Også de som ikke gjelder lenger

## Papirkurven
held-restricted-member = { $name } arbeider der og er begrenset (art. 18)
held-unseen-member = Noen du ikke har lov til å se, arbeider der
rule-in-trash = Dette kortet ligger i papirkurven. Ingenting er endret. Gjenopprett det først.
rule-nothing-arrives = E-post til denne adressen kommer ikke fram, eller noen der kalte den søppelpost. Ingenting er sendt. Se på adressen først.
rule-asked-before = Noen har allerede bedt om dette. Ingenting er endret.
rule-request-decided = Denne forespørselen er avgjort. Ingenting er endret.
row-in-trash = Personen ligger i papirkurven: ingenting fra raden ble tatt inn. Gjenopprett personen først.
trash-thing-activities = Aktiviteter og oppgaver
trash-thing-documents = Dokumenter
trash-thing-decisions = Rettslige grunnlag
trash-thing-states = Begrensninger og protester
trash-thing-holds = Oppbevaringsplikter
trash-thing-contacts = E-post, telefon og adresser
trash-thing-interests = Interesser
trash-thing-own-fields = Egne felt
trash-thing-former-jobs = Tidligere jobber
trash-thing-relations = Relasjoner
trash-thing-selections = Utvalg
trash-thing-merges = Sammenslåtte kort
trash-thing-histories = Beholdt for å angre import og endringer
trash-thing-exports = Eksporter
trash-thing-letters = Brev og meldinger som venter
trash-thing-marks = Favoritter og nylig sett
trash-thing-drafts = Ulagrede utkast
trash-becomes-with-card = blir med kortet
trash-becomes-hidden = vises ikke på andre kort
trash-becomes-left-out = utelates
trash-missing-name-taken = blir i papirkurven: et annet firma har navnet nå
trash-missing-other-company = er i firmaet som har det gamle firmanavnet nå
trash-missing-moved = er i et annet firma nå og blir der
deletion-deleted = slettet
deletion-refused = avslått
cli-help-trash = Slett, gjenopprett og tøm papirkurven
cli-help-trash-add = Flytt personer og firmaer til papirkurven. Svarer 4 når alt holdes tilbake, 0 når noe ble flyttet
cli-help-trash-list = Vis hva som ligger i papirkurven
cli-help-trash-restore = Gjenopprett fra papirkurven
cli-help-trash-purge = Slett for godt det som ligger i papirkurven. Svarer 4 når alle kortene som ble nevnt, holdes tilbake
cli-help-trash-ask = Be dem som kan slette, om å slette et kort
cli-help-trash-requests = Vis hva det er bedt om å slette
cli-help-trash-answer = Avgjør en forespørsel om sletting. Svarer 4 når kortet holdes tilbake
cli-option-trash-add-id = Personene og firmaene
cli-option-trash-add-selection = Alle i dette utvalget
cli-option-trash-add-reason = Hvorfor; det beholdes med kortet
cli-option-with-people = Ta med personene i firmaene; ellers blir de, uten firmaet
cli-option-trash-list-text = Ord i navnet, firmaet eller grunnen
cli-option-trash-list-by = Bare det som slettes senest denne dagen
cli-option-trash-restore-id = Personene og firmaene
cli-option-trash-purge-id = Personene og firmaene
cli-option-trash-purge-due = Det som skal slettes innen i dag
cli-option-trash-purge-all = Alt som ligger der
cli-option-trash-ask-reason = Hvorfor
cli-option-trash-requests-all = Også de som er avgjort
cli-option-request = Forespørselen, slik trash requests viser den
cli-option-trash-answer-verdict = deleted: flytt det til papirkurven; refused: det blir
cli-option-trash-answer-answer = Hva den som spurte, får til svar
cli-help-mail-send = Send det som er klart. Svarer 1 når serveren ikke kunne nås
cli-help-mail-list = Vis utboksen, det som sist ble endret, først
cli-help-mail-hold = Hold en melding tilbake
cli-help-mail-release = Slipp en melding som ble holdt tilbake
cli-help-mail-resend = Send på nytt en melding som ikke ble sendt, eller kanskje ikke
cli-help-mail-remove = Fjern en melding som ikke ble sendt
cli-help-mail-test = Send en melding til deg selv, og fortell hva hvert steg ga
cli-option-mail-list-state = Bare de i denne tilstanden
cli-option-mail-hold-id = Meldingen
cli-option-mail-release-id = Meldingen
cli-option-mail-resend-id = Meldingen
cli-option-mail-remove-id = Meldingen
cli-mail-sent = Sendt: { $sent }. Ikke sendt: { $failed }. Kan ha blitt sendt: { $unknown }. Holdt tilbake: { $held }. Venter: { $waiting }.
cli-mail-would-send = Ville bli sendt: { $sent }. Ville bli holdt tilbake: { $held }. Ville vente: { $waiting }.
cli-mail-limited = Kontoens grense er nådd; mer kan sendes etter { $time }.
cli-mail-busy = Noen sender allerede. Ingenting ble gjort.
cli-mail-none = Det er ingen e-post i utboksen.
cli-mail-closed = (lukket kort)
cli-trash-moved = { $count ->
    [one] { $count } kort ligger i papirkurven til { $date }.
   *[other] { $count } kort ligger i papirkurven til { $date }.
 }
cli-trash-would-move = { $count ->
    [one] { $count } kort ville gå i papirkurven, til { $date }.
   *[other] { $count } kort ville gå i papirkurven, til { $date }.
 }
cli-trash-staying = { $count ->
    [one] { $count } person blir, uten firmaet.
   *[other] { $count } personer blir, uten firmaet.
 }
cli-trash-held = Holdt tilbake: { $name } – { $why }
trash-empty = Papirkurven er tom.
trash-until = til { $date }
trash-restored = { $count ->
    [one] { $count } kort er gjenopprettet.
   *[other] { $count } kort er gjenopprettet.
 }
trash-purged = { $count ->
    [one] { $count } kort er slettet for godt.
   *[other] { $count } kort er slettet for godt.
 }
cli-trash-would-purge = { $count ->
    [one] { $count } kort ville bli slettet for godt.
   *[other] { $count } kort ville bli slettet for godt.
 }
cli-trash-asked = De som kan slette, er spurt.
cli-trash-no-requests = Ingen har bedt om sletting.
cli-trash-decided-deleted = Kortet ligger i papirkurven.
cli-trash-decided-refused = Kortet blir.
cli-trash-not-decided = Ingenting er avgjort: kortet holdes tilbake.
cli-trash-which = Si hva: personer og firmaer, --due eller --all.
cli-trash-whom = Nevn personer eller firmaer, eller et utvalg.
cli-run-trash-not-allowed = Papirkurven tømmes ikke: det krever retten til å tømme den.
new-duplicate-in-trash = Ligger i papirkurven: gjenopprett kortet der i stedet for å lage et nytt.
frame-trash = Papirkurv
action-trash = Papirkurv
action-delete = Slett…
key-delete = Del
list-delete = Slett…
card-delete = Slett…
card-delete-ask = Be om sletting…
said-trashed = I papirkurven: { $what }
undo-trashed = slettingen av { $name }
said-mass-edit = Endret: { $what }
undo-mass-edit = endringen av { $what }
trash-cards = { $count ->
    [one] { $count } kort
   *[other] { $count } kort
 }
help-trash = Det som slettes, ligger her til sin dag, og finnes ingen andre steder. Velg rader og gjenopprett dem med alt som var deres, eller slett dem for godt nå.

    Den som ikke kan slette, ber om det: slike forespørsler står under Bedt om sletting.
trash-title = Papirkurv
trash-tab-deleted = Slettet
trash-tab-asked = { $count ->
    [0] Bedt om sletting
   *[other] Bedt om sletting ({ $count })
}
trash-search = Søk i papirkurven
trash-soon = Slettes for godt innen en uke
trash-restore-count = { $count ->
    [0] Gjenopprett
   *[other] Gjenopprett { $count }
 }
trash-report-whom = Velg én person for dette
trash-erase-count = { $count ->
    [0] Slett for godt…
   *[other] Slett { $count } for godt
 }
trash-erase-title = Slette for godt?
trash-erase-says = Kortene forsvinner med alt som er deres: aktiviteter, dokumenter, rettslige grunnlag. Ingen kan hente dem tilbake.
trash-closed = Papirkurven viser det du har slettet
trash-nothing-found = Ikke noe slikt i papirkurven
trash-nothing-found-text = Hvert ord må stå i navnet, firmaet eller grunnen.
trash-empty-text = Det du sletter, ligger her en stund og kan gjenopprettes.
trash-more = De siste { $count } vises. Søk etter de andre.
trash-column-deleted = Slettet
trash-column-by = Av
trash-column-reason = Grunn
trash-column-until = Slettes for godt
trash-held = { $count ->
    [one] { $count } person må beholdes og blir i papirkurven.
   *[other] { $count } personer må beholdes og blir i papirkurven.
 }
trash-missing = { $name } { $what }
trash-asked-none = Ingen har bedt om sletting
trash-asked-none-text = Den som ikke kan slette et kort, kan be om det på kortet. Du avgjør det her.
trash-asked-own-text = På et kort sender Be om sletting en forespørsel til dem som kan slette. Det de avgjør, står her.
trash-asked-by = bedt om av { $who }, { $when }
trash-refused-because = avslått: { $answer }
trash-refuse-ask = Avslå…
trash-refuse = Avslå
trash-delete = Slett
trash-answer = Hva som blir svart (valgfritt)
deleting-title = Slett
deleting-name = Slett – { $name }
deleting-ask-title = Be om sletting
deleting-ask-name = Be om sletting – { $name }
deleting-ask-says = De som kan slette, avgjør det. Si hvorfor.
deleting-ask-do = Be om sletting
deleting-says = Kortet går i papirkurven med alt dette og kan gjenopprettes til { $date }.
deleting-says-count = { $count } kort går i papirkurven med alt dette og kan gjenopprettes til { $date }.
deleting-nothing = Ingenting kan slettes.
deleting-held = { $count ->
    [one] { $count } kort holdes tilbake
   *[other] { $count } kort holdes tilbake
 }
deleting-reason = Grunn (valgfritt)
deleting-alone = Firmaet alene: personene blir, uten det
deleting-with-people = Firmaet med personene
deleting-do = Flytt til papirkurven
deleting-do-count = Flytt { $count } kort til papirkurven
deleting-busy = Flytter…
deleting-says-alone = Kortet går i papirkurven og kan gjenopprettes til { $date }.
trash-asked-open = ikke avgjort ennå

## The import, step by step
import-drop = Slipp en fil her
import-drop-text = Personer fra adresseboken eller det gamle systemet. Ingenting legges til før du har sett hva som vil skje.
import-choose = Velg en fil…
import-chosen = { $file } er valgt
import-or-type = Eller skriv hvor filen er
import-path-hint = For eksempel kontakter.csv
import-read = Les filen
import-takes = Hva som kan leses
import-takes-csv = Fra Outlook, Google Kontakter, SuperOffice, HubSpot, Freshsales og andre; skilletegn og tegnsett gjenkjennes.
import-takes-xlsx = Arbeidsbøker (.xlsx): det første arket det står noe i.
import-takes-vcard = Adressebøker (.vcf) fra telefoner og e-postprogrammer, versjon 2.1, 3.0 og 4.0.
import-stays-here = Filen leses på denne maskinen og sendes ingen steder. Den blir liggende der den er: slett den selv når du ikke trenger den lenger.
import-separated = delt med { $separator }
import-vcard-version = vCard { $version }
import-pictures =
    { $count ->
        [one] ett bilde utelates
       *[other] { $count } bilder utelates
    }
import-no-headings = ingen overskrifter i filen
import-encoding-utf8 = UTF-8
import-encoding-utf16 = UTF-16
import-encoding-windows1252 = Windows-1252
import-program-outlook = Outlook
import-program-google = Google Kontakter
import-program-superoffice = SuperOffice
import-program-hubspot = HubSpot
import-program-freshsales = Freshsales
import-columns-nameless = Ingen kolonne er et navn ennå. Velg fornavn, etternavn eller fullt navn for en av dem.
import-columns-show =
    { $count ->
        [one] Vis den tomme
       *[other] Vis de { $count } tomme
    }
import-columns-hide = Skjul de tomme
import-column-empty = Tom i de første radene
import-column-twice = En annen kolonne blir også til dette.
import-no-label = Ingen etikett
import-target-nth = { $name } { $nth }
import-target-label = Etikett for { $name }
import-target-full-name = Fullt navn
import-target-basis = Radens rettslige grunnlag
import-target-source = Radens kilde
import-target-comment = Radens kommentar
import-target-unknown = Ingenting med det navnet
import-cards = De første kortene
import-card-nameless = Uten navn
import-basis-choose = Rettslig grunnlag (art. 6)
import-basis-missing = Velg et rettslig grunnlag. Uten det kan du ikke ha dem.
import-basis-consent = De har sagt ja til akkurat dette, og du kan bevise det.
import-basis-contract = De er kunder, eller har bedt deg om et tilbud.
import-basis-legal-obligation = En lov sier at du må ha dem.
import-basis-vital-interests = Noens liv eller helse avhenger av det.
import-basis-public-task = Du utfører en oppgave i allmennhetens interesse.
import-basis-legitimate-interests = Du har en god grunn som veier tyngre enn deres interesse av å være i fred.
import-comment-hint = For eksempel hvor listen kommer fra
import-same-person = Samme person: samme e-post, samme nummer, eller samme telefon og navn.
import-duplicate-skip-text = Kortene deres blir som de er; raden utelates.
import-duplicate-fill-text = Bare det et kort mangler, tas fra filen.
import-duplicate-replace-text = Det filen har, erstatter det kortet har. Det filen ikke har, blir stående.
import-duplicate-add-text = De får et kort til. Bare når du vet at de er andre.
import-plan-text = Ingenting er endret ennå. Dette er hva hver rad i { $file } vil gjøre.
import-planning = Ser på hver rad…
import-tile-all = Rader i filen
import-tile-new = Nye personer
import-tile-rejected = Kan ikke tas inn
import-tile-skip = Finnes, røres ikke
import-tile-fill = Finnes, hull fylles
import-tile-replace = Finnes, erstattes
import-like-card = Ser ut til å finnes fra før
import-like-row = Ser ut til å være samme person som i rad { $row }
import-left-out =
    { $count ->
        [one] Én kolonne utelates fordi den ikke samles inn: { $fields }.
       *[other] { $count } kolonner utelates fordi de ikke samles inn: { $fields }.
    }
import-refusals =
    { $count ->
        [one] Én person hadde trukket samtykket eller protestert før. Det blir stående; det filen sier, ble ikke ført inn.
       *[other] { $count } personer hadde trukket samtykket eller protestert før. Det blir stående; det filen sier, ble ikke ført inn.
    }
import-go-nobody = Ingen å importere
import-go-on =
    Importerer { $count ->
        [one] én person
       *[other] { $count } personer
    }…
import-undoing = Angrer importen…
import-cancel-note = Avbryter du, blir ingenting av den igjen.
import-show-people = Vis disse personene
import-list-heading = Nettopp importert
import-rejects-text = De andre er inne. Rett disse radene i filen, og importer den igjen: de som finnes fra før, gjenkjennes.
import-save-rejects = Lagre radene som ikke ble tatt inn…
import-rejects-file = rader-ikke-tatt-inn
import-recovery = Skriv først gjenopprettingsnøkkelen tilbake
import-recovery-why = Uten den kan ingen åpne kartoteket om passfrasen blir glemt. Det må gjøres én gang, før den første importen.
import-recovery-go = Skriv den tilbake
import-leave-title = Forlate importen?
import-leave-text = Ingenting er importert. Det du har valgt for denne filen, blir ikke husket.
import-leave-go = Forlat
import-rows-at-most =
    { $count ->
        [one] høyst én rad
       *[other] høyst { $count } rader
    }
import-waiting = Venter på tur…
import-undo-changes =
    { $count ->
        [one] Det som ble endret på ett kort, kommer tilbake. Det noen har endret siden, blir stående.
       *[other] Det som ble endret på { $count } kort, kommer tilbake. Det noen har endret siden, blir stående.
    }

## The command line: cards, fields, wordings, and the card file as a whole
cli-help-add = Legg til en person; uten rettslig grunnlag er det ikke dokumentert
cli-help-picture = Bildet på et kort
cli-help-picture-set = Sett et bilde på et kort: PNG eller JPEG
cli-help-picture-remove = Ta bildet av et kort
cli-help-basis-evidence = Lagre filen som beviser en rad
cli-help-basis-export = Skriv det som gjelder, og hele historikken til en arbeidsbok
cli-help-wording = Tekster som personer blir vist når de blir spurt
cli-help-wording-list = Vis tekstene
cli-help-wording-add = Legg til neste versjon av en tekst
cli-help-wording-answers = Vis hvem som har svart på en tekst
cli-help-field = Kontorets egne felter
cli-help-field-list = Vis de egne feltene
cli-help-field-add = Legg til et eget felt
cli-help-field-edit = Endre et eget felt; nøkkel og type blir stående
cli-help-field-empty = Tøm et felt som ikke lenger samles inn, på alle kort
cli-help-lists = Vis hva listefelter kan settes til
cli-help-language = Velg språket med alfabetet som navn sorteres etter
cli-help-passphrase = Endre brukerens passfrase
cli-option-recovery-key-file = Fil med gjenopprettingsnøkkelen, for å åpne kartoteket med den og ikke med passfrasen
cli-option-fields = Hva som skal stå på kortet; et navn trengs
cli-option-settings-export-file = Fil som innstillingene skrives til
cli-option-settings-import-file = Fil med innstillingene
cli-option-settings-sheet-write-file = Arbeidsbok som arket skrives til
cli-option-settings-sheet-read-file = Arbeidsbok som er fylt ut
cli-option-file = Fil med bildet
cli-option-entry = Radens identitet, slik basis history viser den
cli-option-corrects = Identiteten til raden som denne retter, slik basis history viser den
cli-option-out = Fil som skal skrives
cli-option-language = Tekstens språk, for eksempel en, nb eller sv
cli-option-text-file = Fil med teksten
cli-option-key = Feltets nøkkel: små bokstaver, sifre og bindestreker
cli-option-name = Feltets navn
cli-option-type = Hva feltet inneholder
cli-option-choice = Noe som kan velges i et felt av typen list; én gang for hvert valg. De erstatter dem som var der før
cli-option-category = Slags opplysninger: identity, contact, relation, communication, behaviour, financial, permission, handling eller other
cli-option-origin = Hvem opplysningene kommer fra: provided, observed, derived eller third-party
cli-option-no-report = La feltet stå utenfor innsynsrapporten
cli-option-report = Om feltet er med i innsynsrapporten
cli-option-active = Om feltet er i bruk
cli-option-list = Bare denne listen, for eksempel category eller interest
cli-option-code = Språket det skal sorteres etter
cli-option-new-passphrase-file = Fil med den nye passfrasen
cli-recovery-key-file = Filen med gjenopprettingsnøkkelen kunne ikke leses. Ingenting er endret.
cli-written = Skrevet: { $file }
cli-text-file = Filen inneholder ingen tekst i UTF-8. Ingenting er endret. Lagre den som ren tekst.
cli-choices-of-list = Bare et felt av typen list har valg. Ingenting er endret.
cli-field-would-empty =
    { $count ->
        [one] { $field }: ett kort ville blitt tømt for det.
       *[other] { $field }: { $count } kort ville blitt tømt for det.
    }
cli-field-emptied =
    { $count ->
        [one] { $field }: ett kort ble tømt for det.
       *[other] { $field }: { $count } kort ble tømt for det.
    }
cli-field-unused = ikke i bruk
cli-unknown-list = Det finnes ingen liste «{ $value }». Ingenting er endret. Kjente: { $known }
cli-language-set = Navn sorteres etter alfabetet i dette språket: { $language }.
cli-passphrase-changed = Passfrasen til { $user } er endret. Den gamle åpner ikke lenger kartoteket.
cli-weak-passphrase = Den nye passfrasen er lett å gjette. Ingenting er endret. Velg en lengre, for eksempel fire eller fem ord.
import-here-card = Har et kort fra før.
import-notes-refusal = Sier nei i filen: det føres på kortet.
# Å forlate noe som ikke er lagret
unsaved-form-title = Forlate skjemaet?
unsaved-form-text = Det du har skrevet i det, er ikke lagret, og beholdes ikke når du går.
unsaved-form-discard = Forkast det
unsaved-import-stay = Fortsett med den
unsaved-running-title = Importen pågår fortsatt
unsaved-running-text = Hvis du stopper den nå, beholdes ingenting av den.
unsaved-running-stay = La den fortsette
unsaved-running-stop = Stopp den og gå
unsaved-key-title = Gjenopprettingsnøkkelen er ikke skrevet ned
unsaved-key-text = Den vises bare nå. Uten den kan ingen åpne kartoteket om passfrasen blir glemt.
unsaved-key-stay = Tilbake til nøkkelen
unsaved-key-leave = Lukk uten den
new-no-source = Velg hvor kortet kommer fra.
new-basis-none = Ingen ennå

## Persons list and frame: selection, sample people

list-select-clear = Opphev utvalget
frame-sample-no-lock = Eksempelpersonene låses ikke: De forsvinner når vinduet lukkes.

## Companies, activities, relations
item-activity-note = Notat
item-activity-call = Samtale
item-activity-meeting = Møte
item-activity-task = Oppgave
item-activity-email = E-post
item-relation-assistant = Assistent
item-relation-superior = Overordnet
item-relation-decides-with = Bestemmer sammen med
item-relation-colleague = Kollega
item-relation-recommended-by = Anbefalt av
item-relation-family = Familie
field-former_company = Tidligere firma
field-since = Siden
field-until = Til
field-activity = Aktivitet
field-subject = Emne
field-at = Tidspunkt
field-length = Varighet
field-direction = Retning
field-recorded = Tatt opp
field-record_consent = Samtykket til opptaket
field-due = Frist
field-done_at = Utført
field-done_by = Utført av
field-relation = Relasjon
field-merge = Sammenslåing
field-favourite = Favoritt
field-seen = Sett på
field-draft = Utkast
field-org_number = Organisasjonsnummer
field-of-company = { $field } (firmaer)

## Taking back
frame-today = I dag
frame-companies = Firmaer
today-title = I dag
undo-unsaved = Det du har skrevet, er ikke lagret ennå. Lagre det, eller trykk Esc.
undo-nothing = Ingenting å angre.
redo-nothing = Ingenting å gjøre om igjen.
undo-done = Angret: { $what }
redo-done = Gjort om igjen: { $what }
undo-not-next = Noe annet er endret siden, og måtte angres først.
said-saved = Lagret: { $what }
said-done = Oppgave utført: { $what }
said-open = Oppgave åpnet igjen: { $what }
said-removed = Fjernet: { $what }
said-activity = { $kind } lagret
said-activity-about = { $kind } lagret: { $what }
and-last = { $list } og { $last }
undo-tick = avkryssing av { $what } ({ $name })
undo-card = kortet til { $name }
undo-basis = rettslig grunnlag for { $name }
undo-merge = sammenslåing av to kort til { $name }
undo-fields = { $fields } for { $name }
help-today = Her står det som skal gjøres i dag og det som er forfalt, for alle personer og firmaer. Utført krysser av en oppgave; et klikk på navnet åpner kortet.
# Forberede virksomheten i fem steg
steps-title = Forbered virksomheten i fem steg
steps-short = Fem steg
steps-done = { $done } av { $total } steg er gjort
steps-guide = Les hvordan
steps-away = Legg bort
steps-away-toast = Listen er lagt bort. Hjelp henter den fram igjen.
steps-go = Vis
steps-confirm = Riktig som det er
steps-confirm-not = Likevel ikke ennå
steps-confirmed = riktig som det er
steps-map = Kartlegg det dere har
steps-map-says = Hvem har dere opplysninger om, og hva bruker dere dem til?
steps-keep = Bestem hva dere skal beholde
steps-keep-says = Ingenting som ikke trengs, og ikke lenger enn det trengs.
steps-comply = Gjør det lovlig, og si fra
steps-comply-says = Hvert formål har sin hjemmel, og folk vet hva dere har om dem.
steps-secure = Hold det trygt
steps-secure-says = Ingen andre leser det, og ingenting går tapt.
steps-procedures = Vær klar for det folk ber om
steps-procedures-says = Hvem som svarer, med hvilke ord, og hvordan svaret sendes.
steps-point-business = Navn, adresse, land og kontakt for virksomheten er fylt ut
steps-point-mapping = Hver kategori sier hvilke formål personene er her for
steps-point-fields = Feltene dere samler inn, er sett gjennom
steps-point-keeping = Hver kategori sier hvor lenge personene beholdes
steps-point-bases = Hvert formål sier hvilke rettslige grunnlag som ventes
steps-point-statement = Hvert formål viser til personvernerklæringen
steps-point-informing = Noen kilder sender personverninformasjon av seg selv
steps-point-recovery = Gjenopprettingsnøkkelen er skrevet ned og tastet inn igjen
steps-point-lock = Kartoteket låser seg selv
steps-point-backup = Det er laget en sikkerhetskopi den siste uken
steps-point-elsewhere = Det ligger sikkerhetskopier et annet sted også
steps-point-people = Alle som arbeider her, har sin egen passfrase
steps-point-contact = Det står hvem som svarer på spørsmål om opplysninger, og hvor folk kan klage
steps-point-templates = Malene er sett gjennom og mangler ingenting
steps-point-account = Det finnes en e-postkonto for det dere sender
journal-kind-preparation-changed = Steg for å forberede virksomheten krysset av eller lagt bort
cli-help-steps = Forbered virksomheten i fem steg: vis hva som er gjort
cli-help-steps-confirm = Si at et punkt er riktig som det er
cli-help-steps-hide = Legg bort listen over steg
cli-help-steps-show = Hent listen over steg fram igjen
cli-option-point = Punktet, slik steps viser det
cli-option-not = Si at det likevel ikke er det
help-companies = Firmaene, med folkene sine og det som er avtalt. Skriv i søkefeltet for å finne ett; Enter åpner kortet.

# Kartleggingsarket
sheet-title = Kartlegging
sheet-guide = Veiledning
sheet-choices = Valg
sheet-everybody = Alle
sheet-event-purpose = formålets slutt
sheet-column-category = Kategori av personer
sheet-column-category-says = Hvem raden gjelder. Et navn som ikke står på listen, blir en ny kategori. «Alle» er for det som gjelder et formål eller en kilde uansett kategori.
sheet-column-data = Opplysninger
sheet-column-data-says = Typene opplysninger, eller enkelte felt, som beholdes.
sheet-column-purpose = Formål
sheet-column-purpose-says = Hva de beholdes for.
sheet-column-basis = Rettslig grunnlag
sheet-column-basis-says = Hva som tillater det; bare disse ventes for formålet. Der raden nevner en kilde: det som de som kommer inn derfra, får, eller «Spør».
sheet-column-source = Kilde
sheet-column-source-says = Bare der de som kommer inn fra denne kilden, skal få radens rettslige grunnlag av seg selv.
sheet-column-keep = Beholdes i (måneder)
sheet-column-keep-says = I hvor mange måneder; «3 år» går også. Tomt: ingen grense.
sheet-column-event = Regnes fra
sheet-column-event-says = Hva månedene regnes fra.
sheet-column-comment = Kommentar
sheet-column-comment-says = Hvorfor det er slik. Den beholdes sammen med kategorien eller formålet.
sheet-guide-what = Fyll ut sammen med den som gir dere råd om personvern, og les arket inn igjen i innstillingene (Endringer og filer) eller med «kartotek settings sheet read». Dere ser først hva som ville bli endret.
sheet-guide-rows = En rad gjelder en kategori av personer og hva de beholdes for. Det flere rader sier om én kategori eller ett formål, tas samlet; det ingen rad gjelder, blir som det er.
sheet-guide-several = En celle kan nevne flere ting, med semikolon mellom. Navn forstås på engelsk, norsk og svensk, og slik de var da arket ble skrevet.
sheet-guide-data = Hvis hver rad om en kategori nevner sine opplysninger, slås felt som ingen rad nevner, av.
sheet-guide-advice = Arket er ikke juridiske råd. Spør regnskapsføreren hvor lenge bokføringen krever at noe beholdes.
sheet-guide-column = Kolonne
sheet-guide-says = Hva som hører hjemme der
sheet-why-differs = Rad { $row } sier noe annet, så ingen av dem tas med.
sheet-why-about-nothing = Den nevner verken en kategori eller et formål.
sheet-why-needs-one-basis = Den som kommer inn fra en kilde, får ett rettslig grunnlag: nevn nøyaktig ett.
sheet-why-unreadable = Den kan ikke leses.
sheet-untaken-cell = Rad { $row }, { $column }, «{ $value }»: { $why }
sheet-untaken-row = Rad { $row }: { $why }
settings-sheet = Kartleggingsark
settings-sheet-text = Et regneark over kategorier, opplysninger, formål, rettslige grunnlag og hvor lenge noe beholdes, til å fylle ut sammen med en advokat og lese inn igjen. Først vises det som ville bli endret.
settings-sheet-write = Lagre kartleggingsark…
settings-sheet-read = Les kartleggingsark…
settings-sheet-kind = Regneark
settings-sheet-file = kartlegging
settings-sheet-written = Kartleggingsarket er lagret, rader: { $count }
settings-sheet-untaken =
    { $count ->
        [one] Én celle eller rad kan ikke tas med
       *[other] { $count } celler eller rader kan ikke tas med
    }
settings-sheet-untaken-text = Det de gjelder, blir som det er, eller får bare det andre rader sier. Rett dem i arket og les det på nytt, eller gå videre uten dem.
cli-sheet-untaken = Kan ikke tas med: { $count }
cli-help-settings-sheet = Kartleggingsarket, til å fylle ut sammen med en advokat
cli-help-settings-sheet-write = Skriv det kontoret har bestemt, til et regneark
cli-help-settings-sheet-read = Overta det regnearket sier

# Settings: each with its name, and one sentence that says what it changes; rights, rules.
setting-office-name = Virksomhetens navn
setting-office-name-says = Står øverst på meldinger og rapporter som behandlingsansvarlig.
setting-office-address = Adresse
setting-office-address-says = Hvor folk kan skrive til virksomheten.
setting-office-country = Land
setting-office-country-says = Bestemmer tilsynsmyndighet, helligdager og hva bokføringen krever oppbevart.
setting-office-contact = Kontakt
setting-office-contact-says = Telefonnummeret eller e-postadressen virksomheten nås på.
setting-office-privacy-contact = Kontakt for personvern
setting-office-privacy-contact-says = Hvem folk spør om opplysningene sine.
setting-office-authority = Tilsynsmyndighet
setting-office-authority-says = Hvor folk kan klage; nevnes i meldinger og rapporter.
setting-office-transfers = Land utenfor EØS
setting-office-transfers-says = Til hvilke land utenfor EØS opplysninger overføres, og hva som beskytter dem der; står i rapporter (art. 15 nr. 2). Tomt der ingen overføres.
setting-office-languages = Språk overfor folk
setting-office-languages-says = På hvilke språk kontoret skriver til folk. Det første som velges, føres på dem som ikke oppgir noe, og foreslås først for samtykketekster.
setting-basis-required = Person uten rettslig grunnlag
setting-basis-required-says = Hva som skjer når noen registreres uten rettslig grunnlag.
setting-minors-age = Laveste samtykkealder
setting-minors-age-says = Yngre merkes som mindreårige: en forelder samtykker for dem. Har personens land en høyere alder (art. 8), gjelder den.
setting-notes-warn = Advar mot sensitive ord i notater
setting-notes-warn-says = Et notat som ser ut til å inneholde fødselsnummer, kortnummer eller ord om helse, får en vennlig advarsel. Ingenting forlater datamaskinen.
setting-customers-mail = Send til kunder uten samtykke
setting-customers-mail-says = Lar utsendelser om egne tilsvarende varer og tjenester gå til kunder som ikke har sagt nei, på vilkårene nedenfor.
setting-customers-categories = Kunder er
setting-customers-categories-says = Kategoriene der folk regnes som kunder.
setting-customers-sources = Adresser gitt ved salg
setting-customers-sources-says = Kildene der adressen ble gitt i forbindelse med salg.
setting-customers-months = Kunde i
setting-customers-months-says = I hvor mange måneder etter siste aktivitet noen fortsatt regnes som kunde.
setting-customers-could-refuse = Kunne si nei fra starten
setting-customers-could-refuse-says = Bekrefter at alle fikk tilbud om å si nei da adressen ble gitt; uten det gjelder ikke unntaket.
setting-trash-days = Dager i papirkurven
setting-trash-days-says = Hvor lenge det som er slettet, kan gjenopprettes.
setting-retention-automatic = De som skal slettes, går av seg selv til papirkurven
setting-retention-automatic-says = Med den daglige runden. Ellers sier runden bare hvem det gjelder, og noen godkjenner. Ingen slettes for godt utenom papirkurven.
setting-journal-keep-years = Antall år journalen beholdes
setting-journal-keep-years-says = I hvor mange år oppføringer i journalen beholdes; ingenting betyr like lenge som selve kartoteket.
setting-certificates-keep-years = Antall år slettebevis beholdes
setting-certificates-keep-years-says = I hvor mange år bevis på sletting beholdes; ingenting betyr like lenge som selve kartoteket.
setting-later-reminders = Virker ikke ennå: denne versjonen minner ingen om det.
setting-later-papers = Virker ikke ennå: ingenting som gis ut, viser det.
setting-lock-minutes = Lås etter minutter
setting-lock-minutes-says = Hvor lenge uten tastetrykk eller musebevegelse før vinduet låses; 0 for aldri.
setting-backup-dir = Mappe for sikkerhetskopier
setting-backup-dir-says = Hvor sikkerhetskopier ligger på denne datamaskinen; tomt for kartotekets egen mappe.
setting-backup-keep = Daglige kopier som beholdes
setting-backup-keep-says = I hvor mange dager én kopi hver beholdes; deretter én i uken i fire uker.
setting-mail-host = E-postserver
setting-mail-host-says = Navnet på serveren som e-post går ut gjennom (SMTP). Det er den eneste forbindelsen programmet åpner.
setting-mail-port = Port
setting-mail-port-says = La det stå tomt for den vanlige: 465 med TLS fra start, 587 med STARTTLS.
setting-mail-tls = Sikker forbindelse
setting-mail-tls-says = Hvordan forbindelsen krypteres. Uten kryptering sendes ingenting.
setting-mail-user = Brukernavn
setting-mail-user-says = Navnet du logger på med, ofte e-postadressen.
setting-mail-password = Passord
setting-mail-password-says = Lagres i kortfilen og vises aldri. Mange leverandører krever et passord laget bare for dette programmet.
setting-mail-token-command = Program for et tilgangsbevis
setting-mail-token-command-says = Et program som skriver ut et tilgangsbevis til pålogging (XOAUTH2), i stedet for passord. Det kjøres på denne maskinen hver gang e-post sendes.
setting-mail-from = Avsenderadresse
setting-mail-from-says = E-postadressen e-post kommer fra. La den stå tom for å bruke brukernavnet, hvis det er en.
setting-mail-name = Avsendernavn
setting-mail-name-says = Navnet e-post kommer fra. La det stå tomt for å bruke virksomhetens navn.
setting-mail-reply-to = Svar går til
setting-mail-reply-to-says = E-postadressen for svar. La den stå tom for å bruke avsenderens.
setting-mail-per-hour = Høyst i timen
setting-mail-per-hour-says = Hvor mange meldinger som sendes i timen. La det stå tomt for så mange serveren tar imot.
setting-mail-per-day = Høyst om dagen
setting-mail-per-day-says = Hvor mange meldinger som sendes på 24 timer. La det stå tomt for så mange serveren tar imot.
setting-mail-signature = Signatur
setting-mail-signature-says = Det som står under meldinger på dette språket.
setting-mail-https-unsubscribe = Side for avmelding med ett klikk
setting-mail-https-unsubscribe-says = En adresse på ditt eget nettsted som begynner med https: og stopper utsendelser med ett klikk (RFC 8058); { "{token}" } står for personens kode. Ingenting om du ikke har noen: da melder folk seg av per e-post.
setting-item = På listen
setting-item-says = Om det finnes et slikt punkt; et eget som ingenting bruker, kan fjernes.
setting-item-under = Hører under
setting-item-under-says = Hva det betyr for programmet: et eget rettslig grunnlag hører under ett av dem i art. 6 nr. 1.
setting-item-name = Navn
setting-item-name-says = Hva det heter på dette språket.
setting-item-active = I bruk
setting-item-active-says = Det som ikke er i bruk, blir stående på kort som har det, og kan ikke velges på nytt.
setting-item-rank = Plass i listen
setting-item-rank-says = Mindre tall står lenger opp.
setting-item-description = Beskrivelse
setting-item-description-says = Forklarer det for dem det gjelder; står i meldinger og rapporter.
setting-item-statement-title = Tittel på personvernerklæringen
setting-item-statement-title-says = Ordene i lenken til personvernerklæringen.
setting-item-statement-url = Adressen til personvernerklæringen
setting-item-statement-url-says = Hvor personvernerklæringen kan leses.
setting-item-wording = Samtykketekst
setting-item-wording-says = Hva folk blir bedt om å samtykke til. En ny tekst blir en ny versjon; gamle svar beholder sin.
setting-item-expected = Forventede rettslige grunnlag
setting-item-expected-says = Bare disse kan registreres for formålet; ingen valgt betyr alle.
setting-item-keep-months = Antall måneder opplysninger beholdes
setting-item-keep-months-says = Hvor lenge opplysninger beholdes etter hendelsen det regnes fra; tomt for ingen grense.
setting-item-keep-from = Regnes fra
setting-item-keep-from-says = Hva månedene regnes fra.
setting-item-consent-months = Samtykke utløper etter måneder
setting-item-consent-months-says = Hvor lenge før det må spørres om samtykke på nytt; tomt for aldri.
setting-item-special = Særlige kategorier
setting-item-special-says = Spør etter et vilkår i art. 9 nr. 2, og et uttrykkelig samtykke der det er samtykke.
setting-item-direct-marketing = Direkte markedsføring
setting-item-direct-marketing-says = En protest stanser formålet med en gang, og ingenting går foran den (art. 21). E-markedsføring er det alltid.
setting-item-statute = Lovbestemmelse
setting-item-statute-says = Loven som krever det.
setting-item-interest = Interessen
setting-item-interest-says = Hva virksomheten vil oppnå (fortelles til personen).
setting-item-necessity = Hvorfor det er nødvendig
setting-item-necessity-says = Hvorfor det trengs disse opplysningene for å oppnå det.
setting-item-balance = Hvorfor det ikke veier mindre
setting-item-balance-says = Hvorfor personens interesser og rettigheter ikke veier tyngre.
setting-item-review-on = Vurderes på nytt
setting-item-review-on-says = Når avveiningen skal vurderes på nytt.
setting-item-notice = Send meldingen automatisk
setting-item-notice-says = Om personer fra denne kilden får personvernmeldingen når de først registreres.
setting-item-template = Mal for meldingen
setting-item-template-says = Nøkkelen til malen som sendes.
setting-item-purposes = Formål
setting-item-purposes-says = Hva personene i denne kategorien beholdes for.
setting-item-comment = Kommentar
setting-item-comment-says = Hvorfor det er bestemt slik, for dem som bestemmer.
setting-item-permission = Hva som gir adgang
setting-item-permission-says = Om utsendelser av denne typen krever samtykke, eller også kan gå til kunder.
setting-default = Standard for nye personer
setting-default-says = Rettslig grunnlag og kilde en ny person får for formålet, etter hvordan de kom inn; eller spør.
setting-field-collect = Samle inn
setting-field-collect-says = Et felt som ikke samles inn, vises ikke, fylles ikke ut og importeres ikke.
setting-field-master = Føres et annet sted
setting-field-master-says = Hvor feltet føres; her kan det da bare leses.
setting-field-special = Særlig kategori
setting-field-special-says = Merker feltet som opplysninger av særlig kategori (art. 9).
setting-field-answer = Personen kan endre
setting-field-answer-says = Om personen kan endre feltet i svarskjemaet i en forseglet kopi.
setting-role-name = Rollens navn
setting-role-name-says = Hva rollen heter på dette språket.
setting-role-rights = Rettigheter
setting-role-rights-says = Hva personer med denne rollen kan gjøre.
setting-role-field = Felt
setting-role-field-says = Om personer med denne rollen ser feltet, og kan endre det.
setting-choice-off = Tillatt
setting-choice-warn = Tillatt, med advarsel
setting-choice-refuse = Avvises
setting-choice-implicit = TLS fra start
setting-choice-starttls = STARTTLS
setting-choice-last-activity = siste aktivitet
setting-choice-created = registrering
setting-choice-left = slutt i firmaet
setting-choice-year-end = årets slutt
setting-choice-consent = samtykke
setting-choice-consent-or-customer = samtykke eller kundeforhold
setting-choice-hidden = skjult
setting-choice-read = kun lese
setting-choice-edit = redigere
right-see-others = Se kort andre har ansvar for
right-delete = Slette én person
right-subscriptions = Endre abonnementer for dem som ber om det
right-selections = Lage utvalg
right-send-mail = Sende e-post
right-report = Lage personvernrapporter
right-mass-edit = Masseredigere
right-mass-delete = Masseslette
right-restore = Gjenopprette det andre har slettet
right-purge = Tømme papirkurven
right-erase = Slette for godt, og si hvem som må beholdes
right-override = Overstyre utsendelsesstopp
right-users = Administrere brukere og roller
rule-owner-has-all-rights = Eierrollen gir adgang til alt; lag en annen rolle for mindre. Ingenting ble endret.
rule-role-in-use = Noen har denne rollen. Gi dem en annen først. Ingenting ble endret.
rule-item-shipped = Dette fulgte med programmet: det kan tas ut av bruk, ikke fjernes. Ingenting ble endret.
rule-item-in-use = Noe bruker dette, så det blir stående. Det kan tas ut av bruk. Ingenting ble endret.
rule-item-needed = Programmet fører dette selv, så det må være i bruk. Ingenting ble endret.
rule-needs-meaning = Si hvilken av de medfølgende den hører under: for et rettslig grunnlag ett av dem i art. 6 nr. 1. Ingenting ble endret.
rule-marketing-needs-consent = Reklame på e-post eller SMS krever personens samtykke; dette rettslige grunnlaget kan ikke erstatte det (markedsføringsloven § 15). Ingenting ble endret.
rule-marketing-to-customers = Berettiget interesse gjelder bare reklame til eksisterende kunder, og regelen for eksisterende kunder er slått av (Innstillinger, customers.mail). Be om samtykke, eller bruk den regelen. Ingenting ble endret.
rule-direct-marketing-unfit = Direkte markedsføring hviler på samtykke eller berettigede interesser; ikke noe annet rettslig grunnlag bærer den (personvernforordningen art. 6 nr. 1, fortalepunkt 47). Ingenting ble endret.
rule-basis-not-expected = Formålet venter ikke dette rettslige grunnlaget. Velg et annet, eller endre hva formålet venter. Ingenting ble endret.
rule-basis-required = Dette kontoret krever rettslig grunnlag for alle. Oppgi formål, rettslig grunnlag og kilde. Ingenting ble endret.
rule-condition-needed = Dette formålet trenger særlige kategorier av opplysninger: oppgi vilkåret i art. 9 nr. 2. Ingenting ble endret.
rule-explicit-needs-wording = Et uttrykkelig samtykke viser til teksten det ble gitt til. Ingenting ble endret.
rule-field-not-collected = Dette kontoret samler ikke inn dette feltet. Ingenting ble endret.
rule-field-collected = Dette feltet samles inn, så det tømmes ikke på alle kort. Slå det av først. Ingenting ble endret.
rule-field-read-only = Dette feltet kan bare leses her. Ingenting ble endret.
rule-field-unseen = Rollen viser ikke dette feltet, så det blir ikke utlevert. Ingenting ble skrevet.
rule-restricted = Behandlingen av personens opplysninger er begrenset (art. 18). Opphev begrensningen først. Ingenting ble endret.
rule-reason-needed = Kortet er begrenset (art. 18): oppgi en grunn for å åpne det. Ingenting ble endret.
rule-restriction-stands = Kortet er i den tilstanden allerede. Ingenting ble endret.
rule-objection-decided = Denne innsigelsen er avgjort før. Ingenting ble endret.
rule-verdict-unfit = Denne protesten kan ikke besvares slik: en mot berettigede interesser tas til følge eller ikke, en som art. 21 ikke når, besvares, og en mot direkte markedsføring står. Ingenting ble endret.
rule-objection-not-overruled = Personen har protestert mot dette, og protesten er ikke avvist. Avgjør protesten først, eller velg et annet rettslig grunnlag. Ingenting ble endret.
rule-objection-stands = Personen har protestert mot direkte markedsføring. Bare personens eget samtykke kan endre det. Ingenting ble endret.
rule-inside-vault = Mappen til kartoteket tar ikke imot andre filer: En av dem kunne ta plassen til selve kartoteket. Ingenting ble skrevet. Velg en annen mappe.
rule-last-owner = Et kontor trenger en eier. Gjør en annen til eier først. Ingenting ble endret.
rule-own-account = Ingen kan fjerne seg selv. La en annen eier gjøre det. Ingenting ble endret.
rule-user-name-taken = Noen med det navnet arbeider her, eller har gjort det. Velg et annet navn. Ingenting ble endret.
rule-user-name-unfit = Et navn er én linje på inntil 60 tegn, og ikke tomt. Ingenting er endret.

# Sletting
field-erasure = Sletting
field-outbox = Brev eller melding
field-outbox_said = Hva tjeneren svarte
field-outbox_file = Vedlegg
field-mailing = Utsendelse
field-token = Svarkode
field-ends = Gjelder til
field-reply = Svar
field-reply_proof = Kjent ved
field-reply_sender = Sendt fra
field-proposal = Foreslått endring
field-proposal_field = Felt
field-proposal_item = Formål eller type
field-proposal_value = Hva som ble skrevet
field-bounces = Meldinger som kom i retur
field-stopped = Adressen er stoppet
erasure-table-mailing-recipient = Utsendelser de var med i
erasure-table-token = Svarkoder
erasure-table-reply = Svar som kom tilbake
erasure-table-proposal = Foreslåtte endringer
erasure-table-stopped-address = Adresser med e-post i retur
token-purpose-unsubscribe = Melde seg av
token-purpose-preferences = Si hva som ønskes
token-purpose-confirm = Bekrefte et samtykke
token-purpose-answer = Svare på en rapport
reply-kind-answer = Svar på en rapport
reply-kind-unsubscribe = Avmelding
reply-kind-preferences = Ønsker om utsendelser
reply-kind-confirmation = Bekreftelse av et samtykke
reply-kind-bounce = Melding i retur
reply-kind-complaint = Klage på søppelpost
reply-kind-request = Anmodning
reply-kind-form = Skjema på nettstedet
reply-proof-token = koden som ble sendt til denne personen
reply-proof-address = bare avsenderadressen, som hvem som helst kan skrive
reply-proof-message = meldingen vår, som den svarer på eller kom tilbake med
proposal-kind-correct = Vil ha rettet
proposal-kind-object = Protesterer
proposal-kind-withdraw = Trekker samtykket tilbake
proposal-kind-erase = Ber om å bli slettet
proposal-kind-access = Spør hva som er lagret
proposal-kind-subscribe = Vil ha utsendelser
proposal-refuses = Vil ikke ha flere utsendelser av typen
proposal-kind-no-mailings = Vil ikke ha noen utsendelser
proposal-kind-consent = Samtykker
proposal-kind-message = Melding å lese
proposal-state-open = Ikke avgjort
proposal-state-accepted = Godtatt
proposal-state-rejected = Ikke godtatt
stop-why-bounced = meldinger kom i retur for godt
stop-why-complained = noen der kalte en melding søppelpost
journal-kind-reply-taken = Svar tatt inn
journal-kind-proposal-accepted = Foreslått endring godtatt
journal-kind-proposal-rejected = Foreslått endring ikke godtatt
journal-kind-address-stopped = Adresse stoppet
journal-kind-address-freed = Adresse sluppet fri igjen
token-wish-types = Bare disse utsendelsene
token-wish-nothing = Ingen flere utsendelser
token-wish-about = Hva har dere om meg?
token-types-says = La det stå x ved det du vil ha, og ta bort x ved det du ikke vil ha. Send så denne meldingen.
rule-proposal-decided = Dette forslaget er avgjort fra før. Ingenting ble endret.
rule-taken-before = Dette er tatt inn fra før. Ingenting ble endret.
rule-form-needs-wording = Skjemaet ber om samtykke til markedsføring, og det finnes ingen ordlyd for det på dette språket. Ingenting ble skrevet. Skriv en under Innstillinger, Formål, først.
rule-consent-needs-wording = Man spør om samtykke med en ordlyd, og det finnes ingen for dette formålet. Ingenting ble sendt. Skriv en under Innstillinger, Formål, først.
rule-form-needs-address = Svarene på skjemaet går til en e-postadresse, og innstillingene nevner ingen. Ingenting ble skrevet. Skriv inn en som kontorets kontakt, eller oppgi en.
intake-left-not-mail = verken e-post eller et svar
intake-left-taken-before = tatt inn fra før
intake-left-stranger = avsenderen står ikke på noe kort
intake-left-several = avsenderens adresse står på flere kort
intake-left-unknown-code = koden i det er ikke vår, eller personen er ikke her lenger
intake-left-too-late = det kom for sent
intake-left-nothing-asked = ber ikke om noe som gjenkjennes; les det selv
intake-left-not-ours = bringer tilbake en melding som ikke er vår
intake-left-unseen = kortet ligger i papirkurven, eller er ikke ditt å se
intake-left = Ligger igjen
intake-counts = { $done } utført, { $open } å avgjøre
intake-nothing = Ingenting venter på en avgjørelse.
intake-accepted = { $count -> 
    [one] Ett forslag ble godtatt.
   *[other] { $count } forslag ble godtatt.
}
intake-rejected = { $count -> 
    [one] Ett forslag ble ikke godtatt.
   *[other] { $count } forslag ble ikke godtatt.
}
intake-erase-reason = Personen ba om det
intake-access-task = Spør hva vi har lagret: svar med en personvernrapport
intake-message = Melding
action-came-back = Ta inn det som kom tilbake
came-back-title = Det som kom tilbake
came-back-take = Velg en fil…
came-back-kinds = Meldinger og svarfiler
came-back-taken = Gjenkjent: { $recognised }. Utført med en gang: { $done }. Ikke tatt inn: { $left }.
came-back-nothing = Ingenting venter på en avgjørelse. Slipp meldinger (.eml, .mbox) eller svarfiler på vinduet, eller velg en med «Velg en fil…».
came-back-when = { $kind } · { $time }
proposal-hint-overtaken = Skrevet før personen svarte noe annet.
proposal-hint-other-sender = Sendt fra en annen adresse enn dem på kortet: spør personen før du godtar.
came-back-running = Tar inn
came-back-stopped = Stoppet. Ikke tatt inn ennå: { $count }. Ta inn filen igjen for å fortsette.
came-back-closed = Kortet er stengt (art. 18): det som er skrevet vises ikke.
came-back-empty = tomt
came-back-reject = Endre ingenting
came-back-do-correct = Rett kortet
came-back-do-object = Før protesten
came-back-do-withdraw = Før tilbaketrekkingen
came-back-do-erase = Før ønsket om sletting
came-back-do-access = Lag en oppgave
came-back-do-subscribe = Før ønsket
came-back-do-no-mailings = Stopp alle utsendelser
came-back-do-consent = Før samtykket
came-back-do-message = Legg den på kortet
came-back-all = Gjør alle { $count }
came-back-none = Endre ingenting av det
came-back-new = Ny person
form-title = Nytt fra { $office }
form-name = Navnet ditt
form-statement = Slik behandler vi opplysningene dine
form-withdraw = Du kan trekke et samtykke tilbake når som helst; hver melding sier hvordan.
form-send = Lag e-posten
form-how = E-postprogrammet ditt åpnes med svaret. Ingenting forlater denne siden før du sender det der.
mail-form-title = Skjema til nettstedet
mail-form-says = Én fil til ditt eget nettsted: folk krysser av for det de vil høre om, og svaret kommer til deg som e-post. Ingenting er krysset av på forhånd.
mail-form-write = Skriv skjemaet…
mail-form-where = Hvor skjemaet skrives
form-written = Skjemaet ble skrevet til { $file }.
answer-form-title = Svaret ditt
answer-form-says = Rett det som er feil, kryss av for det du ønsker, og lagre svaret som en liten fil. Ingenting forlater denne siden av seg selv: du sender filen som vedlegg til en e-post. Svaret gjelder til og med { $day }.
answer-form-over = Dette skjemaet kunne besvares til og med { $day }. Skriv til oss hvis noe er feil.
answer-form-subject = Svar på rapport { $number }
answer-form-correct = Hva vi har lagret om deg
answer-form-fixed = (kan ikke endres her)
answer-form-object = Jeg protesterer mot
answer-form-withdraw = Jeg trekker tilbake samtykket til
answer-form-why = Hvorfor (du trenger ikke si det)
answer-form-rest = Alt annet
answer-form-erase = Slett alt om meg
answer-form-message = Hva du ellers vil si
answer-form-save = Lagre svaret
answer-form-saved = Svaret er lagret som en fil. Send den til oss som vedlegg.
answer-form-nothing = Ingenting er endret eller krysset av ennå.
answer-form-send = Skriv e-posten
cli-option-no-answer = Utelat skjemaet som en forseglet rapport besvares med
cli-help-mail-intake = Les meldinger (.eml, mbox) og svarfiler: avmeldinger utføres, alt annet foreslås
cli-help-mail-proposals = Vis hva folk har foreslått
cli-help-mail-accept = Utfør det som er foreslått: alt som nevnes, eller ingenting
cli-help-mail-reject = La alt være som det er
cli-help-mail-form = Skriv et skjema for ditt eget nettsted, der svarene kommer med e-post
cli-option-new-people = Lag et kort for hver avsender som ikke har noe
cli-option-mail-intake-file = Melding, postboks eller svarfil
cli-option-mail-form-to = Adressen svarene går til; ellers kontorets kontakt
cli-option-statement = Hvor personvernerklæringen din står
rule-suppressed = En e-postadresse eller et telefonnummer her tilhører en person som er slettet. Ingenting er endret. Den som har rett til å overstyre dette, kan legge det inn igjen med en begrunnelse.
rule-overrule-reason = En person som er slettet, kommer bare inn igjen med en begrunnelse: skriv hvorfor i valget eller feltet som overstyrer. Ingenting er endret.
rule-no-address-to-tell = Kortet har ingen adresse dette kan sendes til: ingen postadresse for et brev, eller ingen e-post for en melding. Ingen er slettet. Velg en annen måte, eller legg inn adressen først.
row-suppressed = E-postadressen eller telefonnummeret tilhører en person som er slettet: ingenting fra raden ble tatt inn.
backup-reason-after-erasure = Etter en sletting
journal-group-erasures = Slettinger
journal-kind-erased = Person slettet for godt
journal-kind-text-scrubbed = Navnet på en slettet person tatt ut av en tekst
journal-kind-erasure-finished = Filen skrevet på nytt etter en sletting
journal-kind-suppression-lifted = Slettet person sluppet inn igjen
journal-kind-erased-again = Slettet igjen i en eldre kopi
journal-kind-letter-waits = Brev om en sletting venter på å bli sendt
journal-kind-letter-sent = Brev om en sletting sendt, og ikke lenger bevart
journal-kind-backups-removed = Sikkerhetskopier fjernet før tiden
setting-suppression-keep-years = Antall år slettede personer gjenkjennes
setting-suppression-keep-years-says = I hvor mange år e-postadresser og telefonnumre til slettede personer gjenkjennes hvis de kommer inn igjen; ingenting betyr like lenge som selve kartoteket. Bare uleselige koder av dem beholdes.
setting-answers-days = Antall dager å svare på en rapport
setting-answers-days-says = I hvor mange dager svarskjemaet i en forseglet kopi gjelder. Senere sier ikke kopien lenger hva som er lagret.
check-erasure-unfinished = Personer er slettet, men filen kunne ikke skrives på nytt ennå: spor av dem kan ligge i sider som ingenting bruker. Det gjøres av «kartotek run», eller når kartoteket åpnes, så snart disken har plass til en kopi til.
check-erasure-residue = Etter en sletting ble { $count } spor funnet i filen.
erasure-mark = [slettet]
erasure-action-delete = slettet
erasure-action-scrub = navn tatt ut
erasure-held-restricted = Behandlingen er begrenset (art. 18). Opphev begrensningen først.
erasure-held-kept = Må beholdes, så ingenting slettes før det er over: { $reasons }.
erasure-held-named = Tekster hos andre nevner personen. Bestem om navnene skal tas ut eller beholdes.
erasure-ground-a = ikke lenger nødvendig
erasure-ground-b = samtykke trukket tilbake
erasure-ground-c = innsigelse
erasure-ground-d = ulovlig behandling
erasure-ground-e = pålagt ved lov
erasure-ground-f = opplysninger om et barn
erasure-ground-retention = oppbevaringstiden er ute
erasure-ground-trash = tiden i papirkurven er ute
erasure-exception-a = ytrings- og informasjonsfrihet
erasure-exception-b = rettslig forpliktelse eller offentlig oppgave
erasure-exception-c = folkehelse
erasure-exception-d = arkiv, forskning, statistikk
erasure-exception-e = rettskrav
certificate-title = Bevis på sletting
certificate-says = Beviset inneholder ingenting om personene som er slettet.
certificate-office = Kontor
certificate-at = Slettet
certificate-by = Av
certificate-persons = Personer
certificate-ground = Grunnlag
certificate-article = GDPR art. 17 nr. 1 bokstav { $letter }: { $ground }
certificate-reason = Begrunnelse
certificate-rows = { $rows ->
    [one] { $rows } rad: { $action }
   *[other] { $rows } rader: { $action }
  }
certificate-kept = Beholdt
certificate-kept-texts = { $texts ->
    [one] { $texts } tekst, art. 17 nr. 3 bokstav { $letter }, { $exception }: { $reason }
   *[other] { $texts } tekster, art. 17 nr. 3 bokstav { $letter }, { $exception }: { $reason }
  }
certificate-looked = Lett etter rester
certificate-finishing = Filen er ennå ikke skrevet på nytt.
certificate-waiting = Ingenting ble funnet bortsett fra brevet til personen, som venter på å bli sendt: det inneholder navnet og adressen, og slettes når det er sendt.
certificate-waiting-residue = { $count } spor ble funnet i tillegg til brevet til personen, som venter på å bli sendt.
certificate-not-stated = ikke oppgitt
certificate-kept-unstated = { $texts ->
    [one] { $texts } tekst, uten bokstav i art. 17 nr. 3: { $reason }
   *[other] { $texts } tekster, uten bokstav i art. 17 nr. 3: { $reason }
}
certificate-told = Underrettet
certificate-told-at = { $how }, { $time }
certificate-told-waits = { $how }, ikke sendt ennå
certificate-no-residue = Ingenting ble funnet: verken i noen side av filen, loggen, søkeindeksen, tekster hos andre eller sikkerhetskopien som ble tatt etterpå. Innholdet i dokumenter som er vedlagt hos andre, ble ikke gjennomsøkt.
certificate-no-residue-but-kept = Ingenting ble funnet utenom tekstene som ble beholdt: verken i noen annen side av filen, loggen, søkeindeksen eller sikkerhetskopien som ble tatt etterpå. Innholdet i dokumenter som er vedlagt hos andre, ble ikke gjennomsøkt.
certificate-residue = { $count } spor ble funnet.
certificate-not-looked = Filen ble skrevet på nytt; ingen kunne lete etter navnene mer, fordi programmet hadde avsluttet i mellomtiden.
certificate-backup = Tidligere sikkerhetskopi
certificate-backup-expires = Tatt { $made }, borte senest { $expires }
certificate-backup-stays = Tatt { $made }, skrevet til en egen fil: der til noen fjerner den
certificate-journal = Slutten av journalen
erased-letter = Den { $date } slettet vi personopplysningene vi hadde om deg, etter personvernforordningen art. 17 nr. 1 bokstav { $letter } ({ $ground }).
erased-letter-backups = Sikkerhetskopier fra før dette inneholder fremdeles opplysningene i kryptert form, og brukes ikke til noe. Den siste er borte senest { $date }. Hvis en av dem måtte gjenopprettes, ville opplysningene dine bli slettet igjen før noen kunne se dem.
erased-letter-backups-stay = Noen sikkerhetskopier fra før dette ligger i egne filer til vi fjerner dem. De er kryptert, og brukes ikke til noe.
erased-letter-kept = Enkelte omtaler i arkivet vårt er beholdt etter art. 17 nr. 3 bokstav { $letter }: { $exception }.
erased-letter-kept-unstated = Enkelte omtaler i arkivet vårt er beholdt.
outbox-channel-letter = brev
outbox-channel-mail = e-post
erased-letter-mark = For at vi ikke skal ta inn opplysningene dine igjen ved en feil, beholder vi en uleselig kode av e-postadressen og telefonnummeret ditt. Den kan ikke gjøres om til dem igjen.
erased-letter-complaint = Du kan klage til tilsynsmyndigheten hvis du mener at dette ikke er gjort som det skal.
cli-help-erase = Slett personer for godt, utenom papirkurven. Svarer 4 når alle holdes tilbake, 0 når noen ble slettet
cli-help-erase-letters = Vis brevene til slettede personer som venter på å bli sendt
cli-help-erase-letter = Skriv et brev som venter, til en fil for utskrift
cli-help-erase-sent = Si at et brev er sendt: det bevares ikke lenger, og filen skrives på nytt
cli-option-erase-letter = Skriv brevet som underretter dem, til denne filen, før adressen forsvinner
cli-option-erase-tell = letter eller mail: brevet venter med navn, adresse og tekst, og slettingen er ikke ferdig før «erase sent»
cli-option-erase-keep-reason = Hvorfor tekster beholdes, med --hits keep; det blir bevart
cli-option-erase-letter-message = Brevet, slik «erase letters» viser det
cli-option-erase-letter-file = Filen
cli-option-erase-sent-message = Brevet, slik «erase letters» viser det
cli-option-erase-ids = Hvem
cli-option-erase-reason = Hvorfor; det blir bevart, så det bør ikke nevne noen
cli-option-erase-ground = Bokstaven i art. 17 nr. 1: a ikke lenger nødvendig, b samtykke trukket tilbake, c innsigelse, d ulovlig, e pålagt ved lov, f opplysninger om et barn
cli-option-hits = Hva som gjøres der tekster hos andre nevner dem: ta ut navnene (scrub), la tekstene stå (keep), eller hold personen tilbake (hold)
cli-option-exception = Etter hvilken bokstav i art. 17 nr. 3 tekster beholdes: a ytringsfrihet, b rettslig forpliktelse, c helse, d arkiv, e rettskrav
cli-option-certificate = Fil for beviset: .pdf, .html eller .json
cli-option-delete-backups = Fjern også sikkerhetskopiene fra før, i stedet for å la dem gå ut
cli-erase-plan = { $persons ->
    [one] { $persons } person ville bli slettet.
   *[other] { $persons } personer ville bli slettet.
  }
cli-erase-done = { $persons ->
    [one] { $persons } person slettet.
   *[other] { $persons } personer slettet.
  }
cli-erase-row = { $table }: { $rows } ({ $action })
cli-erase-hit = { $table } { $id }, { $field }: { $snippet }
cli-erase-held = Holdt tilbake: { $name } ({ $id }). { $why }
cli-erase-residue = Lett etter rester: { $count } spor.
cli-erase-put-off = Radene er borte, men filen kunne ikke skrives på nytt ennå: { $why }
cli-erase-backup = { $file } inneholder dem fremdeles, senest til { $date }
cli-erase-backup-stays = { $file } inneholder dem fremdeles, til noen fjerner den
cli-erase-waiting = { $count ->
    [one] { $count } brev venter på å bli sendt. Den slettede står fremdeles der, og i en sikkerhetskopi som lages imens; «erase sent» gjør slutt på det.
   *[other] { $count } brev venter på å bli sendt. De slettede står fremdeles der, og i en sikkerhetskopi som lages imens; «erase sent» gjør slutt på det.
}
cli-erase-letter-written = Brevet er skrevet til { $file }.
cli-erase-no-letters = Ingen brev venter på å bli sendt.
cli-erase-sent = Brevet bevares ikke lenger. Lette etter det som er igjen: { $count } spor.
cli-erase-sent-put-off = Brevet bevares ikke lenger, men filen kunne ikke skrives på nytt ennå: { $why }
cli-run-letters = { $count ->
    [one] { $count } brev til en slettet person venter på å bli sendt.
   *[other] { $count } brev til slettede personer venter på å bli sendt.
}
cli-all-held = Alle som er nevnt, holdes tilbake, av grunnene som er oppgitt. Ingenting er endret.
cli-erase-backups-removed = { $count } tidligere sikkerhetskopier ble fjernet.
cli-erase-certificate = Beviset er skrevet til { $file }.
cli-backup-erased-again = { $count ->
    [one] { $count } person ble slettet igjen, som siden sikkerhetskopien ble tatt.
   *[other] { $count } personer ble slettet igjen, som siden sikkerhetskopien ble tatt.
  }
cli-run-erasure = En sletting som ikke var gjort ferdig, ble fullført.
# Dialogen som sletter for godt
erasing-ask = Slett for godt…
erasing-title = Slett for godt
erasing-title-of = Slett { $name } for godt
erasing-says = Dette kan ikke angres. Alt nedenfor forsvinner fra kartoteket, og ingenting av det er igjen i filen etterpå.
erasing-held = { $name } holdes tilbake
erasing-ground = Grunnlag (art. 17 nr. 1)
erasing-reason = Begrunnelse
erasing-reason-hint = Blir bevart: ikke nevn noen.
erasing-hits = { $count ->
    [one] Nevnt i { $count } tekst andre steder
   *[other] Nevnt i { $count } tekster andre steder
  }
erasing-hits-says = Bestem for hver om navnet skal tas ut, eller om teksten skal stå som den er.
erasing-unread = { $count ->
    [one] { $count } vedlagt fil på andres kort kan ikke gjennomsøkes (bilde, PDF eller skadet): se selv etter om den nevner personen.
   *[other] { $count } vedlagte filer på andres kort kan ikke gjennomsøkes (bilder, PDF, skadde): se selv etter om de nevner personen.
  }
erasing-scrub-all = Ta ut overalt
erasing-keep-all = Behold overalt
erasing-scrub = Ta ut navnet
erasing-keep = Behold teksten
erasing-open = Åpne
erasing-hit-of = { $name } · { $field }
erasing-hit-elsewhere = { $table }
erasing-hit-closed = Du har ikke tilgang til denne teksten.
erasing-exception-label = Beholdt etter (art. 17 nr. 3)
erasing-letter-of = ({ $letter }) { $words }
erasing-kept-why = Hvorfor den beholdes
erasing-tables = Dette forsvinner
erasing-marks = { $count ->
    [one] Av { $count } e-postadresse eller telefonnummer blir en uleselig kode igjen, så det gjenkjennes hvis det kommer inn igjen.
   *[other] Av { $count } e-postadresser og telefonnumre blir uleselige koder igjen, så de gjenkjennes hvis de kommer inn igjen.
  }
erasing-backups-title = Tidligere sikkerhetskopier
erasing-backups = { $count ->
    [one] { $count } sikkerhetskopi inneholder fremdeles personen. Den er borte senest { $date }; gjenopprettes den, slettes personen igjen før noe vises.
   *[other] { $count } sikkerhetskopier inneholder fremdeles personen. Den siste er borte senest { $date }; gjenopprettes en av dem, slettes personen igjen før noe vises.
  }
erasing-remove-backups = Fjern dem nå
erasing-no-backups = Kartotek kjenner ikke til noen sikkerhetskopi som inneholder personen. En ny tas etterpå. Kopier som noen har tatt andre steder, er ikke kjent her.
erasing-backups-stay = { $count ->
    [one] { $count } kjent sikkerhetskopi inneholder fremdeles personen. Den ligger i en egen fil, og blir der til noen fjerner den.
   *[other] { $count } kjente sikkerhetskopier inneholder fremdeles personen. De som ligger i egne filer, blir der til noen fjerner dem.
}
erasing-backups-unseen = { $count ->
    [one] { $count } sikkerhetskopi ble skrevet til et sted der ingen er å se nå: den er fjernet, eller stasjonen er ikke tilkoblet.
   *[other] { $count } sikkerhetskopier ble skrevet til steder der ingen er å se nå: de er fjernet, eller stasjonen er ikke tilkoblet.
}
erasing-backups-copies = Kopier som noen har tatt andre steder, er ikke kjent her.
erasing-company = { $name } er ikke mer enn et navn som ingen andre har, og slettes også.
erasing-tell = Hvordan personen underrettes
erasing-tell-hint = Brevet trenger adressen, som forsvinner med kortet.
erasing-tell-otherwise = Ikke herfra
erasing-tell-file = Brev i en fil, nå
erasing-tell-letter = Et brev venter på å bli sendt
erasing-tell-mail = En e-post venter på å bli sendt
erasing-letter-title = Lagre brevet
erasing-letter-file = brev.html
erasing-waits-says = Det inneholder navnet og adressen, og ingenting annet gjør det. Det står under Innstillinger, Slettinger, til du sier at det er sendt; så lenge er slettingen ikke ferdig.
erasing-waits-mail-says = Den inneholder navnet og adressen, og ingenting annet gjør det. Så snart den er sendt, slettes den også, og da er slettingen ferdig.
# Siden med slettinger
erasures-text = Hva som er slettet for godt, når, av hvem og på hvilket grunnlag; aldri hvem. Brev som underretter noen, venter her til de er sendt.
erasures-no-right = Bare for dem som kan slette for godt
erasures-none = Ingen er slettet ennå
erasures-none-text = Slett noen fra kortet, eller tøm papirkurven: det som da ble gjort, står her.
erasures-waiting = { $count ->
    [one] { $count } brev venter på å bli sendt
   *[other] { $count } brev venter på å bli sendt
}
erasures-waiting-says = Det inneholder fremdeles navnet og adressen, og det gjør en sikkerhetskopi som lages imens også. Når det er sendt, slettes det, filen skrives på nytt, og en ny sikkerhetskopi lages.
erasures-sent = Det er sendt
erasures-save = Lagre brevet…
erasures-copy = Kopier teksten
erasures-letter-saved = Brevet er lagret. Det venter videre til du sier at det er sendt.
erasures-gone = { $backups ->
    [0] Brevet bevares ikke lenger.
    [one] Brevet bevares ikke lenger. En sikkerhetskopi som ble tatt før, inneholder det fortsatt.
   *[other] Brevet bevares ikke lenger. { $backups } sikkerhetskopier som ble tatt før, inneholder det fortsatt.
}
erasures-rewriting = Filen skal skrives på nytt
erasures-finishing = Ikke ferdig
erasures-done = Ingenting igjen
erasures-not-looked = Ikke gjennomsøkt
erasures-persons = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
erasing-undecided = Bestem først hva som skjer med hver tekst, og hvorfor tekster beholdes.
erasing-do = { $persons ->
    [one] Slett { $persons } person
   *[other] Slett { $persons } personer
  }
erasing-step = Steg { $step } av { $steps }
erasing-no-stop = Radene er allerede borte; resten gjøres ferdig.
erasure-step-removing = Fjerner det som er personens…
erasure-step-rewriting = Skriver filen på nytt…
erasure-step-looking = Leter gjennom hver side etter rester…
erasure-step-backing-up = Tar en ny sikkerhetskopi…
erasing-done = Slettet
erasing-done-but-letter = Slettet, bortsett fra brevet som forteller det
erasing-done-but-mail = Slettet, bortsett fra e-posten som forteller det
erasing-nothing-left = Ingenting er igjen
erasing-put-off = Slettet, men filen kunne ikke skrives på nytt ennå
erasing-letter = Bekreftelse til personen
erasing-letter-says = Send den nå, mens du fortsatt har adressen. Den inneholder ingen opplysninger om personen.
erasing-copy = Kopier bekreftelsen
erasing-copied = Bekreftelsen er kopiert.
erasing-save = Lagre beviset…
erasing-save-again = Lagre beviset igjen…
erasing-saved = Beviset er lagret.
erasing-certificate-title = Lagre beviset på sletting
erasing-certificate-file = bevis-paa-sletting.pdf
new-suppressed-email = Denne e-postadressen tilhører en person som er slettet
new-suppressed-phone = Dette telefonnummeret tilhører en person som er slettet
new-suppressed-may = Personen skal ikke komme inn igjen ved en feil. Hvis vedkommende vil være her igjen, si hvorfor; det blir bevart.
new-suppressed-why = Hvorfor personen legges inn igjen
suppressed = En e-postadresse eller et telefonnummer her tilhører en person som er slettet
card-suppressed-may = Ingenting er lagret. Hvis personen vil være her igjen, skriv hvorfor, og lagre en gang til; det blir bevart.
import-suppressed = { $count ->
    [one] { $count } rad ville ta inn igjen en person som er slettet
   *[other] { $count } rader ville ta inn igjen personer som er slettet
}
import-let-in = Ta dem inn
erasure-table-draft = Tekst som er skrevet og ikke lagret
erasure-table-outbox = Brev og meldinger som venter
erasure-table-trashed-member = Hvem som hørte til et firma i papirkurven
erasure-table-trashed-person = Papirkurv
erasure-table-trashed-company = Firmaer i papirkurven
erasure-table-deletion-request = Anmodninger om sletting
erasure-table-legal-hold = Oppbevaringsplikter
erasure-table-kept-longer = Grunner til å beholde lenger
erasure-table-mass-edit = Masseredigeringer
erasure-table-mass-edit-person = Hva masseredigeringer endret
erasure-table-mass-edit-company = Hva masseredigeringer endret på firmaer
erasure-table-mass-edit-activity = Hva masseredigeringer endret i aktiviteter
erasure-table-export = Eksportregister
erasure-table-export-person = Oppføringer i eksportregisteret
erasure-table-selection = Utvalg
erasure-table-selection-person = Plasser i utvalg
erasure-table-restriction = Begrensninger (art. 18)
erasure-table-objection = Innsigelser (art. 21)
erasure-table-look-up = Oppslag på et stengt kort
erasure-table-seen = Kort sett sist
erasure-table-favourite = Favoritter
erasure-table-merge = Sammenslåinger
erasure-table-distinct-pair = Par som er to ulike personer
erasure-table-relation = Relasjoner
erasure-table-activity = Aktiviteter
erasure-table-employment = Tidligere jobber
erasure-table-email = E-postadresser
erasure-table-phone = Telefonnumre
erasure-table-address = Adresser
erasure-table-person-interest = Interesser
erasure-table-custom-value = Egne felt
erasure-table-import-row = Hva importer gjorde med kortet
erasure-table-import = Importer
erasure-table-ledger = Rettslige grunnlag
erasure-table-attachment = Dokumenter
erasure-table-person = Kort
erasure-table-company = Firmaer
erasure-table-list-item = Lister
erasure-table-setting = Innstillinger
erasure-table-setting-change = Endringer av innstillinger
erasure-table-erasure = Tidligere slettinger
erasure-table-suppression-lifted = Slettede som kom tilbake

# Varsler om det som er lov, og likevel bør ses på
warning-no-basis = Det er ikke dokumentert noe rettslig grunnlag for salg og kundeservice. Legg det til så snart du vet det.
warning-statute-missing = Det er ikke oppgitt noen lovhjemmel for denne rettslige forpliktelsen. Oppgi den i innstillingene, under Rettslige grunnlag.
warning-identity-number = Dette ligner et fødselsnummer. Det hører ikke hjemme i et notat.
warning-card-number = Dette ligner nummeret på et betalingskort. Det hører ikke hjemme i et notat.
warning-health = Dette ser ut til å gjelde noens helse, som loven verner særskilt. Utelat det om du ikke trenger det.
journal-kind-unlocked = Kartoteket låst opp
journal-kind-user-added = Bruker lagt til
journal-kind-user-removed = Bruker fjernet
journal-kind-user-changed = Brukerens rolle endret
journal-kind-restricted = Behandling begrenset
journal-kind-restriction-lifted = Begrensning opphevet
journal-kind-objected = Innsigelse registrert
journal-kind-objection-decided = Innsigelse avgjort
journal-kind-looked-up = Begrenset kort åpnet
journal-kind-trashed = Flyttet til papirkurven
journal-kind-trash-restored = Gjenopprettet fra papirkurven
journal-kind-purged = Slettet fra papirkurven
journal-kind-deletion-asked = Bedt om sletting
journal-kind-deletion-decided = Sletting avgjort
journal-kind-hold-added = Oppbevaringsplikt lagt inn
journal-kind-hold-lifted = Oppbevaringsplikt opphevet
journal-kind-company-trashed = Firma flyttet til papirkurven
journal-kind-company-trash-restored = Firma gjenopprettet fra papirkurven
journal-kind-company-purged = Firma slettet fra papirkurven
journal-kind-field-emptied = Felt tømt
field-condition = Vilkår i art. 9 nr. 2
field-restriction = Begrensning (art. 18)
field-lifted = Begrensning opphevet
field-told = Varslet før opphevelse
field-objection = Innsigelse (art. 21)
field-decision = Avgjørelse
field-looked_up = Slått opp
invalid-not-expected = Formålet venter ikke dette rettslige grunnlaget.
invalid-deactivated = Dette kan ikke lenger velges: det er slått av i innstillingene.
invalid-not-a-pattern = Dette søkemønsteret kan ikke leses, eller det finnes i en tom tekst.
problem-not-settings = Filen inneholder ingen innstillinger denne versjonen kan lese. Ingenting ble endret.
cli-settings-held = { $key } er bestemt på nytt siden og blir stående.
cli-settings-exported = Innstillinger skrevet: { $count }
cli-settings-would-change = Innstillinger som ville endres: { $count }
cli-settings-changed = Innstillinger endret: { $count }
cli-help-settings-unset = La en innstilling være som levert, eller fjern et eget punkt
cli-help-settings-history = Vis hva som er bestemt, det nyeste først
cli-help-settings-back = Ta tilbake det som ble bestemt sammen med en endring
cli-help-settings-export = Skriv det kontoret har bestemt, til en fil
cli-help-settings-import = Ta over det en fil inneholder
cli-help-users = De som arbeider her
cli-help-users-list = Vis hvem som arbeider her, rollene deres og når de sist låste opp
cli-help-users-add = Legg til noen med egen passfrase
cli-help-users-remove = Fjern noen; nøkkelen byttes for alle andre
cli-help-users-set-role = Gi noen en rolle
cli-option-user-name = Navnet brukeren låser opp kartoteket med
cli-option-role = Nøkkelen til rollen: owner, privacy-officer, seller, assistant, read-only, eller en egen
cli-user-added = { $user } arbeider her nå, som { $role }.
cli-user-role = { $user }: { $role }.
cli-user-removed = { $user } arbeider ikke her lenger. Nøkkelen til kartoteket er byttet.
cli-user-backup = En sikkerhetskopi med den nye nøkkelen er laget: { $file }
cli-user-no-backup = Det gikk ikke å lage en sikkerhetskopi med den nye nøkkelen. Lag en med: kartotek backup create FIL
cli-user-older = { $count ->
    [one] Én tidligere sikkerhetskopi åpnes med passfrasene fra før, senest til { $date }.
   *[other] { $count } tidligere sikkerhetskopier åpnes med passfrasene fra før, senest til { $date }.
 }
cli-user-recovery = Den som kjenner gjenopprettingsnøkkelen, kan fortsatt åpne kartoteket: lag en ny hvis det kan være tilfelle.
cli-user-gone = fjernet { $date }
cli-help-settings-sets = List de ferdige oppsettene
cli-option-set = Et ferdig oppsett i stedet for en fil: norway, sweden eller eu-cautious
cli-unknown-set = Det finnes ikke noe oppsett som heter { $set }. Det finnes: { $known }.

## Commands, keys, favourites
palette-title = Kommandoer
palette-search = Hva vil du gjøre? Eller et navn
palette-keys = ↑ ↓ velger · Enter utfører · Esc lukker
palette-none = Ingenting passer til «{ $text }»
palette-nothing = Verken en kommando, en person eller et firma har alle disse ordene.
palette-open = Åpne { $name }
palette-open-verb = åpne
shortcuts-title = Hurtigtaster
shortcuts-go = Finn og gå til
shortcuts-card = Kort
shortcuts-window = Vindu
shortcuts-lists = Lister og felt
shortcuts-previous = Forrige felt
shortcuts-move = Flytt i en liste
shortcuts-ends = Første og siste i en liste
shortcuts-extend = Velg flere
shortcuts-all = Velg alle
shortcuts-typing = Angre og gjør om skriving i et felt
shortcuts-one-more = Legg én til dem som er valgt, eller ta den bort
shortcuts-press = Trykk på en knapp
shortcuts-kind = Velge type når en ny aktivitet skal lages
shortcuts-activity-save = Lagre en aktivitet
shortcuts-activity-edit = Rediger aktiviteten som har fokus
shortcuts-remove = Fjern aktiviteten eller utvalget som har fokus
key-space = Mellomrom
key-letter = bokstaven
key-page-up-down = PgUp  PgDn
key-home-end = Home  End
action-today = Gå til I dag
action-persons = Gå til Personer
action-companies = Gå til Firmaer
action-import = Importer en fil
action-settings-page = Innstillinger: { $page }
action-merge-selected = Slå sammen de to valgte kortene
action-settings = Innstillinger
action-favourites = Vis favoritter
action-recent = Vis nylig sett
action-edit = Rediger kortet
action-favourite = Favoritt: legg til eller fjern
action-object = Personen protesterer (art. 21)…
action-restrict = Begrens behandlingen (art. 18)…
action-lift = Opphev begrensningen…
action-undo = Angre siste endring
action-redo = Gjør om
action-columns = Velg kolonner
action-lock = Lås kartoteket
action-light = Lyse farger
action-dark = Mørke farger
action-system-colours = Systemets farger
action-english = Språk: English
action-norwegian = Språk: norsk bokmål
action-swedish = Språk: svenska
hindrance-right = Krever rettigheten «{ $right }»
hindrance-no-card = Ingen kort er åpne
hindrance-nothing-typed = Ingenting ulagret
hindrance-not-two = Velg først to personer i listen
hindrance-nobody = Ingen er valgt
hindrance-nothing-done = Ingenting å angre
hindrance-nothing-back = Ingenting å gjøre om
hindrance-sample = Eksempelpersoner låses ikke
hindrance-sample-page = Ikke for eksempelpersoner
hindrance-no-list = Bare i personlisten
list-favourites = Favoritter
list-favourites-none = Åpne et kort og trykk Ctrl+D, eller klikk på stjernen.
list-recent = Nylig sett
list-recent-none = De du åpner kortet til, står her, de nyeste først.
favourite-add = Legg til i favoritter (Ctrl+D)
favourite-remove = Fjern fra favoritter (Ctrl+D)
favourite-added = Lagt til i favoritter
favourite-removed = Fjernet fra favoritter
cli-help-favourite = Personer du har merket
cli-help-favourite-add = Merk en person som favoritt
cli-help-favourite-remove = Ta en person bort fra favorittene
cli-help-favourite-list = Vis favorittene etter navn
cli-help-recent = Vis hvem sine kort som ble åpnet sist
toast-undo = Angre
toast-redo = Gjør om
shortcuts-tabs = Faner på kortet
columns-title = Kolonner
columns-left = Lenger til venstre
columns-right = Lenger til høyre
columns-narrower = Smalere
columns-wider = Bredere
columns-reset = Som først

selections-none-found = Ingenting funnet for «{ $text }»
selections-none-found-text = Søket ser på navnene til utvalgene.
selections-ready = Medfølgende
selections-own = Kontorets egne
frame-selections = Utvalg
action-selections = Gå til utvalgene
help-selections = Utvalg er navngitte sett av personer eller firmaer. Klikk på et for å se hvem som er med; fanen Kriterier sier hva som avgjør det, i ord og som rader du kan endre. Alt som gjøres med mange på én gang, begynner her.
selections-search = Søk i utvalgene
selections-search-members = Søk i dette utvalget
selections-new = Nytt
selections-new-companies = Nytt firmautvalg
selections-new-title = Nytt utvalg
selections-new-title-companies = Nytt utvalg av firmaer
selections-combine = Kombiner
selections-combine-title = Kombiner to utvalg
selections-combine-says = Følger alltid de to: Endres de, endres dette også.
selections-copy = Kopier som liste
selections-copy-says = Kopien er en liste: Den blir som den er, uansett hvem som kommer med i utvalget eller faller ut av det.
selections-copy-name = { $name }, { $date }
selections-like-this = Nytt som dette
selections-remove = Fjern utvalget…
selections-mailing = Ny utsendelse…
selections-remove-do = Fjern utvalget
selections-remove-title = Fjerne { $name }?
selections-remove-says = Utvalget fjernes. Personene i det slettes ikke.
selections-remove-static = Listen fjernes. Personene i den slettes ikke.
selections-remove-cannot = { $name } er i bruk
selections-remove-used = Disse er laget av det: { $names }. Fjern dem først, eller spør om noe annet i dem.
selections-removed = Utvalget er fjernet
selections-count = { $count ->
    [one] { $count } utvalg
   *[other] { $count } utvalg
}
selections-counting = Teller…
selections-unknown = Det kan ikke spørres om
selections-nobody = Ingen er med i dette utvalget
selections-nobody-text = Så snart det utvalget spør om, stemmer for noen, står de her.
selections-tick-hint = Hold Ctrl eller Shift for å merke flere
selections-only-ticked = { $count ->
    [one] Bare den ene som er merket
   *[other] Bare de { $count } som er merket
}
selections-mass-change = Endre medlemmer…
selections-mass-delete = Slett medlemmer…
selections-mass-export = Eksporter medlemmer…
builder-count-persons = { $count ->
    [one] person
   *[other] personer
}
builder-count-companies = { $count ->
    [one] firma
   *[other] firmaer
}
builder-choose = Velg…
builder-or = eller…
builder-any = hvilken som helst
builder-to = til
builder-number = Tall
builder-text = Tekst
builder-text-or = Tekst; Enter legger til en til
builder-day-hint = Dato
builder-day-date = på en dato
builder-day-today = i dag
builder-day-days-ago = dager siden
builder-day-months-ago = måneder siden
builder-day-years-ago = år siden
builder-day-days-ahead = dager frem
builder-day-months-ahead = måneder frem
builder-day-years-ahead = år frem
builder-what-basis = Rettslig grunnlag: { $purpose }
builder-what-subscription = Utsendelser
builder-what-interest = Interesser
builder-what-activity = Aktivitet
builder-what-selection = Et annet utvalg
builder-what-status = Status
builder-what-informed = Informert (art. 13 og 14)
builder-what-duplicate = Ser ut til å være et duplikat
builder-basis-is = Rettslig grunnlag
builder-basis-after = Registrert etter
builder-basis-before = Registrert før
builder-basis-by = Registrert av
builder-wording = Vist tekst
builder-wording-none = Ingen tekst ble vist
builder-wording-version = Versjon { $version }
builder-condition = Vilkår (art. 9 nr. 2)
builder-condition-none = Ikke noe vilkår oppgitt
builder-activity-kind = Type
builder-activity-after = Etter
builder-activity-before = Før
builder-op-is = er
builder-op-is-not = er ikke
builder-op-contains = inneholder
builder-op-contains-not = inneholder ikke
builder-op-starts = begynner med
builder-op-starts-not = begynner ikke med
builder-op-ends = slutter med
builder-op-ends-not = slutter ikke med
builder-op-before = er før
builder-op-after = er etter
builder-op-less = er mindre enn
builder-op-more = er mer enn
builder-op-between = er fra … til
builder-op-empty = er tom
builder-op-filled = er ikke tom
builder-op-yes = ja
builder-op-no = nei
builder-op-some = finnes
builder-op-none = finnes ikke
builder-op-in = er med i det
builder-op-not-in = er ikke med i det
builder-op-one-of = en av disse
builder-op-none-of = ingen av disse
builder-op-documented = er dokumentert slik
builder-op-not-documented = er ikke dokumentert slik
builder-op-may = kan sendes
builder-op-may-not = kan ikke sendes
builder-op-not = ikke: { $op }
cli-option-into = Behold dem den henter inn eller endrer, som et utvalg med dette navnet
selections-name = Navn
selections-name-hint = Hva utvalget heter
selections-name-missing = Gi utvalget et navn.
selections-kind = Type
selections-of = Inneholder
selections-members = Medlemmer
selections-criteria = Kriterier
selections-owner = Eier
selections-program = Kartotek
selections-visible = Synlig for
selections-used-by = Brukt av
selections-used-by-none = Ingen andre utvalg bruker det
selections-about = Om dette utvalget
selections-description = Hva det er til
selections-description-hint = For eksempel: invitasjoner til vårmessen
selections-alert = Varsel
selections-alert-hint = For eksempel: ubetalt faktura, spør regnskap først
selections-alert-says = Kortene til alle medlemmene viser denne teksten i et banner.
selections-alerts = Kortene til medlemmene viser et varsel
selections-at-by = { $at }, av { $by }
selections-ready-says = Dette utvalget følger med Kartotek og blir som det er, bortsett fra det det varsler om. «Nytt som dette» begynner et eget utvalg ut fra det.
selections-ready-criteria = Dette utvalget følger med Kartotek og blir som det er. «Nytt som dette» lager et eget ut fra det.
selections-in-it = { $count ->
    [0] Ingen er med
    [one] { $count } er med
   *[other] { $count } er med
}
selections-charts = Diagrammer
selections-by-category = Etter kategori
selections-by-basis = Rettslig grunnlag: { $purpose }
selections-by-source = Etter kilde
selections-by-month = Registrert per måned
selections-month = { $month } { $year }: { $count }
selections-earlier = Tidligere: { $count }
selections-without = Ingen
selections-charts-none = Ingen telles her.
selections-charts-held = { $count ->
    [one] { $count } begrenset person er ikke med i noe diagram.
   *[other] { $count } begrensede personer er ikke med i noe diagram.
}
selections-alert-from = Varslet av utvalget { $name }
selections-keep = Legg i utvalg…
selections-keep-new = Et nytt utvalg
selections-keep-known = En liste som finnes fra før
selections-keep-into = Hvilken liste
selections-keep-add = { $count ->
    [one] Legg til én
   *[other] Legg til { $count }
}
selections-joined = { $moved ->
    [0] { $name }: de er med fra før
    [one] { $name }: én lagt til, { $count } er med
   *[other] { $name }: { $moved } lagt til, { $count } er med
}
selections-take-out = { $count ->
    [one] Ta én ut av listen
   *[other] Ta { $count } ut av listen
}
selections-left = { $moved ->
    [one] { $name }: én tatt ut, { $count } er med
   *[other] { $name }: { $moved } tatt ut, { $count } er med
}
selections-soon = I papirkurven, slettes snart
selections-soon-says = Kort i papirkurven som slettes innen 7 dager. De er ikke med i noe utvalg, og ingenting kan gjøres med dem utenom i papirkurven: Hent dem tilbake der, eller slett dem nå.
selections-soon-show = Vis i papirkurven
selections-keep-title = Legg i et utvalg
selections-keep-persons = { $count ->
    [one] { $count } person, som liste.
   *[other] { $count } personer, som liste. Den blir som den er til noen endrer den.
}
selections-keep-companies = { $count ->
    [one] { $count } firma, som liste.
   *[other] { $count } firmaer, som liste. Den blir som den er til noen endrer den.
}
selections-first = Første
selections-second = Andre
selections-operation = I det nye utvalget er
selections-make = Lag utvalget
selections-make-count = Lag utvalg av { $count }
selections-made = { $name }: { $count } er med
selections-made-held = { $name }: { $count } er med. { $held } begrensede er utelatt.
selections-saved = Lagret: { $name }
selections-save-new = Lagre utvalget
selections-save-criteria = Lagre kriteriene
selections-incomplete = Noen kriterier er ikke ferdige ennå. De er merket.
selections-unsaved-text = Du har endret dette utvalget og ikke lagret det ennå.
selection-kind-dynamic-says = Dynamisk: alle som kriteriene stemmer for, spurt på nytt hver gang
selection-kind-static-says = Statisk: en liste over dem som ble lagt i det
selection-kind-combined-says = Kombinert: det to andre utvalg har
selection-visible-all = Alle
selection-visible-own = Bare eieren, og de som kan endre innstillinger
selections-private = Ikke alle
selection-operation-union = De som er i det ene eller det andre, eller begge
selection-operation-intersect = De som er i begge
selection-operation-only-first = De som bare er i det første
selection-operation-only-second = De som bare er i det andre
selection-operation-difference = De som er i ett av dem, men ikke i begge
rule-selection-private = Det alle ser, kan ikke lages av et utvalg som bare eieren ser. Ingenting ble endret. La de samme se begge.
builder-mode-all = Alle disse
builder-mode-any = Minst ett av disse
builder-mode-none = Ingen av disse
builder-mode-not-all = Ikke alle disse
builder-and = og
builder-or-word = eller
builder-add = Kriterium
builder-add-group = Gruppe
builder-remove = Fjern kriteriet
builder-remove-group = Fjern gruppen
builder-drop = Fjern { $name }
builder-says = I ord
builder-says-nothing = Ingenting er spurt etter ennå. Fyll ut raden over.
builder-incomplete = { $count ->
    [one] { $count } kriterium er ikke ferdig ennå og er utelatt.
   *[other] { $count } kriterier er ikke ferdige ennå og er utelatt.
}

## Utvalg, og kriterier som en setning

field-selection = Utvalg
field-trashed = Papirkurv
field-deletion_request = Bedt om sletting
field-legal_hold = Oppbevaringsplikt
field-kept_longer = Beholdt lenger
field-mass_edit = Masseoppdatering
field-export = Eksport
selection-ready-no-legal-basis = Uten rettslig grunnlag
selection-ready-old-consents = Samtykke eldre enn to år
selection-ready-inactive = Ingen aktivitet på tre år
selection-ready-not-informed = Ikke informert ennå
selection-ready-objecting = Har protestert
selection-ready-restricted = Begrenset behandling
selection-ready-duplicates = Duplikater
selection-kind-dynamic = Dynamisk
selection-kind-static = Statisk
selection-kind-combined = Kombinert
selection-sentence-static = { $count ->
    [0] En liste som er tom.
    [one] En liste med { $count } oppføring.
   *[other] En liste med { $count } oppføringer.
}
selection-sentence-union = Alle som er i { $first } eller i { $second }, eller i begge.
selection-sentence-intersect = Alle som er både i { $first } og i { $second }.
selection-sentence-only-first = Alle som er i { $first } og ikke i { $second }.
selection-sentence-only-second = Alle som er i { $second } og ikke i { $first }.
selection-sentence-difference = Alle som er i { $first } eller i { $second }, men ikke i begge.

# Eksporter, og registeret over dem
export-everybody = Alle
export-all-companies = Alle firmaer
export-sheet-persons = Personer
export-sheet-companies = Firmaer
export-basis = Rettslig grunnlag: { $purpose }
export-not-stated = ikke oppgitt
export-title = Eksport
export-do = { $count ->
    [one] Velg hvor for ett kort…
   *[other] Velg hvor for { $count } kort…
}
export-count-persons = { $count ->
    [0] Ingen
    [one] Én person
   *[other] { $count } personer
}
export-count-companies = { $count ->
    [0] Ingen firmaer
    [one] Ett firma
   *[other] { $count } firmaer
}
export-held = { $count ->
    [one] Én person blir utelatt, fordi behandlingen av opplysningene er begrenset.
   *[other] { $count } personer blir utelatt, fordi behandlingen av opplysningene er begrenset.
}
export-format-xlsx = Excel-arbeidsbok (.xlsx)
export-format-csv = Tekst for regneark (.csv)
export-format-vcard = Adressebok (.vcf)
export-columns = Kolonner ({ $count })
export-columns-usual = De vanlige
export-columns-all = Alle
export-columns-none = Ingen
export-for = Hva den er til
export-for-hint = for eksempel: julekort
export-to = Hvem den går til
export-to-hint = for eksempel: trykkeriet
export-says = Eksporten føres inn i registeret, med alle som er med i den. Når filen er skrevet, er den ikke lenger beskyttet av dette programmet.
export-running = Filen skrives…
export-numbers = { $done } av { $total } kort
export-done = { $count ->
    [one] Ett kort ble skrevet til «{ $file }».
   *[other] { $count } kort ble skrevet til «{ $file }».
} Hashen begynner med { $hash }.
exports-text = Hva som har forlatt kartoteket som en fil: når, av hvem, til hva og til hvem. Når opplysningene om noen rettes eller slettes, skal de som har fått dem, få vite det (art. 19).
exports-person = Person
exports-everybody = Alle
exports-clear = Vis alle eksporter
exports-hash = SHA-256 { $hash }…
exports-copied = Hashen ligger på utklippstavlen.
exports-for-to = Til: { $purpose } · Mottaker: { $recipient }
exports-none = Ingenting er eksportert ennå
exports-none-text = Eksporter lages fra listen over personer eller firmaer.
exports-none-of-them = Denne personen er ikke med i noen eksport
exports-none-of-them-text = Ingen har fått opplysningene om personen som en fil herfra.
exports-no-right = Du får ikke lese registeret

# Den forseglede kopien av en rapport, en side som åpnes i en nettleser
sealed-title = En forseglet kopi av dine opplysninger
sealed-asleep = Denne siden spør etter en passfrase, men her kjøres den ikke. Forhåndsvisningen i et e-postprogram kan ikke åpne den: lagre filen, og åpne den i en nettleser, som Edge, Chrome, Firefox eller Safari.
sealed-passphrase = Passfrase
sealed-hint = Du fikk den på telefon, eller på en annen måte enn du fikk denne filen.
sealed-open = Åpne
sealed-opening = Åpner…
sealed-wrong = Den åpnes ikke: passfrasen er ikke riktig.
sealed-cannot = Denne nettleseren kan ikke åpne den. Prøv en annen eller en nyere.
sealed-how = Alt skjer på denne enheten: siden trenger ikke nett og sender ingenting.
sealed-save-all = Filer du kan lagre
sealed-save = Lagre { $file }

# Ikke lenger enn nødvendig
retention-rule-category = Kategori { $name }
retention-rule-purpose = Formål { $name }
retention-after-last-activity = { $months } måneder etter siste aktivitet, { $day }
retention-after-created = { $months } måneder etter at kortet ble laget, { $day }
retention-after-left = { $months } måneder etter at personen sluttet i firmaet, { $day }
retention-after-year-end = { $months } måneder etter årets slutt, { $day }
retention-after-basis-ended = { $months } måneder etter at tillatelsen opphørte, { $day }
retention-kept-restricted = Beholdes: behandlingen er begrenset (art. 18)
retention-kept-hold = Beholdes etter loven: { $statute }
retention-kept-hold-until = Beholdes etter loven til { $day }: { $statute }
retention-kept-books = Beholdes for regnskapet til { $day }: { $statute }
retention-kept-longer = Beholdes til { $day }: { $reason }
retention-books-no = bokføringsloven § 13
retention-books-se = bokföringslagen 7 kap. 2 §
retention-reason = Ikke lenger nødvendig
due-text = Opplysninger beholdes ikke lenger enn formålet krever (art. 5 nr. 1 e). Hvor lenge det er for hver kategori og hvert formål, står på siden Oppbevaring. Velg en senere dag for å se hvem det da gjelder; bare de det gjelder i dag, kan gå til papirkurven.
due-day = Skal slettes per
due-today = I dag
due-count = { $count ->
    [0] Ingen skal slettes
    [one] Én person skal slettes
   *[other] { $count } personer skal slettes
}{ $held ->
    [0] {""}
   *[other] , { $held } beholdes
}
due-approve-all = { $count ->
    [one] Én til papirkurven…
   *[other] Alle { $count } til papirkurven…
}
due-approve = { $count } til papirkurven…
due-nobody = Ingen skal slettes
due-nobody-text = Ingen er beholdt lenger enn tidene sier, eller ingen tid er bestemt.
due-more = Vis flere ({ $count })
due-since = Over siden { $day }
due-from = Slettes fra { $day }
due-ahead = En dag som kommer: bare til å se på
due-keep = Behold…
due-keep-do = Behold
due-until = Til
due-until-wrong = Dette er ingen dato.
due-reason = Hvorfor
due-reason-hint = for eksempel: et tilbud er fortsatt åpent
due-kept = Beholdes til { $day }.
due-plan = Til papirkurven: { $count }. Beholdes: { $held }. De kan hentes tilbake til papirkurven tømmes.
due-plan-go = { $count ->
    [one] Flytt én til papirkurven
   *[other] Flytt { $count } til papirkurven
}
due-moved = { $count ->
    [one] Én person ble flyttet til papirkurven.
   *[other] { $count } personer ble flyttet til papirkurven.
}
criteria-persons = Alle personer som dette gjelder: { $criteria }.
criteria-companies = Alle firmaer som dette gjelder: { $criteria }.
criteria-everybody = Alle personer.
criteria-every-company = Alle firmaer.
criteria-anybody = hvem som helst
criteria-nobody = ingen
criteria-and = { $first }, og { $second }
criteria-or = { $first } eller { $second }
criteria-one-or-other = { $first } eller { $second }
criteria-not = ikke ({ $criteria })
criteria-quoted = «{ $text }»
criteria-empty = { $field } er tom
criteria-filled = { $field } er ikke tom
criteria-is = { $field } er { $value }
criteria-starts = { $field } begynner med { $value }
criteria-ends = { $field } slutter med { $value }
criteria-contains = { $field } inneholder { $value }
criteria-less = { $field } er mindre enn { $value }
criteria-more = { $field } er mer enn { $value }
criteria-between = { $field } er fra { $first } til { $last }
criteria-on = { $field } er { $day }
criteria-before = { $field } er før { $day }
criteria-after = { $field } er etter { $day }
criteria-yes = { $field }: ja
criteria-no = { $field }: nei
criteria-today = i dag
criteria-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dager
}
criteria-months = { $count ->
    [one] { $count } måned
   *[other] { $count } måneder
}
criteria-years = { $count ->
    [one] { $count } år
   *[other] { $count } år
}
criteria-ago = { $date } (for { $length } siden)
criteria-ahead = { $date } (om { $length })
criteria-basis = for { $purpose }: { $facts }
criteria-basis-none = for { $purpose } er det ikke dokumentert noe rettslig grunnlag
criteria-basis-some = for { $purpose } er det dokumentert et rettslig grunnlag
criteria-basis-in = det rettslige grunnlaget er { $bases }
criteria-basis-source = kilden er { $sources }
criteria-basis-before = ført inn før { $day }
criteria-basis-after = ført inn etter { $day }
criteria-basis-by = ført inn av { $users }
criteria-basis-wording = versjon { $version } av ordlyden ble vist
criteria-basis-no-wording = ingen ordlyd ble vist
criteria-basis-condition = vilkåret i art. 9 nr. 2 er { $condition }
criteria-basis-no-condition = det er ikke oppgitt noe vilkår i art. 9 nr. 2
criteria-subscription = kan få { $kind }
criteria-interest = er interessert i { $items }
criteria-activity = aktivitet
criteria-activity-of = aktivitet av typen { $kind }
criteria-activity-after = etter { $day }
criteria-activity-before = før { $day }
criteria-activity-some = det finnes en { $what }
criteria-activity-none = det finnes ingen { $what }
criteria-selection = er i utvalget { $name }
criteria-status = statusen er { $statuses }
criteria-status-active = aktiv
criteria-status-restricted = begrenset
criteria-status-objected = har protestert
criteria-status-trashed = i papirkurven
criteria-status-former = tidligere ansatt
criteria-informed = er informert (art. 13 og 14)
criteria-not-informed = er ikke informert (art. 13 og 14)
criteria-duplicate = det ser ut til å finnes et annet kort på samme person
criteria-no-duplicate = det ser ikke ut til å finnes noe annet kort på samme person
problem-criteria = Kriteriene kan ikke leses: { $place } { $wrong }. Ingenting er endret.
problem-criteria-too-much = Disse kriteriene er for mye for ett spørsmål. Ingenting er endret. Lag et statisk utvalg av en del av dem.
criteria-wrong-not-json = er ikke JSON
criteria-wrong-too-long = er for langt
criteria-wrong-too-deep = går for dypt
criteria-wrong-too-many = har for mange kriterier eller verdier
criteria-wrong-not-a-criterion = er ikke et kriterium
criteria-wrong-strange-word = har et ord som ikke hører til der
criteria-wrong-twice = har samme ord to ganger
criteria-wrong-not-one-comparison = trenger nøyaktig én sammenligning
criteria-wrong-unfit = passer ikke til det som det spørres om
criteria-wrong-no-such-field = er ikke et felt på disse kortene
criteria-wrong-not-of-companies = spørres det ikke om hos firmaer
criteria-wrong-not-a-text = er ikke en tekst å sammenligne med
criteria-wrong-not-a-list = er ikke en liste med verdier
criteria-wrong-not-a-number = er ikke et tall
criteria-wrong-not-a-day = er ikke en dag som 2026-03-12, today, -30d, -18m eller -3y
criteria-wrong-not-yes-no = er verken true eller false
criteria-wrong-backwards = slutter før det begynner
criteria-wrong-unknown = er ingen av de kjente verdiene
criteria-wrong-other-kind = er et utvalg av noe annet
rule-selection-name-unfit = Et utvalg trenger et eget navn på opptil 100 tegn. Ingenting er endret. Velg et annet.
rule-selection-in-use = Andre utvalg er laget av dette. Ingenting er endret. Fjern dem først.
rule-selection-of-itself = Et utvalg kan ikke lages av seg selv, heller ikke gjennom andre. Ingenting er endret.
rule-selections-differ = Det ene utvalget er av personer og det andre av firmaer. Ingenting er endret.
rule-selection-ready = Dette utvalget følger med programmet og blir som det er. Ingenting er endret. Lag en kopi av det.
rule-selection-not-static = Bare et statisk utvalg, som er en liste, tar imot dem man legger til. Ingenting er endret.
rule-mass-edit-empty = En masseendring trenger noe å endre, høyst 50 rader. Ingenting ble endret.
rule-mass-edit-undone = Denne masseendringen er angret fra før. Ingenting ble endret.
rule-refusal-stands = Personen har trukket samtykket tilbake eller protestert. Ingenting ble endret. Spør personen, og før inn svaret på kortet.
journal-group-selections = Utvalg
journal-kind-selection-added = Utvalg laget
journal-kind-selection-changed = Utvalg endret
journal-kind-selection-removed = Utvalg fjernet
journal-kind-selection-joined = Lagt til i et utvalg
journal-kind-selection-left = Tatt ut av et utvalg
journal-kind-mass-edited = Masseendring
journal-kind-mass-edit-undone = Masseendring angret
journal-kind-kept-longer = Beholdt lenger
journal-kind-old-removed = Utdaterte oppføringer eller slettebevis fjernet
cli-help-selection = Navngitte utvalg av personer eller firmaer
cli-help-selection-create = Lag et utvalg etter kriterier, eller fra en liste med identiteter
cli-help-selection-combine = Lag et utvalg av det to andre har
cli-help-selection-change = Still andre krav til hvem som skal være i et utvalg
cli-help-selection-add = Legg personer eller firmaer til i et statisk utvalg
cli-help-selection-take = Ta personer eller firmaer ut av et statisk utvalg
cli-help-selection-list = Vis utvalgene, og hvor mange som er i hvert
cli-help-selection-show = Vis hvem som er i et utvalg
cli-help-selection-explain = Si med ord hvem som er i et utvalg
cli-help-selection-charts = Si hvordan medlemmene i et utvalg fordeler seg
cli-help-selection-copy = Lag en liste over dem som er i et utvalg nå
cli-help-selection-rename = Gi et utvalg et annet navn
cli-help-selection-visible = Si hvem som ser et utvalg
cli-help-selection-alert = Varsle på kortene til alle medlemmer
cli-help-selection-remove = Fjern et utvalg; de som er i det, blir
cli-option-criteria = Fil med kriteriene (JSON)
cli-option-ids = Fil med én identitet per linje
cli-option-of = Av personer (persons, det vanlige) eller av firmaer (companies)
cli-option-op = Hva av de to som er i det nye
cli-option-description = Hva utvalget er til
cli-option-new-name = Det nye navnet
cli-option-selection = Et utvalg, ved navn eller identitet
cli-help-export = Skriv et utvalg, eller andre kort, til en fil, og før det inn i registeret
cli-help-exports = Registeret over det som er utlevert
cli-help-exports-list = Vis registeret, det nyeste først
cli-help-exports-of = Vis hvilke eksporter en person er med i
cli-option-export-selection = Utvalget som skal eksporteres, ved navn eller identitet
cli-option-all = Alle som brukeren får se
cli-option-export-out = Fil som skal skrives; endelsen sier hva slags: .xlsx, .csv eller .vcf
cli-option-export-fields = Kolonnene, ved nøklene sine, med komma mellom
cli-option-export-purpose = Hva den er til
cli-option-recipient = Hvem den går til
cli-option-raw = For programmer: kolonner ved nøklene sine, hver verdi som den er, også det som ligner en formel
cli-export-format = Filnavnet slutter på .xlsx, .csv eller .vcf.
cli-exported = { $count ->
    [one] Ett kort ble skrevet til { $file }.
   *[other] { $count } kort ble skrevet til { $file }.
} SHA-256: { $hash }
cli-export-held = { $count ->
    [one] Én person ble utelatt, fordi behandlingen av opplysningene er begrenset.
   *[other] { $count } personer ble utelatt, fordi behandlingen av opplysningene er begrenset.
}
cli-export-in-trash = { $count ->
    [one] Én av dem ligger i papirkurven og ble utelatt.
   *[other] { $count } av dem ligger i papirkurven og ble utelatt.
}
cli-exports-none = Ingenting er eksportert.
cli-option-to = Hvem som ser det: alle, eller bare eieren
cli-option-alert = Hva kortene varsler om
cli-option-none = Ikke noe varsel lenger
cli-help-retention = Ikke lenger enn nødvendig: hvem som skal slettes, og hva som skjer med dem
cli-help-retention-due = Vis hvem som skal slettes på en dag, og hvorfor
cli-help-retention-keep = Behold noen lenger, med en grunn
cli-help-retention-approve = Flytt dem som skal slettes, til papirkurven
cli-option-on = Dagen; i dag når ingen er oppgitt
cli-option-retention-keep-until = Siste dag de beholdes
cli-option-retention-keep-reason = Hvorfor de beholdes
cli-option-retention-approve-all = Alle som skal slettes, og som ingenting holder tilbake
cli-retention-total = { $count ->
    [0] Ingen skal slettes.
    [one] Én person skal slettes.
   *[other] { $count } personer skal slettes.
}
cli-retention-kept = Beholdes til { $day }.
cli-retention-plan = Til papirkurven: { $count }. Beholdes: { $held }. Ingenting ble endret.
cli-retention-moved = Til papirkurven: { $count }. Beholdes: { $held }.
cli-run-retention = Skal slettes: { $due }. Beholdes likevel: { $held }. Til papirkurven: { $moved }.
cli-run-outdated = Beholdes ikke lenger: oppføringer i journalen: { $entries }, slettebevis: { $certificates }, merker etter slettede: { $marks }, svarkoder: { $codes }
cli-option-first = Et utvalg
cli-option-second = Et annet utvalg
cli-selection-made = { $name }: { $count }
cli-selection-removed = Fjernet: { $name }
cli-selection-held = { $count ->
    [one] { $count } person ble utelatt fordi behandlingen av opplysningene er begrenset.
   *[other] { $count } personer ble utelatt fordi behandlingen av opplysningene er begrenset.
}
cli-selection-moved = { $name }: { $moved } endret, { $count } er med nå
cli-selection-total = { $count } i utvalget
cli-selection-needs = Si etter hvilke kriterier (--criteria) eller av hvem (--ids). Ingenting er endret.
cli-selection-bad-id = Linje { $line } i filen er ingen identitet. Ingenting er endret.

## Masseendring

cli-help-mass-edit = Endre mange kort på én gang
cli-help-mass-edit-undo = Angre en masseendring
cli-help-mass-edit-list = Vis masseendringene
cli-option-mass-edit-set = Et felt og hva det skal inneholde
cli-option-clear = Et felt som skal tømmes
cli-option-add = Et listefelt og et element som skal legges til
cli-option-remove = Et listefelt og et element som skal fjernes
cli-option-replace = Et felt, hva det letes etter i det, og hva som kommer i stedet
cli-option-case = Skill mellom store og små bokstaver
cli-option-whole-word = Bare hele ord
cli-option-regex = Det som letes etter, er et regulært uttrykk
cli-option-mass-edit-basis = Formål, rettslig grunnlag, kilde og kommentar som føres inn for hver
cli-option-restrict = Begrens behandlingen, på et grunnlag i art. 18 nr. 1
cli-option-activities = Endre aktivitetene deres i stedet for kortene
cli-option-mass-edit-undo-id = Masseendringen, slik kommandoen og listen viser den
cli-mass-edit-needs = Si hva som skal endres, for eksempel med --set eller --basis. Ingenting ble endret.
cli-mass-edit-date = { $value } er ingen dato. Ingenting ble endret.
cli-replace-shape = { $value } har ikke formen FIELD=OLD=>NEW. Ingenting ble endret.
cli-mass-edit-basis-shape = { $value } har ikke formen PURPOSE=BASIS,SOURCE,COMMENT. Ingenting ble endret.
cli-mass-edit-done = Masseendring { $id }: { $changed } endret, { $unchanged } var slik fra før, { $held } holdt tilbake.
cli-mass-edit-plan = { $changed } ville bli endret, { $unchanged } er slik fra før, { $held } holdes tilbake.
mass-edit-undone = { $restored } har fått tilbake det de hadde; { $held } beholder det som er endret siden.
mass-edit-taken-back = Angret
mass-edit-why-restricted = Behandlingen av opplysningene om denne personen er begrenset.
mass-edit-why-changed = Noen har endret det siden.
mass-edit-why-in-trash = Det ligger i papirkurven.
mass-edit-why-refusal-stands = Personen har trukket samtykket tilbake eller protestert.
mass-edit-restricted = Begrenset, art. 18 nr. 1 bokstav { $letter }
mass-edit-lifted = Masseendringen som begrenset behandlingen, ble angret.
action-mass-edit = Endre mange på én gang
action-mass-edits = Masseendringer
mass-edit-title = Endre mange på én gang
mass-edit-persons = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
mass-edit-companies = { $count ->
    [one] { $count } firma
   *[other] { $count } firmaer
}
mass-edit-activities = { $count ->
    [one] { $count } aktivitet
   *[other] { $count } aktiviteter
}
mass-edit-of-persons = Kortene deres
mass-edit-of-companies = Firmakortene
mass-edit-of-activities = Aktivitetene deres
mass-edit-any-kind = Av alle slag
mass-edit-since = Ikke før
mass-edit-until = Ikke etter
mass-edit-field = Felt
mass-edit-value = Ny verdi
mass-edit-new-item = Et nytt punkt…
mass-edit-new-item-name = Hva det heter
mass-edit-find = Let etter
mass-edit-with = Sett inn i stedet
mass-edit-from = Der det er
mass-edit-to = blir det
mass-edit-case = Skill store og små bokstaver
mass-edit-whole-word = Hele ord
mass-edit-regex = Regulært uttrykk
mass-edit-restrict = Begrensning av behandlingen
mass-edit-ground = På hvilket grunnlag
mass-edit-verb-set = Sett til
mass-edit-verb-clear = Tøm
mass-edit-verb-add = Legg til
mass-edit-verb-remove = Fjern
mass-edit-verb-replace = Erstatt tekst
mass-edit-verb-exchange = Bytt ut
mass-edit-add-row = Legg til en rad
mass-edit-remove-row = Fjern denne raden
mass-edit-next = Vis hva som endres
mass-edit-planning = Finner ut hva som endres
mass-edit-plan = Hva som endres
mass-edit-running = Kortene endres
mass-edit-taking-back = Endringen angres
mass-edit-numbers = { $changed } endres, { $unchanged } er slik fra før, { $held } holdes tilbake.
mass-edit-numbers-done = { $changed } endret, { $unchanged } var slik fra før, { $held } holdt tilbake.
mass-edit-nothing = Ingenting endres
mass-edit-nothing-text = Alt er slik fra før, eller holdes tilbake.
mass-edit-who = Navn
mass-edit-before = Før
mass-edit-after = Etter
mass-edit-empty = (tomt)
mass-edit-page = { $from } til { $until } av { $total }
mass-edit-earlier = Forrige
mass-edit-later = Neste
mass-edit-held = Holdes tilbake
mass-edit-why = Hvorfor
mass-edit-unseen = Vises ikke for deg
mass-edit-more-held = { $count ->
    [one] og { $count } til
   *[other] og { $count } til
}
mass-edit-go-persons = { $count ->
    [one] Endre { $count } person
   *[other] Endre { $count } personer
}
mass-edit-go-companies = { $count ->
    [one] Endre { $count } firma
   *[other] Endre { $count } firmaer
}
mass-edit-go-activities = { $count ->
    [one] Endre { $count } aktivitet
   *[other] Endre { $count } aktiviteter
}
mass-edit-done-text = Endringen kan angres nå, eller senere under «Masseendringer».
mass-edit-take-back = { $count ->
    [one] Angre den ene
   *[other] Angre alle { $count }
}
mass-edit-past = Masseendringer
mass-edit-past-text = Det noen har endret siden, blir stående når en masseendring angres.
mass-edit-past-none = Ingenting er endret på én gang ennå
mass-edit-past-none-text = Det som endres på mange kort på én gang, står her og kan angres.
mass-edit-when = Når
mass-edit-what = Hva
mass-edit-whom = Hos hvem
mass-edit-state = Tilstand
mass-edit-stands = Kan angres
mass-edit-unreadable = Kan ikke leses lenger
hindrance-nobody-listed = ingen står i listen

# The dialog that makes a privacy report

reporting-ask = Personvernrapport…
reporting-title = Personvernrapport
reporting-kind-access = Rapport (art. 15)
reporting-kind-portable = Flyttbar kopi (art. 20)
reporting-format-xlsx = Excel
reporting-format-pdf = PDF
reporting-format-html = Nettside
reporting-format-json = JSON
reporting-format-csv = CSV
reporting-format-vcard = vCard
reporting-format-sealed = Forseglet side
reporting-format-letter = Brev
reporting-format-attached = Fil
reporting-seal = Forsegl med en passfrase
reporting-no-answer = Uten svarskjema
reporting-post = Send på e-post…
reporting-post-title = Send rapporten på e-post
reporting-post-to = Til
reporting-post-stopped = Den kan ikke sendes dit
reporting-post-open = Send filene som de er, uten passfrase
reporting-post-open-says = Alle som kan lese postkassen, eller som formidler e-posten, kan lese alt i rapporten.
reporting-post-says = Den går med teksten «Rapport vedlagt» fra malene, og føres i registeret og på kortet.
reporting-post-go = Legg i utboksen
reporting-posted = Rapporten venter i utboksen til { $address }.
reporting-posted-says = Den går når turen kommer. Når den er sendt, beholdes bare teksten i meldingen.
reporting-posted-phone = Ring personen og si passfrasen. Den er ikke lagret noe sted, og ingen her kan finne den igjen.
reporting-seal-says = Alt kommer i én side som alle nettlesere åpner, med denne passfrasen. Si den til personen på telefon, aldri i samme e-post. Den som får tak i filen, har all verdens tid til å prøve.
reporting-go-sealed = Forsegl…
reporting-identity = Slik ble identiteten sjekket
reporting-identity-hint = for eksempel: ringt tilbake på nummeret på kortet
reporting-letter = Med følgebrev
reporting-transfer = Overfør til
reporting-transfer-hint = en annen behandlingsansvarlig, hvis personen ønsker det (art. 20 nr. 2)
reporting-file-along = En kopi følger med
reporting-file-names-others = nevner en annen
reporting-nothing-left-out = Ingenting er utelatt.
reporting-restricted = Begrenset (art. 18). En rapport til personen er tillatt; at du slår opp i kortet for den, noteres.
reporting-in-trash = I papirkurven til { $date }: Det som fortsatt er lagret, fortelles likevel.
reporting-nothing-portable = Det er ingenting å ta med seg
reporting-nobody-named = Ingen steder nevner andre
reporting-count =
    { $count ->
        [one] Ett sted om en annen: { $ways }
       *[other] { $count } steder om andre: { $ways }
    }
reporting-count-blacked-out = { $count } sladdet
reporting-count-kept = { $count } står
reporting-count-reworded = { $count } omskrevet
reporting-next = Neste sted
reporting-previous = Forrige sted
reporting-all = Alle i denne delen:
reporting-all-black-out = Sladd
reporting-all-keep = La stå
reporting-page = Side { $page } av { $pages }
reporting-page-before = Forrige side
reporting-page-after = Neste side
reporting-front = Øverst i dokumentet
reporting-names = «{ $words }» peker til kortet til { $name }
reporting-names-somebody = «{ $words }» peker til kortet til en annen
reporting-black-out = Sladd
reporting-keep = La stå
reporting-reword = Si det annerledes
reporting-words = det som skal stå i stedet
reporting-without-words =
    { $count ->
        [one] Ett sted mangler ordene som skal stå i stedet
       *[other] { $count } steder mangler ordene som skal stå i stedet
    }
reporting-no-format = Ingen formater er krysset av
reporting-go =
    { $count ->
        [0] Velg hvor…
        [one] Skriv én fil…
       *[other] Skriv { $count } filer…
    }
reporting-where = Mappen der filene får en egen mappe
reporting-running =
    { $count ->
        [one] Én fil skrives…
       *[other] { $count } filer skrives…
    }
reporting-done-access =
    { $count ->
        [one] Rapporten er skrevet som én fil
       *[other] Rapporten er skrevet som { $count } filer
    }
reporting-done-portable =
    { $count ->
        [one] Den flyttbare kopien er skrevet som én fil
       *[other] Den flyttbare kopien er skrevet som { $count } filer
    }
reporting-done-says = Den står i registeret og på kortet. Selve filene er ikke lenger beskyttet av dette programmet.
reporting-done-sealed = Den står i registeret og på kortet. Ingen åpner den uten passfrasen, og ingen her kan finne den igjen.
reporting-no-controller = Innstillingene sier ikke hva virksomheten vår heter, og rapporten skal fortelle hvem som er ansvarlig for opplysningene.
reporting-manifest = manifest.json ved siden av dem nevner hver fil med hele SHA-256-summen.
reporting-show = Åpne mappen
reporting-entry =
    { $count ->
        [one] Én fil · Identitet: { $identity }
       *[other] { $count } filer · Identitet: { $identity }
    }
reporting-entry-of = { $what } · { $name }
reports-ask = Personvernrapporter…
reports-title = Personvernrapporter
reports-count =
    { $count ->
        [one] Én person får en egen mappe
       *[other] { $count } personer får hver sin mappe
    }
reports-held =
    { $count ->
        [one] Én person holdes tilbake:
       *[other] { $count } personer holdes tilbake:
    }
reports-held-one = { $name }: { $why }
reports-files = Med kopier av filene på kortene
reports-says = Hver av dem er på personens eget språk. Det som handler om andre, sladdes; åpne rapporten fra kortet for å se gjennom den først.
reports-where = Mappen der hver får sin egen mappe
reports-go =
    { $count ->
        [one] Skriv én rapport…
       *[other] Skriv { $count } rapporter…
    }
reports-running = Skriver rapportene
reports-numbers = { $done } av { $total }
reports-stopping-says = Stopper du, blir rapportene som er ferdige, liggende og står i registeret.
reports-done =
    { $count ->
        [one] Én rapport er skrevet
       *[other] { $count } rapporter er skrevet
    }
reports-stopped =
    { $count ->
        [one] Én rapport er skrevet, så stoppet det med { $left } igjen
       *[other] { $count } rapporter er skrevet, så stoppet det med { $left } igjen
    }
history-reports = Utlevert til personen
help-report = Til venstre står delene av dokumentet, til høyre den som er valgt, slik den kommer til å lyde. Ingenting har forlatt kartoteket ennå.

    Der en tekst nevner noen som har et kort her, er det sladdet, med mindre du lar det stå eller sier det med andre ord i denne kopien. Det som er tatt ut, telles opp i dokumentet med grunnen.

    Filene får en egen mappe der du velger. Hva som er utlevert, til hvem og hvordan de ble gjenkjent, står i eksportregisteret og på kortet.

## Privacy reports and portable copies

cli-help-report = Skriv det som er lagret om en person, eller det de kan ta med seg, til en mappe
cli-option-report-out = Mappe til filene; den lages der den mangler
cli-option-formats = Formater med komma mellom; uten dette alle som finnes
cli-option-portable = Den flyttbare kopien (art. 20) i stedet for rapporten
cli-option-identity = Hvordan det er kjent at den som spør, er personen
cli-option-third-party = Hva som skjer med navn på andre: black-out (sladd) eller keep (la stå)
cli-option-name-staff = Navngi hvem hos oss som gjorde hva; ellers står det at det var en av oss
cli-option-seal-passphrase-file = Fil med passfrasen som forsegler kopien
cli-option-report-selection = Om alle i dette utvalget, med en mappe til hver
cli-option-report-letter = Med et følgebrev
cli-option-transfer-to = Hvem som får kopien fordi personen ønsker det (art. 20 nr. 2); et brev til dem følger med
cli-option-transfer-address = En linje av adressen deres; nevnes én gang for hver linje
cli-option-no-files = Uten kopier av filene på kortet
cli-option-leave-out = Utelat denne filen på kortet, ved identiteten
cli-help-confirm = Fortell en person hva som er rettet på kortet (art. 16), i et brev eller på e-post
cli-option-confirm-since = Alt som er endret siden denne dagen; ellers den siste endringen
cli-option-confirm-mail = På e-post, med malen «corrected»
cli-report-format = { $format } er ikke blant formatene for dette: { $known }.
cli-report-weak-passphrase = Passfrasen er lett å gjette, og den som får tak i filen, har all verdens tid til å prøve. En lengre ville vært bedre.
cli-report-made =
    Rapport { $number }: { $count ->
        [one] én fil
       *[other] { $count } filer
    }
cli-report-blacked-out =
    { $count ->
        [one] Ett sted om en annen er sladdet.
       *[other] { $count } steder om andre er sladdet.
    }
cli-report-one-person = En passfrase, noen andre som får kopien, og filer som utelates, hører til én person: oppgi én.
cli-option-report-mail = Send den til personen på e-post, forseglet, gjennom utboksen
cli-option-report-to = Hvilken av kortets adresser den går til
cli-option-report-unsealed = Send filene som de er, uten passfrase
cli-report-mail-unsealed = Det som går på e-post, forsegles med en passfrase (--seal-passphrase-file), hvis du ikke sier at det ikke trengs (--unsealed). Ingenting ble sendt.
cli-report-would-mail = Rapporten ville gått til { $address }.
cli-report-dry-run = Prøvekjøring finnes bare for flere personer, et utvalg eller på e-post.
cli-report-plan =
    { $count ->
        [one] Én person ville få en rapport.
       *[other] { $count } personer ville få hver sin rapport.
    }
cli-report-several =
    { $count ->
        [one] Én rapport:
       *[other] { $count } rapporter, hver i sin egen mappe:
    }
cli-report-held = { $name } ({ $id }) får ingen: { $why }
cli-report-stopped =
    { $left ->
        [one] Det stoppet før den siste: { $why }
       *[other] Det stoppet med { $left } igjen: { $why }
    }
cli-report-files-left-out =
    { $count ->
        [one] Én fil på kortet følger ikke med.
       *[other] { $count } filer på kortet følger ikke med.
    }
cli-confirm-written = Brevet er skrevet til { $file }. Det forteller om: { $fields }.
cli-confirm-queued = Bekreftelser lagt i utboksen: { $count }. Rettet: { $fields }.
problem-file-is-there = Det finnes allerede en fil med det navnet, og den er ikke rørt. Velg en annen mappe.
rule-nothing-portable = Ingenting om denne personen bygger på samtykke eller avtale, og bare det kan flyttes (art. 20). Ingenting ble skrevet. Personvernrapporten forteller alt som er lagret.
rule-no-mail-account = Ingen e-postkonto er satt opp, så ingenting ble sendt. Alt venter i utboksen. Oppgi e-postserver og avsenderadresse i innstillingene.
rule-mail-state = Det kan ikke gjøres med meldingen slik den står: det som er på vei eller er sendt, blir som det er, og bare det som ikke ble sendt, kan sendes på nytt. Ingenting ble endret.
journal-kind-report-made = Personvernrapport utlevert
journal-kind-copy-made = Flyttbar kopi utlevert
journal-kind-copy-transferred = Flyttbar kopi gitt til andre
journal-kind-report-queued = Personvernrapport lagt i utboksen
journal-kind-correction-confirmed = Retting bekreftet overfor personen
journal-kind-mail-sent = Melding sendt
journal-kind-mail-not-sent = Melding ikke sendt, eller kanskje ikke
journal-kind-mail-held = Melding holdt tilbake eller sluppet
journal-kind-mail-resent = Melding skal sendes på nytt
journal-kind-mail-removed = Melding fjernet fra utboksen
erasure-table-mailing = Utsendelser
erasure-table-mailing-file = Filer i utsendelser
erasure-table-template = Maler
erasure-table-outbox-file = Filer i meldinger
erasure-table-custom-field = Egne felter, navnene på dem
erasure-table-wording = Ordlyder
erasure-table-report = Utleverte rapporter
field-report = Slag
field-identity = Hvordan du ble gjenkjent
field-report_recipient = Gitt til
field-files = Filer
field-blacked_out = Sladdede steder
report-kind-access = Personvernrapport (art. 15)
report-kind-portable = Flyttbar kopi (art. 20)
report-title = Dette har { $office } lagret om { $name }
report-title-plain = Dette har vi lagret om { $name }
report-title-portable = Opplysninger som { $name } kan ta med seg
report-controller = Behandlingsansvarlig
report-about = Gjelder
report-fact-number = Rapportnummer
report-fact-asked = Slik det var
report-fact-identity = Slik ble identiteten din sjekket
report-fact-language = Språk
report-fact-journal = Slutten av journalen
report-contents = Innhold
report-field = Felt
report-value = Det vi har lagret
report-came-from = Hvor det kommer fra
report-category = Slag opplysninger
report-blacked-out = [sladdet]
report-ground-others-rights = Utelatt fordi det handler om en annen, som det kunne gå ut over (art. { $article }).
report-somebody = noen
report-mentions = På kortene til andre
report-mentions-says = De er talt og ikke gjengitt her, fordi det som står der, også handler om andre (art. 15 nr. 4). Spør oss hvis du vil vite hva noe av det sier om deg.
report-mentions-notes =
    { $count ->
        [one] Du er nevnt i notatet på kortet til én annen person.
       *[other] Du er nevnt i notatene på kortene til { $count } andre personer.
    }
report-mentions-companies =
    { $count ->
        [one] Du er nevnt i notatet på kortet til ett firma.
       *[other] Du er nevnt i notatene på kortene til { $count } firmaer.
    }
report-mentions-activities =
    { $count ->
        [one] Du er nevnt i én aktivitet med en annen.
       *[other] Du er nevnt i { $count } aktiviteter med andre.
    }
report-page = Side { $page } av { $pages }
report-code-points = Tegn som skriften i dette dokumentet mangler, er skrevet som kodepunkter (som U+1F600): { $count }.
report-nothing = Vi har ikke lagret noe slikt om deg.
report-staff = en av oss
report-withheld =
    { $count ->
        [one] Ett sted er sladdet fordi det handler om en annen, som det kunne gå ut over (art. { $article }).
       *[other] { $count } steder er sladdet fordi de handler om andre, som det kunne gå ut over (art. { $article }).
    }
report-reworded =
    { $count ->
        [one] Ett sted om en annen er gjengitt med andre ord.
       *[other] { $count } steder om andre er gjengitt med andre ord.
    }
report-files-left-out =
    { $count ->
        [one] Én fil på kortet ditt følger ikke med som kopi, fordi den nevner andre eller er utelatt av hensyn til dem.
       *[other] { $count } filer på kortet ditt følger ikke med som kopier, fordi de nevner andre eller er utelatt av hensyn til dem.
    }
report-fields-left-out =
    { $count ->
        [one] Ett felt som kontoret har lagt til på kortene sine, inneholder noe om deg og er ikke gjengitt her. Spør hvis du vil vite hva det er.
       *[other] { $count } felt som kontoret har lagt til på kortene sine, inneholder noe om deg og er ikke gjengitt her. Spør hvis du vil vite hva det er.
    }
report-file-left-out = følger ikke med
report-held-restricted = behandlingen er begrenset (art. 18), så de får svar én for én.
report-held-in-trash = kortet ligger i papirkurven.
report-held-nothing-portable = ingenting bygger på samtykke eller avtale, og bare det kan flyttes (art. 20).
report-transfer-purpose = Flyttbar kopi { $number }, overført fordi personen ønsker det (art. 20 nr. 2)
report-letter-date = Dato
report-letter-title-access = Dette har vi lagret om deg: svar på henvendelsen din
report-letter-title-portable = Opplysningene dine til å ta med
report-letter-title-transfer = Opplysninger om { $name }, overført etter eget ønske
report-letter-title-corrected = Vi har rettet opplysningene dine
report-letter-access = Du har spurt hva vi har lagret om deg (personvernforordningen art. 15). Rapport { $number } følger med dette brevet og forteller alt slik det var { $when }: hvilke opplysninger, hva de brukes til og på hvilket rettslig grunnlag, hvor de kommer fra, hvem som har fått dem, og hvor lenge de blir lagret.
report-letter-known = Før vi svarte, forsikret vi oss om at det var du som spurte: { $how }
report-letter-withheld = Det som handler om andre, er utelatt der det kunne gå ut over dem (art. 15 nr. 4). Rapporten viser hvert sted og teller dem til slutt.
report-letter-files =
    { $count ->
        [one] En kopi av den ene filen som hører til kortet ditt, følger med.
       *[other] Kopier av { $count } filer som hører til kortet ditt, følger med.
    }
report-letter-rights = Si fra hvis noe i den er feil eller ufullstendig, så retter vi det. Rapporten forteller også om de andre rettighetene dine og hvordan du bruker dem. Det koster deg ingenting.
report-letter-portable = Du har bedt om å få med deg det du har gitt oss (personvernforordningen art. 20). Kopi { $number } følger med dette brevet, slik det var { $when }, i filer som andre programmer kan lese.
report-letter-transfer = { $name } har bedt oss om å overføre til dere det vi har fått (personvernforordningen art. 20 nr. 2). Kopi { $number } følger med dette brevet, slik det var { $when }.
report-letter-transfer-what = Den inneholder: { $fields }.
report-letter-transfer-then = Fra nå av svarer dere for det dere overtar, og forteller personen hva dere bruker det til (art. 13 og 14). Ta bare over det dere trenger til det personen ber dere om, og slett resten.
report-letter-manifest = Filen manifest.json nevner hver fil med kontrollsummen (SHA-256), så hvem som helst kan se at den er slik vi sendte den.
report-letter-ask = Spørsmål kan rettes til: { $contact }.
report-letter-corrected = Den { $date } rettet vi det vi har lagret om deg (personvernforordningen art. 16). Nå står det:
report-letter-corrected-told = Disse har fått opplysningene dine tidligere, og vi forteller dem om rettingen med mindre det er umulig eller urimelig krevende (art. 19): { $recipients }.
report-letter-reads = { $field }: { $value }
report-letter-nothing = ingenting lenger
report-look-up = Personvernrapport til personen (art. 15)
report-look-up-portable = Flyttbar kopi til personen (art. 20)
report-origin-provided = Oppgitt av deg
report-origin-observed = Notert ut fra det som skjedde
report-origin-derived = Notert eller tildelt av oss
report-origin-third-party = Fra en annen
report-came-source = kilde: { $source }
report-reach-absolute = Markedsføring: den stanser straks (art. 21 nr. 2)
report-reach-weighed = Det stanser mens det vurderes (art. 21 nr. 1)
report-reach-none = Art. 21 når ikke det rettslige grunnlaget
report-deletion-deleted = Kortet ble slettet
report-deletion-refused = Kortet blir stående
report-direction-in = Til oss
report-direction-out = Fra oss
report-section-summary = Kort fortalt
report-section-data = Det som står på kortet ditt
report-section-purposes = Hva vi bruker det til, og på hvilket rettslig grunnlag
report-section-recipients = Hvem som har fått det
report-section-retention = Hvor lenge vi beholder det
report-section-ledger = Alle avgjørelser om rettslig grunnlag
report-section-subscriptions = Hvilke utsendelser du vil ha
report-section-subscriptions-says = Hva du har svart på hver type utsendelse, i den rekkefølgen det er ført inn. Et tomt svar trekker det forrige tilbake.
report-section-messages = Brev og meldinger som venter på å bli sendt til deg
report-section-answers = Hva som kom tilbake fra deg
report-section-activities = Det som er sagt, skrevet og avtalt
report-section-documents = Filer som hører til kortet ditt
report-section-people = Andre du er knyttet til hos oss
report-section-requests = Det du har bedt om, og hva det ble til
report-section-handling = Hvordan kortet ditt er behandlet
report-section-more = Mer som vi har lagret
report-section-rights = Rettighetene dine, og hvordan du bruker dem
report-section-complaint = Hvor du kan klage
report-section-automated = Automatiserte avgjørelser
report-section-safeguards = Hvordan opplysningene dine er beskyttet
report-section-withheld = Det som er utelatt
report-section-data-says = Etter kategori: hvert felt som inneholder noe, hva det inneholder, og hvor det kommer fra.
report-section-purposes-says = For hvert formål: det rettslige grunnlaget som gjelder nå, siden når, og hvor avgjørelsen kommer fra.
report-section-recipients-says = Alle utenfor kontoret vårt som har fått opplysninger om deg fra oss, med dag og hva det var til.
report-section-ledger-says = Hver rad som noen gang er ført inn, også dem som ikke gjelder lenger, og ordene du fikk se.
report-section-handling-says = Når kortet er slått opp mens det var lukket, eller av en grunn som ble oppgitt, og til hva, hvilke utvalg det er med i, og hva som er gjort med det. Hvem av oss som gjorde det, sies ikke.
report-confirmed = Ja, { $office } behandler personopplysninger om deg. Denne rapporten forteller hvilke, til hva og på hvilket rettslig grunnlag, hvor de kommer fra, hvem som har fått dem, hvor lenge de beholdes, og hva du kan be om.
report-confirmed-plain = Ja, vi behandler personopplysninger om deg. Denne rapporten forteller hvilke, til hva og på hvilket rettslig grunnlag, hvor de kommer fra, hvem som har fått dem, hvor lenge de beholdes, og hva du kan be om.
report-as-it-stood = Alt er gjengitt slik det var { $when }.
report-interest = Vår interesse: { $interest }
report-basis-consent = Du har sagt ja til dette, og kan når som helst trekke det tilbake.
report-basis-contract = Nødvendig for en avtale med deg, eller for et tilbud du har bedt om.
report-basis-legal-obligation = En lov pålegger oss det.
report-basis-vital-interests = Det verner noens liv eller helse.
report-basis-public-task = En oppgave i allmennhetens interesse, fastsatt i lov.
report-basis-legitimate-interests = Vi har en interesse som dine ikke veier tyngre enn. Du kan protestere.
report-basis-withdrawn = Du har trukket samtykket tilbake, og dette er stanset.
report-basis-objected = Du har protestert, og dette er stanset.
report-struck = Feilført
report-wordings = Ordene du fikk se
report-no-recipients = Vi har ikke gitt opplysninger om deg til noen utenfor kontoret vårt.
report-no-transfers = Vi overfører ikke opplysningene dine til noen utenfor EØS eller til noen internasjonal organisasjon (art. 15 nr. 2).
report-kept = { $rule }: { $period }. Det vil si til { $day }.
report-kept-while-needed = Vi beholder opplysningene så lenge et formål ovenfor trenger dem, og sletter dem når ingen gjør det lenger.
report-history = Det som er gjort med kortet
report-right-access = Innsyn (art. 15): Du kan spørre hva vi har lagret om deg, og få en kopi, slik du har gjort nå.
report-right-rectify = Retting (art. 16): Du kan få rettet uriktige opplysninger og gjort ufullstendige fullstendige.
report-right-erase = Sletting (art. 17): Du kan få opplysningene slettet der vi ikke trenger dem lenger, du har trukket samtykket tilbake eller protestert, eller behandlingen var ulovlig.
report-right-restrict = Begrensning (art. 18): Du kan be oss om bare å lagre opplysningene, for eksempel mens vi kontrollerer om de er riktige.
report-right-port = Dataportabilitet (art. 20): Det du har gitt oss under samtykke eller avtale, kan du få i en form som andre programmer leser.
report-right-object = Protest (art. 21): Du kan protestere mot det vi gjør på grunnlag av berettigede interesser eller en offentlig oppgave, og mot markedsføring når som helst og uten begrunnelse.
report-right-withdraw = Tilbaketrekking (art. 7 nr. 3): Samtykke du har gitt, kan du når som helst trekke tilbake. Det som er gjort før, er fortsatt lovlig.
report-ask = For å bruke noen av dem, skriv eller ring, i hvilken form du vil: { $contact }.
report-ask-plain = For å bruke noen av dem, skriv til oss eller ring oss, i hvilken form du vil.
report-answer-within = Vi svarer uten opphold og senest innen én måned, gratis (art. 12 nr. 3 og 5).
report-authority-no = Datatilsynet, Postboks 458 Sentrum, 0105 Oslo, datatilsynet.no
report-authority-se = Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, imy.se
report-authority-any = personvernmyndigheten i landet der du bor eller arbeider
report-complain = Mener du at vi behandler opplysningene dine feil, si fra til oss; du kan også klage til tilsynsmyndigheten (art. 77): { $authority }.
report-no-automated = Ingen avgjørelse om deg treffes av en maskin alene, og du profileres ikke med tanke på det (art. 22).
report-protected = Opplysningene ligger kryptert på våre egne maskiner. Bare de av oss som trenger dem, ser dem, det som gjøres med dem, føres i en journal som ikke kan endres ubemerket, og programmet sender dem ingen steder av seg selv. Der vi har gitt dem videre, står det ovenfor hvem som har fått dem.
report-column-at = Når
report-column-by = Av hvem
report-column-reason = Begrunnelse
report-column-decision = Avgjørelse
report-column-answer = Svar
report-column-decided-at = Avgjort
report-column-decided-by = Avgjort av
report-column-ground = Grunn
report-column-until = Til
report-column-lifted-at = Opphevet
report-column-lifted-by = Opphevet av
report-column-lifted-why = Hvorfor det ble opphevet
report-column-purge-on = Slettes for godt
report-column-company = Firma
report-column-reach = Hvor langt den rekker
report-column-name = Navn
report-column-media-type = Filtype
report-column-size = Størrelse
report-column-purpose = Formål
report-column-basis = Rettslig grunnlag
report-column-status = Status
report-column-since = Siden
report-column-source = Kilde
report-column-why = Hvorfor
report-column-version = Versjon
report-column-language = Språk
report-column-words = Tekst
report-column-other = Hvem
report-column-recipient = Mottaker
report-column-subscription-type = Type
report-column-subscription-wanted = Ønsket
report-column-outbox-kind = Om
report-column-outbox-channel = Sendes som
report-column-outbox-recipient = Mottaker
report-column-outbox-address = Adresse
report-column-outbox-body = Tekst
report-column-outbox-state = Status
outbox-kind-notice = Personvernerklæring
outbox-kind-consent-request = Forespørsel om samtykke
outbox-kind-consent-confirmation = Forespørsel om å bekrefte et samtykke
outbox-kind-corrected = Bekreftelse på at opplysninger er rettet
outbox-kind-erased = Bekreftelse på at opplysninger er slettet
outbox-kind-report = Innsyn eller kopi av opplysningene
outbox-kind-breach = Varsel om brudd på personopplysningssikkerheten
outbox-kind-answer = Svar på en henvendelse
outbox-kind-marketing = Utsendelse
outbox-kind-test = Prøve
outbox-state-queued = Venter
outbox-state-held = Holdt tilbake
outbox-state-connecting = Kobler til
outbox-state-data = Underveis
outbox-state-sent = Sendt
outbox-state-failed = Ikke sendt
outbox-state-unknown = Kan ha blitt sendt

# Mail: the account, sending

# Mail: the account, sending

# Mail: the account, sending
mail-step-name = Da serveren skulle finnes
mail-step-connect = Under tilkobling
mail-step-tls = Da forbindelsen skulle sikres
mail-step-greet = Da serveren ble hilst
mail-step-sign-in = Under pålogging
mail-step-from = Da avsenderen ble oppgitt
mail-step-to = Da mottakeren ble oppgitt
mail-step-announce = Da meldingen ble varslet
mail-step-body = Mens teksten var på vei
mail-done-name = Serverens navn ble funnet.
mail-done-connect = Serveren svarer.
mail-done-tls = Forbindelsen er kryptert, og sertifikatet er serverens.
mail-done-greet = Serveren er klar.
mail-done-sign-in = Du er logget på.
mail-done-from = Serveren tar imot e-post fra adressen din.
mail-done-to = Serveren tar imot e-post til adressen din.
mail-done-announce = Serveren venter på teksten.
mail-done-body = Serveren har godtatt meldingen. Se i innboksen din.
mail-why-no-such-server = det finnes ingen server med det navnet, eller maskinen er frakoblet.
mail-why-unreachable = serveren kan ikke nås. Kontroller porten under E-postkonto, og om en brannmur sperrer.
mail-why-timed-out = serveren brukte for lang tid.
mail-why-no-tls = serveren tilbyr ikke kryptering her, så ingenting ble sendt. Prøv port 465 med TLS fra start.
mail-why-certificate = sertifikatet er ikke et for denne serveren som maskinen stoler på, så ingenting ble sendt. Noen andre kan lytte, eller serveren heter noe annet.
mail-why-tls-failed = det ble ingen kryptert forbindelse, så ingenting ble sendt. Porten er kanskje for den andre typen forbindelse.
mail-why-no-sign-in = serveren tilbyr ingen påloggingsmåte som dette programmet kjenner.
mail-why-no-token = programmet som skriver ut tilgangsbeviset, skrev ikke ut noe.
mail-why-letters = adressen har bokstaver som serveren ikke kan ta imot.
mail-why-refused = serveren avviste det ({ $code }).
mail-why-refused-now = serveren avviste det foreløpig ({ $code }).
mail-why-garbled = serveren svarte noe som ikke er e-post.
mail-why-broken = forbindelsen ble brutt.
mail-said = Serverens egne ord: «{ $said }».
mail-do-sign-in = Kontroller bruker og passord under E-postkonto.
mail-do-recipient = Kontroller adressen på kortet.
mail-do-sender = Kontroller avsenderadressen under E-postkonto.
mail-do-network = Kontroller at maskinen er på nett, og navnet på serveren under E-postkonto.
mail-do-account = Kontroller det som er satt under E-postkonto.
mail-interrupted = Programmet eller maskinen stoppet mens teksten var på vei. Den kan ha blitt sendt: se i Sendt-mappen din, eller spør.
mail-not-written-sender = Avsenderadressen kan ikke brukes.
mail-not-written-recipient = Mottakerens adresse kan ikke brukes.
mail-not-written-parts = Meldingen kunne ikke settes sammen.
mail-test-subject = Kartotek kan sende e-post
mail-test-text = Denne meldingen viser at kontoen virker. Ingen andre har fått den.

# The outbox
mail-provider = Leverandør
mail-provider-choose = Velg hvem som har postkassen
mail-provider-other = En annen leverandør
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
mail-provider-password = Logg på med e-postadressen og passordet til postkassen.
mail-provider-app-password = Lag et passord bare for dette programmet (et app-passord) på leverandørens sider, under sikkerhet, og oppgi det nedenfor.
mail-provider-token = Denne leverandøren tar for det meste ikke imot passord fra programmer. Oppgi et program nedenfor som skriver ut et tilgangsbevis, eller spør den som har ansvar for kontorets e-post.
mail-section-sender = Adresse og passord
mail-section-server = Server
mail-section-limits = Grenser
mail-section-messages = I hver melding
mail-section-test = Test
mail-try = Send en test
mail-trying = Prøver…
mail-try-says = Sender en melding til deg selv, og forteller hva hvert steg ga.
outbox-title = Utboks
frame-outbox = Utboks
action-outbox = Utboks
action-send-mail = Send det som venter i utboksen
help-outbox = Det som skal sendes, venter her, og går av seg selv mens vinduet er åpent. Det som ikke gikk, står først, med grunnen: send det på nytt, hold det tilbake, eller fjern det. Det som kan ha blitt sendt, går aldri på nytt av seg selv: se i Sendt-mappen din først.
outbox-tab-look = Å se på ({ $count })
outbox-tab-waits = Venter ({ $count })
outbox-tab-sent = Sendt ({ $count })
outbox-send = Send nå
outbox-sending = Sender…
outbox-closed = Utboksen er ikke åpen for deg
outbox-no-account = Ingenting sendes ennå
outbox-no-account-text = Sett opp kontoen e-post går ut fra. Til det er gjort, venter alt her.
outbox-account-set-up = Sett opp kontoen
outbox-account = Kontoen
outbox-stuck = E-post kan ikke sendes nå; den venter og prøves på nytt
outbox-limited = Kontoens grense er nådd
outbox-not-reached = E-post venter i utboksen, og prøves igjen av seg selv. { $why }
outbox-failed = { $count ->
    [one] Én melding ble ikke sendt. Utboksen forteller hvorfor.
   *[other] { $count } meldinger ble ikke sendt. Utboksen forteller hvorfor.
}
outbox-unknown = { $count ->
    [one] Én melding kan ha blitt sendt, eller ikke. Se i utboksen.
   *[other] { $count } meldinger kan ha blitt sendt, eller ikke. Se i utboksen.
}
outbox-unknown-says = Den kan ha blitt sendt: herfra kan ingen vite det. Se i Sendt-mappen din, eller spør mottakeren, før du sender den på nytt.
outbox-held-says = Holdt tilbake til du slipper den.
outbox-again = Ingenting er tapt: meldingen venter her, og prøves igjen av seg selv { $time }.
outbox-again-soon = Ingenting er tapt: meldingen venter her, og prøves igjen av seg selv.
outbox-not-before = Sendes { $time }.
outbox-failed-says = Den ble ikke sendt, og blir liggende her. Rett opp det som står over, og send den på nytt, eller fjern den.
outbox-hold = Hold tilbake
outbox-release = Slipp
outbox-resend = Send på nytt
outbox-remove = Fjern
outbox-remove-title = Fjerne meldingen?
outbox-remove-says = Den sendes ikke, og ingenting av den blir lagret, bare at den ble fjernet.
outbox-card = Kortet
outbox-closed-says = Kortet er lukket, eller gjelder en sletting du ikke kan se.
outbox-column-to = Til
outbox-column-about = Om
outbox-column-since = Siden
outbox-none-look = Ingenting å se på
outbox-none-look-text = Det som ikke gikk, eller kanskje ikke gikk, vises her med grunnen.
outbox-none-waits = Ingenting venter
outbox-none-waits-text = Det som skal sendes, venter her til det er dets tur.
outbox-none-sent = Ingenting er sendt ennå
outbox-none-sent-text = Det e-postserveren tok imot, blir her som bevis.
report-column-for = Til hva
report-column-fields = Felter
report-column-format = Format
report-column-copy = Vedlagt kopi
report-column-export = Når
report-column-done = Hva som ble gjort
report-column-statute = Lov eller krav

## Merging
right-merge = Slå sammen kort
rule-merge-with-itself = Et kort kan ikke slås sammen med seg selv. Ingenting ble endret.
rule-merge-undone-before = Denne sammenslåingen er allerede angret. Ingenting ble endret.
rule-merged-further = Kortet som ble beholdt, er siden slått sammen med et annet kort. Angre den sammenslåingen først. Ingenting ble endret.
rule-apart-from-itself = Dette er ikke to kort, men ett. Ingenting ble endret.
field-distinct = Funnet å være to personer
relation-back-assistant = Assistent for
relation-back-superior = Overordnet for
relation-back-recommended-by = Har anbefalt
rule-related-to-themselves = Ingen har en relasjon til seg selv. Ingenting ble endret. Velg en annen person.
cli-help-merge = Slå sammen to kort
cli-help-merge-undo = Angre en sammenslåing
cli-help-merge-list = List opp sammenslåinger som kan angres
cli-help-duplicates = Finn kort som kan gjelde samme person
cli-help-duplicates-apart = Noter at to kort gjelder to personer
cli-help-relation = Hva folk er for hverandre
cli-help-relation-list = Vis hva andre er for en person
cli-help-relation-add = Noter hva en annen person er for en person
cli-help-relation-remove = Fjern en relasjon
cli-option-take = Ta dette feltets verdi fra det andre kortet
cli-option-kind = Hvilken type det er, med nøkkel eller navn
cli-option-new-kind = Gjør typen til en ny, hvis den ikke er kjent
cli-relation-new-kind = Med --new-kind blir det en ny type.
cli-merge-two = Nevn to kort: det som blir, og det som går.
cli-merged = Slått sammen. Angre med: kartotek merge undo { $id }
cli-merge-undone = Angret: { $kept } er som det var, { $gone } finnes igjen.
cli-merge-field = Felt
cli-merge-held = Endret siden sammenslåingen, og beholdt som det er på det første kortet: { $fields }
cli-merge-missing = Ikke gitt tilbake til det andre kortet, fordi et annet har det nå, det ble erstattet, eller en slettet person hadde det: { $fields }
cli-merge-erased = Ikke gitt tilbake til det andre kortet, fordi det de gjelder er slettet eller fjernet siden: { $count }
cli-merge-refused-too = Ført siden sammenslåingen, og nå på begge kort: { $purpose }: { $basis }
cli-merge-mailings-too = Ført siden sammenslåingen, og nå på begge kort: { $field }
cli-duplicates = { $count ->
    [one] { $count } par som kan være én person
   *[other] { $count } par som kan være én person
 }
cli-apart = Notert: to personer.
cli-option-kept = Kortet som blir
cli-option-gone = Kortet som går
cli-option-other = Den andre personen
cli-option-relation = Relasjonen
merge-find-title = Finn duplikater
merge-find-text = Disse kortene kan gjelde samme person. Sammenlign to for å slå dem sammen, eller si at de er to personer.
merge-looking = Leter etter kort som ligner…
merge-none = Ingen duplikater funnet
merge-none-text = Ingen kort deler e-postadresse eller telefonnummer, eller har lignende navn i samme firma eller by.
merge-first = Første kort
merge-second = Andre kort
merge-why = Ligner fordi
merge-apart = De er to personer
merge-compare = Sammenlign
merge-title = Slå sammen til { $name }
merge-stays = Blir
merge-goes = Blir del av det
merge-created = Opprettet { $day }
merge-no-difference = De to kortene skiller seg ikke i noe felt.
merge-bases = Rettslig grunnlag
merge-bases-text = Av to svar på et formål gjelder det strengeste. Begge historikkene beholdes.
merge-holds = Gjelder
merge-all-kept-title = Beholdes fra begge
merge-earlier = Tidligere sammenslåinger…
merge-earlier-title = Tidligere sammenslåinger
merge-earlier-text = To kort som er blitt ett, kan skilles igjen: hvert får tilbake sitt, og det som er endret siden, blir stående.
merge-earlier-none = Ingen kort er slått sammen
merge-earlier-none-text = Det du slår sammen, står her etterpå og kan angres.
merge-earlier-card = Kort
merge-earlier-when = Slått sammen
merge-earlier-state = Tilstand
merge-earlier-open = Kan angres
merge-earlier-covered = Angre den senere først
merge-take-back = Angre
merge-taken-back = Sammenslåingen er angret: det er to kort igjen.
merge-swap = Bytt om
merge-merge = Slå sammen 2 kort
merge-done = { $name }: to kort er blitt ett. Ctrl+Z angrer.
merge-all-kept = Alle adresser, numre, interesser og notater beholdes.
merge-can-be-undone = Dette kan angres.
merge-ledger-origin = Fra kortet som ble slått sammen med dette { $date }.
merge-ledger-parted = Ført { $date }, mens dette kortet var slått sammen med et annet.
help-merging = Kort som kan gjelde samme person, står parvis, de sikreste først. Sammenlign viser de to ved siden av hverandre: velg verdi for verdi hva som beholdes. Alt som hører til kortet som går, følger med. Av to svar på et formål gjelder det strengeste, og begge historikkene beholdes. En sammenslåing kan angres.
help-mass-edit = Hver rad sier hvilket felt som endres, hva som gjøres med det, og med hva. Planen viser så hvor mange som endres, hvem som holdes tilbake og hvorfor, og hvert kort før og etter. Ingenting endres før du trykker på knappen som sier hvor mange. Alt gjøres samlet eller ikke i det hele tatt, og det kan angres, også neste uke: Det noen har endret siden, blir stående.
merge-count =
    { $count ->
        [one] ett par
       *[other] { $count } par
    }
merge-follows-activity =
    { $count ->
        [one] én aktivitet
       *[other] { $count } aktiviteter
    }
merge-follows-ledger =
    { $count ->
        [one] en oppføring om rettslig grunnlag
       *[other] { $count } oppføringer om rettslig grunnlag
    }
merge-follows-attachment =
    { $count ->
        [one] én fil
       *[other] { $count } filer
    }
merge-follows-relation =
    { $count ->
        [one] én relasjon
       *[other] { $count } relasjoner
    }
merge-follows-employment =
    { $count ->
        [one] ett tidligere firma
       *[other] { $count } tidligere firmaer
    }
list-merge = Slå sammen…
settings-duplicates = Let etter duplikater…
settings-duplicates-hint = Kort som deler e-postadresse, telefon, eller et lignende navn i samme firma eller by.
merge-follows = Følger med: { $what }.

## Vinduet, startet en gang til
start-raised = Kartotek viser dette kartoteket allerede. Vinduet er hentet fram.

## Activities
activities-title = Aktiviteter
activities-count =
    { $count ->
        [one] { $count } aktivitet
       *[other] { $count } aktiviteter
    }
activities-more =
    { $count ->
        [one] og { $count } tidligere
       *[other] og { $count } tidligere
    }
activity-call-out = Samtale ut
activity-call-in = Samtale inn
activity-email-out = E-post sendt
activity-email-in = E-post mottatt
length-seconds = { $count } s
length-minutes = { $count } min
length-hours = { $count } t
activity-recorded-agreed = Tatt opp; den andre ble spurt og sa ja.
activity-recorded-refused = Tatt opp, selv om den andre ble spurt og sa nei. Slett opptaket hvis ikke loven tillater det.
activity-recorded-not-asked = Tatt opp, men ingen spurte. Ingenting viser at den andre sa ja.
activity-overdue =
    { $count ->
        [one] { $count } dag over fristen
       *[other] { $count } dager over fristen
    }
activity-due-today = Frist i dag
activity-due-tomorrow = Frist i morgen
activity-due = Frist { $date }
activity-done = Gjort
today-overdue = Over fristen
today-now = I dag
today-coming = De neste sju dagene
today-undated = Uten dato
today-done = Gjort i dag
today-more = og { $count } til
today-nothing = Ingenting venter på deg.
texts-card-note = Notat på kortet
cli-found-texts =
    { $count ->
        [one] Funnet i { $count } tekst
       *[other] Funnet i { $count } tekster
    }
cli-activity-removed = Aktiviteten er fjernet.
cli-help-activity = Det som er gjort med noen, og det som skal gjøres
cli-help-activity-add = Legg til notat, samtale, møte, oppgave eller e-post på en person eller et firma
cli-help-activity-list = Vis noens aktiviteter, de nyeste først
cli-help-activity-edit = Endre en aktivitet
cli-help-activity-done = Kryss av noe som er gjort
cli-help-activity-remove = Fjern en aktivitet
cli-help-today = Vis det som er over fristen, det som skal gjøres i dag, og det som kommer
cli-option-in-texts = Let i notater og aktiviteter i stedet for navn
cli-option-since = Ikke før denne dagen, som 2026-03-01 eller -30d
cli-option-until = Ikke etter denne dagen
cli-option-words = Det som ble sagt, skrevet eller avtalt
cli-option-subject = Hva det gjelder, på én linje
cli-option-at = Når det skjedde eller begynner: 2026-03-05T08:41:00Z, 2026-03-05 09:41 eller en dag
cli-option-direction = Hvilken vei en samtale eller e-post gikk
cli-option-minutes = Hvor lenge det varte, i minutter
cli-option-seconds = Hvor lenge det varte, i sekunder
cli-option-recorded = Om samtalen ble tatt opp
cli-option-record-consent = Hva den andre sa til å bli tatt opp
cli-option-due = Dagen det skal være gjort, som 2026-12-24 eller +3d; "" for ingen
cli-option-done = Det er allerede gjort
cli-option-undone = Ta bort krysset igjen
cli-option-mine = Bare det du har lagt inn, eller personer du følger opp
activity-letter-note = N
activity-letter-call = S
activity-letter-meeting = M
activity-letter-task = O
activity-letter-email = E
activities-none = Ingenting er skrevet ned ennå. Ctrl+J legger til et notat, en samtale, et møte, en oppgave eller en e-post.
activities-none-here = Ingenting er skrevet ned ennå.
activities-none-found = Ingenting av den typen i den perioden.
activities-show-more =
    { $count ->
        [one] Vis { $count } til
       *[other] Vis { $count } til
    }
activities-all-kinds = Alle typer
activities-any-time = Hele tiden
activities-month = Siste 30 dager
activities-half-year = Siste seks måneder
activities-year = Siste tolv måneder
activity-text-hint = Det som ble sagt eller avtalt
activity-date = Dato
activity-date-hint = 24.12., i morgen, +3d
activity-consent-not-asked = Ingen spurte
activity-consent-agreed = Spurt, og de sa ja
activity-consent-refused = Spurt, og de sa nei
activity-keys = Ctrl+Enter lagrer, Esc avbryter
activity-keys-mac = ⌘Enter lagrer, Esc avbryter
activity-leave = Forkaste det du har skrevet?
activity-length = Varighet (minutter)
activity-stay = Skriv videre
activity-discard = Forkast
activity-remove = Fjern
activity-by = { $time }, lagt inn av { $name }
undo-activity = { $what } ({ $name })
call-to = Samtale med { $number }
call-stop = Stopp
call-go = Vis
call-running = { $name }, { $time }
call-unsaved = { $name }: samtalen er ikke lagret ennå
call-already = Samtalen med { $name } er ikke skrevet ferdig ennå.
today-mine = Bare mine
today-nothing-text = Oppgaver med dato og kommende møter står her. Skriv dem på kortet de gjelder, med Ctrl+J.
today-due = { $count ->
    [one] Én person er beholdt lenger enn nødvendig.
   *[other] { $count } personer er beholdt lenger enn nødvendig.
}
today-due-show = Vis hvem
texts-also = Også i notater og aktiviteter: { $count }
texts-also-many = Også i notater og aktiviteter: mer enn { $count }
texts-only =
    { $count ->
        [one] Ordene står i { $count } notat eller aktivitet.
       *[other] Ordene står i { $count } notater eller aktiviteter.
    }
texts-only-many = Ordene står i mer enn { $count } notater eller aktiviteter.
texts-only-show = Vis det som ble funnet
texts-back = Tilbake til personer
texts-none = «{ $text }» står ikke i noe notat eller noen aktivitet
texts-none-text = Ord blir funnet ut fra hvordan de begynner.
texts-more = De { $count } nyeste vises. Flere bokstaver gir færre treff.
help-key-activity = Notat, samtale, møte, oppgave
## De som arbeider her
people-text = Alle låser opp kartoteket med sin egen passfrase og gjør det rollen deres tillater.
people-add = Legg til noen…
people-remove = Fjern…
people-you = { $name } (deg)
people-last-unlock = Låste sist opp { $time }
people-never = Har ikke låst opp kartoteket ennå
people-gone = Ikke her lenger: { $people }.
people-left = { $name } (til { $date })
people-denied = Du mangler rettigheten «{ $right }». Den kan gis av: { $who }.
people-role-given = { $name } har en annen rolle nå.
people-add-title = Legg til noen
people-add-text = De låser opp kartoteket med navnet sitt og sin egen passfrase, på denne maskinen eller der mappen ligger.
people-name = Navn
people-name-hint = Det står på kortene som initialer, og i journalen. Ingen andre kan få det senere.
people-name-missing = Du må oppgi et navn.
people-role = Rolle
people-role-hint = Den kan endres når som helst.
people-your-passphrase = Din egen passfrase
people-add-go = Legg til
people-added = { $name } arbeider her nå.
people-leave-title = Fjerne { $name }?
people-leave-text = { $name } kan ikke åpne kartoteket lenger. Det { $name } har gjort, blir stående under navnet.
people-leave-key = Kartoteket får en ny nøkkel. Alle andre fortsetter med passfrasen de har; maskiner som husker nøkkelen til noen andre, husker den fortsatt.
people-leave-backup = Det lages en sikkerhetskopi med den nye nøkkelen.
people-leave-older = Eldre sikkerhetskopier åpnes fortsatt med { $days ->
    [one] passfrasene fra før til de går ut, senest etter én dag
   *[other] passfrasene fra før til de går ut, senest etter { $days } dager
 }; kopier du har andre steder, for alltid.
people-leave-recovery = Den som kjenner gjenopprettingsnøkkelen, kan fortsatt åpne kartoteket. Hvis { $name } kan kjenne den, lag en ny under «Nøkler og lås».
people-leave-name = Navnet gis ikke til noen andre.
people-leave-go = Fjern
people-leave-busy = Bytter nøkkelen…
people-removed = { $name } arbeider ikke her lenger. Nøkkelen er byttet og en sikkerhetskopi laget.
people-removed-no-backup = { $name } arbeider ikke her lenger og nøkkelen er byttet, men det gikk ikke å lage en sikkerhetskopi. Ta en nå.
people-roles-text = Hva hver rolle tillater. Eierens rolle tillater alltid alt.
people-role-rights = Rettigheter
people-role-fields = Felt etter rolle
people-role-fields-text = For hvert felt: om de som har rollen, ser det, og om de kan endre det. Det kontoret ikke samler inn, ser ingen.
people-role-fields-of = Rolle
people-role-field-hidden = Skjult
people-role-field-read = Lese
people-role-field-edit = Redigere
people-role-field-off = Samles ikke inn
people-role-new = Ny rolle
people-role-rename = Gi rollen et nytt navn
people-role-remove = Fjern rollen
people-protection = Hva som beskytter hva
people-by-encryption = Med kryptering
people-by-encryption-text = Åpning av kartoteket, vedleggene og sikkerhetskopiene. Uten egen passfrase, gjenopprettingsnøkkelen eller en maskin som husker den, leser ingen noe som helst, uansett hvilket program de bruker.
people-by-program = Bare av programmet
people-by-program-text = Roller, bare lesing, skjulte felt. Alle som arbeider her, deler én nøkkel, så den som kan åpne kartoteket, kunne lest alt med andre verktøy. Roller holder ærlige folk ærlige; for et reelt skille, bruk hvert sitt kartotek.
unlock-user = Hvem er du?
unlock-user-choose = Velg navnet ditt
unlock-user-missing = Velg navnet ditt først.

## Lock, keys, drafts and settings

problem-setting = { $setting }: { $reason } Ingenting ble endret.
lock-draft-back = Det du hadde skrevet uten å lagre, er tilbake.
lock-is-locked = Det er låst. Var noe skrevet på et kort uten å være lagret, er det tatt vare på.
cli-option-locked = Be om passfrasen, også der denne maskinen husker nøkkelen (vinduet gjør det når det låses)
cli-option-restore = Åpne vinduet for å gjenopprette denne sikkerhetskopien
problem-keychain-silent = Nøkkelringen på denne maskinen svarte ikke. Ingenting ble endret. Skriv passfrasen; for å huske nøkkelen, lås opp nøkkelringen og prøv igjen.
problem-not-remembered = Denne maskinen husker ikke nøkkelen til dette kartoteket. Ingenting ble endret. Skriv passfrasen.
problem-remembered-too-long = Denne maskinen har husket nøkkelen i 30 dager, som er grensen. Ingenting ble endret. Skriv passfrasen.
keys-lock = Lås av seg selv
keys-lock-hint = Når det er låst, er ingenting av kartoteket på skjermen eller i maskinens minne, og det du skrev, er tatt vare på. Det låses også når maskinen går i dvale eller skjermen låses, der systemet sier fra.
keys-lock-minutes =
    { $minutes ->
        [one] Etter ett minutt uten tastetrykk
       *[other] Etter { $minutes } minutter uten tastetrykk
    }
keys-lock-never = Aldri
keys-passphrase-hint = Den krypterer alt. Sikkerhetskopier fra før en endring åpnes med den gamle til de utløper.
keys-passphrase-change = Endre passfrase…
keys-passphrase-title = Endre passfrasen
keys-passphrase-text = Kartoteket åpnes da bare med den nye, og maskiner som husker nøkkelen, glemmer den.
keys-passphrase-old = Passfrase hittil
keys-passphrase-go = Endre
keys-passphrase-changed = Passfrasen er endret. Den gamle åpner ikke kartoteket lenger.
keys-recovery-hint = Den åpner kartoteket når passfrasen er glemt. Lag en ny hvis den gamle er mistet eller sett av andre.
keys-recovery-new = Ny gjenopprettingsnøkkel…
keys-recovery-title = Ny gjenopprettingsnøkkel
keys-recovery-text = Du ser den bare denne ene gangen, og skriver noe av den tilbake. Først da slutter den gamle å virke. Sikkerhetskopier fra før åpnes med den gamle til de utløper.
keys-recovery-until-typed = Den gamle nøkkelen virker til du har skrevet noe av denne tilbake.
keys-recovery-changed = Den nye gjenopprettingsnøkkelen virker; den gamle gjør det ikke lenger.
keys-remember = Husk på denne maskinen
keys-remember-hint = Kartoteket åpnes da uten passfrase når programmet starter. Etter låsing blir du likevel bedt om passfrasen.
keys-remember-nothing = Huskes ikke
keys-remember-until = Huskes til { $date }
keys-remember-silent = Nøkkelringen på denne maskinen svarer ikke
keys-remember-on = Husk…
keys-remember-off = Glem
keys-remember-title = Husk nøkkelen på denne maskinen
keys-remember-text = Nøkkelringen på denne maskinen tar vare på en nøkkel i 30 dager. Passfrasen og gjenopprettingsnøkkelen virker fortsatt, og trengs når nøkkelringen ikke svarer.
keys-remember-shared = Ikke på en maskin som andre også bruker
keys-remember-shared-text = Den som bruker denne maskinen i ditt navn, kan åpne kartoteket uten passfrase og lese hvert kort.
keys-remember-go = Husk i 30 dager
keys-remembered = Denne maskinen husker nøkkelen.
keys-forgotten = Denne maskinen husker ikke nøkkelen lenger.
keys-proof = Passfrasen din
keys-proof-why = Slik at ingen andre kan gjøre dette der et kartotek ble stående åpent.
keys-busy = Et øyeblikk…
cli-help-settings = Det kontoret har bestemt, etter nøkkel
cli-help-settings-get = Vis én innstilling eller alle
cli-help-settings-set = Endre en innstilling
cli-option-setting = Innstillingens nøkkel, som lock.minutes
cli-option-value = Den nye verdien
cli-option-value-file = Fil med den nye verdien
cli-unknown-setting = Det finnes ingen innstilling { $key }. Ingenting ble endret. Innstillingene er: { $known }.
cli-help-recovery-key = Gjenopprettingsnøkkelen
cli-help-recovery-key-new = Lag en ny; den gamle slutter å virke
cli-recovery-key-changed = Den gamle gjenopprettingsnøkkelen åpner ikke kartoteket lenger. Ny gjenopprettingsnøkkel (skriv den ned, den vises bare nå): { $key }
cli-help-remember = Åpne kartoteket på denne maskinen uten passfrase
cli-help-remember-on = La nøkkelringen på denne maskinen ta vare på en nøkkel i 30 dager
cli-help-remember-off = La denne maskinen glemme nøkkelen
cli-help-remember-status = Si om denne maskinen husker nøkkelen
cli-remember-until = Denne maskinen husker nøkkelen til { $date }. Den som bruker den i ditt navn, kan åpne kartoteket i vinduet.
cli-remember-nothing = Denne maskinen husker ikke nøkkelen.
## Firmaer
company-people = Personer
company-former = Tidligere personer
company-until = til { $date }
company-number-implausible = Dette er ikke et nummer i landets foretaksregister. Er det skrevet riktig?
company-number-same = { $name } har det samme organisasjonsnummeret.
rule-card-in-use = Noe er ført på dette kortet siden det ble lagt til, så det blir stående. Ingenting er endret.
rule-company-in-use = Noen arbeider eller har arbeidet i dette firmaet, eller noe er notert om det, så kortet blir stående. Ingenting er endret.
cli-no-such-company = Det finnes ikke noe firma { $id } i dette kartoteket. Ingenting er endret.
cli-company-removed = Firmaets kort ble fjernet.
cli-companies-found =
    { $count } { $count ->
        [one] firma
       *[other] firmaer
    } funnet
cli-help-company = Firmaer
cli-help-company-find = Finn firmaer
cli-help-company-show = Vis kortet til et firma og personene der
cli-help-company-edit = Endre felter på kortet til et firma
cli-help-company-add = Legg til et firma; bare navnet trengs
cli-help-company-remove = Fjern kortet til et firma som ikke er i bruk
cli-help-job = Tidligere stillinger på kortet til en person
cli-help-job-remove = Ta en tidligere stilling av et kort
cli-option-job = Den tidligere stillingens identitet, slik show viser den
card-before = Tidligere
card-forget-job = Ta av kortet
card-relations = Relasjoner
card-relations-none = Ingen relasjoner til andre personer ennå
card-relation-add = Legg til relasjon
card-relation-remove = Fjern relasjonen
card-relation-removed = Relasjonen er fjernet
card-relation-added = Relasjonen er lagt til
card-relation-what = Hva personen er
card-relation-own = Noe annet…
card-relation-own-name = Hva det heter
card-relation-comment = Kommentar (valgfritt)
card-relation-what-missing = Velg eller skriv hva personen er.
card-relation-who-missing = Velg en person fra søket.
company-since-until = { $since } til { $until }
companies-search = Søk i firmaer
companies-new = Nytt firma
companies-count =
    { $count } { $count ->
        [one] firma
       *[other] firmaer
    }
companies-column-number = Org.nr.
companies-empty = Ingen firmaer ennå
companies-empty-text = Et firma er her så snart noens kort nevner det. Du kan også legge til et for seg.
companies-nothing-found = Ingen firmaer passer til «{ $text }»
companies-nothing-found-text = Alle ord må finnes i navn, organisasjonsnummer, e-post, telefon eller sted.
company-remove = Fjern firmaet
company-gone = Dette firmaet finnes ikke lenger i kartoteket.
company-open = Åpne kortet
company-note-hint = Et notat om firmaet, ikke om personene der: det som gjelder dem, hører hjemme på deres kort.
company-new-person = Ny person her
company-nobody = Ingens kort nevner dette firmaet.
company-people-count = Personer ({ $count })
company-all-people = Vis alle { $count } personene
## Backups and the journal

problem-backup-foreign = Denne filen er ikke en sikkerhetskopi fra Kartotek. Ingenting ble endret. Velg en fil med et navn som slutter på .kartotek-backup.
problem-backup-cut = Denne sikkerhetskopien er kuttet: Slutten mangler. Ingenting ble endret. Kopier den på nytt derfra den kom, eller velg en annen.
problem-backup-damaged = Denne sikkerhetskopien er skadet, eller noen har endret den. Ingenting ble endret her. Velg en annen sikkerhetskopi.
problem-backup-newer = Denne sikkerhetskopien er laget av en nyere versjon av Kartotek. Ingenting ble endret. Oppdater programmet.
problem-backup-target = Det ligger en annen fil her, og den er som den var. Ingen sikkerhetskopi ble laget. Velg et annet navn.
problem-backup-unsound = Sikkerhetskopien ble ikke beholdt, fordi kopien i den er skadet. Tidligere sikkerhetskopier er som de var. Kontroller kartoteket og disken, og prøv igjen.
right-journal = Lese journalen
check-journal-shorter = Journalen har færre oppføringer enn det som er notert: Det var { $noted }. En eldre kopi av kartoteket kan være lagt i stedet for det.
check-journal-other = Journalen er ikke den som ble notert ved oppføring { $noted }. Kartoteket kan være byttet ut med en annen kopi.
check-journal-note-missing = Notatet om hvor journalen sluttet, vault.head, mangler ved siden av kartoteket. Ingenting annet er borte, og det skrives på nytt. Det som er notert i sikkerhetskopiene, viser fortsatt om en eldre kopi er lagt inn i stedet.
check-no-backup = Ingen sikkerhetskopi kunne lages siden { $date }.
journal-intact = Journalen er hel: { $entries } oppføringer, ingen endret, fjernet eller satt inn.
journal-removed = { $entries ->
    [one] Den eldste er fjernet, fordi kontoret ikke beholder så gamle.
   *[other] De { $entries } eldste er fjernet, fordi kontoret ikke beholder så gamle.
}
backup-reason-daily = Daglig
backup-reason-on-request = På forespørsel
backup-reason-before-import = Før en import
backup-reason-before-migration = Før en oppdatering
backup-reason-key-changed = Ny nøkkel
journal-kind-vault-created = Kartotek opprettet
journal-kind-person-added = Person lagt til
journal-kind-person-edited = Person endret
journal-kind-person-removed = Person fjernet
journal-kind-basis-set = Rettslig grunnlag registrert
journal-kind-imported = Import
journal-kind-import-undone = Import angret
journal-kind-exported = Eksport
journal-kind-settings-changed = Innstillinger endret
journal-kind-sample-made = Eksempelpersoner laget
journal-kind-backup-made = Sikkerhetskopi laget
journal-kind-restored = Gjenopprettet fra sikkerhetskopi
journal-kind-journal-accepted = Journalen godtatt som den er
journal-kind-other = Noe en nyere versjon gjorde
cli-help-backup = Lage, vise og gjenopprette sikkerhetskopier
cli-help-backup-create = Lage en sikkerhetskopi som én kryptert fil
cli-help-backup-restore = Lage et kartotek av en sikkerhetskopi i en ny mappe
cli-help-backup-list = Vise sikkerhetskopiene som er tatt vare på
cli-help-journal = Lese og kontrollere journalen
cli-help-journal-list = Vise oppføringer, de eldste først
cli-help-journal-verify = Kontrollere at ingen oppføring er endret, fjernet eller satt inn
cli-help-run = Ta dagens runde: kontrollere filen og journalen, lage dagens sikkerhetskopi
cli-option-person = Bare oppføringer om denne personen
cli-backup-made = Sikkerhetskopi laget: { $file } ({ $size })
cli-backup-lacking = I denne sikkerhetskopien mangler { $missing } vedlegg, og { $damaged } er skadet, slik de er i kartoteket. Alt annet er med, og eldre sikkerhetskopier beholdes lenger.
cli-backup-restored-alone = Hvem dere har slettet etter at denne sikkerhetskopien ble laget, vet bare kartoteket selv og nyere sikkerhetskopier: oppgi kartoteket med --vault, så slettes de på nytt.
cli-backup-restored = Gjenopprettet sikkerhetskopien fra { $date } til { $folder }: { $persons } personer, { $companies } firmaer. Sikkerhetskopien og andre kartotek er som de var.
cli-backup-none = Det finnes ingen sikkerhetskopier ennå.
cli-run-integrity = Filen er hel.
cli-run-backup-there = Det finnes en sikkerhetskopi fra i dag allerede.
cli-import-no-backup = Ingen sikkerhetskopi kunne lages før importen: { $reason }
cli-import-left-out = Kolonnen «{ $column }» er utelatt: det finnes ikke noe slikt felt her. Legg til feltet, eller oppgi et annet med --map.
cli-import-nothing-recognised = Ingen kolonne i denne filen gjenkjennes som noe som står på et kort. Ingenting ble importert. Gi kolonnene overskrifter som «Etternavn» og «E-post», eller si hva de betyr med --map KOLONNE=FELT.
cli-option-backup = Sikkerhetskopiens fil; navnet slutter på .kartotek-backup
upkeep-damage = Kartoteket er skadet
upkeep-damage-text = Deler av vault.db er endret av disken eller av et annet program. Ingenting ble overskrevet, og sikkerhetskopiene er som de var. Lås kartoteket, og gjenopprett den nyeste sikkerhetskopien fra startsiden.
upkeep-attachments = Vedlegg er skadet eller mangler
upkeep-journal = Journalen er ikke som den var
upkeep-journal-look = Se på journalen
upkeep-journal-note = Notatet om journalens slutt mangler
upkeep-backup = Ingen sikkerhetskopi kunne lages
upkeep-backup-last = Den siste gode er fra { $date }.
upkeep-backup-none = Det finnes ingen ennå.
upkeep-backup-again = Prøv igjen
upkeep-keys = Nøkkelfilen var skadet og er reparert
upkeep-keys-text = vault.keys ble gjenopprettet fra kopien, og den skadde ligger ved siden av. Ingenting er tapt. Skjer det igjen, kontroller disken og lag en sikkerhetskopi på en annen.
upkeep-migrated = Kartoteket er oppdatert
upkeep-migrated-text = Det har nå formen som denne versjonen av Kartotek trenger. En sikkerhetskopi av det slik det var, ligger hos de andre. Du trenger ikke å gjøre noe.
backup-title = Sikkerhetskopier
backup-text = En lages hver dag mens kartoteket er åpent, og før en import. Hver er kryptert og kontrollert, og åpnes med passfrasen eller gjenopprettingsnøkkelen. Én om dagen beholdes for de siste { $days } dagene og én i uken for fire uker før det, ingen lenger enn { $longest } dager.
backup-now = Sikkerhetskopier nå
backup-made = Sikkerhetskopien er laget og kontrollert.
backup-empty = Det finnes ingen sikkerhetskopier ennå. Den første lages i dag.
backup-elsewhere = Lagre en sikkerhetskopi et annet sted…
backup-elsewhere-title = Lagre en sikkerhetskopi
backup-folder = Mappe
backup-folder-title = Mappe for sikkerhetskopier
backup-folder-hint = De ligger på samme disk som kartoteket. En mappe på en annen disk er tryggere.
backup-folder-chosen = Koble til disken minst én gang om dagen, så dagens sikkerhetskopi kan lages.
backup-folder-usual = Ha dem hos kartoteket
backup-persons =
    { $count ->
        [one] én person
       *[other] { $count } personer
    }
journal-title = Journal
journal-text = Hvem som gjorde hva og når, uten verdiene. Hver oppføring er knyttet til den forrige, så ingen kan endres eller fjernes uten at det merkes.
journal-check = Kontroller journalen
journal-intact-title = Journalen er hel
journal-intact-text = { $entries } oppføringer er kontrollert. Ingen er endret, fjernet eller satt inn.
journal-accept = Godta den som den er
journal-no-right-title = Du kan ikke lese journalen
journal-no-right = Rollen din mangler retten «{ $right }». { $role } kan gi den. Alle kan kontrollere journalen og kopiere slutten av den.
journal-head = Slutten av journalen
journal-head-text = Den står i hver sikkerhetskopi og på alt som gis ut. Er en slutt du noterte tidligere, fortsatt en del av journalen, er ingenting før den endret eller fjernet.
journal-head-words = Journal: { $head } ({ $date })
journal-noted = 1234-ab12-…
journal-compare = Sammenlign
journal-compared-same = Oppføring { $entry } er den som ble notert: journalen fortsetter derfra.
journal-compared-other = Oppføring { $entry } er ikke den som ble notert. Journalen er endret eller byttet ut siden.
journal-compared-shorter = Journalen har bare { $entries } oppføringer, færre enn det ble notert. En eldre kopi av kartoteket kan være lagt i stedet.
journal-compared-unreadable = Dette kan ikke leses. Skriv nummeret og minst fire grupper av tegn, slik de ble skrevet ut eller kopiert.
journal-compared-removed = Oppføring { $entry } er fjernet: kontoret beholder ingen som er så gamle. Ingenting viser lenger om det var denne.
journal-checking = Kontrollerer journalen…
journal-checking-numbers = { $done } av { $total } oppføringer
journal-count =
    { $count ->
        [0] Ingen oppføringer
        [one] Én oppføring
       *[other] { $count } oppføringer
    }
journal-none = Ingen oppføringer
journal-none-text = Ikke noe slikt er gjort, eller ikke da.
journal-column-number = Nr.
journal-column-when = Når
journal-column-who = Hvem
journal-column-what = Hva
journal-column-card = Kort
journal-column-fields = Felt
journal-filter-person = Om hvem
journal-filter-everybody = Alle
journal-filter-all-users = Alle
journal-filter-all-kinds = Alt
journal-filter-from = Fra
journal-filter-to = Til
journal-filter-any-day = Alle dager
journal-filter-clear = Vis alle oppføringer
journal-group-persons = Kort for personer
journal-group-companies = Kort for firmaer
journal-group-activities = Aktiviteter
journal-group-rights = Rettslige grunnlag og krav
journal-group-reads = Oppslag og utlevering
journal-group-imports = Importer
journal-group-settings = Innstillinger
journal-group-users = Brukere og nøkler
journal-group-file = Kartotek og sikkerhetskopier
journal-erased = slettet
journal-unseen = en annens kort
journal-in-trash = i papirkurven
journal-settings = { $first } og { $more } til
history-none = Ingenting er gjort med dette kortet ennå.
history-exports = Utlevert i eksporter
history-no-right = Å se hvem som gjorde hva med dette kortet, krever retten «{ $right }». { $role } kan gi den.
history-more = Vis eldre
card-tab-history = Historikk
cli-option-by = Bare det denne brukeren gjorde, etter navn
cli-option-before = Bare oppføringer før dette nummeret, for å lese videre derfra
cli-option-noted = En slutt av journalen som ble kopiert eller skrevet ut tidligere: sier om den fortsatt er en del av den
cli-journal-end = Den slutter med { $head }.
cli-journal-unknown-kind = Det finnes ingen type «{ $kind }». Typer og grupper er: { $known }.
restore-short = Gjenopprett en sikkerhetskopi…
restore-row = Gjenopprett…
restore-elsewhere = Gjenopprett en annen…
restore-title = Gjenopprett en sikkerhetskopi
restore-hint = Til en ny mappe; det som finnes, blir som det er.
restore-text = Velg en fil med et navn som slutter på .kartotek-backup. Den blir bare lest.
restore-pick = Velg sikkerhetskopi…
restore-pick-title = Sikkerhetskopi som skal gjenopprettes
restore-kind = Sikkerhetskopier fra Kartotek
restore-safe = Det lages et nytt kartotek av den. Det nåværende blir som det er.
restore-of = Sikkerhetskopi fra { $date }
restore-what =
    { $persons ->
        [one] Én person
       *[other] { $persons } personer
    } · { $reason } · { $size }
restore-other = En annen…
restore-go = Gjenopprett og åpne
restore-folder = Ny mappe
restore-folder-title = Mappe for det gjenopprettede kartoteket
restore-folder-restored = { $folder } gjenopprettet
restore-folder-damaged = { $folder } skadd { $date }
restore-in-place = Legg det skadde kartoteket til side under et annet navn, og gjenopprett på plassen
restore-done = Sikkerhetskopien er gjenopprettet og kontrollert.
restore-done-aside = Sikkerhetskopien er gjenopprettet og kontrollert. Det skadde kartoteket ligger i { $folder }.
restore-instead = Gjenopprett den…
restore-instead-text = Den nyeste er fra { $date }. Det skadde kartoteket blir som det er.
journal-kind-company-added = Firma lagt til
journal-kind-company-edited = Firma endret
journal-kind-company-removed = Firma fjernet
journal-kind-activity-added = Aktivitet lagt til
journal-kind-activity-edited = Aktivitet endret
journal-kind-activity-removed = Aktivitet fjernet
journal-kind-merged = To kort slått sammen
journal-kind-merge-undone = Sammenslåing angret
journal-kind-relations-changed = Relasjoner endret
journal-kind-taken-back = Endring angret
journal-kind-done-again = Endring gjort om
journal-kind-keys-changed = Nøkler endret

## Importen: filer man ikke kan stole på

import-error-old-workbook = Dette er en arbeidsbok av eldre slag (.xls eller .xlsb). Ingenting ble importert. Lagre den som Excel-arbeidsbok (.xlsx) eller som CSV og prøv igjen.
import-error-no-table = Ingen rad i denne filen kan leses: De er lengre eller har flere kolonner enn en tabell over personer har. Ingenting ble importert. Åpne den i et regnearkprogram og lagre den som CSV på nytt.
import-error-no-file = Dette er en mappe eller en enhet, ikke en fil. Ingenting ble importert. Velg en CSV-, Excel- eller vCard-fil.
import-error-too-slow = Det tok mer enn ett minutt å lese filen, og lesingen ble stoppet. Ingenting ble importert og ingenting gikk tapt. Del den i mindre filer, eller lagre den som CSV og prøv igjen.
import-error-broken-down = Lesingen av filen ble stoppet fordi den ba om mer minne enn det som er trygt, eller er skadet. Ingenting ble importert og ingenting gikk tapt. Eksporter den på nytt der den kom fra, helst som CSV.
import-error-no-parser = Den delen av programmet som leser filer, kunne ikke startes. Ingenting ble importert. Start Kartotek på nytt; hjelper ikke det, installer det på nytt.
row-broken-text = En celle inneholder bokstaver som ikke kan leses: De er skrevet på en annen måte enn resten av filen.
invalid-not-a-folder = Dette er ikke den fulle stien til en mappe som finnes.
journal-kind-draft-kept = Det som var skrevet, ble tatt vare på
journal-kind-drafts-removed = Det som var skrevet, er ikke lenger tatt vare på
