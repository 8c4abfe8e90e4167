package no.tolv.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Dokumenter")
class DocumentsTest {

    private static final String CASE = "HAGEN-2026-0001";

    private LetterGround ground;

    @BeforeEach
    void start() {
        ground = new LetterGround(Map.of());
    }

    @AfterEach
    void stop() {
        ground.close();
    }

    @Test
    @DisplayName("aktivitetsplanen har elevens stemme øverst og alle fem lovfestede deler")
    void activityPlan() throws Exception {
        byte[] pdf = create("hagen", 2);
        keepForTheEye("activityPlan-nb", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text.indexOf("Elevens stemme")).isPositive().isLessThan(text.indexOf("Hvilket problem"));
            assertThat(text)
                    .contains("Dette er endret underveis")
                    .contains("Kort om samtalene med eleven og foresatte", "Foresatte ringte 20. november.")
                    .contains("Jeg er redd i friminuttene", "Fast voksen ute", "Lærer Lerke")
                    .contains("24.11.2026 – 18.12.2026", "01.12.2026", "Tiltaket i storefri er nytt");
        }
    }

    @Test
    @DisplayName("er PDF/A-2 med innebygd skrift, fargeprofil og språk")
    void archivable() throws Exception {
        try (PDDocument document = Loader.loadPDF(create("hagen", 1))) {
            var catalog = document.getDocumentCatalog();
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>", "<dc:description>")
                    .contains("Skriftlig plan etter opplæringslova § 12-4");
            assertThat(catalog.getOutputIntents()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("nb");
            for (PDPage page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("er på nynorsk når enheten skriver nynorsk")
    void nynorsk() throws Exception {
        byte[] pdf = create("aune", 1);
        keepForTheEye("activityPlan-nn", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Stemma til eleven",
                            "Kort om samtalane med eleven og dei føresette",
                            "Kva problem tiltaka skal løyse")
                    .doesNotContain("Hvilket", "Elevens stemme");
        }
    }

    @Test
    @DisplayName("alle versjoner blir bevart, og tegn skriften ikke har, velter ingenting")
    void everyVersion() {
        create("hagen", 1);
        create("hagen", 2);
        Map<String, Object> odd = model(3);
        odd.put("pupilStatement", "<b>Hei</b> & hå \u0000\u0007 \uD83D\uDE00 «sitat» – ščř \u0645");
        Documents documents = ground.get(Documents.class);
        documents.create(CASE, "hagen", "activityPlan", 3, "Aktivitetsplan", odd);
        assertThat(documents.of(CASE)).extracting(Documents.Document::version).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("sier hvilken mal de er laget av, og hvilken utgave av den (NIT-62)")
    void template() {
        create("hagen", 1);
        create("aune", 2);
        var made = ground.get(Documents.class).of(CASE);
        assertThat(made).extracting(Documents.Document::template).containsExactly("nb/activityPlan", "nn/activityPlan");
        assertThat(made)
                .extracting(Documents.Document::templateVersion)
                .doesNotHaveDuplicates()
                .allMatch(edition -> edition.matches("[0-9a-f]{12}"));
    }

    @Test
    @DisplayName("som er endret i databasen, blir ikke utlevert")
    void changed() {
        create("hagen", 1);
        Documents documents = ground.get(Documents.class);
        String id = documents.of(CASE).get(0).id();
        ground.jdbc()
                .sql("update document set content = ?")
                .param(new byte[] {1})
                .update();
        assertThatIllegalStateException().isThrownBy(() -> documents.content(id));
    }

    private byte[] create(String unit, int version) {
        Documents documents = ground.get(Documents.class);
        var made = documents.create(CASE, unit, "activityPlan", version, "Aktivitetsplan", model(version));
        return documents.content(made.id()).orElseThrow();
    }

    private static Map<String, Object> model(int version) {
        Map<String, Object> model = new HashMap<>();
        model.put("caseNumber", CASE);
        model.put("planName", "Aktivitetsplan");
        model.put("version", version);
        model.put("unitName", "Hageskolen");
        model.put("pupilName", "Elev Ekorn");
        model.put("pupilStatement", "Jeg er redd i friminuttene.\nDet er verst ved fotballbanen.");
        model.put("problemPupil", "Eleven blir stengt ute fra leken og blir kalt stygge ting.");
        model.put("problemFindings", "Tre observasjoner i friminutt viser at eleven står alene det meste av tiden.");
        model.put("groupAssessment", "Gruppa trenger trygge leker som voksne leder.");
        model.put("measuresByLevel", measuresByLevel());
        model.put("pupilView", "Eleven vil gjerne prøve.");
        model.put("guardiansView", "Foresatte er enige.");
        model.put("communicationSummary", "Foresatte ringte 20. november.");
        model.put("bestInterest", "Det er til elevens beste at tiltakene begynner straks.");
        model.put("schoolAssessment", "Tiltakene treffer årsakene vi har funnet.");
        model.put("evaluationOn", "18.12.2026");
        model.put("changes", version == 1 ? List.of() : List.of("Tiltaket i storefri er nytt"));
        model.put("createdOn", "23.11.2026");
        return model;
    }

    private static List<Map<String, Object>> measuresByLevel() {
        return List.of(
                level("individual", "For eleven", measure("Fast voksen ute"), measure("Samtale hver fredag")),
                level("class", "For klassen", measure("Lek ledet av voksne " + "og enda mer ".repeat(30))),
                level("school", "For skolen"));
    }

    @SafeVarargs
    private static Map<String, Object> level(String level, String label, Map<String, Object>... measures) {
        return Map.of("level", level, "label", label, "measures", List.of(measures));
    }

    private static Map<String, Object> measure(String what) {
        return Map.of(
                "what", what,
                "cause", "Få voksne ute",
                "target", "Den som er utsatt",
                "responsible", "Lærer Lerke",
                "from", "24.11.2026",
                "to", "18.12.2026",
                "evaluationOn", "01.12.2026",
                "effectSign", "Eleven er med i leken");
    }

    private static void keepForTheEye(String name, byte[] pdf) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                Path picture = folder.resolve(name + "-" + page + ".png");
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page, 70), "png", picture.toFile());
            }
        }
    }
}
