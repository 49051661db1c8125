package org.isnad.article;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.article.capture.Captures;
import org.isnad.article.suggestion.Suggestions;
import org.isnad.identity.Actor;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/**
 * How fast articles come in, the whole path: fetched over HTTP from this machine, told from the page, compared with those at the desk,
 * saved with its capture and history, and suggestions made. {@code ./mvnw -Pbench verify -Dit.test=IntakeBench}.
 */
@IsnadTest
class IntakeBench {
    private static final int RUNS = Integer.getInteger("isnad.bench.runs", 5);
    private static final long SECONDS = Long.getLong("isnad.bench.seconds", 8);
    private static final String[] WORDS = ("قال أعلن وزير البلدية المدينة الجسر الطريق مستشفى ألف مليون طن قمح يوم شهر سنة بعد قبل الذي التي على من "
            + "إلى عن في منذ شمال جنوب شرق غرب قرية حي سوق سعر ارتفع انخفض أغلق فتح نقل وصل غادر لجنة تقرير بيان مصدر رئيس مجلس شركة")
            .split(" ");

    @Inject
    Captures captures;
    @Inject
    ArticleIntake intake;
    @Inject
    Newsroom newsroom;

    private final AtomicInteger pages = new AtomicInteger();

    @Test
    void theWholePath() throws Exception {
        turn(4);
        for (int atOnce : new int[]{1, 16}) {
            double[] rates = new double[RUNS];
            long[] peaks = new long[RUNS];
            for (int run = 0; run < RUNS; run++) {
                System.gc();
                heap().forEach(MemoryPoolMXBean::resetPeakUsage);
                rates[run] = turn(atOnce);
                peaks[run] = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
            }
            Arrays.sort(rates);
            Arrays.sort(peaks);
            System.out.printf(Locale.ROOT,
                    "bench: %d at once: %.1f articles/s (median of %d; %.1f to %.1f); heap at its peak %d MB (median), "
                            + "with all of the application and its tests%n",
                    atOnce, rates[RUNS / 2], RUNS, rates[0], rates[RUNS - 1], peaks[RUNS / 2] >> 20);
        }
    }

    private double turn(int atOnce) throws Exception {
        Actor reviewer = newsroom.reviewer();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        AtomicInteger done = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            running.add(threads.submit(() -> {
                while (System.nanoTime() < end) {
                    one(reviewer);
                    done.incrementAndGet();
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private void one(Actor reviewer) {
        int n = pages.incrementAndGet();
        String url = ForeignSite.page("/bench/" + n, "text/html; charset=utf-8", page(new Random(n)));
        ArticleProposal proposal = intake.proposeFetched(captures.fetch(OutboundRequest.page(url), reviewer).id())
                .orElseThrow().articles().get(0);
        Received received = intake.receive(proposal.asProposed(), reviewer);
        if (received.known() || Suggestions.of(proposal.text(), proposal.language()).isEmpty()) {
            throw new IllegalStateException("not a new article with suggestions: " + url);
        }
    }

    /** Some 450 words in eight paragraphs, with what stands around an article. */
    private static byte[] page(Random random) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=ar><head><title>").append(words(8, random))
                .append("</title></head><body><nav>").append("<a href=/x>قسم</a>".repeat(12))
                .append("</nav><article><h1>")
                .append(words(8, random)).append("</h1>");
        for (int i = 0; i < 8; i++) {
            page.append("<p>").append(words(28, random)).append(" ").append(random.nextInt(90_000)).append(". ")
                    .append(words(27, random)).append(".</p>");
        }
        return page.append("</article><footer>").append("<a href=/y>خبر آخر من الموقع</a>".repeat(15))
                .append("</footer></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String words(int count, Random random) {
        return random.ints(count, 0, WORDS.length).mapToObj(i -> WORDS[i]).collect(Collectors.joining(" "));
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
