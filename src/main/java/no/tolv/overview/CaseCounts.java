package no.tolv.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.tolv.casefile.CaseFile;
import no.tolv.deadline.TolvClock;
import no.tolv.organisation.Unit;
import no.tolv.overview.SmallNumbers.Shown;

/** Counts the open cases of some units, and what belongs to them, by unit; open cases also by the month they were opened. */
record CaseCounts(List<Unit> units, List<CaseFile> cases, YearMonth thisMonth) {

    private static final int MONTHS = 12;
    private static final String EARLIER = "tidligere";

    /** A number for the units together and for each. */
    record Table(Object total, List<Row> units) {}

    /** @param months null where months are not told of */
    record Row(String unit, String name, Object count, List<Month> months) {}

    record Month(String month, Object count) {}

    Table open() {
        return table(byUnit(file -> 1), this::months);
    }

    /** @param ofCase how many of something there are, by case number */
    Table of(Map<String, Integer> ofCase) {
        return table(byUnit(file -> ofCase.getOrDefault(file.caseNumber(), 0)), (unit, count) -> null);
    }

    private SmallNumbers byUnit(ToIntFunction<CaseFile> number) {
        Map<String, Integer> sums = cases.stream().collect(groupingBy(CaseFile::unit, summingInt(number)));
        return SmallNumbers.of(
                units.stream().map(unit -> sums.getOrDefault(unit.id(), 0)).toList());
    }

    private Table table(SmallNumbers numbers, BiFunction<Unit, Shown, List<Month>> months) {
        List<Row> rows = IntStream.range(0, units.size())
                .mapToObj(row -> row(units.get(row), numbers.cells().get(row), months))
                .toList();
        return new Table(numbers.total().told(), rows);
    }

    private static Row row(Unit unit, Shown count, BiFunction<Unit, Shown, List<Month>> months) {
        return new Row(unit.id(), unit.name(), count.told(), months.apply(unit, count));
    }

    /** Months add up to the unit's number: where that is not shown, or would give one of them away, none is. */
    private List<Month> months(Unit unit, Shown count) {
        Map<String, Integer> opened = opened(unit);
        SmallNumbers numbers = SmallNumbers.of(List.copyOf(opened.values()));
        boolean told = count.isShown() && numbers.total().isShown();
        List<String> names = List.copyOf(opened.keySet());
        return IntStream.range(0, names.size())
                .mapToObj(month ->
                        new Month(names.get(month), (told ? numbers.cells().get(month) : Shown.KEPT_BACK).told()))
                .toList();
    }

    /** Always the same months, so that none is told of by being there. */
    private Map<String, Integer> opened(Unit unit) {
        Map<String, Integer> opened = new LinkedHashMap<>();
        Stream.concat(Stream.of(EARLIER), lastMonths()).forEach(month -> opened.put(month, 0));
        cases.stream()
                .filter(file -> file.unit().equals(unit.id()))
                .map(CaseCounts::month)
                .forEach(month -> opened.merge(opened.containsKey(month) ? month : EARLIER, 1, Integer::sum));
        return opened;
    }

    private Stream<String> lastMonths() {
        return IntStream.rangeClosed(1 - MONTHS, 0)
                .mapToObj(thisMonth::plusMonths)
                .map(YearMonth::toString);
    }

    private static String month(CaseFile file) {
        return YearMonth.from(file.openedAt().atZone(TolvClock.OSLO)).toString();
    }
}
