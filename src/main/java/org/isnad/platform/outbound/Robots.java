package org.isnad.platform.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.HttpField;

/**
 * Asks sites whether they want to be asked by programs (RFC 9309): a file that is not there (4xx) allows everything, one that cannot be
 * had forbids everything. Rules are remembered for an hour, for the sites asked last.
 */
final class Robots {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_SITES = 256;
    /** As much as a crawler has to read of it (RFC 9309, 2.5). */
    private static final int READ = 500 << 10;

    private final Redirects redirects;
    private final Unpacking unpacking;
    private final String name;
    private final Clock clock;
    private final Map<String, Remembered> rules = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST_SITES;
        }
    };

    Robots(Redirects redirects, Unpacking unpacking, String userAgent, Clock clock) {
        this.redirects = redirects;
        this.unpacking = unpacking;
        this.name = userAgent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
        this.clock = clock;
    }

    void check(WebTarget target, Deadline deadline) throws Refusal {
        BaseRobotRules site = remembered(target.origin()).orElse(null);
        if (site == null) {
            site = asked(target, deadline);
            remember(target.origin(), site);
        }
        if (!site.isAllowed(target.uri().toString())) {
            throw new Refusal(Reason.ROBOTS,
                    "The robots.txt of " + target.host().name() + " asks programs not to fetch this.");
        }
    }

    private BaseRobotRules asked(WebTarget target, Deadline deadline) throws Refusal {
        WebTarget file = target.at("/robots.txt");
        Trail trail = new Trail(file.uri().toString(), clock);
        try {
            Exchange answer = redirects.follow(file, List.of(new HttpField("Accept", "text/plain")), any -> {
            }, trail, deadline);
            if (answer.status() >= 400 && answer.status() < 500) {
                return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
            } else if (answer.status() >= 200 && answer.status() < 300) {
                byte[] text = unpacking.unpacked(answer, deadline);
                return new SimpleRobotRulesParser().parseContent(file.uri().toString(),
                        Arrays.copyOf(text, Math.min(text.length, READ)), "text/plain", List.of(name));
            }
            throw unknown(target, "it answers " + answer.status());
        } catch (Refusal e) {
            // Where the site itself cannot be reached, or in time, that is what is to be told.
            if (trail.isEmpty() || e.reason() == Reason.TIMEOUT || e.reason() == Reason.ROBOTS) {
                throw e;
            }
            throw unknown(target, e.message());
        }
    }

    private static Refusal unknown(WebTarget target, String why) {
        return new Refusal(Reason.ROBOTS,
                "Whether " + target.host().name() + " wants to be asked by programs cannot be known: " + why);
    }

    private Optional<BaseRobotRules> remembered(String origin) {
        synchronized (rules) {
            return Optional.ofNullable(rules.get(origin)).filter(known -> clock.instant().isBefore(known.until()))
                    .map(Remembered::rules);
        }
    }

    private void remember(String origin, BaseRobotRules site) {
        synchronized (rules) {
            rules.put(origin, new Remembered(site, clock.instant().plus(REMEMBERED)));
        }
    }

    private record Remembered(BaseRobotRules rules, Instant until) {}
}
