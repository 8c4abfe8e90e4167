package no.tolv.concern.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import no.tolv.concern.intake.Receipts;
import no.tolv.concern.intake.SenderLimit;
import no.tolv.concern.intake.SentForms;
import no.tolv.concern.intake.WaitingRoom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The receipt code, shown once, and what it opens: how far the report has come, never what it says. */
@Controller
class ReceiptPage {

    /** Nobody types more codes in a minute; who guesses would need longer than the sun lasts anyway. */
    private static final int TRIES = 10;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final SentForms sentForms;
    private final Receipts receipts;
    private final WaitingRoom room;
    private final PageTexts texts;
    private final SenderLimit limit = new SenderLimit(TRIES, PERIOD);

    ReceiptPage(SentForms sentForms, Receipts receipts, WaitingRoom room, PageTexts texts) {
        this.sentForms = sentForms;
        this.receipts = receipts;
        this.room = room;
        this.texts = texts;
    }

    @GetMapping("/meld/sendt")
    String sent(
            @RequestParam(name = "vis", defaultValue = "") String ticket,
            @RequestParam(name = "sprak", defaultValue = "nb") String language,
            Model page) {
        page.addAttribute("code", sentForms.show(ticket).orElse(null));
        return show("reportSent", language, page);
    }

    @GetMapping("/meld/kvittering")
    String ask(@RequestParam(name = "sprak", defaultValue = "nb") String language, Model page) {
        return show("reportStatus", language, page);
    }

    @PostMapping(path = "/meld/kvittering", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String answer(
            @RequestParam(name = "kode", defaultValue = "") String code,
            @RequestParam(name = "sprak", defaultValue = "nb") String language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        if (limit.isOften(request.getRemoteAddr())) {
            return tooOften(language, response, page);
        }
        try {
            page.addAttribute(
                    "status", room.serve(false, () -> receipts.status(code)).name());
            return show("reportStatus", language, page);
        } catch (WaitingRoom.Full full) {
            return tooOften(language, response, page);
        }
    }

    private String tooOften(String language, HttpServletResponse response, Model page) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(PERIOD.toSeconds()));
        page.addAttribute("status", "WAIT");
        return show("reportStatus", language, page);
    }

    private String show(String template, String language, Model page) {
        page.addAttribute("language", PageTexts.language(language));
        page.addAttribute("t", texts.in(language));
        return template;
    }
}
