package org.isnad;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import org.jspecify.annotations.NullMarked;

/** The rules of the architecture, one constant each; see docs/adr and {@link ArchitectureTest}. */
final class ArchitectureRules {
    /** Feature → the features it may use, besides itself. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(Map.entry("kernel", Set.of()),
            Map.entry("identity", Set.of("kernel")), Map.entry("article", Set.of("identity", "kernel")),
            Map.entry("origin", Set.of("article", "identity", "kernel")),
            Map.entry("claim", Set.of("article", "identity", "kernel")),
            Map.entry("intake", Set.of("claim", "article", "identity", "kernel")),
            Map.entry("assignment", Set.of("claim", "article", "identity", "kernel")),
            // Evidence is gathered by whoever the claim is assigned to, so it asks assignment.
            Map.entry("evidence", Set.of("assignment", "claim", "article", "identity", "kernel")),
            Map.entry("verdict", Set.of("assignment", "evidence", "claim", "article", "identity", "kernel")),
            Map.entry("publication",
                    Set.of("verdict", "assignment", "evidence", "claim", "article", "identity", "kernel")),
            Map.entry("desk",
                    Set.of("publication", "verdict", "assignment", "evidence", "intake", "claim", "origin", "article",
                            "identity", "kernel")),
            Map.entry("audit", Set.of("identity", "kernel", "tlog")), Map.entry("tlog", Set.of()),
            Map.entry("verify", Set.of("tlog")), Map.entry("platform", Set.of("identity", "kernel")));

    /** The same inside the history; its own package, where events are written, is the part without a name. */
    private static final Map<String, Set<String>> PARTS_MAY_USE = Map.of("", Set.of(), "log", Set.of(), "history",
            Set.of(), "erasure", Set.of(), "witness", Set.of("log"), "check", Set.of("log"), "proof",
            Set.of("check", "witness", "log", "history"), "web", Set.of("proof", "check", "witness", "log", "history"));

    private static final List<String> ENDPOINT_SECURITY = Stream.of(RolesAllowed.class, PermitAll.class)
            .map(Class::getName).toList();

    private ArchitectureRules() {}

    static final ArchRule FEATURES_USE_ONLY_THOSE_BELOW = classes().that().resideInAPackage("org.isnad.*..")
            .should(useOnlyThoseBelow("org.isnad", MAY_USE));

    /** The largest feature is in layers: the log does not know who confirms it, nor those who compare or export it. */
    static final ArchRule PARTS_OF_THE_HISTORY_USE_ONLY_THOSE_BELOW = classes().that()
            .resideInAPackage("org.isnad.audit..").should(useOnlyThoseBelow("org.isnad.audit", PARTS_MAY_USE));

    /** An auditor runs them with nothing but Java. The annotations for null are not needed at run time. */
    static final ArchRule THE_LOG_AND_ITS_VERIFIER_NEED_ONLY_THE_JDK = classes().that()
            .resideInAnyPackage("org.isnad.tlog..", "org.isnad.verify..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.sun.net.httpserver..", "org.isnad.tlog..", "org.isnad.verify..",
                    "org.jspecify.annotations..");

    /** The log is a library; what it is used with is given to it. */
    static final ArchRule THE_LOG_TALKS_TO_NOBODY = noClasses().that().resideInAPackage("org.isnad.tlog..").should()
            .dependOnClassesThat().resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..", "com.sun..");

    static final ArchRule WEB_LIBRARIES_STAY_IN_WEB = noClasses().that()
            .resideOutsideOfPackages("..web..", "org.isnad.platform..").should().dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "com.fasterxml.jackson..", "io.vertx..",
                    "org.jboss.resteasy..");

    static final ArchRule NO_TRANSACTION_IN_WEB_CLASSES = noClasses().that().resideInAPackage("..web..").should()
            .beAnnotatedWith(Transactional.class);

    static final ArchRule NO_TRANSACTION_IN_WEB_METHODS = noMethods().that().areDeclaredInClassesThat()
            .resideInAPackage("..web..").should().beAnnotatedWith(Transactional.class);

    static final ArchRule NO_ENTITY_IN_WEB_SIGNATURES = methods().that().areDeclaredInClassesThat()
            .resideInAPackage("..web..").and(areSeenByTemplatesOrClients()).should(haveNoEntityInSignature())
            .allowEmptyShould(true);

    static final ArchRule NO_ENTITY_IN_WEB_RECORDS = fields().that().areDeclaredInClassesThat()
            .resideInAPackage("..web..").and().areDeclaredInClassesThat().areRecords()
            .should(new ArchCondition<>("hold no entity") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                    entities(field.getType()).forEach(entity -> events.add(SimpleConditionEvent.violated(field,
                            field.getFullName() + " shows the entity " + entity.getName())));
                }
            });

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses().that().doNotHaveFullyQualifiedName(
            "org.isnad.platform.Time").and().doNotHaveFullyQualifiedName("org.isnad.verify.Main").and()
            .resideOutsideOfPackage("org.isnad.platform.local..")
            .should(callMethodThat("reads the machine's clock", ArchitectureRules::readsTheClock));

    static final ArchRule NO_FIELD_INJECTION = noFields().should().beAnnotatedWith(Inject.class).orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty").orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext");

    static final ArchRule NO_SETTER_INJECTION = noMethods().should().beAnnotatedWith(Inject.class);

    /** A single constructor is used without saying so. */
    static final ArchRule NO_INJECT_ON_CONSTRUCTORS = noConstructors().should().beAnnotatedWith(Inject.class)
            .allowEmptyShould(true);

    static final ArchRule ENDPOINTS_SAY_WHO_MAY_CALL = methods().that(areEndpoints()).should(sayWhoMayCall());

    /** Quarkus REST leaves other methods out without an error. */
    static final ArchRule ENDPOINTS_ARE_PUBLIC = methods().that(areEndpoints()).should().bePublic();

    /**
     * Quarkus REST chooses one class by its path first and answers 404 when that class has no such method, whatever others have.
     */
    static final ArchRule NO_CLASS_HIDES_ANOTHERS_ENDPOINT = methods().that(areEndpoints())
            .should(notBeHiddenByAnotherClass());

    static final ArchRule NO_BULK_CHANGES = noClasses()
            .should(callMethodThat("changes rows in bulk, past versions and events", ArchitectureRules::isBulkChange));

    /**
     * Whoever may name an address could let the desk ask its neighbours. The one that pushes to witnesses may, and its parts: the
     * address comes from the operator's settings, not from users, redirects are not followed, and time and size have limits. What
     * others name is asked for in one package, which judges it.
     */
    static final ArchRule NO_HTTP_CLIENTS = noClasses().that()
            .resideOutsideOfPackages("org.isnad.platform.local..", "org.isnad.verify..", "org.isnad.platform.outbound")
            .and().haveNameNotMatching("org\\.isnad\\.audit\\.witness\\.WitnessHttp(\\$.+)?")
            .should().dependOnClassesThat(resideInAnyPackage("java.net.http..", "io.vertx.ext.web.client..",
                    "io.vertx.mutiny.ext.web.client..", "jakarta.ws.rs.client..", "org.apache.http..",
                    "org.apache.hc..", "okhttp3..",
                    "org.netpreserve.jwarc.net..")
                    .or(DescribedPredicate.describe("are connections",
                            type -> Set.of("java.net.URLConnection", "java.net.HttpURLConnection", "java.net.URL",
                                    "java.net.Socket", "java.nio.channels.SocketChannel",
                                    "javax.net.ssl.SSLSocketFactory")
                                    .contains(type.getName()))));

    /** Some libraries that read pages or captures also fetch them, past all judgement. */
    static final ArchRule NO_FETCHING_BY_OTHER_LIBRARIES = noClasses()
            .should(callMethodThat("fetches by itself", ArchitectureRules::fetches));

    static final ArchRule NO_RAW_TEMPLATE_TEXT = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("io.quarkus.qute.RawString");

    static final ArchRule PACKAGES_SAY_WHAT_THEY_ARE_FOR = classes().should(
            new ArchCondition<>("live in a package with a @NullMarked package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
                    if (!marked) {
                        events.add(SimpleConditionEvent.violated(type,
                                type.getPackageName() + " has no package-info.java with @NullMarked"));
                    }
                }
            });

    private static ArchCondition<JavaClass> useOnlyThoseBelow(String whole, Map<String, Set<String>> mayUse) {
        return new ArchCondition<>("use only those below") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String part = part(type, whole);
                Set<String> below = mayUse.get(part);
                if (below == null) {
                    events.add(SimpleConditionEvent.violated(type,
                            type.getName() + " is in " + part + ", which no rule knows"));
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith(whole + ".")
                                && !part.equals(part(use.getTargetClass(), whole))
                                && !below.contains(part(use.getTargetClass(), whole)))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    /** The name after the whole's; empty for the whole's own package. */
    private static String part(JavaClass type, String whole) {
        String rest = type.getPackageName().substring(whole.length());
        return rest.isEmpty() ? "" : rest.split("\\.")[1];
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe("are endpoints", method -> method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)));
    }

    private static DescribedPredicate<JavaMethod> areSeenByTemplatesOrClients() {
        return DescribedPredicate.describe("are seen by templates or clients",
                method -> method.getModifiers().contains(JavaModifier.NATIVE)
                        || method.getOwner().isAnnotatedWith(Path.class)
                                && method.getModifiers().contains(JavaModifier.PUBLIC)
                        || method.getOwner().isRecord() && method.getModifiers().contains(JavaModifier.PUBLIC)
                                && method.getRawParameterTypes().isEmpty());
    }

    private static ArchCondition<JavaMethod> haveNoEntityInSignature() {
        return new ArchCondition<>("have no entity in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .flatMap(type -> entities(type).stream()).distinct()
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(method,
                                method.getFullName() + " shows the entity " + entity.getName())));
            }
        };
    }

    private static List<JavaClass> entities(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().filter(raw -> raw.isAnnotatedWith(Entity.class)).toList();
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says = ENDPOINT_SECURITY.stream()
                        .anyMatch(name -> method.isAnnotatedWith(name) || method.getOwner().isAnnotatedWith(name));
                // Everybody who is known may sign in and out, also an account that may do nothing else.
                boolean signInOrOut = method.getOwner().getName().equals("org.isnad.identity.web.SignInPages")
                        && method.getOwner().isAnnotatedWith(Authenticated.class);
                if (!says && !signInOrOut) {
                    events.add(SimpleConditionEvent.violated(method,
                            method.getFullName() + " has neither @RolesAllowed nor @PermitAll"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> notBeHiddenByAnotherClass() {
        return new ArchCondition<>("not be hidden by another class") {
            private final Set<String> classPaths = new TreeSet<>();

            @Override
            public void init(java.util.Collection<JavaMethod> endpoints) {
                endpoints.forEach(endpoint -> classPaths.add(classPath(endpoint)));
            }

            @Override
            public void check(JavaMethod endpoint, ConditionEvents events) {
                String own = classPath(endpoint);
                String path = clean(
                        own + "/" + endpoint.tryGetAnnotationOfType(Path.class).map(Path::value).orElse(""));
                classPaths.stream()
                        .filter(other -> other.length() > own.length() && (path + "/").startsWith(other + "/"))
                        .forEach(other -> events.add(SimpleConditionEvent.violated(endpoint,
                                endpoint.getFullName() + " at " + path + " is hidden by the class at " + other)));
            }
        };
    }

    private static String classPath(JavaMethod endpoint) {
        return clean(endpoint.getOwner().tryGetAnnotationOfType(Path.class).map(Path::value).orElse(""));
    }

    /** With one slash before each part, none at the end, and parameters without their names. */
    private static String clean(String path) {
        return ("/" + path).replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/").replaceAll("/$", "");
    }

    private static ArchCondition<JavaClass> callMethodThat(String what,
            java.util.function.Predicate<AccessTarget> isWrong) {
        return new ArchCondition<>("call what " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    boolean wrong = isWrong.test(access.getTarget());
                    events.add(new SimpleConditionEvent(type, wrong, access.getDescription()));
                }
            }
        };
    }

    private static boolean readsTheClock(AccessTarget target) {
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now")
                && target instanceof AccessTarget.CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
        boolean system = owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
        boolean clock = owner.equals("java.time.Clock") && target.getName().startsWith("system");
        boolean date = (owner.equals("java.util.Date") || owner.equals("java.util.GregorianCalendar"))
                && target.getName().equals("<init>") && target instanceof AccessTarget.CodeUnitCallTarget call
                && call.getRawParameterTypes().isEmpty();
        return now || system || clock || date;
    }

    private static boolean fetches(AccessTarget target) {
        Set<String> names = Map.of("org.jsoup.Jsoup", Set.of("connect", "newSession"),
                "org.jsoup.helper.HttpConnection", Set.of("connect", "<init>"), "org.netpreserve.jwarc.WarcWriter",
                Set.of("fetch")).getOrDefault(target.getOwner().getName(), Set.of());
        return names.contains(target.getName());
    }

    private static boolean isBulkChange(AccessTarget target) {
        JavaClass owner = target.getOwner();
        boolean panache = owner.getAllRawInterfaces().stream().anyMatch(ArchitectureRules::isPanache)
                || isPanache(owner);
        boolean several = Set.of("update", "deleteAll", "deleteById").contains(target.getName())
                || target.getName().equals("delete") && target instanceof AccessTarget.CodeUnitCallTarget call
                        && call.getRawParameterTypes().stream()
                                .anyMatch(type -> type.getName().equals("java.lang.String"));
        boolean query = (owner.getPackageName().startsWith("jakarta.persistence")
                || owner.getPackageName().startsWith("org.hibernate"))
                && Set.of("executeUpdate", "createMutationQuery", "createNativeMutationQuery", "createCriteriaUpdate",
                        "createCriteriaDelete").contains(target.getName());
        return panache && several || query;
    }

    private static boolean isPanache(JavaClass type) {
        return type.getPackageName().startsWith("io.quarkus.hibernate.orm.panache");
    }
}
