package org.jiritsu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Readers and running studies on a server that listens on this machine:
 * {@code Load PORT READERS SECONDS PAUSE_MILLIS STUDY}.
 * A reader asks, reads the whole answer, pauses for a random time of that mean, and asks something else.
 */
final class Load {
    private static final int STUDIES = 2;
    private static final List<String> HOMES = List.of(
            "JPN", "USA", "CHN", "DEU", "KOR", "GBR", "FRA", "IND", "VNM", "AUS", "TWN", "MEX", "CAN", "BRA", "ITA",
            "ESP", "NLD", "POL", "THA", "IDN");
    private static final List<String> ASKED = List.of(
            "exposure?home=%s",
            "exposure?home=%s&band=true",
            "exposure?home=%s&by=sector&top=200",
            "exposure?home=%s&worlds=wiod1995,wiod2011",
            "cutoff?home=%s",
            "worlds",
            "worlds/icio2022",
            "fields?lang=ja",
            "scenarios",
            "methods/exposure",
            "runs",
            "health",
            "tariffs?scenario=us-2025-august");
    private static final List<String> IN_WIOD =
            HOMES.stream().filter(h -> !List.of("VNM", "THA").contains(h)).toList();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

    private Load(int port) {
        base = "http://127.0.0.1:" + port + "/api/v1/";
    }

    public static void main(String[] args) throws Exception {
        Load load = new Load(Integer.parseInt(args[0]));
        int readers = Integer.parseInt(args[1]);
        int pause = Integer.parseInt(args[3]);
        String study = Files.readString(Path.of(args[4]));
        for (String asked : ASKED) { // once before the clock starts, as a first reader would
            load.get(asked.formatted("JPN"));
        }
        long end =
                System.nanoTime() + Duration.ofSeconds(Long.parseLong(args[2])).toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> studies = threads.submit(() -> load.studies(study, end));
            List<Future<?>> all = new ArrayList<>();
            for (int r = 0; r < readers; r++) {
                Random random = new Random(r);
                all.add(threads.submit(() -> load.reader(random, pause, end)));
            }
            for (Future<?> each : all) {
                each.get();
            }
            load.print(readers, pause, studies.get());
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept-Encoding", "gzip")
                        .timeout(Duration.ofMinutes(2))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            errors.add(path + ": " + response.statusCode());
        }
        return response.body();
    }

    private Void reader(Random random, int pause, long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            String asked = ASKED.get(random.nextInt(ASKED.size()));
            List<String> homes = asked.contains("wiod") ? IN_WIOD : HOMES;
            String path = asked.formatted(homes.get(random.nextInt(homes.size())));
            long start = System.nanoTime();
            try {
                get(path);
            } catch (IOException e) {
                errors.add(path + ": " + e);
            }
            nanos.add(System.nanoTime() - start);
            Thread.sleep(pause == 0 ? 0 : random.nextInt(2 * pause));
        }
        return null;
    }

    /** Keeps two at work, and tells how many came to their end. */
    private int studies(String study, long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            for (int open = count("queued|running"); open < STUDIES; open++) {
                HttpResponse<String> posted = client.send(
                        HttpRequest.newBuilder(URI.create(base + "runs"))
                                .header("Content-Type", "application/yaml")
                                .POST(HttpRequest.BodyPublishers.ofString(study))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (posted.statusCode() != 202) {
                    errors.add("POST runs: " + posted.statusCode());
                }
            }
            Thread.sleep(200);
        }
        if (count("failed|broken|cancelled") > 0) {
            errors.add("a study failed");
        }
        return count("done");
    }

    private int count(String states) throws IOException, InterruptedException {
        HttpResponse<String> runs = client.send(
                HttpRequest.newBuilder(URI.create(base + "runs")).build(), HttpResponse.BodyHandlers.ofString());
        Matcher matcher = Pattern.compile("\"state\":\"(" + states + ")\"").matcher(runs.body());
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private void print(int readers, int pause, int studies) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%d readers, pauses of %d ms: %d requests, %d studies done, p50 %.1f ms, p95 %.1f ms, "
                        + "p99 %.1f ms, slowest %.0f ms, %d errors%n",
                readers,
                pause,
                sorted.length,
                studies,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1),
                errors.size());
        errors.stream().distinct().limit(10).forEach(System.out::println);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }
}
