package org.isnad.verdict;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All versions of the rating scale. */
@ApplicationScoped
public class RatingScales implements PanacheRepositoryBase<RatingScale, Integer> {

    /** The values of the newest version that can be given today, in their order. */
    public List<Rating> current() {
        return getEntityManager().createQuery("""
                from Rating where key.scaleVersion = (select max(version) from RatingScale) and not retired
                order by position
                """, Rating.class).getResultList();
    }

    /** A value under any version, as it was then: what history shows. */
    public Optional<Rating> rating(int scaleVersion, String code) {
        return Optional.ofNullable(getEntityManager().find(Rating.class, new Rating.Key(scaleVersion, code)));
    }

    /** A value that can be given today. */
    Optional<Rating> usable(String code) {
        return current().stream().filter(rating -> rating.code().equals(code)).findFirst();
    }

    Optional<RatingScale> version(int version) {
        return findByIdOptional(version);
    }

    int newest() {
        return getEntityManager().createQuery("select coalesce(max(version), 0) from RatingScale", Integer.class)
                .getSingleResult();
    }
}
