package org.isnad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The architecture holds, and each of its rules catches what it is there for. */
class ArchitectureTest {
    private static final String COUNTER_EXAMPLE_NAME = "CounterExample";
    private static JavaClasses application;

    @TempDir
    Path out;

    @BeforeAll
    static void read() {
        application = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.isnad");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule, String counterExample) {
        rule.check(application);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void canFail(String name, ArchRule rule, String counterExample) throws IOException {
        EvaluationResult result = rule.evaluate(compiled(counterExample));

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains("org.isnad");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("features use only those below", ArchitectureRules.FEATURES_USE_ONLY_THOSE_BELOW, """
                        package org.isnad.claim;
                        class CounterExample { org.isnad.verdict.VerdictReview above; }
                        """),
                rule("nothing uses the platform", ArchitectureRules.FEATURES_USE_ONLY_THOSE_BELOW, """
                        package org.isnad.desk.web;
                        class CounterExample { org.isnad.platform.local.LocalStack beside; }
                        """),
                rule("every package has its place", ArchitectureRules.FEATURES_USE_ONLY_THOSE_BELOW, """
                        package org.isnad.utils;
                        class CounterExample {}
                        """),
                rule("only the history and the verifier use the log", ArchitectureRules.FEATURES_USE_ONLY_THOSE_BELOW,
                        """
                                package org.isnad.claim;
                                class CounterExample { org.isnad.tlog.Hash beside; }
                                """),
                rule("the log does not know its witnesses", ArchitectureRules.PARTS_OF_THE_HISTORY_USE_ONLY_THOSE_BELOW,
                        """
                                package org.isnad.audit.log;
                                class CounterExample { org.isnad.audit.witness.SignedCheckpoints above; }
                                """),
                rule("every part of the history has its place",
                        ArchitectureRules.PARTS_OF_THE_HISTORY_USE_ONLY_THOSE_BELOW, """
                                package org.isnad.audit.utils;
                                class CounterExample {}
                                """),
                rule("the verifier uses no other feature", ArchitectureRules.FEATURES_USE_ONLY_THOSE_BELOW, """
                        package org.isnad.verify;
                        class CounterExample { org.isnad.kernel.Command beside; }
                        """),
                rule("the log needs only the JDK", ArchitectureRules.THE_LOG_AND_ITS_VERIFIER_NEED_ONLY_THE_JDK, """
                        package org.isnad.tlog;
                        class CounterExample { org.jsoup.nodes.Document library; }
                        """),
                rule("the verifier needs only the JDK", ArchitectureRules.THE_LOG_AND_ITS_VERIFIER_NEED_ONLY_THE_JDK,
                        """
                                package org.isnad.verify;
                                class CounterExample { org.erdtman.jcs.JsonCanonicalizer canonical; }
                                """),
                rule("the log talks to nobody", ArchitectureRules.THE_LOG_TALKS_TO_NOBODY, """
                        package org.isnad.tlog;
                        class CounterExample { java.nio.file.Path file; }
                        """),
                rule("web libraries stay in web", ArchitectureRules.WEB_LIBRARIES_STAY_IN_WEB, """
                        package org.isnad.claim;
                        class CounterExample { jakarta.ws.rs.core.Response answer; }
                        """),
                rule("no transactional class in web", ArchitectureRules.NO_TRANSACTION_IN_WEB_CLASSES, """
                        package org.isnad.claim.web;
                        @jakarta.transaction.Transactional
                        class CounterExample {}
                        """),
                rule("no transactional method in web", ArchitectureRules.NO_TRANSACTION_IN_WEB_METHODS, """
                        package org.isnad.claim.web;
                        class CounterExample { @jakarta.transaction.Transactional void save() {} }
                        """),
                rule("no entity in a template's parameters", ArchitectureRules.NO_ENTITY_IN_WEB_SIGNATURES,
                        """
                                package org.isnad.identity.web;
                                class CounterExample { static native String page(java.util.List<org.isnad.identity.Person> all); }
                                """),
                rule("no entity in an answer", ArchitectureRules.NO_ENTITY_IN_WEB_SIGNATURES,
                        """
                                package org.isnad.identity.web;
                                @jakarta.ws.rs.Path("/x")
                                class CounterExample { @jakarta.ws.rs.GET public org.isnad.identity.Person get() { return null; } }
                                """),
                rule("no entity in a view", ArchitectureRules.NO_ENTITY_IN_WEB_RECORDS, """
                        package org.isnad.identity.web;
                        record CounterExample(java.util.Optional<org.isnad.identity.Person> who) {}
                        """),
                rule("time comes from a clock", ArchitectureRules.TIME_COMES_FROM_A_CLOCK, """
                        package org.isnad.claim;
                        class CounterExample { Object at = java.time.Instant.now(); }
                        """),
                rule("dates come from a clock", ArchitectureRules.TIME_COMES_FROM_A_CLOCK, """
                        package org.isnad.claim;
                        class CounterExample { Object at = new java.util.Date(); }
                        """),
                rule("no field injection", ArchitectureRules.NO_FIELD_INJECTION, """
                        package org.isnad.claim;
                        class CounterExample { @jakarta.inject.Inject java.time.Clock clock; }
                        """),
                rule("no setter injection", ArchitectureRules.NO_SETTER_INJECTION, """
                        package org.isnad.claim;
                        class CounterExample { @jakarta.inject.Inject void set(java.time.Clock clock) {} }
                        """),
                rule("no needless annotation on constructors", ArchitectureRules.NO_INJECT_ON_CONSTRUCTORS, """
                        package org.isnad.claim;
                        class CounterExample { @jakarta.inject.Inject CounterExample(java.time.Clock clock) {} }
                        """),
                rule("endpoints say who may call", ArchitectureRules.ENDPOINTS_SAY_WHO_MAY_CALL, """
                        package org.isnad.claim.web;
                        @jakarta.ws.rs.Path("/x")
                        class CounterExample { @jakarta.ws.rs.GET public String get() { return ""; } }
                        """),
                rule("being signed in is not enough to call", ArchitectureRules.ENDPOINTS_SAY_WHO_MAY_CALL, """
                        package org.isnad.claim.web;
                        @jakarta.ws.rs.Path("/x") @io.quarkus.security.Authenticated
                        class CounterExample { @jakarta.ws.rs.GET public String get() { return ""; } }
                        """),
                rule("endpoints are public", ArchitectureRules.ENDPOINTS_ARE_PUBLIC, """
                        package org.isnad.claim.web;
                        @jakarta.ws.rs.Path("/x")
                        class CounterExample { @jakarta.ws.rs.POST String post() { return ""; } }
                        """),
                rule("no class hides another's endpoint", ArchitectureRules.NO_CLASS_HIDES_ANOTHERS_ENDPOINT, """
                        package org.isnad.claim.web;
                        @jakarta.ws.rs.Path("/")
                        class CounterExample {
                          @jakarta.ws.rs.POST @jakarta.ws.rs.Path("queue/next") public String next() { return ""; }
                          @jakarta.ws.rs.Path("/queue")
                          static class Other { @jakarta.ws.rs.GET public String get() { return ""; } }
                        }
                        """),
                rule("no bulk update", ArchitectureRules.NO_BULK_CHANGES, """
                        package org.isnad.identity;
                        class CounterExample { int all(People people) { return people.update("name = 'x'"); } }
                        """),
                rule("no bulk delete by query", ArchitectureRules.NO_BULK_CHANGES,
                        """
                                package org.isnad.claim;
                                class CounterExample {
                                  int all(jakarta.persistence.EntityManager em) { return em.createQuery("delete from Claim").executeUpdate(); }
                                }
                                """),
                rule("no HTTP clients", ArchitectureRules.NO_HTTP_CLIENTS, """
                        package org.isnad.article;
                        class CounterExample { java.net.http.HttpClient client; }
                        """),
                rule("no opening of addresses", ArchitectureRules.NO_HTTP_CLIENTS,
                        """
                                package org.isnad.article;
                                class CounterExample { Object get(java.net.URI a) throws Exception { return a.toURL().openStream(); } }
                                """),
                rule("no HTTP on sockets of one's own", ArchitectureRules.NO_HTTP_CLIENTS,
                        """
                                package org.isnad.article.capture;
                                class CounterExample { org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection http; }
                                """),
                rule("no sockets", ArchitectureRules.NO_HTTP_CLIENTS, """
                        package org.isnad.platform;
                        class CounterExample { java.net.Socket socket; }
                        """),
                rule("nothing beneath the fetcher fetches", ArchitectureRules.NO_HTTP_CLIENTS, """
                        package org.isnad.platform.outbound.other;
                        class CounterExample { java.net.Socket socket; }
                        """),
                rule("no fetching by the library for pages", ArchitectureRules.NO_FETCHING_BY_OTHER_LIBRARIES,
                        """
                                package org.isnad.article;
                                class CounterExample { Object page(String a) throws Exception { return org.jsoup.Jsoup.connect(a).get(); } }
                                """),
                rule("no fetching by the library for captures", ArchitectureRules.NO_FETCHING_BY_OTHER_LIBRARIES,
                        """
                                package org.isnad.article.capture;
                                class CounterExample {
                                  void get(org.netpreserve.jwarc.WarcWriter w, java.net.URI a) throws Exception { w.fetch(a); }
                                }
                                """),
                rule("no raw template text", ArchitectureRules.NO_RAW_TEMPLATE_TEXT, """
                        package org.isnad.claim.web;
                        class CounterExample { Object raw = new io.quarkus.qute.RawString("<b>"); }
                        """),
                rule("packages say what they are for", ArchitectureRules.PACKAGES_SAY_WHAT_THEY_ARE_FOR, """
                        package org.isnad.claim.unmarked;
                        class CounterExample {}
                        """));
    }

    private static Arguments rule(String name, ArchRule rule, String counterExample) {
        return Arguments.of(name, rule, counterExample);
    }

    /** Compiles a class that lives in one of the application's packages without ever being part of the application. */
    private JavaClasses compiled(String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(messages, files, null,
                    List.of("-proc:none", "-d", out.toString(), "-classpath", System.getProperty("java.class.path")),
                    null, List.of(new Source(source))).call();
            assertThat(done).as(messages.toString()).isTrue();
        }
        return new ClassFileImporter().importPath(out);
    }

    private static final class Source extends SimpleJavaFileObject {
        private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + packageOf(text) + COUNTER_EXAMPLE_NAME + Kind.SOURCE.extension),
                    JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        private static String packageOf(String text) {
            Matcher matcher = PACKAGE.matcher(text);
            assertThat(matcher.find()).isTrue();
            return matcher.group(1).replace('.', '/') + "/";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    @ParameterizedTest
    @MethodSource("templateFiles")
    void templatesNeverWriteTextUnescaped(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContainPattern("\\{[^{}]*\\.(raw|safe)\\b");
    }

    static List<Path> templateFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
