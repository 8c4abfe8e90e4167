package no.tolv.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Several who do the same work in rounds, in turn, each round beginning with another; medians and medians of paired ratios. */
class Race {

    private final RaceGround ground;
    private final Map<String, Racer> racers = new LinkedHashMap<>();

    Race(RaceGround ground) {
        this.ground = ground;
    }

    interface Racer {
        StatementCounts several(int cases, int threads);
    }

    Race with(String name, Racer racer) {
        racers.put(name, racer);
        return this;
    }

    /** What one used in one round: milliseconds of a processor and cases a second, a case. */
    private record Lap(double worker, double database, double rate) {

        double both() {
            return worker + database;
        }
    }

    /** Everybody walks until this many seconds and cases are behind them. */
    void warmUp(int seconds, int cases, int atATime) {
        racers.forEach((name, racer) -> {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            int walked = 0;
            while (walked < cases || System.nanoTime() < end) {
                racer.several(atATime, 2);
                walked += atATime;
            }
            System.out.printf("%s is warm after %d cases%n", name, walked);
        });
    }

    void run(int rounds, int cases, int threads) {
        List<String> order = new ArrayList<>(racers.keySet());
        Map<String, List<Lap>> laps = new LinkedHashMap<>();
        order.forEach(name -> laps.put(name, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int place = 0; place < order.size(); place++) {
                String name = order.get((place + round) % order.size());
                laps.get(name).add(lap(racers.get(name), cases, threads));
            }
        }
        System.out.printf("%n%s, %d threads, %d rounds of %d cases; medians%n", ground, threads, rounds, cases);
        laps.forEach((name, all) -> System.out.printf(
                "  %-8s CPU a case: worker %6.1f ms, database %6.1f ms; %6.2f cases a second%n",
                name, median(all, Lap::worker), median(all, Lap::database), median(all, Lap::rate)));
        String first = order.get(0);
        order.stream().skip(1).forEach(other -> ratios(first, laps.get(first), other, laps.get(other)));
    }

    private Lap lap(Racer racer, int cases, int threads) {
        double before = ground.cpuMillis();
        StatementCounts sum = racer.several(cases, threads);
        double database = ground.cpuMillis() - before;
        return new Lap(sum.cpuMillis() / cases, database / cases, cases * threads / sum.seconds());
    }

    private static void ratios(String one, List<Lap> ones, String other, List<Lap> others) {
        System.out.printf(
                "  %s / %s: worker CPU %s, worker + database CPU %s, rate %s%n",
                one,
                other,
                paired(ones, others, Lap::worker),
                paired(ones, others, Lap::both),
                paired(ones, others, Lap::rate));
    }

    private static String paired(List<Lap> ones, List<Lap> others, ToDoubleFunction<Lap> measure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ones.size(); round++) {
            ratios.add(measure.applyAsDouble(ones.get(round)) / measure.applyAsDouble(others.get(round)));
        }
        ratios.sort(null);
        return "%.2f [%.2f..%.2f]"
                .formatted(ratios.get(ratios.size() / 2), ratios.get(0), ratios.get(ratios.size() - 1));
    }

    private static double median(List<Lap> laps, ToDoubleFunction<Lap> measure) {
        return laps.stream().mapToDouble(measure).sorted().toArray()[laps.size() / 2];
    }
}
