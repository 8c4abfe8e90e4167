package no.tolv.concern.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import no.tolv.concern.StrangersDesk;
import no.tolv.concern.StrangersDesk.Sending;
import no.tolv.concern.intake.SentForms;
import no.tolv.concern.intake.SentForms.AlreadySent;
import no.tolv.concern.intake.WaitingRoom;
import no.tolv.engine.FormRejected;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where a pupil, a guardian or anybody else reports a worry without an account. */
@Controller
class ReportPage {

    static final String STAFF_FORM = "redirect:/camunda/app/tasklist/default/#/?processStart=activityDuty";

    private static final Logger LOG = LoggerFactory.getLogger(ReportPage.class);

    /** Bytes; the longest text the fields take, as a browser writes it. The server reads no more of a form. */
    private static final int LONGEST = 256 * 1024;

    private final StrangersDesk desk;
    private final SentForms sentForms;
    private final Organisation organisation;
    private final PageTexts texts;

    ReportPage(StrangersDesk desk, SentForms sentForms, Organisation organisation, PageTexts texts) {
        this.desk = desk;
        this.sentForms = sentForms;
        this.organisation = organisation;
        this.texts = texts;
    }

    @GetMapping("/meld")
    String open(@RequestParam Map<String, String> query, Principal person, Model page) {
        return person == null ? show(ReportForm.empty(query), Map.of(), null, page) : STAFF_FORM;
    }

    /** What has been typed is on the page again whatever goes wrong; it is nowhere else. */
    @PostMapping(path = "/meld", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String send(
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page)
            throws IOException {
        if (request.getContentLengthLong() > LONGEST) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return null;
        }
        ReportForm form = ReportForm.sent(fields);
        try {
            desk.take(sending(form, request));
            return sent(form, request);
        } catch (AlreadySent twice) {
            return sent(form, request);
        } catch (FormRejected refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            Properties words = texts.in(form.language());
            return show(form, form.sentences(refusal.faults(), words), null, page);
        } catch (WaitingRoom.Full full) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(WaitingRoom.Full.RETRY_SECONDS));
            return notSent(form, HttpStatus.SERVICE_UNAVAILABLE, "notSent.busy", response, page);
        } catch (RuntimeException ours) {
            LOG.error("A report could not be taken: {}", ours.getClass().getName());
            return notSent(form, HttpStatus.INTERNAL_SERVER_ERROR, "notSent.failed", response, page);
        }
    }

    private String notSent(
            ReportForm form, HttpStatus status, String sentence, HttpServletResponse response, Model page) {
        response.setStatus(status.value());
        return show(form, Map.of(), texts.in(form.language()).getProperty(sentence), page);
    }

    /** 303, so that neither going back nor loading again sends anything; the form itself may ask for its code again. */
    private String sent(ReportForm form, HttpServletRequest request) {
        sentForms.showAgain(form.sendable());
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:/meld/sendt?vis=" + form.sendable().ticket() + "&sprak=" + form.language();
    }

    /** A form sent from another site's page may be one of many sent behind people's backs, but it may be true. */
    private static Sending sending(ReportForm form, HttpServletRequest request) {
        boolean fromElsewhere = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        return new Sending(form.answers(), request.getRemoteAddr(), form.sendable(), form.trapped() || fromElsewhere);
    }

    private String show(ReportForm form, Map<String, String> errors, String notSent, Model page) {
        page.addAttribute("t", texts.in(form.language()));
        page.addAttribute("form", form);
        page.addAttribute("errors", errors);
        page.addAttribute("notSent", notSent);
        page.addAttribute("places", places());
        page.addAttribute("suspects", List.of("pupil", "employee", "leader", "unknown"));
        return "report";
    }

    /** Schools and kindergartens by the name of their municipality. */
    private Map<String, List<Unit>> places() {
        List<Unit> units = organisation.units();
        Map<String, String> owners = units.stream().collect(toMap(Unit::id, Unit::name));
        return units.stream()
                .filter(unit -> unit.kind() != Unit.Kind.OWNER)
                .collect(groupingBy(unit -> owners.get(unit.owner()), LinkedHashMap::new, toList()));
    }
}
