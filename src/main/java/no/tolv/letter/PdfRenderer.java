package no.tolv.letter;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Turns a letter template into PDF/A-2 with everything embedded and tagged for screen readers. */
@Component
class PdfRenderer {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final int EDITION_LENGTH = 12;

    private final TemplateEngine templates = templates();

    /** @throws IllegalArgumentException when there is no template of that kind in the language */
    byte[] render(String language, String kind, String title, Map<String, Object> model) {
        String template = language + "/" + kind;
        if (!file(template).exists()) {
            throw new IllegalArgumentException("Det finnes ingen dokumentmal «" + template + "».");
        }
        Map<String, Object> values = new HashMap<>(model);
        values.put("title", title);
        return pdf(printable(templates.process(template, new Context(Locale.forLanguageTag(language), values))));
    }

    /** Which edition of a template there is: twelve characters that change when the template does. */
    String edition(String language, String kind) {
        try (InputStream template = file(language + "/" + kind).getInputStream()) {
            return Sha256.hex(template.readAllBytes()).substring(0, EDITION_LENGTH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassPathResource file(String template) {
        return new ClassPathResource("letters/" + template + ".html");
    }

    private static byte[] pdf(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TrueTypeFont font = font();
                PDDocument document = new PDDocument()) {
            new PdfRendererBuilder()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .useFont(new PDFontSupplier(PDType0Font.load(document, font, true)), "Liberation Sans")
                    .withHtmlContent(html, null)
                    .toStream(out)
                    .run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Dokumentet kunne ikke lages.", unwritable);
        }
        return out.toByteArray();
    }

    /** Without ligatures: looking for them in each piece of text takes more time than all the rest of a document. */
    private static TrueTypeFont font() throws IOException {
        TrueTypeFont font =
                new TTFParser().parse(new RandomAccessReadBuffer(PdfRenderer.class.getResourceAsStream(FONT)));
        font.setEnableGsub(false);
        return font;
    }

    /** What somebody has pasted may hold characters that XML does not know. */
    private static String printable(String html) {
        return html.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private static TemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("letters/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
