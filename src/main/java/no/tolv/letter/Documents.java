package no.tolv.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents of a case, every version kept. */
@Repository
public class Documents {

    private static final String PDF = "application/pdf";

    /**
     * One document as it was made.
     *
     * @param template the template it was made from, with its language form, for example {@code nn/activityPlan}
     * @param templateVersion says which edition of the template: another edition has another (NIT-62)
     */
    public record Document(
            String id,
            String caseNumber,
            String kind,
            int version,
            String title,
            String mediaType,
            Instant createdAt,
            String template,
            String templateVersion) {}

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final PdfRenderer renderer;
    private final Clock clock;

    Documents(JdbcClient jdbc, Organisation organisation, PdfRenderer renderer, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.renderer = renderer;
        this.clock = clock;
    }

    /**
     * Renders a template to PDF/A in the unit's language form (Opplæringslova § 15-2) and keeps it with the case.
     *
     * @param kind name of the template under {@code letters/nb} and {@code letters/nn}, for example {@code activityPlan}
     * @param title neutral: never a name (arkivforskrifta § 15)
     * @throws IllegalArgumentException when there is no such template
     */
    public Document create(
            String caseNumber, String unit, String kind, int version, String title, Map<String, Object> model) {
        String language = organisation.unit(unit).map(Unit::language).orElse("nb");
        byte[] content = renderer.render(language, kind, title, model);
        Document document = new Document(
                UUID.randomUUID().toString(),
                caseNumber,
                kind,
                version,
                title,
                PDF,
                clock.instant(),
                language + "/" + kind,
                renderer.edition(language, kind));
        insert(document, content);
        return document;
    }

    private void insert(Document document, byte[] content) {
        jdbc.sql("insert into document (id, case_number, kind, version, title, media_type, content, sha256, created_at,"
                        + " template, template_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(document.id(), document.caseNumber(), document.kind(), document.version(), document.title())
                .params(document.mediaType(), content, Sha256.hex(content), Timestamp.from(document.createdAt()))
                .params(document.template(), document.templateVersion())
                .update();
    }

    /** A case's documents, oldest first. */
    public List<Document> of(String caseNumber) {
        return jdbc.sql("select * from document where case_number = ? order by created_at, version")
                .param(caseNumber)
                .query((row, number) -> document(row))
                .list();
    }

    /**
     * The document as it was made.
     *
     * @throws IllegalStateException when the kept bytes are not those that were made
     */
    public Optional<byte[]> content(String id) {
        return jdbc.sql("select content, sha256 from document where id = ?")
                .param(id)
                .query((row, number) -> unchanged(id, row.getBytes("content"), row.getString("sha256")))
                .optional();
    }

    private static byte[] unchanged(String id, byte[] content, String sha256) {
        if (!Sha256.hex(content).equals(sha256)) {
            throw new IllegalStateException("Dokumentet " + id + " er endret etter at det ble laget.");
        }
        return content;
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("kind"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("media_type"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("template"),
                row.getString("template_version"));
    }
}
