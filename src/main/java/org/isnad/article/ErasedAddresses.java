package org.isnad.article;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.isnad.article.capture.ErasedPlaces;

/** The addresses of erased articles, of which the desk has no more than the SHA-256. */
@ApplicationScoped
class ErasedAddresses implements ErasedPlaces {
    private static final String AT = """
            select article_id from erased_address
            where mark in (select address_mark(u) from unnest(cast(:addresses as text[])) u)
            order by article_id limit 1
            """;

    private final Session session;

    ErasedAddresses(Session session) {
        this.session = session;
    }

    @Override
    @Transactional
    public Optional<UUID> articleAt(Collection<String> addresses) {
        // Also as they are: those that captures tell of are noted in the spelling in which they were asked for.
        String[] spelt = addresses.stream().flatMap(address -> Stream.of(address, spelt(address))).distinct()
                .toArray(String[]::new);
        return session.createNativeQuery(AT, UUID.class).setParameter("addresses", spelt).uniqueResultOptional();
    }

    /** In the spelling in which addresses are kept; as it is where it has none, such as with an IPv6 address. */
    static String spelt(String address) {
        try {
            return WebAddress.normal(address);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
