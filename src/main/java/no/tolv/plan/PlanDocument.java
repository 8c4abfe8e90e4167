package no.tolv.plan;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.letter.Documents;
import no.tolv.measure.Measure;
import no.tolv.measure.Measures;
import no.tolv.measure.NorwegianDate;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** The plan as a document: the pupil's words first, measures by level, what has changed (NIT-95, MID-152, MID-175). */
@Component
class PlanDocument {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final ActivityPlans plans;
    private final Measures measures;
    private final CaseFiles cases;
    private final Hearings hearings;
    private final Organisation organisation;
    private final Responsibles responsibles;
    private final PlanRules rules;
    private final PlanChanges changes;
    private final Documents documents;

    PlanDocument(
            ActivityPlans plans,
            Measures measures,
            CaseFiles cases,
            Hearings hearings,
            Organisation organisation,
            Responsibles responsibles,
            PlanRules rules,
            PlanChanges changes,
            Documents documents) {
        this.plans = plans;
        this.measures = measures;
        this.cases = cases;
        this.hearings = hearings;
        this.organisation = organisation;
        this.responsibles = responsibles;
        this.rules = rules;
        this.changes = changes;
        this.documents = documents;
    }

    /** Makes the document of a version and says its id. */
    String create(String caseNumber, String unit, int version) {
        ActivityPlan plan = plans.find(caseNumber, version).orElseThrow();
        PlanContent content = rules.content(unit);
        String planName = content.planName();
        String title = "%s, versjon %d".formatted(planName, version);
        return documents
                .create(caseNumber, unit, content.templateName(), version, title, model(plan, unit, planName))
                .id();
    }

    private Map<String, Object> model(ActivityPlan plan, String unit, String planName) {
        Map<String, Object> model = new HashMap<>(texts(plan.texts()));
        model.put("communicationSummary", plan.texts().communicationSummary());
        model.put("caseNumber", plan.caseNumber());
        model.put("planName", planName);
        model.put("version", plan.version());
        model.put("unitName", organisation.unit(unit).map(Unit::name).orElse(unit));
        model.put("pupilName", pupilName(plan.caseNumber()));
        model.put("pupilStatement", pupilStatement(plan.caseNumber()));
        model.put("measuresByLevel", byLevel(measures.of(plan.caseNumber(), plan.version())));
        model.put("evaluationOn", NorwegianDate.inWords(plan.evaluationOn()));
        model.put("changes", changes.until(plan));
        model.put(
                "createdOn", NorwegianDate.inWords(plan.createdAt().atZone(OSLO).toLocalDate()));
        return model;
    }

    private static Map<String, Object> texts(ActivityPlan.Texts texts) {
        return Map.of(
                "problemPupil", texts.problemPupil(),
                "problemFindings", texts.problemFindings(),
                "groupAssessment", texts.groupAssessment(),
                "pupilView", texts.pupilView(),
                "guardiansView", texts.guardiansView(),
                "bestInterest", texts.bestInterest(),
                "schoolAssessment", texts.schoolAssessment());
    }

    private String pupilName(String caseNumber) {
        return cases.find(caseNumber)
                .flatMap(file -> organisation.pupil(file.pupil()))
                .map(Pupil::name)
                .orElse("");
    }

    private String pupilStatement(String caseNumber) {
        return hearings.latestOfPupil(caseNumber).map(Hearing::statement).orElse(null);
    }

    private List<Map<String, Object>> byLevel(List<Measure> written) {
        List<Map<String, Object>> levels = new ArrayList<>();
        Arrays.stream(Measure.Level.values()).forEach(level -> {
            List<Map<String, String>> rows = written.stream()
                    .filter(measure -> measure.level() == level)
                    .map(this::row)
                    .toList();
            if (!rows.isEmpty()) {
                levels.add(Map.of("level", level.code(), "label", level.label(), "measures", rows));
            }
        });
        return levels;
    }

    private Map<String, String> row(Measure measure) {
        Map<String, String> row = new HashMap<>();
        row.put("what", measure.what());
        row.put("cause", measure.cause());
        row.put("target", measure.target() == null ? null : measure.target().label());
        row.put("responsible", responsibles.nameOf(measure.responsible()));
        row.put("from", NorwegianDate.inWords(measure.startsOn()));
        row.put("to", NorwegianDate.inWords(measure.endsOn()));
        row.put("evaluationOn", NorwegianDate.inWords(measure.evaluationOn()));
        row.put("effectSign", measure.effectSign());
        return row;
    }
}
