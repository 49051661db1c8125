package org.isnad.testsupport;

import java.util.Collection;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;

/** A signed-in browser without the browser: cookies, pages, forms. */
public final class Session {
    private final Cookies cookies;

    Session(Cookies cookies) {
        this.cookies = cookies;
    }

    /** A request with this session's cookies and without following redirects. */
    public RequestSpecification request() {
        return cookies.request(Login.application());
    }

    /** Reads a page of the application and keeps the cookies that it sets. */
    public Response get(String path) {
        return cookies.kept(Login.application(), request().get(path));
    }

    /** A request ready to post one of the page's forms: cookies, Origin, and the page's CSRF token as a form field. */
    public RequestSpecification form(String page) {
        var token = csrfToken(page);
        return request().header("Origin", Login.application()).formParam("csrf-token", token);
    }

    /** As {@link #form}, for a form that is sent in parts. */
    public RequestSpecification parts(String page) {
        var token = csrfToken(page);
        return request().header("Origin", Login.application()).multiPart("csrf-token", token);
    }

    /** The same, with this language chosen: what another test chose for the person does not matter then. */
    public Session in(String language) {
        form("/articles").formParam("to", language).formParam("back", "/facts").post("/language").then()
                .statusCode(303);
        return this;
    }

    /** The CSRF token of the forms on a page. */
    public String csrfToken(String page) {
        var answer = get(page);
        var field = Jsoup.parse(answer.asString()).selectFirst("input[name=csrf-token]");
        if (field == null) {
            throw new AssertionError(
                    "No form with a csrf-token on " + page + ", which answered " + answer.statusCode());
        }
        return field.attr("value");
    }

    /** The CSRF token of this browser, which is the cookie's value; any page sets it. */
    public String csrfToken() {
        return cookies.value(Login.application(), "csrf-token").orElseGet(() -> {
            get(WhoAmI.PATH);
            return cookies.value(Login.application(), "csrf-token").orElseThrow();
        });
    }

    /** All cookies as they were set last, with their attributes, also those of the identity provider. */
    public Collection<Cookie> cookiesAsSet() {
        return cookies.asSet().values();
    }
}
