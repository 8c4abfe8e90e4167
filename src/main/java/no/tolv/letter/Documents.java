package no.tolv.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Documents of a case, every version kept. */
@Repository
public class Documents {

    public record Document(
            String id,
            String caseNumber,
            String kind,
            int version,
            String title,
            String mediaType,
            Instant createdAt) {}

    /** Renders a template to PDF/A in the unit's language form and keeps it with the case. */
    public Document create(
            String caseNumber, String unit, String kind, int version, String title, Map<String, Object> model) {
        throw new UnsupportedOperationException();
    }

    public List<Document> of(String caseNumber) {
        throw new UnsupportedOperationException();
    }

    public Optional<byte[]> content(String id) {
        throw new UnsupportedOperationException();
    }
}
