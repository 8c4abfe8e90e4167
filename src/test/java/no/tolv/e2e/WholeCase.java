package no.tolv.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** One pupil's case at Midtstuen, phase by phase, each task by the person whose it is. */
class WholeCase {

    static final String TEACHER = "midtstuen-contact-teacher";
    static final String PRINCIPAL = "midtstuen-principal";
    static final String COUNSELLOR = "midtstuen-counsellor";
    static final String PUPIL = "Elev Blåklokke";

    private static final String MINE = "Mine oppgaver";
    private static final String UNIT = "Min enhet";

    private final Chromium chromium;
    private final String site;
    private final DemoClock clock;
    private final BiFunction<LocalDate, Integer, LocalDate> schoolDays;
    private final Map<String, Tasklist> people = new HashMap<>();
    private final List<Traces> traces = new ArrayList<>();
    private LocalDate today;
    private String caseNumber;

    /** @param schoolDays the date so many school days after a date */
    WholeCase(Chromium chromium, String site, BiFunction<LocalDate, Integer, LocalDate> schoolDays) {
        this.chromium = chromium;
        this.site = site;
        this.clock = new DemoClock(site);
        this.schoolDays = schoolDays;
    }

    Tasklist as(String who) {
        return people.computeIfAbsent(who, this::login);
    }

    private Tasklist login(String who) {
        BrowserContext window = chromium.window();
        traces.add(new Traces(window));
        return Tasklist.login(window, site, who);
    }

    /** What all their browsers have asked for, said and kept so far. */
    List<String> leftInBrowsers() {
        return traces.stream().flatMap(one -> one.all().stream()).toList();
    }

    WholeCase on(LocalDate date) {
        today = clock.to(date);
        return this;
    }

    LocalDate in(int days) {
        return schoolDays.apply(today, days);
    }

    String caseNumber() {
        return caseNumber;
    }

    /** What everybody sees just now, for the one who has to find out why a run failed. */
    void photograph() {
        people.forEach((who, tasklist) -> tasklist.picture("failed-" + who));
    }

    private void done(Tasklist person, String picture) {
        person.complete(picture);
        settled();
    }

    private void settled() {
        today = clock.today();
    }

    WholeCase reported() {
        Tasklist teacher = as(TEACHER);
        Form form = teacher.start("Meld en bekymring");
        form.select("Hvem gjelder det?", PUPIL)
                .date("Når skjedde det?", today)
                .select("Hvor skjedde det?", "Ute i friminutt")
                .select("Hvordan ble det kjent?", "Jeg så eller hørte det selv")
                .tick("Hvem krenker eleven?", "En annen elev")
                .write("Hva har skjedd?", "Eleven ble stående alene i friminuttet tre dager på rad.")
                .tick("Grep du inn?", "Jeg grep inn")
                .tick("Stoppet det?", "Det stoppet")
                .tick("Sa du tydelig fra at det ikke er greit?", "Sa tydelig fra")
                .write("Hva gjorde du?", "Jeg gikk bort og ble med eleven inn i leken.")
                .tick("Tegn hos eleven", "Er mye alene i friminutt eller klasse")
                .tick("Har det skjedd før?", "Flere ganger");
        teacher.picture("reportConcern");
        teacher.send();
        assertThat(teacher.notifications()).containsText("Meldingen er mottatt.");
        settled();
        as(PRINCIPAL).open(UNIT, "Ta imot meldingen");
        caseNumber = as(PRINCIPAL).caseNumber();
        return this;
    }

    /** What is missing is said in Norwegian, beside the field and in whole. */
    WholeCase invalidReportRefused() {
        Tasklist teacher = as(TEACHER);
        Form form = teacher.start("Meld en bekymring");
        teacher.send();
        assertThat(form.errors().first()).containsText("Feltet må fylles ut.");
        assertThat(teacher.dialog().locator(".notifications")).containsText("Noe mangler eller er feil i skjemaet.");
        teacher.picture("reportConcern-invalid");
        teacher.closeDialog();
        return this;
    }

    WholeCase received() {
        Tasklist principal = as(PRINCIPAL);
        Form form = principal.open(UNIT, "Ta imot meldingen");
        form.tick("Hvor hører meldingen hjemme?", "Den blir en egen sak")
                .tick("Er saken alvorlig?", "Ikke alvorlig slik vi kjenner den nå")
                .tick("Er eleven borte fra skolen fordi den ikke er trygg?", "Ikke borte av den grunn");
        done(principal, "receiveReport");
        return this;
    }

    WholeCase rolesClarified() {
        Tasklist principal = as(PRINCIPAL);
        Form form = principal.open(UNIT, "Avklar roller og strakstiltak");
        form.tick("Trenger eleven strakstiltak?", "Sett inn strakstiltak i dag")
                .tick("Hvilke strakstiltak?", "Styrke tilsynet")
                .select("Hvem har ansvar for strakstiltakene?", "Lærer Gran")
                .select("Hvem undersøker saken?", "Rådgiver Bøk")
                .select("Hvem snakker med eleven?", "Rådgiver Bøk")
                .select("Hvem informerer foresatte?", "Kontaktlærer Bjørk")
                .tag("Hvilke andre elever skal høres?", "Elev Kløver");
        done(principal, "clarifyRoles");
        return this;
    }

    WholeCase pupilsHeard() {
        Tasklist counsellor = as(COUNSELLOR);
        counsellor
                .open(MINE, "Snakk med eleven")
                .date("Når snakket dere?", today)
                .select("Hvordan?", "Samtale")
                .write("Elevens egne ord", "Jeg gruer meg til friminuttene.")
                .tick("Sier eleven at skolen er trygg og god?", "Ikke trygg og god")
                .write("Hva tror eleven kan hjelpe?", "At en voksen er med i leken.")
                .write("Hvordan har dere vektlagt elevens syn?", "Eleven er gammel nok til at ordene teller fullt.");
        done(counsellor, "hearPupil");
        counsellor
                .open(MINE, "Hør en annen elev")
                .date("Når snakket dere?", today)
                .select("Hvordan?", "Samtale")
                .write("Hva eleven fortalte", "Jeg har sett det samme.");
        done(counsellor, "hearOtherPupil");
        return this;
    }

    WholeCase investigated() {
        Tasklist counsellor = as(COUNSELLOR);
        Form form = counsellor.open(MINE, "Undersøk saken");
        form.tick("Hvordan har dere undersøkt?", "Samtaler med elever")
                .tick("Hvordan har dere undersøkt?", "Systematisk observasjon");
        activity(form, 0, "Observasjon i friminutt", "Eleven går alene.");
        activity(form, 1, "Samtale med lærer", "Leken er lukket for nye.");
        form.write("Hva viser undersøkelsen?", "Eleven holdes utenfor i friminuttene.")
                .write("Hva rundt eleven spiller inn?", "Lite voksentilsyn ved ballbingen.");
        done(counsellor, "investigate");
        Tasklist teacher = as(TEACHER);
        teacher.open(MINE, "Informer foresatte")
                .date("Når?", today)
                .select("Hvordan?", "Telefon")
                .write("Hva gjaldt samtalen?", "Hvordan eleven har det i friminuttene.")
                .write("Hva ble dere enige om?", "Skolen ringer igjen på fredag.")
                .write("Hva mener foresatte?", "De har sett det samme hjemme.")
                .confirm("Foresatte har fått vite at de kan melde saken til Statsforvalteren");
        done(teacher, "informGuardians");
        return this;
    }

    private void activity(Form form, int index, String what, String result) {
        if (form.rows("Hva?") <= index) {
            form.addRow();
        }
        form.row(index)
                .write("Hva?", what)
                .date("Når?", today)
                .select("Hvem gjorde det?", "Rådgiver Bøk")
                .write("Hvem var med?", "Hele trinnet")
                .write("Hva kom fram?", result);
    }

    WholeCase analysed() {
        Tasklist counsellor = as(COUNSELLOR);
        counsellor
                .open(MINE, "Analyser og konkluder")
                .write("Hvem har vært med på analysen?", "Kontaktlærer, rådgiver og rektor")
                .write("Hva er det som gjør at det fortsetter?", "Leken er lukket for nye.")
                .write("Hva kan vi voksne endre?", "Vi kan dele ut leker og være flere ute.")
                .write("Hva trenger eleven?", "Noen å være sammen med.")
                .write("Hva er best for eleven?", "At tiltakene gjelder hele gruppa.")
                .tick("Skal det settes inn tiltak?", "Sett inn tiltak")
                .write("Konklusjon og begrunnelse", "Eleven har det ikke trygt og godt.");
        done(counsellor, "analyse");
        return this;
    }

    WholeCase planWritten(LocalDate evaluation) {
        Tasklist principal = as(PRINCIPAL);
        Form form = principal.open(UNIT, "Lag aktivitetsplan");
        form.write("Hva kan gjøres for miljøet i gruppa først?", "Voksenstyrt lek for hele trinnet.");
        measure(form, 0, "Enkeltelev", "Eleven som er utsatt", evaluation);
        measure(form, 1, "Gruppe", "Den eller de som krenker", evaluation);
        measure(form, 2, "Klasse", "Gruppe- og klassemiljøet", evaluation);
        form.date("Når skal hele planen evalueres?", evaluation)
                .tick("Hvem er datoen avtalt med?", "Eleven og foresatte")
                .write("Hvorfor ligger ikke hovedvekten på klasse og skole?", "Gruppa er liten.")
                .write("Hva mener eleven om tiltakene?", "Vil ha noen å spille med.")
                .write("Hva mener foresatte om tiltakene?", "De er enige.")
                .write("Hva er best for eleven?", "At alle barna får være med i leken.")
                .write("Skolens egen vurdering", "Tiltakene er egnede.")
                .confirm("Tiltakene er lovlige og i tråd med skolereglene");
        done(principal, "writePlan");
        return this;
    }

    /** The plan goes on: what was written stands there already, only the dates are new. */
    WholeCase planExtended(LocalDate evaluation) {
        Tasklist principal = as(PRINCIPAL);
        Form form = principal.open(UNIT, "Lag aktivitetsplan");
        for (int row = 0; row < form.rows("Nivå"); row++) {
            form.row(row).date("Fra", today).date("Til", in(5)).date("Når ser vi om tiltaket virker?", evaluation);
        }
        form.write("Hva kan gjøres for miljøet i gruppa først?", "Leken for hele trinnet fortsetter.")
                .date("Når skal hele planen evalueres?", evaluation)
                .tick("Hvem er datoen avtalt med?", "Eleven og foresatte")
                .write("Hva mener eleven om tiltakene?", "Vil holde fram.")
                .write("Hva mener foresatte om tiltakene?", "De er enige.")
                .write("Hva er best for eleven?", "At alle barna får være med i leken.")
                .write("Skolens egen vurdering", "Tiltakene trenger mer tid.")
                .write("Hvorfor ligger ikke hovedvekten på klasse og skole?", "Gruppa er liten.")
                .confirm("Tiltakene er lovlige og i tråd med skolereglene");
        done(principal, "writePlan-extended");
        return this;
    }

    private void measure(Form form, int index, String level, String target, LocalDate evaluation) {
        if (form.rows("Nivå") <= index) {
            form.addRow();
        }
        form.row(index)
                .write("Hva skal gjøres?", "Voksenstyrt lek i friminuttene, tiltak " + (index + 1))
                .write("Hva skal tiltaket gjøre noe med?", "Leken er lukket for nye.")
                .select("Nivå", level)
                .select("Rettet mot", target)
                .select("Hvem har ansvaret?", "Kontaktlærer Bjørk")
                .date("Fra", today)
                .date("Til", in(5))
                .date("Når ser vi om tiltaket virker?", evaluation)
                .write("Hvordan ser vi at det virker?", "Eleven har noen å være sammen med hver dag.")
                .tick("Er tiltaket særlig inngripende for eleven det gjelder?", "Ikke særlig inngripende");
    }

    WholeCase measureCarriedOut() {
        Tasklist teacher = as(TEACHER);
        teacher.open(MINE, "Følg opp tiltaket")
                .tick("Er tiltaket gjennomført?", "Gjennomført")
                .date("Når ble det gjennomført?", today)
                .write("Hva har du gjort?", "Lek med voksne hver dag.");
        done(teacher, "followUpMeasure");
        return this;
    }

    WholeCase followedUpWeekly() {
        Tasklist principal = as(PRINCIPAL);
        principal
                .open(UNIT, "Følg opp tiltakene")
                .tick("Er det tiltak som ikke er gjennomført?", "Noe er ikke gjennomført")
                .write("Hva gjør dere med det?", "Vi begynner på mandag.");
        done(principal, "weeklyFollowUp");
        return this;
    }

    WholeCase informationGathered() {
        Tasklist principal = as(PRINCIPAL);
        principal
                .open(UNIT, "Innhent informasjon")
                .tick("Hvem eller hva har dere hentet opplysninger fra?", "Eleven")
                .tick("Hvem eller hva har dere hentet opplysninger fra?", "Foresatte")
                .write("Hva har dere fått vite?", "Det går bedre i friminuttene.");
        done(principal, "gatherInformation");
        return this;
    }

    WholeCase measureEvaluated() {
        Tasklist teacher = as(TEACHER);
        teacher.open(MINE, "Vurder virkningen")
                .tick("Hvilken virkning har tiltaket hatt?", "Tiltaket virker")
                .write("Hva bygger du det på?", "Sett i friminuttene.");
        done(teacher, "evaluateMeasure");
        return this;
    }

    WholeCase planEvaluated(String safe, String next, String picture) {
        Tasklist principal = as(PRINCIPAL);
        Form form = principal.open(UNIT, "Evaluer planen");
        form.date("Når ble eleven hørt?", today)
                .tick("Hvordan var eleven med?", "Var med på møtet")
                .write("Elevens egne ord", "Det er bedre nå.")
                .tick("Sier eleven at skolen er trygg og god nå?", safe)
                .select("Hvordan var foresatte med?", "Møte")
                .date("Når var foresatte med?", today)
                .write("Hva mener foresatte?", "De ser det samme.");
        for (int row = 0; row < form.rows("Virkning"); row++) {
            form.row(row).select("Virkning", "For tidlig å si").select("Hva nå?", next);
        }
        form.write("Må andre elever høres?", "Ingen andre trenger å høres nå.")
                .write("Hva er best for eleven nå?", "Vurdert på nytt.");
        done(principal, picture);
        return this;
    }

    WholeCase discussedInTeam() {
        Tasklist counsellor = as(COUNSELLOR);
        counsellor
                .open(UNIT, "Drøft planen i team")
                .date("Når drøftet dere planen?", today)
                .tick("Hvordan var saken lagt fram?", "Anonymt")
                .write("Hvilke råd ga teamet?", "Hold fram en stund til.");
        done(counsellor, "discussInTeam");
        return this;
    }

    WholeCase closed(LocalDate watchUntil) {
        Tasklist principal = as(PRINCIPAL);
        principal
                .open(UNIT, "Avslutt planen med referat")
                .date("Når var møtet?", today)
                .write("Hvem var med?", "Eleven, foresatte og kontaktlærer")
                .write("Hva ble sagt?", "Alle er enige om at det er trygt og godt.")
                .write("Hvorfor er det best for eleven å avslutte nå?", "Eleven sier selv at det er trygt og godt.")
                .write("Hvordan følger skolen med framover?", "Kontaktlærer spør hver fredag.")
                .date("Følg særlig med til", watchUntil)
                .confirm("Foresatte vet at planen avsluttes, og at den kan åpnes igjen");
        done(principal, "closePlan");
        return this;
    }

    WholeCase askedAgain() {
        Tasklist counsellor = as(COUNSELLOR);
        counsellor
                .open(UNIT, "Spør eleven på nytt")
                .date("Når spurte dere?", today)
                .select("Hvordan?", "Samtale")
                .write("Elevens egne ord", "Det er fortsatt fint.")
                .tick("Sier eleven at skolen er trygg og god nå?", "Ja, eleven sier at det er trygt og godt");
        done(counsellor, "askAgain");
        return this;
    }
}
