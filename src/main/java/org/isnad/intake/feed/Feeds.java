package org.isnad.intake.feed;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.isnad.kernel.Problem;

/** The feeds that the desk follows or followed. */
@ApplicationScoped
class Feeds implements PanacheRepositoryBase<Feed, UUID> {

    /** The feed for a change: nobody else changes it until the transaction ends. */
    Feed lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new Problem.NotFound("feed"));
    }

    boolean isFollowed(String url) {
        return count("url = ?1 and state <> ?2", url, FeedState.REMOVED) > 0;
    }
}
