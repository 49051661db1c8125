package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** Texts that are nearly the same and come in at the same moment, from different addresses. */
@IsnadTest
class NearSameRaceIT {
    private static final int ROUNDS = 15;

    @Inject
    ArticleIntake intake;
    @Inject
    Newsroom newsroom;

    @Test
    void theSecondFindsTheFirst() throws Exception {
        Actor reviewer = newsroom.reviewer();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String text = Words.some(120);
                List<Callable<Received>> copies = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    NewArticle copy = new NewArticle(null, "https://mirror" + i + ".example/" + UUID.randomUUID(),
                            "نسخة",
                            null, null, null, "ar", text + " " + Words.some(8), false);
                    copies.add(() -> intake.receive(copy, reviewer));
                }
                List<Received> received = new ArrayList<>();
                for (Future<Received> one : threads.invokeAll(copies)) {
                    received.add(one.get());
                }
                assertThat(received).as("round " + round).filteredOn(one -> !one.known()).hasSize(1);
                assertThat(received).extracting(Received::id).containsOnly(received.get(0).id());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
