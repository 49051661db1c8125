package org.isnad.intake.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeState;
import org.isnad.intake.ItemState;
import org.isnad.intake.Trouble;
import org.isnad.intake.feed.FeedState;

/** Words about imports: lists that are gone through row by row. */
@MessageBundle(value = "intake", locale = "en")
public interface IntakeMessages {
    @Message
    String imports();

    @Message
    String importsAre();

    @Message
    String newImport();

    @Message
    String none();

    @Message
    String all();

    @Message
    String older();

    @Message
    String newest();

    @Message
    String askedBy();

    @Message
    String kind(IntakeKind kind);

    @Message
    String state(IntakeState state);

    @Message
    String stateNow(IntakeState state);

    @Message
    String confirm();

    @Message
    String dismiss();

    @Message
    String restore();

    @Message
    String rowState(ItemState state);

    @Message
    String rows(long count);

    @Message
    String newRows(long count);

    @Message
    String knownRows(long count);

    @Message
    String readyRows(long count);

    @Message
    String dismissedRows(long count);

    @Message
    String failedRows(long count);

    @Message
    String cancelledRows(long count);

    @Message
    String of(long done, long total);

    @Message
    String progress();

    @Message
    String rowsTitle();

    @Message
    String filter();

    @Message
    String allRows();

    @Message
    String noRows();

    @Message
    String moreRows();

    @Message
    String firstRows();

    @Message
    String refresh();

    @Message
    String report();

    @Message
    String draft();

    @Message
    String draftIs(long checked, long known, long failed);

    @Message
    String start(long count);

    @Message
    String discard();

    @Message
    String cancel();

    @Message
    String cancelIs();

    @Message
    String resume();

    @Message
    String resumeIs(long count);

    @Message
    String retry(long count);

    @Message
    String retryIs();

    @Message
    String row(int position);

    @Message
    String untitled();

    @Message
    String article();

    @Message
    String claim();

    @Message
    String checkStatus();

    @Message
    String checkTags();

    @Message
    String reason(Trouble trouble);

    @Message
    String newIs();

    @Message
    String file();

    @Message
    String fileIs(int most);

    @Message
    String addresses();

    @Message
    String look();

    @Message
    String lookIs();

    @Message
    String columns();

    @Message
    String columnsAre();

    @Message
    String columnNames();

    @Message
    String separateIs();

    @Message
    String jsonIs();

    @Message
    String zipIs();

    @Message
    String check();

    @Message
    String checkIs();

    @Message
    String checkNot();

    @Message
    String fault(String code, int most);

    @Message
    String sources();

    @Message
    String sourcesAre();

    @Message
    String noSources();

    @Message
    String moreSources();

    @Message
    String feedState(FeedState state);

    @Message
    String lookFailed();

    @Message
    String follow();

    @Message
    String pause();

    @Message
    String remove();

    @Message
    String lookedAt();

    @Message
    String nextLook();

    @Message
    String failures(int count);

    @Message
    String entries(int count);

    @Message
    String every(int minutes);

    @Message
    String lookNow();

    @Message
    String addSource();

    @Message
    String sourceName();

    @Message
    String sourceUrl();

    @Message
    String sourceEvery();
}
