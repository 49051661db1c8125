package org.isnad.desk;

import java.util.UUID;

import org.isnad.claim.ClaimState;

/** A claim that is made in an article of an outlet or author. */
public record OriginClaim(UUID id, String wording, String language, ClaimState state) {}
