package org.isnad.article.suggestion;

/** Why a statement is suggested, in the words of {@link Suggestion#reasons()}; strongest first there. */
public enum Reason {
    /** A number stands in it. */
    NUMBER,
    /** It counts people, money, things or a share of them. */
    QUANTITY,
    /** It says when. */
    DATE,
    /** It says where. */
    PLACE,
    /** It names a person, an office or an organization. */
    NAMED_ACTOR,
    /** It says who says so. */
    ATTRIBUTED,
    /** It rests on sources without a name, or on hearsay. */
    UNNAMED_SOURCE,
    /** Its writer doubts or denies it, or says that somebody does. */
    DISPUTED,
    /** It repeats somebody's words between quotation marks. */
    QUOTED,
    /** It says that something is the most, the first or the only one. */
    SUPERLATIVE,
    /** It compares, or says that something grew or shrank. */
    COMPARISON,
    /** It says what something was caused by. */
    CAUSE,
    /** It tells of death, injury, violence or damage. */
    HARM,
    /** It tells of something that somebody did. */
    ACT,
    /** It tells of wrongdoing or secrecy. */
    ALLEGATION,
    /** It speaks of a document, a recording or figures. */
    EVIDENCE,
    /** It says what the headline says. */
    HEADLINE,
    /** The article begins with it. */
    OPENING,
    /** Much of its wording comes back elsewhere in the article. */
    CENTRAL
}
