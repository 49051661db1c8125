package org.isnad.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.Priority;
import org.isnad.desk.Queue;
import org.isnad.desk.QueueFilter;
import org.isnad.desk.QueueItem;
import org.isnad.desk.QueueList;
import org.isnad.kernel.Page;
import org.isnad.kernel.web.Formats;

/**
 * My queue as its page shows it.
 *
 * @param next
 *            address of the following page; null at the end
 * @param goesOn
 *            whether this is a following page: its first group may continue the one before
 * @param notice
 *            what just happened to the person's wish to take a claim; null otherwise
 */
record QueueView(QueueList list, Queue.Counts counts, QueueFilter filter, List<Group> groups, @Nullable String next,
        boolean goesOn, @Nullable QueueNotice notice) {

    static QueueView of(QueueList list, Queue.Counts counts, QueueFilter filter, Page<QueueItem> page,
            Optional<Instant> before, Formats formats, @Nullable QueueNotice notice) {
        Grouping grouping = list == QueueList.TODO || list == QueueList.RETURNED ? new Grouping(formats) : null;
        List<Group> groups = new ArrayList<>();
        Day last = grouping == null ? null : before.map(grouping::of).orElse(null);
        for (QueueItem item : page.items()) {
            Day day = grouping == null ? Day.ANY : grouping.of(item.at());
            if (groups.isEmpty() || groups.get(groups.size() - 1).day() != day) {
                groups.add(new Group(day, groups.isEmpty() && (day == last || day == Day.ANY), new ArrayList<>()));
            }
            groups.get(groups.size() - 1).items().add(item);
        }
        String next = page.next() == null ? null : address(list, filter) + "&after=" + page.next();
        return new QueueView(list, counts, filter, groups, next, before.isPresent(), notice);
    }

    public List<Tab> mine() {
        return tabs(QueueList.TODO, QueueList.RETURNED, QueueList.WAITING, QueueList.DONE);
    }

    public List<Tab> open() {
        return tabs(QueueList.OPEN);
    }

    public List<Priority> priorities() {
        return List.of(Priority.values());
    }

    /** Languages to choose from. */
    public List<String> languages() {
        return List.of("ar", "en", "fr", "und");
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    private List<Tab> tabs(QueueList... lists) {
        return List.of(lists).stream().map(each -> new Tab(each, counts.of(each), each == list)).toList();
    }

    private static String address(QueueList list, QueueFilter filter) {
        return "/queue?list=" + list.key()
                + (filter.words() == null ? "" : "&text=" + URLEncoder.encode(filter.words(), StandardCharsets.UTF_8))
                + (filter.language() == null ? "" : "&language=" + filter.language())
                + (filter.priority() == null ? "" : "&priority=" + filter.priority());
    }

    /** A list's name beside the list. */
    record Tab(QueueList list, long count, boolean current) {}

    /** When something is due; ANY in the lists that are not ordered by it. */
    enum Day {
        LATE,
        TODAY,
        TOMORROW,
        LATER,
        ANY
    }

    /**
     * Claims due at the same time of the week.
     *
     * @param headless
     *            whether its heading stands on the page before, or is not needed
     */
    record Group(Day day, boolean headless, List<QueueItem> items) {}

    private record Grouping(Formats formats) {
        Day of(Instant due) {
            if (formats.distance(due).past()) {
                return Day.LATE;
            }
            LocalDate date = formats.date(due);
            LocalDate today = formats.today();
            return date.equals(today) ? Day.TODAY : date.equals(today.plusDays(1)) ? Day.TOMORROW : Day.LATER;
        }
    }
}
