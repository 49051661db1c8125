package org.isnad.kernel.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page frame and of what every page shows: times, buttons, field errors. */
@MessageBundle(value = "layout", locale = "en")
public interface LayoutMessages {
    @Message
    String name();

    @Message
    String tagline();

    @Message
    String skip();

    @Message
    String mainNavigation();

    @Message
    String site();

    @Message
    String section(Section section);

    @Message
    String role(String role);

    @Message
    String theme();

    @Message
    String keys();

    @Message
    String keysOn();

    @Message
    String close();

    @Message
    String menu();

    @Message
    String logout();

    @Message
    String signIn();

    @Message
    String allFacts();

    @Message
    String keyMove();

    @Message
    String keyOpen();

    @Message
    String keyNext();

    @Message
    String keySearch();

    @Message
    String keyQueue();

    @Message
    String keyTriage();

    @Message
    String keyLog();

    @Message
    String keyVerify();

    @Message
    String keyNeighbours();

    @Message
    String keyPin();

    @Message
    String keyEvidence();

    @Message
    String keyRating();

    @Message
    String keyRationale();

    @Message
    String keySubmit();

    @Message
    String keyAccept();

    @Message
    String keyReturn();

    @Message
    String keyAssign();

    @Message
    String keyDismiss();

    @Message
    String keyReword();

    @Message
    String keySelect();

    @Message
    String keyHistory();

    @Message
    String keySheet();

    @Message
    String justNow();

    @Message
    String minutesAgo(long count);

    @Message
    String hoursAgo(long count);

    @Message
    String daysAgo(long count);

    @Message
    String soon();

    @Message
    String inMinutes(long count);

    @Message
    String inHours(long count);

    @Message
    String inDays(long count);

    @Message
    String dueNow();

    @Message
    String minutesLate(long count);

    @Message
    String hoursLate(long count);

    @Message
    String daysLate(long count);

    @Message
    String languageUnknown();

    @Message
    String working();

    @Message
    String switchFiles();

    @Message
    String switchLost();

    @Message
    String toDesk();

    @Message
    String required();

    @Message
    String tooLong(long max);

    @Message
    String notText();

    @Message
    String notALink();

    @Message
    String invalid();

    @Message
    String erased();

    @Message
    String cancel();

    @Message
    String added();

    @Message
    String removed();

    @Message
    String serverUnreachable();

    @Message
    String signedOut();
}
