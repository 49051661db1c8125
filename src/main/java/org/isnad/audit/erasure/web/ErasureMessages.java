package org.isnad.audit.erasure.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureState;
import org.isnad.audit.erasure.ErasureTarget;

/** The words of the erasure pages. */
@MessageBundle(value = "erasure", locale = "en")
public interface ErasureMessages {
    @Message
    String erasures();

    @Message
    String erasuresAre();

    @Message
    String ask();

    @Message
    String filter();

    @Message
    String state(ErasureState state);

    @Message
    String stateLabel();

    @Message
    String allStates();

    @Message
    String apply();

    @Message
    String none();

    @Message
    String more();

    @Message
    String target(ErasureTarget target);

    @Message
    String askedBy(String name);

    @Message
    String askTitle();

    @Message
    String askNote();

    @Message
    String aPerson();

    @Message
    String aText();

    @Message
    String nameLabel();

    @Message
    String search();

    @Message
    String noPerson();

    @Message
    String choose();

    @Message
    String addressLabel();

    @Message
    String addressHint();

    @Message
    String goOn();

    @Message
    String about();

    @Message
    String other();

    @Message
    String parts();

    @Message
    String part(ErasurePart part);

    @Message
    String partHint(ErasurePart part);

    @Message
    String what();

    @Message
    String whatHint();

    @Message
    String why();

    @Message
    String whyHint();

    @Message
    String send();

    @Message
    String one();

    @Message
    String decidedBy(String name);

    @Message
    String ended();

    @Message
    String asked();

    @Message
    String withdrawTitle();

    @Message
    String withdraw();

    @Message
    String reasonGiven();

    @Message
    String waits();

    @Message
    String erased(long count);

    @Message
    String personGone();

    @Message
    String valuesTitle();

    @Message
    String valuesNote();

    @Message
    String find();

    @Message
    String findHint();

    @Message
    String tick();

    @Message
    String rowsOf(ErasurePart part);

    @Message
    String step(long number);

    @Message
    String place(String table);

    @Message
    String field(String name);

    @Message
    String file(long bytes);

    @Message
    String wholeText();

    @Message
    String ticked(int count, int all);

    @Message
    String review();

    @Message
    String nothing();

    @Message
    String reviewTitle(int count);

    @Message
    String forGood();

    @Message
    String repeats(int count);

    @Message
    String stays();

    @Message
    String leave();

    @Message
    String erase(int count);

    @Message
    String back();

    @Message
    String refuseTitle();

    @Message
    String refuse();
}
