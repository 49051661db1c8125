package org.isnad.article.extraction;

/** What a line of a document is: the article's text, or the reason why it was put aside. */
public enum Kind {
    /** The article's own text. */
    BODY,
    /** The title, which is told apart from the text. */
    TITLE,
    /** The title once more. */
    REPEATED_TITLE,
    /** Who wrote the article, where and when it appeared. */
    HEAD,
    /** Menus, skip links, sections, buttons. */
    NAVIGATION,
    /** Buttons that share or print. */
    SHARE,
    /** Other articles. */
    RELATED,
    /** What the page asks to be allowed. */
    COOKIES,
    /** How often something was seen or how long it takes to read. */
    COUNTER,
    /** What readers wrote, and the form for it. */
    COMMENTS,
    /** Where the article has its news from. */
    SOURCES,
    /** Newsletters, subscriptions, advertisements. */
    PROMOTION,
    /** What stands under everything: rights, imprint, the site's name. */
    FOOTER,
    /** Under a picture: what it shows, whose it is. */
    CAPTION,
    /** Outside the main text, by its place in the page. */
    ELSEWHERE
}
