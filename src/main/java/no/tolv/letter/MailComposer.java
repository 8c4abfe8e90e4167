package no.tolv.letter;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import no.tolv.casefile.TaskRecords;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a mail in the unit's language form; the only value from a case it can carry is the archive's case number (NIT-83). */
@Component
class MailComposer {

    private static final String ARCHIVE_NUMBER = "{archiveNumber}";
    private static final Pattern ARCHIVE_NUMBER_FORM = Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9/.-]{0,29}");

    private final MailTexts texts;
    private final Organisation organisation;
    private final TaskRecords records;
    private final String baseUrl;
    private final String sender;

    MailComposer(
            MailTexts texts,
            Organisation organisation,
            TaskRecords records,
            @Value("${tolv.base-url:http://localhost:8080}") String baseUrl,
            @Value("${tolv.outbox.sender:tolv@localhost}") String sender) {
        this.texts = texts;
        this.organisation = organisation;
        this.records = records;
        this.baseUrl = baseUrl;
        this.sender = sender;
    }

    /**
     * The finished message; its Message-ID depends on the key alone, so that a repeat is recognised as one.
     *
     * @throws Blocked when the mail needs an archive number and the case has none in due form
     */
    MimeMessage compose(Outbox.Mail mail, String address, Instant writtenAt) throws Blocked, MessagingException {
        String language = organisation.unit(mail.unit()).map(Unit::language).orElse("nb");
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(sender));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject(texts.subject(mail.template(), language), "UTF-8");
        message.setText(fill(texts.body(mail.template(), language), mail.caseNumber()), "UTF-8");
        message.setContentLanguage(new String[] {language});
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(writtenAt));
        message.saveChanges();
        message.setHeader("Message-ID", messageId(mail.key()));
        return message;
    }

    static String messageId(String key) {
        return "<" + Sha256.hex(key) + "@tolv>";
    }

    private String fill(String body, String caseNumber) throws Blocked {
        String text = body.replace("{url}", baseUrl);
        return text.contains(ARCHIVE_NUMBER) ? text.replace(ARCHIVE_NUMBER, archiveNumber(caseNumber)) : text;
    }

    private String archiveNumber(String caseNumber) throws Blocked {
        return records.latest(caseNumber, "writePlan")
                .map(record -> (String) record.answers().get("archiveNumber"))
                .map(String::strip)
                .filter(number -> ARCHIVE_NUMBER_FORM.matcher(number).matches())
                .orElseThrow(() -> new Blocked("noArchiveNumber"));
    }
}
