package io.countersign;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.countersign");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("io.countersign");

    /** There is one door to AWS: SDK types stop at {@code connection}, everyone else speaks our words. */
    @Test
    void onlyConnectionUsesTheAwsSdk() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.countersign.connection..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.."));
    }

    /** The simulator plays AWS, so it must not share a mistake with the code that talks to AWS. */
    @Test
    void theSimulatorUsesNothingOfOurs() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.countersign.simulator..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.countersign..").and(not(resideInAPackage("io.countersign.simulator..")))));
    }

    /** Rules are pure functions, which a reader and a test understand without a container. */
    @Test
    void policyKnowsNoFrameworkAndNoDatabase() {
        holds(noClasses()
                .that(resideInAPackage("io.countersign.policy..")
                        .and(not(describe("the package's charter", type -> type.getSimpleName()
                                .equals("package-info")))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..")));
    }

    /** A class says in its constructor what it needs. */
    @Test
    void nothingIsInjectedIntoFields() {
        holds(NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
    }

    /** Lines for operators go through SLF4J, where level and format are configured. */
    @Test
    void nothingLogsThroughJavaUtilLogging() {
        holds(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }

    /** Only a command that a person starts in a terminal speaks on the terminal. */
    @Test
    void onlyCommandsWriteToStandardStreams() {
        holds(noClasses().that(not(simpleNameEndingWith("Command"))).should(ACCESS_STANDARD_STREAMS));
    }

    /** State moves by named moves that can refuse, never by a setter, and rows are written by SQL that can be read. */
    @Test
    void nothingHasSettersOrIsMappedByJpa() {
        holds(noMethods()
                .that()
                .haveRawReturnType(void.class)
                .and(describe(
                        "take one value",
                        method -> method.getRawParameterTypes().size() == 1))
                .should()
                .haveNameMatching("set[A-Z].*"));
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate", "org.springframework.data.."));
    }

    /** Controllers are the edge of their module: the web reaches them, other classes do not. */
    @Test
    void controllersArePackagePrivate() {
        holds(classes()
                .that(metaAnnotatedWith("org.springframework.stereotype.Controller")
                        .or(metaAnnotatedWith("org.springframework.web.bind.annotation.ControllerAdvice")))
                .should()
                .bePackagePrivate());
    }

    /** Modules and the packages inside them build on each other in one direction. */
    @Test
    void packagesFormNoCycles() {
        holds(slices().matching("io.countersign.(**)").should().beFreeOfCycles());
    }

    /** One ending makes every test class findable, and Surefire runs it; another is for what only the benchmark runs. */
    @Test
    void testClassesAreNamedTests() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .and()
                .areDeclaredInClassesThat(
                        describe("are concrete", type -> !type.getModifiers().contains(ABSTRACT)))
                .should()
                .beDeclaredInClassesThat(describe(
                        "are named *Tests or *Benchmark, themselves or around them",
                        type -> outermost(type).getSimpleName().matches(".*(Tests|Benchmark)")))
                .check(TESTS);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }
}
