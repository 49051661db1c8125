package org.isnad.desk;

import java.time.Instant;
import java.util.UUID;

import org.isnad.claim.Contribution;

/** Somebody who contributed to a claim, how, and since when. */
public record ClaimHelper(UUID person, String name, Contribution contribution, Instant since) {}
